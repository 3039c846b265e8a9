//! A field more is one row: it appears in every part of the model without another change.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use landvast_model::action::fold;
use landvast_model::excerpt::excerpt;
use landvast_model::exchange::{export, import};
use landvast_model::finding::check;
use landvast_model::schema::schema;
use landvast_model::table::Owner;
use landvast_model::table::Who;
use landvast_model::{
    Action, Answer, Book, Field, FieldKey, Kind, Panel, PaperKind, Place, Reader, Request, Section,
    TABLE, Table, Value, What,
};

const MORE: &[Field] = &[
    Field::of_plan("c.song", Section::C, Kind::Text)
        .sees(&[Who::Anyone])
        .goes("KPS")
        .on(Panel::L2, 7, 20, 1)
        .step(4),
    Field::of_person("d.language", Kind::Lines).sees(&[Who::ThatPerson]).goes("S"),
];

fn table() -> Table {
    let parts: Vec<_> = TABLE.parts().iter().copied().chain([MORE]).collect();
    Table::new(parts.leak())
}

fn today() -> chrono::NaiveDate {
    "2026-03-01".parse().unwrap()
}

fn sung() -> Book {
    let text = r#"{"landvast": 1, "answers": {"c.song": "The one about the sea"},
        "people": [{"name": "Ana", "language": ["Portuguese"]}]}"#;
    let mut next = 0;
    let mut new_id = || {
        next += 1;
        next
    };
    let ops = import(&table(), &Book::default(), text, &mut new_id).unwrap();
    let at = "2026-03-01T10:00:00Z".parse().unwrap();
    fold(Book::default(), &[Action { seq: 1, at, ops, undoes: None }])
}

#[test]
fn it_stands_in_the_list_of_fields_at_its_section() {
    let in_c: Vec<&str> =
        table().owned(Owner::Plan).filter(|f| f.section == Section::C).map(|f| f.id).collect();
    assert_eq!(in_c.last(), Some(&"c.song"));
    assert_eq!(table().nearest("c.sogn", Owner::Plan).map(|f| f.id), Some("c.song"));
    assert_eq!(table().nearest("lanugage", Owner::Person).map(|f| f.id), Some("d.language"));
}

#[test]
fn it_goes_in_and_out_of_the_open_file() {
    let out = export(&table(), &sung());
    assert_eq!(out["answers"]["c.song"], "The one about the sea");
    assert_eq!(out["people"][0]["language"], serde_json::json!(["Portuguese"]));
    let usual = export(&TABLE, &sung());
    assert!(
        usual["answers"].get("c.song").is_none(),
        "a table without it keeps it and shows it to nobody"
    );
}

#[test]
fn the_schema_knows_it() {
    let schema = schema(&table(), &|field| field.id.to_uppercase());
    assert_eq!(schema["properties"]["answers"]["properties"]["c.song"]["title"], "C.SONG");
    let person = &schema["properties"]["people"]["items"]["properties"];
    assert_eq!(person["language"]["title"], "D.LANGUAGE");
}

#[test]
fn its_readers_see_it_and_nobody_else() {
    let book = sung();
    let ana = book.people.first().unwrap().id;
    let card = excerpt(&book, &table(), &Request::card(), today());
    assert_eq!(card.value("c.song"), Some(&Value::Text("The one about the sea".to_owned())));
    assert!(card.people.is_empty());
    let sheet = Request::new(Reader::Person(ana), PaperKind::Sheet);
    let for_ana = excerpt(&book, &table(), &sheet, today());
    assert!(for_ana.people.iter().any(|person| person.value("d.language").is_some()));
}

#[test]
fn its_length_is_checked() {
    let mut book = sung();
    let found = |book: &Book| {
        let found = check(book, &table(), today()).into_iter();
        found.filter(|f| f.field.as_deref() == Some("c.song")).map(|f| f.what).collect::<Vec<_>>()
    };
    assert_eq!(found(&book), [What::TooLongForCard { over: 1 }]);
    let answer = Answer::new(Value::Text("\u{202E}Sea".to_owned()));
    book.answers.insert(FieldKey::new("c.song"), answer);
    assert_eq!(found(&book), [What::InvisibleCharacters { count: 1 }]);
    assert!(book.answer(Place::Plan, "c.song").is_some());
}
