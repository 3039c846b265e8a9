//! A field more is one row and its words: it appears in everything that the keeper does.

use landvast::{
    CardOptions, Draft, Format, Keeper, Kind, Language, Opening, Place, Section, TABLE, Table,
    Value, field_specs,
};
use landvast_model::table::Who;
use landvast_model::{Field, Panel};
use landvast_tests::Owner;

use crate::pdf;

const MORE: &[Field] = &[
    Field::of_plan("c.song", Section::C, Kind::Text)
        .sees(&[Who::Anyone])
        .goes("KPS")
        .on(Panel::L2, 7, 30, 1)
        .step(4),
    Field::of_person("d.pet_name", Kind::Text).sees(&[Who::ThatPerson]).goes("S"),
];

const WORDS: &str = "
field-c-song = Dit liedje helpt
    .question = Welk liedje helpt jou?
    .example = Dat over de zee
    .card = Zing
field-d-pet_name = Bijnaam
    .question = Hoe noem je hem of haar?
    .example = Nana
";

fn table() -> Table {
    let parts: Vec<_> = TABLE.parts().iter().copied().chain([MORE]).collect();
    Table::new(parts.leak())
}

fn opening(owner: &Owner) -> Opening {
    Opening { table: table(), extra_words: WORDS, ..owner.opening() }
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

fn shown(keeper: &Keeper, place: Place, id: &str) -> Option<String> {
    keeper.read(place, id).unwrap().answer.map(|answer| answer.shown)
}

#[test]
fn it_is_asked_written_and_read_like_any_other() {
    let owner = Owner::new();
    let mut keeper = owner.begins_with(&opening(&owner));
    let spec = keeper.fields().into_iter().find(|spec| spec.id == "c.song").unwrap();
    assert_eq!((spec.label.as_str(), spec.kind.as_str()), ("Dit liedje helpt", "text"));
    assert_eq!(
        (spec.question.as_str(), spec.on_card.as_str()),
        ("Welk liedje helpt jou?", "always")
    );
    assert_eq!(spec.card_chars, 30);
    assert_eq!(field_specs(&table(), &keeper.words()), keeper.fields());

    let typed = keeper.read_typed(Place::Plan, "c.song", &["Over".to_owned(), "zee".to_owned()]);
    keeper.write(Place::Plan, "c.song", typed.unwrap()).unwrap();
    let ana = keeper.add_person("Ana", &[("d.pet_name".to_owned(), text("Nana"))]).unwrap();
    keeper.lock().unwrap();

    let mut keeper = Keeper::open(
        &opening(&owner),
        &landvast_tests::owner::passphrase(landvast_tests::owner::PASSPHRASE),
    )
    .unwrap();
    assert_eq!(shown(&keeper, Place::Plan, "c.song").as_deref(), Some("Over zee"));
    assert_eq!(shown(&keeper, Place::Person(ana), "d.pet_name").as_deref(), Some("Nana"));
    let section = keeper.section(Place::Plan, Section::C).unwrap();
    assert_eq!(section.fields.last().unwrap().spec.id, "c.song");
    let person = keeper.person(ana).unwrap();
    assert!(person.fields.iter().any(|field| field.spec.id == "d.pet_name"));
    assert_eq!(keeper.history(Place::Plan, "c.song").unwrap().len(), 1);
    keeper.undo().unwrap();
    keeper.undo().unwrap();
    assert_eq!(shown(&keeper, Place::Plan, "c.song"), None);
}

#[test]
fn it_goes_out_comes_back_and_stands_in_the_schema() {
    let owner = Owner::new();
    let mut keeper = owner.begins_with(&opening(&owner));
    keeper.write(Place::Plan, "c.song", text("Dat over de zee")).unwrap();
    keeper.add_person("Ana", &[("d.pet_name".to_owned(), text("Nana"))]).unwrap();
    let file = keeper.export();
    let other = Owner::new();
    let mut again = other.begins_with(&opening(&other));
    again.import(&file).unwrap();
    assert_eq!(again.export(), file);
    assert_eq!(shown(&again, Place::Plan, "c.song").as_deref(), Some("Dat over de zee"));
    let schema: serde_json::Value = serde_json::from_str(&keeper.schema()).unwrap();
    let answers = &schema["properties"]["answers"]["properties"];
    assert_eq!(answers["c.song"]["title"], "Dit liedje helpt");
    let person = &schema["properties"]["people"]["items"]["properties"];
    assert_eq!(person["pet_name"]["title"], "Bijnaam");
    // Without the row, the file is refused and the plan is kept as it is.
    let usual = Owner::new();
    assert!(usual.begins().import(&file).is_err());
}

#[test]
fn it_stands_on_the_card_under_its_own_heading_and_is_checked() {
    let owner = Owner::new();
    let mut keeper = owner.begins_with(&opening(&owner));
    keeper.write(Place::Plan, "c.song", text("Dat over de zee")).unwrap();
    let card = pdf::everything_in(&keeper.card(&CardOptions::default()).unwrap().files.concat());
    assert!(card.text.contains("Zing") && card.text.contains("Dat over de zee"), "{}", card.text);
    let picture = CardOptions { format: Format::Png, ..CardOptions::default() };
    let with = keeper.card(&picture).unwrap();
    keeper.clear(Place::Plan, "c.song").unwrap();
    assert_ne!(keeper.card(&picture).unwrap().files.concat(), with.files.concat());

    let long = "Dat over de zee en alles wat erin zwemt";
    keeper.write(Place::Plan, "c.song", text(long)).unwrap();
    let found = |keeper: &Keeper| {
        let found = keeper.check().into_iter().filter(|finding| finding.field == "c.song");
        found.map(|finding| (finding.id, finding.sentence)).collect::<Vec<_>>()
    };
    let [(id, sentence)] = found(&keeper).try_into().unwrap();
    assert_eq!(id, "too-long-for-card");
    assert!(sentence.contains("Dit liedje helpt"), "{sentence}");
    let shorter = Draft { card_text: Some("Zee".to_owned()), ..Draft::default() };
    keeper.revise(Place::Plan, "c.song", shorter).unwrap();
    assert_eq!(found(&keeper), []);
    assert_eq!(keeper.language(), Language::Nl);
}
