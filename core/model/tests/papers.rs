//! Which answer stands on which paper, for whom.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

use chrono::NaiveDate;
use landvast_model::excerpt::{
    Content, Derived, Entry, Excerpt, Excerpted, excerpt, may_be_ticked,
};
use landvast_model::{
    Action, Agreement, Agrees, Answer, Audience, Book, Circle, FieldKey, Op, PaperKey, PaperKind,
    Person, PersonId, Reader, Request, Row, RowId, Section, Standing, TABLE, Value,
};

const ANA: PersonId = PersonId(1);
const MARIT: PersonId = PersonId(2);
const JOOST: PersonId = PersonId(3);
const MILA: PersonId = PersonId(4);

fn text(words: &str) -> Answer {
    Answer::new(Value::Text(words.to_owned()))
}

fn choice(id: &str) -> Answer {
    Answer::new(Value::Choice(id.to_owned()))
}

fn rows(column: &str, words: &str) -> Answer {
    let cells = [(column.to_owned(), Value::Text(words.to_owned()))].into();
    Answer::new(Value::Rows(vec![Row { id: RowId(1), cells }]))
}

fn shared_with(audience: Audience, answer: Answer) -> Answer {
    Answer { audience: Some(audience), ..answer }
}

fn named(id: PersonId) -> Audience {
    Audience { people: [id].into(), ..Audience::default() }
}

fn agreed(answer: Agrees) -> Answer {
    Answer::new(Value::Agreement(Agreement { on: today(), answer }))
}

fn today() -> NaiveDate {
    "2026-03-01".parse().unwrap()
}

fn person(id: PersonId, answers: &[(&str, Answer)]) -> Person {
    let answers = answers.iter().map(|(id, answer)| (FieldKey::new(id), answer.clone()));
    Person { id, answers: answers.collect() }
}

/// Ana is a sister on the card who may know everything, Marit a professional, Joost a friend on the
/// card, Mila a daughter of twelve.
fn people() -> Vec<Person> {
    let all = Answer::new(Value::Sections(Section::ALL.into()));
    let phone = Answer::new(Value::Phones(vec!["06 12345678".to_owned()]));
    let on_card = |id, name, more: &[(&str, Answer)]| {
        let mut somebody = person(id, more);
        let answers = [
            ("d.name", text(name)),
            ("d.phones", phone.clone()),
            ("d.agreed", agreed(Agrees::Yes)),
            ("d.number_on_card", choice("yes")),
        ];
        somebody.answers.extend(answers.map(|(id, answer)| (FieldKey::new(id), answer)));
        somebody
    };
    vec![
        on_card(ANA, "Ana", &[("d.may_know", all.clone()), ("d.tasks", rows("task", "feed Saar"))]),
        person(MARIT, &[("d.name", text("Marit")), ("d.circle", choice("professional"))]),
        on_card(JOOST, "Joost", &[("d.circle", choice("fourth"))]),
        person(
            MILA,
            &[
                ("d.name", text("Mila")),
                ("d.minor", choice("yes")),
                ("d.may_know", all),
                ("d.tasks", rows("task", "call the doctor")),
                ("d.own_message", text("It is not your fault.")),
                ("d.may_tell", text("You may tell your teacher.")),
            ],
        ),
    ]
}

fn plan(answers: &[(&str, Answer)]) -> Book {
    let answers = answers.iter().map(|(id, answer)| (FieldKey::new(id), answer.clone())).collect();
    Book { people: people(), answers, ..Book::default() }
}

fn made(book: &Book, reader: Reader, paper: PaperKind) -> Excerpt {
    excerpt(book, &TABLE, &Request::new(reader, paper), today())
}

fn ids(entries: &[Entry]) -> Vec<&'static str> {
    let written = entries.iter().filter(|entry| !entry.field.is_derived());
    written.map(|entry| entry.field.id).collect()
}

