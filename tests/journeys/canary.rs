//! A canary in every text of every field. It sings on a paper exactly where its audience allows,
//! and never in an error.

use std::collections::BTreeSet;

use landvast::{
    Agreement, Agrees, Audience, CardOptions, Draft, Format, Keeper, Kind, Language, PaperFile,
    PersonId, Place, PlanError, Problem, Reader, Row, RowId, Section, TABLE, Value, Words,
    say_error,
};
use landvast_model::Field;
use landvast_model::excerpt::{Content, Entry, Excerpt, excerpt};
use landvast_model::table::Owner as Whose;
use landvast_tests::{Chance, Owner};

use crate::letters::{Letter, Said, Somebody, Written, letter};
use crate::pdf::{self, Said as Pdf};

/// How many plans are made.
const PLANS: u64 = 24;

/// A word that stands nowhere else, or the digits of a number.
#[derive(Clone, Debug)]
enum Canary {
    Word(String),
    Digits(String),
}

/// One text that a person wrote.
#[derive(Clone, Debug)]
struct Text {
    canary: Canary,
    /// Whether it stands on the card as the words for the card.
    is_card_text: bool,
}

/// An answer with its canaries.
struct Answer {
    written: Written,
    texts: Vec<Text>,
    has_card_text: bool,
}

/// A plan full of canaries.
struct Aviary {
    _owner: Owner,
    keeper: Keeper,
    people: Vec<Somebody>,
    answers: Vec<Answer>,
}

impl Canary {
    /// No two letters of it make a sign of their own, and no dictionary breaks it.
    fn word(chance: &mut Chance) -> Self {
        let mut word = "q".to_owned();
        word.extend(
            (0..7).map(|_| chance.one_of(&['b', 'd', 'g', 'h', 'k', 'm', 'p', 'w', '3', '7'])),
        );
        Self::Word(word)
    }

    fn digits(chance: &mut Chance) -> Self {
        Self::Digits(format!("61{:07}", chance.below(10_000_000)))
    }

    fn typed(&self) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::Digits(digits) => format!("0{digits}"),
        }
    }

    fn sings_in(&self, pdf: &Pdf) -> bool {
        match self {
            Self::Word(word) => pdf.holds(word),
            Self::Digits(digits) => pdf.holds_digits(digits),
        }
    }

    fn is_in(&self, text: &str) -> bool {
        match self {
            Self::Word(word) => text.contains(word),
            Self::Digits(digits) => text.contains(digits),
        }
    }
}

/// A value of this kind, and the canaries in it.
fn value(kind: Kind, people: &[PersonId], chance: &mut Chance) -> (Value, Vec<Canary>) {
    let day = "2026-03-01".parse().unwrap();
    let texts = |count: u64, make: fn(&mut Chance) -> Canary, chance: &mut Chance| {
        (0..count).map(|_| make(chance)).collect::<Vec<_>>()
    };
    let typed = |canaries: &[Canary]| canaries.iter().map(Canary::typed).collect::<Vec<_>>();
    match kind {
        Kind::Text => {
            let canary = Canary::word(chance);
            (Value::Text(canary.typed()), vec![canary])
        }
        Kind::Lines => {
            let count = chance.below(2) + 1;
            let canaries = texts(count, Canary::word, chance);
            (Value::Lines(typed(&canaries)), canaries)
        }
        Kind::Phones => {
            let canaries = texts(1, Canary::digits, chance);
            (Value::Phones(typed(&canaries)), canaries)
        }
        Kind::Rows(columns) => {
            let mut cells = std::collections::BTreeMap::new();
            let mut canaries = Vec::new();
            for column in columns {
                let (cell, more) = value(column.kind, people, chance);
                cells.insert(column.id.to_owned(), cell);
                canaries.extend(more);
            }
            (Value::Rows(vec![Row { id: RowId(chance.draw()), cells }]), canaries)
        }
        Kind::Choice(ids) => (Value::Choice(chance.one_of(ids).to_owned()), Vec::new()),
        Kind::Day => (Value::Day(day), Vec::new()),
        Kind::Hours => (Value::Hours("ma-vr 9-17".parse().unwrap()), Vec::new()),
        Kind::Degree { .. } => (Value::Degree(1), Vec::new()),
        Kind::People => (Value::People(vec![chance.one_of(people)]), Vec::new()),
        Kind::Agreement => {
            let answer = chance.one_of(&Agrees::ALL);
            (Value::Agreement(Agreement { on: day, answer }), Vec::new())
        }
        Kind::Sections => {
            let sections = Section::ALL.into_iter().filter(|_| chance.happens(40)).collect();
            (Value::Sections(sections), Vec::new())
        }
        Kind::Derived => panic!("never written"),
    }
}

