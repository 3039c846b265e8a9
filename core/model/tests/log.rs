//! What a person did can be taken back, step by step, and folds to the same book everywhere.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod random;

use chrono::{DateTime, TimeDelta, Utc};
use landvast_model::action::{Undo, difference, fold, history, redo, undo};
use landvast_model::{
    Action, Answer, Audience, Book, CheckCode, Copy, CopyId, FieldKey, Form, Language, Op,
    PaperKey, PersonId, Place, Value,
};
use proptest::collection::vec;
use proptest::prelude::*;

fn at(seq: u64) -> DateTime<Utc> {
    let start: DateTime<Utc> = "2026-03-01T10:00:00Z".parse().unwrap();
    start + TimeDelta::minutes(i64::try_from(seq).unwrap())
}

fn action(seq: u64, ops: Vec<Op>) -> Action {
    Action { seq, at: at(seq), ops, undoes: None }
}

fn writes(text: &str) -> Op {
    let answer = Answer::new(Value::Text(text.to_owned()));
    Op::Write { place: Place::Plan, field: FieldKey::new("c.first"), answer }
}

/// The book without what an undo leaves as it is: papers and backups that were made, copies that
/// were given, and the count.
fn taken_back(book: &Book) -> Book {
    let papers = std::collections::BTreeMap::new();
    Book { seq: 0, papers, copies: Vec::new(), backups: Vec::new(), ..book.clone() }
}

/// A log that grows, with the owner's own memory of it beside: what stood before each action, and
/// before each undo.
#[derive(Default)]
struct Diary {
    actions: Vec<Action>,
    before: Vec<Book>,
    undone: Vec<Book>,
}

impl Diary {
    fn book(&self) -> Book {
        fold(Book::default(), &self.actions)
    }

    fn next(&self) -> u64 {
        u64::try_from(self.actions.len()).unwrap() + 1
    }

    fn does(&mut self, ops: Vec<Op>) {
        let before = taken_back(&self.book());
        self.actions.push(action(self.next(), ops));
        if taken_back(&self.book()) != before {
            self.before.push(before);
            self.undone.clear();
        }
    }

    /// Takes one action back; says whether log and memory agree on there being one.
    fn takes_back(&mut self) -> bool {
        let now = taken_back(&self.book());
        match (undo(&Book::default(), &self.actions), self.before.pop()) {
            (Some(undo), Some(before)) => {
                self.undone.push(now);
                self.writes(undo);
                taken_back(&self.book()) == before
            }
            (None, None) => true,
            _ => false,
        }
    }

    /// Takes one undo back; says the same.
    fn puts_back(&mut self) -> bool {
        let now = taken_back(&self.book());
        match (redo(&Book::default(), &self.actions), self.undone.pop()) {
            (Some(redo), Some(undone)) => {
                self.before.push(now);
                self.writes(redo);
                taken_back(&self.book()) == undone
            }
            (None, None) => true,
            _ => false,
        }
    }

    fn writes(&mut self, Undo { of, ops }: Undo) {
        let (seq, undoes) = (self.next(), Some(of));
        self.actions.push(Action { seq, at: at(seq), ops, undoes });
    }
}

#[derive(Clone, Debug)]
enum Step {
    Do(Vec<Op>),
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => vec(random::op(), 1..5).prop_map(Step::Do),
        2 => Just(Step::Undo),
        2 => Just(Step::Redo),
    ];
    vec(step, 1..18)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_done_is_undone_as_if_it_had_not_been(
        earlier in vec(random::op(), 0..12),
        ops in vec(random::op(), 1..6),
    ) {
        let mut diary = Diary::default();
        diary.does(earlier);
        let before = taken_back(&diary.book());
        diary.actions.push(action(2, ops));
        let now = diary.book();
        let back = difference(&now, &before);
        let mut again = now;
        again.apply(&action(3, back));
        prop_assert_eq!(taken_back(&again), before);
    }

    #[test]
    fn undo_and_redo_walk_through_everything_that_changed_and_no_further(steps in steps()) {
        let mut diary = Diary::default();
        for step in steps {
            match step {
                Step::Do(ops) => diary.does(ops),
                Step::Undo => prop_assert!(diary.takes_back()),
                Step::Redo => prop_assert!(diary.puts_back()),
            }
        }
        for _ in 0..=diary.before.len() {
            prop_assert!(diary.takes_back());
        }
        prop_assert_eq!(undo(&Book::default(), &diary.actions), None);
        for _ in 0..=diary.undone.len() {
            prop_assert!(diary.puts_back());
        }
        prop_assert_eq!(redo(&Book::default(), &diary.actions), None);
    }

    #[test]
    fn a_book_folded_in_two_parts_is_the_same_book(ops in vec(vec(random::op(), 1..4), 1..10), cut: prop::sample::Index) {
        let actions: Vec<Action> = ops.into_iter().zip(1..).map(|(ops, seq)| action(seq, ops)).collect();
        let (first, second) = actions.split_at(cut.index(actions.len()));
        let snapshot = fold(Book::default(), first);
        prop_assert_eq!(fold(snapshot, second), fold(Book::default(), &actions));
    }

    #[test]
    fn a_book_does_not_differ_from_itself(book in random::book()) {
        prop_assert_eq!(difference(&book, &book), []);
    }
}