#[test]
fn what_is_possible_on_a_sheet_stands_there_by_the_owners_choice_alone() {
    let sheet = |audience: Option<Audience>| {
        let address = Answer { audience, ..text("Canal Street 4") };
        made(&plan(&[("a.address", address)]), Reader::Person(ANA), PaperKind::Sheet)
            .value("a.address")
            .is_some()
    };
    let next_of_kin = Audience { next_of_kin: true, ..Audience::default() };
    let professionals = Audience { professionals: true, ..Audience::default() };
    assert!(!sheet(None), "Ana may see it, but it is off until switched on");
    assert!(sheet(Some(next_of_kin)));
    assert!(sheet(Some(named(ANA))));
    assert!(!sheet(Some(named(JOOST))));
    assert!(!sheet(Some(professionals)));
}

#[test]
fn a_tick_brings_one_thing_onto_one_paper_and_shows_nobody_what_is_not_theirs() {
    let book = plan(&[
        ("a.address", text("Canal Street 4")),
        ("b.diagnosis", text("bipolar")),
        ("c.suicide", rows("keeps_me", "my sister")),
        ("i.register", rows("where", "the police")),
        ("w1.have", Answer::new(Value::Lines(vec!["walking".to_owned()]))),
        ("w7.feel", text("light")),
    ]);
    let all: Vec<String> = TABLE.fields().map(|field| field.id.to_owned()).collect();
    let made = |reader, paper, ticked: &[String]| {
        let request = Request { reader, paper, ticked };
        ids(&excerpt(&book, &TABLE, &request, today()).entries)
    };
    let plan = |ticked: &[String]| made(Reader::Owner, PaperKind::Plan, ticked);
    assert_eq!(plan(&[]), ["a.address", "b.diagnosis"]);
    assert_eq!(plan(&["c.suicide".to_owned()]), ["a.address", "b.diagnosis", "c.suicide"]);
    let everything = ["a.address", "b.diagnosis", "c.suicide", "i.register", "w7.feel"];
    assert_eq!(plan(&all), everything, "what never leaves the vault does not, ticked or not");
    // Ana may see the address; the rest is not hers, whatever is ticked.
    assert_eq!(made(Reader::Person(ANA), PaperKind::Sheet, &all), ["a.address"]);
    assert_eq!(made(Reader::Anyone, PaperKind::Card, &all), [""; 0]);
}

#[test]
fn what_can_be_ticked_is_what_a_tick_changes() {
    let field = |id: &str| TABLE.field(id).unwrap();
    let cases = [
        ("c.suicide", Reader::Owner, PaperKind::Plan, true),
        ("g.harm", Reader::Owner, PaperKind::Wishes, true),
        ("d.circle", Reader::Owner, PaperKind::Plan, true),
        ("b.well", Reader::Owner, PaperKind::Plan, false),
        ("w1.have", Reader::Owner, PaperKind::Plan, false),
        ("a.address", Reader::Person(ANA), PaperKind::Sheet, true),
        ("d.circle", Reader::Person(MARIT), PaperKind::Plan, false),
        ("c.tools", Reader::Anyone, PaperKind::Card, false),
    ];
    for (id, reader, paper, may) in cases {
        assert_eq!(may_be_ticked(field(id), &Request::new(reader, paper)), may, "{id}");
    }
}

#[test]
fn a_professional_gets_the_plan_and_nothing_that_is_off_until_chosen() {
    let pro = Audience { professionals: true, ..Audience::default() };
    let book = plan(&[
        ("b.well", text("I sing")),
        ("d.not_call", rows("name", "Karel")),
        ("f.substances", shared_with(pro, text("beer"))),
        ("g.harm", rows("happened", "nobody listened")),
        ("h.home", rows("what", "plants")),
    ]);
    let made = made(&book, Reader::Person(MARIT), PaperKind::Plan);
    assert_eq!(ids(&made.entries), ["b.well", "f.substances"]);
}