fn audience(people: &[PersonId], chance: &mut Chance) -> Option<Audience> {
    if chance.happens(40) {
        return None;
    }
    let mut flag = || chance.happens(35);
    let (anyone, professionals, next_of_kin) = (flag(), flag(), flag());
    let named: BTreeSet<PersonId> = people.iter().copied().filter(|_| chance.happens(20)).collect();
    Some(Audience { anyone, professionals, next_of_kin, people: named })
}

/// Whom the rows of an answer name.
fn parties(value: &Value) -> Vec<PersonId> {
    let Value::Rows(rows) = value else { return Vec::new() };
    let cells = rows.iter().flat_map(|row| row.cells.values());
    let named = cells.filter_map(|cell| match cell {
        Value::People(people) => Some(people.clone()),
        _ => None,
    });
    named.flatten().collect()
}

impl Aviary {
    fn new(chance: &mut Chance) -> Self {
        let owner = Owner::new();
        let mut keeper = owner.begins();
        let ids: Vec<PersonId> =
            (0..4).map(|_| keeper.add_person("nobody yet", &[]).unwrap()).collect();
        let mut aviary = Self { _owner: owner, keeper, people: Vec::new(), answers: Vec::new() };
        for id in &ids {
            let somebody = Somebody {
                id: *id,
                is_professional: false,
                may_know: None,
                agreed: None,
                number: None,
                is_overruled: false,
            };
            aviary.people.push(somebody);
            for field in TABLE.owned(Whose::Person).filter(|field| !field.is_derived()) {
                // The name is always there; of the rest something may be missing.
                if field.id == "d.name" || chance.happens(85) {
                    aviary.write(Place::Person(*id), field, &ids, chance);
                }
            }
        }
        for field in TABLE.owned(Whose::Plan).filter(|field| !field.is_derived()) {
            if chance.happens(70) {
                aviary.write(Place::Plan, field, &ids, chance);
            }
        }
        aviary
    }

    fn write(
        &mut self,
        place: Place,
        field: &'static Field,
        ids: &[PersonId],
        chance: &mut Chance,
    ) {
        let letter = letter(field.id);
        let (value, canaries) = value(field.kind, ids, chance);
        let mut texts: Vec<Text> =
            canaries.into_iter().map(|canary| Text { canary, is_card_text: false }).collect();
        let card_text = chance.happens(30).then(|| Canary::word(chance));
        let mut draft = Draft {
            value: Some(value.clone()),
            card_text: card_text.as_ref().map(Canary::typed),
            ..Draft::default()
        };
        let has_card_text = card_text.is_some();
        texts.extend(card_text.map(|canary| Text { canary, is_card_text: true }));
        let mut chosen = audience(ids, chance);
        if let Some(audience) = chosen.clone() {
            draft.audience = Some(Some(audience.clone()));
            let before = self.keeper.sequence();
            let written = self.keeper.revise(place, field.id, draft.clone());
            if letter.allows(&audience) {
                written.unwrap();
            } else {
                let Err(PlanError::Invalid { faults }) = written else { panic!("{}", field.id) };
                assert_eq!(faults[0].problem, Problem::NeverForThem, "{}", field.id);
                assert_eq!(self.keeper.sequence(), before);
                (chosen, draft.audience) = (None, Some(None));
                self.keeper.revise(place, field.id, draft).unwrap();
            }
        } else {
            self.keeper.revise(place, field.id, draft).unwrap();
        }
        self.remember(place, field.id, &value, chosen.as_ref());
        let parties = parties(&value);
        let written = Written { field: letter, place, audience: chosen, parties };
        self.answers.push(Answer { written, texts, has_card_text });
    }

