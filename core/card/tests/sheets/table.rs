//! The table says what stands on a sheet, and nothing else does.

use landvast_card::pages::sheet;
use landvast_card::shape::Typesetter;
use landvast_model::excerpt::{Request, excerpt};
use landvast_model::paper::PaperKind;
use landvast_model::rules;
use landvast_model::table::{Field, Goes, Owner, Section};
use landvast_model::{Kind, Language, Reader, TABLE, Table};
use landvast_text::Words;

use crate::plans::{aloud, book_of, person, today};
use crate::said_to;

/// An answer of this kind, as it stands in a file, with a word that stands nowhere else.
fn sample(kind: Kind) -> Option<String> {
    Some(match kind {
        Kind::Text => r#""Kwikstaart zingt""#.to_owned(),
        Kind::Lines => r#"["Kwikstaart zingt", "En nog iets"]"#.to_owned(),
        Kind::Rows(columns) => {
            let cells = columns.iter().filter_map(|column| {
                let cell = match column.kind {
                    Kind::Choice(choices) => format!("{:?}", choices.first()?),
                    kind => sample(kind)?,
                };
                Some(format!("{:?}: {cell}", column.id))
            });
            format!("[{{{}}}]", cells.collect::<Vec<_>>().join(", "))
        }
        Kind::Phones => r#"["06 55512345"]"#.to_owned(),
        _ => return None,
    })
}

/// A plan with this answer alone, for a next of kin named Bo who may know everything.
fn alone(field: &Field, value: &str) -> String {
    let all = r#""may_know": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "w"]"#;
    let (answers, own) = match field.owner {
        Owner::Plan => {
            let audience = if field.is_public_by_default() { "anyone" } else { "Bo" };
            (
                format!(r#"{:?}: {{"value": {value}, "audience": ["{audience}"]}}"#, field.id),
                String::new(),
            )
        }
        Owner::Person => {
            let id = field.id.strip_prefix("d.").unwrap();
            (String::new(), format!(r#", "{id}": {value}"#))
        }
    };
    format!(
        r#"{{"landvast": 1, "language": "nl", "answers": {{{answers}}},
            "people": [{{"name": "Bo", {all}{own}}}]}}"#
    )
}

trait PublicByDefault {
    fn is_public_by_default(&self) -> bool;
}

impl PublicByDefault for Field {
    fn is_public_by_default(&self) -> bool {
        self.sees.contains(&landvast_model::table::Who::Anyone)
    }
}

#[test]
fn every_row_with_an_s_stands_on_the_sheet_once_it_is_shared_with_its_reader() {
    let mut seen = 0;
    for field in TABLE.fields().filter(|field| field.sheet != Goes::Never) {
        let Some(value) = sample(field.kind).filter(|_| field.sheet_part().rank > 0) else {
            continue;
        };
        let said = said_to(&alone(field, &value), "Bo");
        let there = said.contains("Kwikstaart zingt") || said.contains("06 55512345");
        assert!(there, "{}: {said}", field.id);
        seen += 1;
    }
    assert!(seen >= 40, "{seen}");
}

const NEW: Field = Field::of_plan("h.new", Section::H, Kind::Text)
    .sees(&[landvast_model::table::Who::NextOfKin])
    .goes("S");
const NAME: &[Field] = &[NEW, Field::of_person(rules::NAME, Kind::Text).goes("S")];
const PARTS: &[&[Field]] = &[NAME];
static WITH_A_NEW_ROW: Table = Table::new(PARTS);

#[test]
fn a_new_row_of_the_table_stands_on_the_sheet_without_another_change() {
    let json = r#"{"landvast": 1, "language": "nl",
        "answers": {"h.new": {"value": "Kwikstaart zingt", "audience": ["Bo"]}},
        "people": [{"name": "Bo"}]}"#;
    let book = book_of(&WITH_A_NEW_ROW, json);
    let reader = Reader::Person(person(&book, "Bo"));
    let request = Request::new(reader, PaperKind::Sheet);
    let excerpt = excerpt(&book, &WITH_A_NEW_ROW, &request, today());
    let words = Words::new(Language::Nl).with_extra("field-h-new = Iets nieuws\n").unwrap();
    let said = aloud(&sheet(&excerpt, &words, today(), &Typesetter::new()).scene);
    assert!(said.contains("Kinderen, dieren en huis Iets nieuws Kwikstaart zingt"), "{said}");
}