#[test]
fn undo_twice_goes_two_back() {
    let mut diary = Diary::default();
    for text in ["Ga naast me zitten", "Zet thee", "Bel Ana"] {
        diary.does(vec![writes(text)]);
    }
    let stands = |diary: &Diary| match diary.book().answer(Place::Plan, "c.first") {
        Some(Answer { value: Value::Text(text), .. }) => text.clone(),
        _ => String::new(),
    };
    assert!(diary.takes_back());
    assert_eq!(stands(&diary), "Zet thee");
    assert!(diary.takes_back());
    assert_eq!(stands(&diary), "Ga naast me zitten");
    let undone: Vec<_> = diary.actions.iter().filter_map(|action| action.undoes).collect();
    assert_eq!(undone, [3, 2]);
}

#[test]
fn what_was_taken_back_too_far_comes_back_until_something_else_is_written() {
    let mut diary = Diary::default();
    for text in ["Ga naast me zitten", "Zet thee", "Bel Ana"] {
        diary.does(vec![writes(text)]);
    }
    assert_eq!(redo(&Book::default(), &diary.actions), None, "nothing was taken back");
    assert!(diary.takes_back() && diary.takes_back() && diary.puts_back() && diary.puts_back());
    let redone: Vec<_> = diary.actions.iter().filter_map(|action| action.undoes).collect();
    assert_eq!(redone, [3, 2, 5, 4]);
    assert!(diary.takes_back(), "and may be taken back again");
    let code = CheckCode::derive(b"a card");
    let PaperKey { reader, kind } = PaperKey::CARD;
    let on = "2026-03-01".parse().unwrap();
    diary.does(vec![Op::MadePaper { reader, kind, on, code }]);
    assert!(redo(&Book::default(), &diary.actions).is_some(), "a card is no change of the plan");
    diary.does(vec![writes("Laat me slapen")]);
    assert_eq!(redo(&Book::default(), &diary.actions), None);
}

#[test]
fn an_undo_brings_back_when_it_was_written_too() {
    let mut diary = Diary::default();
    diary.does(vec![writes("Zet thee")]);
    diary.does(vec![writes("Bel Ana")]);
    assert!(diary.takes_back());
    let book = diary.book();
    assert_eq!(book.answer(Place::Plan, "c.first").unwrap().updated_at, Some(at(1)));
}

#[test]
fn a_person_who_was_taken_out_comes_back_whole_and_in_their_place() {
    let [ana, joost, els] = [PersonId(1), PersonId(2), PersonId(3)];
    let named = |id, name: &str| {
        let answer = Answer::new(Value::Text(name.to_owned()));
        Op::Write { place: Place::Person(id), field: FieldKey::new("d.name"), answer }
    };
    let mut diary = Diary::default();
    for (id, name) in [(ana, "Ana"), (joost, "Joost"), (els, "Els")] {
        diary.does(vec![Op::AddPerson { id }, named(id, name)]);
    }
    diary.does(vec![Op::RemovePerson { id: ana }]);
    assert!(diary.takes_back());
    let there: Vec<String> =
        diary.book().people.iter().map(|person| person.name().to_owned()).collect();
    assert_eq!(there, ["Ana", "Joost", "Els"]);
}

#[test]
fn a_card_that_was_made_and_given_stays_so() {
    let mut diary = Diary::default();
    diary.does(vec![writes("Zet thee")]);
    let code = CheckCode::derive(b"a card");
    let on = "2026-03-01".parse().unwrap();
    let PaperKey { reader, kind } = PaperKey::CARD;
    diary.does(vec![Op::MadePaper { reader, kind, on, code }]);
    let (id, form, paper) = (CopyId(1), Form::Paper, PaperKey::CARD);
    let copy = Copy { id, person: PersonId(1), paper, version: 1, on, form, returned_on: None };
    diary.does(vec![Op::GaveCopy { copy }]);
    assert!(diary.takes_back(), "the answer, not the card, nor who has it");
    let book = diary.book();
    assert_eq!(book.answer(Place::Plan, "c.first"), None);
    assert_eq!(book.papers[&PaperKey::CARD].version(), 1);
    assert_eq!(book.copies, [copy]);
    assert_eq!(undo(&Book::default(), &diary.actions), None);
}