    /// What an answer about somebody means for what they see and where they stand.
    fn remember(&mut self, place: Place, id: &str, value: &Value, audience: Option<&Audience>) {
        let Place::Person(person) = place else { return };
        let somebody = self.people.iter_mut().find(|known| known.id == person).unwrap();
        match (id, value) {
            ("d.circle", Value::Choice(circle)) => {
                somebody.is_professional = circle == "professional"
            }
            ("d.may_know", Value::Sections(sections)) => {
                let letters = sections.iter().filter_map(|section| section.id().chars().next());
                somebody.may_know = Some(letters.collect());
            }
            ("d.agreed", Value::Agreement(agreement)) => {
                somebody.agreed = Some(match agreement.answer {
                    Agrees::Yes => Said::Yes,
                    Agrees::Partly => Said::Partly,
                    Agrees::No => Said::No,
                });
            }
            ("d.number_on_card", Value::Choice(number)) => {
                somebody.number = Some(if number == "yes" { Said::Yes } else { Said::No });
            }
            ("d.name", _) => somebody.is_overruled = audience.is_some_and(|seen| seen.anyone),
            _ => {}
        }
    }

    fn excerpt_for(&self, reader: Reader) -> Excerpt {
        excerpt(self.keeper.book(), &TABLE, reader, "2026-11-02".parse().unwrap())
    }

    /// Whether the reader sees that person's name or number, so that they are on the card's list.
    fn is_listed(&self, place: Place) -> bool {
        self.answers.iter().any(|answer| {
            let Written { field, place: at, .. } = &answer.written;
            *at == place
                && ["d.name", "d.phones"].contains(&field.id)
                && answer.written.is_seen_by(Reader::Anyone, &self.people)
        })
    }

    /// Whether a text that the card's reader may see must stand on it as well: it may also have
    /// given way to shorter words, or to "see my plan".
    fn must_stand(&self, answer: &Answer, text: &Text, paper: &PaperFile) -> bool {
        let Written { field, place, .. } = &answer.written;
        let moved = paper.findings.iter().any(|finding| {
            let person = match *place {
                Place::Person(id) => Some(id),
                Place::Plan => None,
            };
            finding.id == "moved-to-plan"
                && finding.person == person
                && (finding.field == field.id || person.is_some())
        });
        if moved {
            return false;
        }
        match (*place, field.id) {
            // Speaks in other words only.
            (Place::Plan, "a.own_word") => false,
            // The title is the name itself.
            (Place::Plan, "a.call_name") if !text.is_card_text => true,
            (Place::Plan, _) => text.is_card_text == answer.has_card_text,
            (Place::Person(_), "d.name" | "d.phones") => !text.is_card_text,
            (Place::Person(_), "d.kind" | "d.hours") => text.is_card_text && self.is_listed(*place),
            (Place::Person(_), _) => false,
        }
    }
}

fn has(entries: &[Entry], field: &Letter) -> bool {
    let of_field = entries.iter().filter(|entry| entry.field.id == field.id);
    of_field.map(|entry| &entry.content).any(|content| matches!(content, Content::Answer(_)))
}

