//! Writes the page of all fields, `core/model/FIELDS.md`, to standard output: every row of the
//! field table with its words in both languages.
//!
//! `cargo xtask gen` puts it in its place, and `cargo xtask ci` finds a page that is not fresh. It
//! stands here because only this crate knows both the table and the words.

#![expect(clippy::print_stdout, reason = "the page goes to standard output")]

use std::fmt::Write as _;

use landvast_model::table::{AtTable, Care, Goes, Owner, Who};
use landvast_model::{Column, Field, Kind, Language, Section, TABLE};
use landvast_text::Words;

const HEAD: &str = "\
# The fields of the plan

Every question that the product knows, as the field table and the words have it.
Written by `cargo xtask gen` from `core/model/src/table` and `core/text/words`: change those, not
this page.

- **Sees**: who may see an answer until the owner chooses otherwise. Behind the arrow: who else may
  come to see it when the owner chooses so. \"Next of kin\" are those who may know the section.
- **Papers**: K card, P full plan, S next-of-kin sheet, W page of wishes, A page of agreements. A
  small letter is off until the owner asks for it.
- **Card** and **Sheet**: the panel or the part where it stands, and its rank there; 0 is a word in
  a sentence, no entry of its own.
- **Step**: where the guided session asks it.
";

const TABLE_HEAD: &str = "\
| Id | Dutch | English | Kind | Sees | Papers | Card | Sheet | Step | Note |
|---|---|---|---|---|---|---|---|---|---|
";

const COLUMNS_HEAD: &str = "\
| Field | Column | Dutch | English | Kind |
|---|---|---|---|---|
";

fn main() {
    print!("{}", page());
}

fn page() -> String {
    let words = [Language::Nl, Language::En].map(Words::new);
    let mut page = HEAD.to_owned();
    let of = |owner| TABLE.owned(owner).count();
    let (plan, person) = (of(Owner::Plan), of(Owner::Person));
    let _ = write!(
        page,
        "\n{} fields: {plan} of the plan, {person} of each person in it.\n",
        plan + person
    );
    for section in Section::ALL {
        let fields: Vec<&Field> = TABLE.fields().filter(|field| field.section == section).collect();
        let [dutch, english] = words.each_ref().map(|words| words.section(section));
        let letter = section.id().to_uppercase();
        let _ = write!(page, "\n## {letter}. {dutch} · {english}\n\n{TABLE_HEAD}");
        for field in &fields {
            page.push_str(&row(field, &words));
        }
        let columns: String = fields.iter().map(|field| columns(field, &words)).collect();
        if !columns.is_empty() {
            let _ = write!(page, "\nColumns of its rows:\n\n{COLUMNS_HEAD}{columns}");
        }
    }
    page
}

fn row(field: &Field, words: &[Words; 2]) -> String {
    let [dutch, english] = words.each_ref().map(|words| words.label(field));
    let card = field.place.map(|place| format!("{} {}", place.panel.id(), place.rank));
    let sheet = (field.sheet != Goes::Never).then(|| {
        let place = field.sheet_part();
        format!("{:?} {}", place.part, place.rank)
    });
    line(&[
        format!("`{}`", field.id),
        dutch,
        english,
        kind(field.kind),
        sees(field),
        papers(field),
        card.unwrap_or_default(),
        sheet.unwrap_or_default(),
        field.step.map(|step| step.to_string()).unwrap_or_default(),
        note(field),
    ])
}

fn columns(field: &Field, words: &[Words; 2]) -> String {
    let of = |column: &Column| {
        let [dutch, english] = words.each_ref().map(|words| words.column(field, column));
        let id = format!("`{}`", column.id);
        line(&[format!("`{}`", field.id), id, dutch, english, kind(column.kind)])
    };
    field.kind.columns().iter().map(of).collect()
}

/// A line of a table; a bar inside a cell would end it.
fn line(cells: &[String]) -> String {
    let mut line = String::from("|");
    for cell in cells {
        line.push(' ');
        line.push_str(&cell.replace('|', "\\|"));
        line.push_str(" |");
    }
    line.push('\n');
    line
}

fn kind(kind: Kind) -> String {
    match kind {
        Kind::Choice(choices) => format!("choice: {}", choices.join(", ")),
        Kind::Degree { most } => format!("degree, 1 to {most}"),
        other => other.name().to_owned(),
    }
}

fn sees(field: &Field) -> String {
    let named = |who: &[Who]| who.iter().map(|who| named(*who)).collect::<Vec<_>>().join(", ");
    match (field.sees, field.may) {
        ([], []) => "only the owner".to_owned(),
        (sees, []) => named(sees),
        ([], may) => format!("only the owner → {}", named(may)),
        (sees, may) => format!("{} → {}", named(sees), named(may)),
    }
}

fn named(who: Who) -> String {
    match who {
        Who::Anyone => "anyone".to_owned(),
        Who::Professionals => "professionals".to_owned(),
        Who::NextOfKin => "next of kin".to_owned(),
        Who::NextOfKinIn(roles) => format!("next of kin who is {}", roles.join(" or ")),
        Who::ThatPerson => "that person".to_owned(),
        Who::AnyoneIfOnCard => "anyone, if the person is on the card".to_owned(),
        Who::Parties => "whom the row names".to_owned(),
    }
}

fn papers(field: &Field) -> String {
    let letter = |goes: Goes, letter: char| match goes {
        Goes::Never => None,
        Goes::Possible => Some(letter.to_ascii_lowercase()),
        Goes::Always => Some(letter),
    };
    let letters = [
        letter(field.card, 'K'),
        letter(field.plan, 'P'),
        letter(field.sheet, 'S'),
        field.wish.map(|_| 'W'),
        field.agreement.map(|how| match how {
            AtTable::Open => 'A',
            AtTable::Apart => 'a',
        }),
    ];
    let said: Vec<String> = letters.into_iter().flatten().map(String::from).collect();
    said.join(" ")
}

fn note(field: &Field) -> String {
    let care = field.care.map(|care| match care {
        Care::Safety => "speaks of wanting to die",
        Care::Minors => "speaks of children",
        Care::OneByOne => "shared piece by piece",
    });
    let line = field.public_line.then_some("strangers read a fixed line");
    [care, line].into_iter().flatten().collect::<Vec<_>>().join("; ")
}