#[test]
fn a_copy_that_came_back_is_written_down_and_a_second_one_of_the_same_id_is_none() {
    let on = "2026-03-01".parse().unwrap();
    let back = "2026-04-01".parse().unwrap();
    let (id, form) = (CopyId(1), Form::Digital);
    let paper = PaperKey::CARD;
    let copy = Copy { id, person: PersonId(1), paper, version: 1, on, form, returned_on: None };
    let other = Copy { person: PersonId(2), ..copy };
    let ops = vec![
        Op::GaveCopy { copy },
        Op::GaveCopy { copy: other },
        Op::CopyBack { id: CopyId(9), on: back },
        Op::CopyBack { id, on: back },
        // Whoever leaves the plan may still hold something.
        Op::RemovePerson { id: PersonId(1) },
    ];
    let book = fold(Book::default(), &[action(1, ops)]);
    assert_eq!(book.copies, [Copy { returned_on: Some(back), ..copy }]);
}

#[test]
fn what_the_owner_chose_about_something_worked_out_is_taken_back_too() {
    let field = FieldKey::new("i.legal_note");
    let share = |audience| Op::Share { field: field.clone(), audience };
    let mut diary = Diary::default();
    diary.does(vec![share(Some(Audience::anyone()))]);
    diary.does(vec![share(Some(Audience::only_me()))]);
    diary.does(vec![share(None)]);
    let chosen = |diary: &Diary| diary.book().shared.get(&field).cloned();
    assert_eq!(chosen(&diary), None);
    assert!(diary.takes_back());
    assert_eq!(chosen(&diary), Some(Audience::only_me()));
    assert!(diary.takes_back());
    assert_eq!(chosen(&diary), Some(Audience::anyone()));
    assert!(diary.takes_back());
    assert_eq!(chosen(&diary), None);
}

#[test]
fn an_answer_that_changed_alone_leaves_its_card_text_older() {
    let write = |value: &str, card: Option<&str>| {
        let card_text = card.map(str::to_owned);
        let answer = Answer { card_text, ..Answer::new(Value::Text(value.to_owned())) };
        Op::Write { place: Place::Plan, field: FieldKey::new("c.first"), answer }
    };
    let mut diary = Diary::default();
    let is_older =
        |diary: &Diary| diary.book().answer(Place::Plan, "c.first").unwrap().card_text_is_older;
    diary.does(vec![write("Zet thee", Some("Thee"))]);
    assert!(!is_older(&diary));
    diary.does(vec![write("Zet koffie", Some("Thee"))]);
    assert!(is_older(&diary));
    // It stays so, whatever else is decided about it, until the shorter words change.
    diary.does(vec![write("Zet koffie", Some("Thee"))]);
    assert!(is_older(&diary));
    diary.does(vec![write("Zet koffie", Some("Koffie"))]);
    assert!(!is_older(&diary));
    assert!(diary.takes_back());
    assert!(is_older(&diary));
    diary.does(vec![write("Zet thee", None)]);
    assert!(!is_older(&diary));
}

#[test]
fn a_change_to_somebody_who_is_gone_changes_nothing() {
    let gone = PersonId(9);
    let place = Place::Person(gone);
    let field = FieldKey::new("d.name");
    let answer = Answer::new(Value::Text("Ana".to_owned()));
    let ops = vec![
        Op::Write { place, field: field.clone(), answer },
        Op::Clear { place, field },
        Op::RemovePerson { id: gone },
        Op::OrderPeople { ids: vec![gone] },
    ];
    let book = fold(Book::default(), &[action(1, ops)]);
    assert_eq!(book, Book { seq: 1, ..Book::default() });
}

#[test]
fn adding_somebody_twice_adds_them_once() {
    let id = PersonId(9);
    let ops = vec![Op::AddPerson { id }, Op::AddPerson { id }];
    assert_eq!(fold(Book::default(), &[action(1, ops)]).people.len(), 1);
}

#[test]
fn the_history_of_an_answer_tells_every_wording_and_when_it_was_taken_away() {
    let field = FieldKey::new("c.first");
    let kept = [action(1, vec![writes("Zet thee")]), action(2, vec![writes("Bel Ana")])];
    let later = [
        action(3, vec![Op::Clear { place: Place::Plan, field }]),
        action(4, vec![Op::SetLanguage { language: Language::En }]),
        action(5, vec![writes("Sit beside me")]),
    ];
    let base = fold(Book::default(), &kept);
    let told = |kept: &[Action]| -> Vec<(u64, Option<String>)> {
        let versions = history(&base, kept, &later, Place::Plan, "c.first");
        let text = |answer: &Answer| answer.value.texts().concat();
        versions.iter().map(|v| (v.seq, v.answer.map(text))).collect()
    };
    let said = |text: &str| Some(text.to_owned());
    let since = [(3, None), (5, said("Sit beside me"))];
    assert_eq!(
        told(&kept),
        [vec![(1, said("Zet thee")), (2, said("Bel Ana"))], since.to_vec()].concat()
    );
    // Where older versions were forgotten, the oldest known stands first.
    assert_eq!(told(&[]), [vec![(2, said("Bel Ana"))], since.to_vec()].concat());
}