#[test]
fn the_page_of_wishes_has_wishes_and_the_page_of_agreements_what_was_agreed() {
    let agreement = Answer::new(Value::Rows(vec![Row {
        id: RowId(1),
        cells: [("who".to_owned(), Value::People(vec![ANA, MARIT]))].into(),
    }]));
    let book = plan(&[
        ("a.call_name", text("Noor")),
        ("a.own_word", text("storm")),
        ("b.well", text("I sing")),
        ("e.agreements", agreement),
        ("g.wishes", text("Talk with me first.")),
        ("i.sign_owner", Answer::new(Value::Day(today()))),
    ]);
    let wishes = made(&book, Reader::Person(MARIT), PaperKind::Wishes);
    assert_eq!(ids(&wishes.entries), ["a.call_name", "g.wishes", "i.sign_owner"]);
    assert_eq!((wishes.call_name(), wishes.own_word.as_deref()), (Some("Noor"), Some("storm")));
    assert!(wishes.people.is_empty());
    let agreements = made(&book, Reader::Owner, PaperKind::Agreements);
    assert_eq!(ids(&agreements.entries), ["a.call_name", "e.agreements"]);
    let columns: Vec<(&str, Circle)> =
        agreements.people.iter().map(|person| (person.name(), person.circle)).collect();
    let [kin, pro, fourth] = [Circle::NextOfKin, Circle::Professional, Circle::Fourth];
    assert_eq!(columns, [("Ana", kin), ("Marit", pro), ("Joost", fourth), ("Mila", kin)]);
    let theirs = made(&book, Reader::Person(ANA), PaperKind::Agreements);
    assert_eq!(ids(&theirs.entries), ["a.call_name", "e.agreements"]);
    assert_eq!(theirs.own().map(Excerpted::name), Some("Ana"));
    // Marit is not on the card; the row that Ana sees names her, so Ana reads her name.
    let marit = theirs.people.iter().find(|person| person.id == MARIT).unwrap();
    assert_eq!((marit.name(), ids(&marit.entries)), ("Marit", vec!["d.name"]));
    assert!(theirs.people.iter().all(|person| person.id != MILA));
}

#[test]
fn nobody_stands_on_a_paper_without_a_name_where_something_else_is_told_of_them() {
    let agreement = Answer::new(Value::Rows(vec![Row {
        id: RowId(1),
        cells: [("who".to_owned(), Value::People(vec![ANA, MILA]))].into(),
    }]));
    let mut book = plan(&[("e.agreements", agreement)]);
    book.people[2].answers.remove("d.agreed");
    book.people[2].answers.insert(FieldKey::new("d.limits"), text("nothing at night"));
    let told = |reader, paper| {
        let made = made(&book, reader, paper);
        let people = made.people.iter();
        people.map(|it| (it.name().to_owned(), ids(&it.entries))).collect::<Vec<_>>()
    };
    let only_name = |name: &str| (name.to_owned(), vec!["d.name"]);
    let marit = told(Reader::Person(MARIT), PaperKind::Plan);
    assert!(marit.contains(&("Joost".to_owned(), vec!["d.name", "d.limits"])), "{marit:?}");
    assert!(marit.contains(&("Mila".to_owned(), vec!["d.name", "d.tasks"])), "{marit:?}");
    let ana = told(Reader::Person(ANA), PaperKind::Sheet);
    assert!(ana.contains(&only_name("Mila")), "{ana:?}");
    assert!(ana.iter().all(|(name, _)| name != "Joost"), "{ana:?}");
    for (reader, paper) in
        [(Reader::Anyone, PaperKind::Card), (Reader::Person(MARIT), PaperKind::Wishes)]
    {
        let names = told(reader, paper);
        assert!(names.iter().all(|(name, _)| name == "Ana"), "{paper:?}: {names:?}");
    }
}

#[test]
fn the_owners_own_wording_of_a_choice_stands_on_every_paper() {
    let mut book =
        plan(&[("b.well", Answer { card_text: Some("short".to_owned()), ..text("long") })]);
    let own = Answer { card_text: Some("my little sister".to_owned()), ..choice("sibling") };
    book.people[0].answers.insert(FieldKey::new("d.kind"), own);
    let said = Value::Text("my little sister".to_owned());
    let readers = [
        (Reader::Anyone, PaperKind::Card),
        (Reader::Person(ANA), PaperKind::Sheet),
        (Reader::Person(MARIT), PaperKind::Plan),
        (Reader::Owner, PaperKind::Agreements),
    ];
    for (reader, paper) in readers {
        let made = made(&book, reader, paper);
        let ana = made.people.iter().find(|person| person.id == ANA).unwrap();
        assert_eq!(ana.value("d.kind"), Some(&said), "{paper:?}");
    }
    let plan = made(&book, Reader::Owner, PaperKind::Plan);
    assert_eq!(plan.value("b.well"), Some(&Value::Text("long".to_owned())));
}