fn assert_excerpts_hold_what_they_may(aviary: &Aviary) {
    let named = aviary.people.iter().map(|somebody| Reader::Person(somebody.id));
    let others = [Reader::Owner, Reader::Anyone, Reader::Person(PersonId(1))];
    for reader in named.chain(others) {
        let excerpt = aviary.excerpt_for(reader);
        let all_of_it = format!("{excerpt:?}");
        for Answer { written, texts, .. } in &aviary.answers {
            let allowed = written.is_seen_by(reader, &aviary.people);
            let entries = match written.place {
                Place::Plan => Some(&excerpt.entries),
                Place::Person(id) => {
                    let found = excerpt.people.iter().find(|person| person.id == id);
                    found.map(|person| &person.entries)
                }
            };
            let there = entries.is_some_and(|entries| has(entries, &written.field));
            assert_eq!(there, allowed, "{reader:?} {written:?} {:?}", aviary.people);
            for text in texts {
                assert_eq!(text.canary.is_in(&all_of_it), allowed, "{reader:?} {written:?}");
            }
        }
    }
}

/// How many canaries were allowed to sing on the card, and how many did.
fn assert_card_holds_what_it_may(aviary: &mut Aviary, options: &CardOptions) -> (u32, u32) {
    let paper = aviary.keeper.card(options).unwrap();
    let pdf = pdf::everything_in(&paper.bytes);
    let (mut allowed, mut sang) = (0, 0);
    for answer in &aviary.answers {
        let may = answer.written.is_seen_by(Reader::Anyone, &aviary.people);
        for text in &answer.texts {
            let sings = text.canary.sings_in(&pdf);
            assert!(may || !sings, "{:?} leaks {:?}", answer.written, text.canary);
            if may && aviary.must_stand(answer, text, &paper) {
                assert!(sings, "{:?} lost {:?}\n{}", answer.written, text, pdf.text);
            }
            allowed += u32::from(may);
            sang += u32::from(sings);
        }
    }
    (allowed, sang)
}

#[test]
fn a_canary_sings_exactly_where_its_audience_allows() {
    let (mut allowed, mut sang, mut kept) = (0, 0, 0);
    for seed in 0..PLANS {
        let mut chance = Chance::from_seed(seed);
        println!("seed {seed}");
        let mut aviary = Aviary::new(&mut chance);
        assert_excerpts_hold_what_they_may(&aviary);
        let second_language = chance.happens(30).then_some(Language::En);
        let options = CardOptions { second_language, ..CardOptions::default() };
        let (may, sings) = assert_card_holds_what_it_may(&mut aviary, &options);
        (allowed, sang) = (allowed + may, sang + sings);
        kept += aviary.answers.iter().map(|answer| answer.texts.len()).sum::<usize>();
    }
    println!("{kept} canaries, {allowed} allowed on a card, {sang} sang there");
    assert!(sang * 10 > allowed * 5, "a card that says nothing leaks nothing: {sang} of {allowed}");
}

#[test]
fn what_is_hidden_changes_no_byte_of_the_card() {
    for seed in 0..4 {
        let mut chance = Chance::from_seed(1000 + seed);
        let mut aviary = Aviary::new(&mut chance);
        let make = |aviary: &mut Aviary, format| {
            aviary.keeper.card(&CardOptions { format, ..CardOptions::default() }).unwrap().bytes
        };
        let before = [make(&mut aviary, Format::Pdf), make(&mut aviary, Format::Png)];
        let hidden: Vec<(Place, &str)> = aviary
            .answers
            .iter()
            .map(|answer| &answer.written)
            .filter(|written| !written.is_seen_by(Reader::Anyone, &aviary.people))
            // These decide who stands on the card, and in which order; of children strangers get
            // to know that there are some.
            .filter(|written| {
                !["d.agreed", "d.number_on_card", "d.call_order"].contains(&written.field.id)
            })
            .filter(|written| written.field.id != "h.children" || written.audience.is_some())
            .map(|written| (written.place, written.field.id))
            .collect();
        assert!(hidden.len() > 40, "{}", hidden.len());
        for (place, id) in hidden {
            aviary.keeper.clear(place, id).unwrap();
        }
        let after = [make(&mut aviary, Format::Pdf), make(&mut aviary, Format::Png)];
        assert!(before == after, "seed {seed}");
    }
}

