//! A plan full of canaries: a word or a number that stands nowhere else in every text of every
//! field, and audiences, circles and consents as chance has them.

use std::collections::{BTreeMap, BTreeSet};

use landvast::{
    Agreement, Agrees, Audience, Draft, Keeper, Kind, PersonId, Place, PlanError, Problem, Row,
    RowId, Section, TABLE, Value,
};
use landvast_model::Field;
use landvast_model::table::Owner as Whose;
use landvast_tests::{Chance, Owner};

use crate::letters::{Said, Somebody, Written, letter};
use crate::pdf::Said as Pdf;

/// A word that stands nowhere else, or the digits of a number.
#[derive(Clone, Debug)]
pub(crate) enum Canary {
    Word(String),
    Digits(String),
}

/// One text that a person wrote.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) canary: Canary,
    /// Whether it stands on the card as the words for the card.
    pub(crate) is_card_text: bool,
}

/// An answer with its canaries.
pub(crate) struct Answer {
    pub(crate) written: Written,
    pub(crate) texts: Vec<Text>,
    pub(crate) has_card_text: bool,
}

/// A plan full of canaries.
pub(crate) struct Aviary {
    _owner: Owner,
    pub(crate) keeper: Keeper,
    pub(crate) people: Vec<Somebody>,
    pub(crate) answers: Vec<Answer>,
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

    pub(crate) fn sings_in(&self, pdf: &Pdf) -> bool {
        match self {
            Self::Word(word) => pdf.holds(word),
            Self::Digits(digits) => pdf.holds_digits(digits),
        }
    }

    pub(crate) fn is_in(&self, text: &str) -> bool {
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
            let mut cells = BTreeMap::new();
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
    pub(crate) fn new(chance: &mut Chance) -> Self {
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
                role: None,
                is_minor: false,
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
                somebody.is_professional = circle == "professional";
            }
            ("d.may_know", Value::Sections(sections)) => {
                let letters = sections.iter().filter_map(|section| section.id().chars().next());
                somebody.may_know = Some(letters.collect());
            }
            ("d.formal_role", Value::Choice(role)) => somebody.role = Some(role.clone()),
            ("d.minor", Value::Choice(minor)) => somebody.is_minor = minor == "yes",
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
}