#[test]
fn a_minors_sheet_holds_no_task_no_sign_and_nothing_medical() {
    let everybody = [ANA, JOOST, MILA];
    let book = plan(&[
        ("a.call_name", text("Mama")),
        ("a.own_word", text("storm")),
        ("b.seen", rows("sign", "I talk loudly")),
        ("c.do", Answer::new(Value::Lines(vec!["make tea".to_owned()]))),
        ("c.danger", text("call 112")),
        ("e.gp", rows("name", "Dr Bos")),
        ("f.allergy", text("nuts")),
        ("h.pets", rows("name", "Saar")),
        ("i.where", text("in the blue folder")),
    ]);
    let sheet = made(&book, Reader::Person(MILA), PaperKind::Sheet);
    assert!(sheet.is_for_minor);
    assert_eq!(ids(&sheet.entries), ["a.call_name", "a.own_word"]);
    assert!(sheet.entries.iter().all(|entry| !entry.field.is_derived()));
    let people: Vec<PersonId> = sheet.people.iter().map(|person| person.id).collect();
    assert_eq!(people, everybody);
    assert_eq!(ids(&sheet.own().unwrap().entries), ["d.name", "d.may_tell", "d.own_message"]);
    assert_eq!(ids(&sheet.people[0].entries), ["d.name", "d.phones"]);
    assert!(!format!("{sheet:?}").contains("doctor"));
    // Whatever paper somebody asks for her, it is no more than that.
    let plan = made(&book, Reader::Person(MILA), PaperKind::Plan);
    assert!(plan.is_for_minor);
    assert_eq!(ids(&plan.entries), ["a.call_name", "a.own_word"]);
    assert!(!made(&book, Reader::Person(ANA), PaperKind::Sheet).is_for_minor);
}

#[test]
fn whether_somebody_agreed_is_told_to_nobody_who_may_not_see_it() {
    let mut book = plan(&[]);
    // Joost is shown to Ana by name, and to no stranger.
    let name = shared_with(named(ANA), text("Joost"));
    book.people[2].answers.insert(FieldKey::new("d.name"), name);
    let standing = |reader, paper, id: PersonId, book: &Book| {
        let made = made(book, reader, paper);
        made.people.iter().find(|person| person.id == id).map(|person| person.standing)
    };
    let told = |book: &Book| {
        [
            standing(Reader::Person(ANA), PaperKind::Sheet, JOOST, book),
            standing(Reader::Person(MARIT), PaperKind::Plan, JOOST, book),
            standing(Reader::Owner, PaperKind::Plan, JOOST, book),
        ]
    };
    let [neutral, yes] = [Some(Standing::NotOnCard), Some(Standing::Agreed)];
    assert_eq!(told(&book), [neutral, yes, yes]);
    // Whatever he answers, Ana's sheet says the same of him.
    let of_joost = |book: &Book| {
        let made = made(book, Reader::Person(ANA), PaperKind::Sheet);
        made.people.into_iter().find(|person| person.id == JOOST).map(|it| format!("{it:?}"))
    };
    book.people[2].answers.remove("d.phones");
    let before = of_joost(&book);
    book.people[2].answers.insert(FieldKey::new("d.agreed"), agreed(Agrees::No));
    assert_eq!(of_joost(&book), before);
}

#[test]
fn who_was_not_asked_yet_is_marked_on_a_sheet_as_on_the_card() {
    let mut book = plan(&[]);
    let joost = &mut book.people[2].answers;
    joost.remove("d.agreed");
    joost.insert(FieldKey::new("d.name"), shared_with(Audience::anyone(), text("Joost")));
    for (reader, paper) in
        [(Reader::Anyone, PaperKind::Card), (Reader::Person(ANA), PaperKind::Sheet)]
    {
        let made = made(&book, reader, paper);
        let joost = made.people.iter().find(|person| person.id == JOOST).unwrap();
        assert_eq!(joost.standing, Standing::NotAsked, "{paper:?}");
    }
}