#[test]
fn the_owners_own_word_is_on_a_card_only_if_strangers_may_read_it() {
    let owner = Owner::new();
    let words = "card-cover-line = Ik heb { $crisis }? Lees dit eerst.\n";
    let mut keeper =
        owner.begins_with(&landvast::Opening { extra_words: words, ..owner.opening() });
    let mut says = |audience: Option<Audience>| {
        let value = Some(Value::Text("q3kbw7".to_owned()));
        let draft = Draft { value, audience: Some(audience), ..Draft::default() };
        keeper.revise(Place::Plan, "a.own_word", draft).unwrap();
        pdf::everything_in(&keeper.card(&CardOptions::default()).unwrap().bytes).holds("q3kbw7")
    };
    assert!(says(None));
    assert!(!says(Some(Audience::only_me())));
    assert!(says(Some(Audience::anyone())));
}

#[test]
fn no_canary_is_in_an_error() {
    let mut chance = Chance::from_seed(77);
    let mut aviary = Aviary::new(&mut chance);
    let keeper = &mut aviary.keeper;
    let sung = "q7kdwbm3";
    let words = || vec![sung.to_owned()];
    let file = |answers: &str| format!("{{\"landvast\": 1, {answers}}}");
    let mut errors: Vec<PlanError> = Vec::new();
    for field in TABLE.fields() {
        let place = match field.owner {
            Whose::Plan => Place::Plan,
            Whose::Person => Place::Person(aviary.people[0].id),
        };
        errors.extend(keeper.read_typed(place, field.id, &words()).err());
        errors.extend(keeper.read_typed_rows(place, field.id, &words()).err());
        errors.extend(
            keeper.read_typed_rows(place, field.id, &[format!("{{\"mijn {sung}\": 1}}")]).err(),
        );
        errors.extend(keeper.read_audience(place, field.id, &words()).err());
        errors.extend(keeper.write(place, field.id, Value::Choice(sung.to_owned())).err());
        errors.extend(keeper.write(place, field.id, Value::Text(sung.repeat(3000))).err());
        let cells = [(sung.to_owned(), Value::Text(sung.to_owned()))].into();
        let rows = Value::Rows(vec![Row { id: RowId(1), cells }]);
        errors.extend(keeper.write(place, field.id, rows).err());
        let key = field.id.replace("d.", "");
        errors.extend(
            keeper
                .import(&file(&format!(
                    "\"people\": [{{\"{key}\": {{\"value\": \"{sung}\", \"mijn {sung}\": 1}}}}]"
                )))
                .err(),
        );
        errors.extend(
            keeper
                .import(&file(&format!(
                    "\"answers\": {{\"{}\": [{{\"mijn {sung}\": \"{sung}\"}}]}}",
                    field.id
                )))
                .err(),
        );
    }
    errors.extend(keeper.read(Place::Plan, &format!("een gedachte: {sung}")).err());
    errors.extend(keeper.find_person(sung).err());
    errors.extend(keeper.import(sung).err());
    errors.extend(keeper.import(&file(&format!("\"mijn {sung}"))).err());
    errors.extend(keeper.import(&file(&format!("\"language\": \"{sung}\""))).err());
    errors.extend(keeper.import(&file(&format!("\"mijn {sung}\": 1"))).err());
    errors.extend(landvast::Passphrase::new(b"").err().map(PlanError::from));
    errors.extend(landvast::RecoveryCode::parse(sung).err().map(PlanError::from));
    assert!(errors.len() > 400, "{}", errors.len());
    let words = Words::new(Language::Nl);
    for error in errors {
        let said = format!("{error} {error:?} {}", say_error(&error, &TABLE, &words).concat());
        assert!(!said.contains(sung), "{said}");
        for text in aviary.answers.iter().flat_map(|answer| &answer.texts) {
            assert!(!text.canary.is_in(&said), "{said}");
        }
    }
}