#[test]
fn the_card_says_that_these_are_wishes_once_the_owner_switches_it_on() {
    let mut book = plan(&[]);
    let says = |book: &Book, reader, paper| {
        let made = made(book, reader, paper);
        let mut entries = made.entries.iter();
        entries.any(|entry| {
            entry.field.id == "i.legal_note" && entry.content == Content::Derived(Derived::Words)
        })
    };
    let card = |book: &Book| says(book, Reader::Anyone, PaperKind::Card);
    let marit = |book: &Book| says(book, Reader::Person(MARIT), PaperKind::Plan);
    assert!(!card(&book) && marit(&book));
    let mut share = |audience| {
        let op = Op::Share { field: FieldKey::new("i.legal_note"), audience };
        let at = "2026-03-01T10:00:00Z".parse().unwrap();
        book.apply(&Action { seq: 1, at, ops: vec![op], undoes: None });
        (card(&book), marit(&book))
    };
    assert_eq!(share(Some(Audience::anyone())), (true, true));
    assert_eq!(share(Some(Audience::only_me())), (false, false));
    assert_eq!(share(None), (false, true));
}

#[test]
fn each_kind_of_paper_for_each_reader_counts_by_itself() {
    let mut book = plan(&[("g.wishes", text("Talk with me first."))]);
    let readers = [Reader::Owner, Reader::Person(MARIT)];
    for (seq, kind) in (1..).zip([PaperKind::Plan, PaperKind::Wishes]) {
        for reader in readers {
            let made = made(&book, reader, kind);
            assert_eq!((made.stamp.version, made.is_new), (1, true));
            assert_eq!(made.key(), PaperKey { reader, kind });
            let op = Op::MadePaper { reader, kind, on: made.stamp.on, code: made.code };
            let at = "2026-03-01T10:00:00Z".parse().unwrap();
            book.apply(&Action { seq, at, ops: vec![op], undoes: None });
        }
    }
    for kind in [PaperKind::Plan, PaperKind::Wishes] {
        assert!(readers.into_iter().all(|reader| !made(&book, reader, kind).is_new));
    }
    let codes: std::collections::BTreeSet<_> =
        book.papers.values().map(|papers| papers.newest().unwrap().code).collect();
    assert_eq!(codes.len(), 4);
    assert!(made(&book, Reader::Anyone, PaperKind::Card).is_new);
}

#[test]
fn the_owners_word_for_it_speaks_on_every_paper_and_on_a_card_the_shorter_one() {
    let own_word = |audience: Option<Audience>, reader, paper| {
        let card_text = Some(" dip ".to_owned());
        let word = Answer { audience, card_text, ..text(" a dip of mine ") };
        made(&plan(&[("a.own_word", word)]), reader, paper).own_word
    };
    let (card, wishes) = ((Reader::Anyone, PaperKind::Card), PaperKind::Wishes);
    assert_eq!(own_word(None, card.0, card.1).as_deref(), Some("dip"));
    assert_eq!(own_word(None, Reader::Person(MARIT), wishes).as_deref(), Some("a dip of mine"));
    let hidden = Some(Audience::only_me());
    assert_eq!(own_word(hidden.clone(), card.0, card.1), None);
    assert_eq!(own_word(hidden.clone(), Reader::Person(MARIT), wishes), None);
    assert_eq!(own_word(hidden, Reader::Owner, wishes).as_deref(), Some("a dip of mine"));
}

#[test]
fn a_card_is_for_anyone_whoever_asks() {
    let book = plan(&[("c.first", text("Zet thee")), ("b.well", text("I sing"))]);
    let card = made(&book, Reader::Anyone, PaperKind::Card);
    for reader in [Reader::Owner, Reader::Person(ANA)] {
        assert_eq!(format!("{:?}", made(&book, reader, PaperKind::Card)), format!("{card:?}"));
    }
}
