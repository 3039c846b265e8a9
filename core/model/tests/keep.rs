//! A log that is written anew says the same plan, and no longer what was to be forgotten.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod random;

use chrono::{DateTime, TimeDelta, Utc};
use landvast_model::action::{fold, history, redo, undo};
use landvast_model::keep::{Keep, keep};
use landvast_model::{
    Action, Agreement, Agrees, Answer, Book, CheckCode, FieldKey, Language, Op, PaperKind,
    PersonId, Place, Reader, Value,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

const ANA: PersonId = PersonId(1);

fn at(seq: u64) -> DateTime<Utc> {
    let start: DateTime<Utc> = "2026-03-01T10:00:00Z".parse().unwrap();
    start + TimeDelta::minutes(i64::try_from(seq).unwrap())
}

fn first() -> FieldKey {
    FieldKey::new("c.first")
}

fn writes(words: &str) -> Op {
    let answer = Answer::new(Value::Text(words.to_owned()));
    Op::Write { place: Place::Plan, field: first(), answer }
}

fn log(ops: impl IntoIterator<Item = Vec<Op>>) -> Vec<Action> {
    let numbered = ops.into_iter().zip(1..);
    numbered.map(|(ops, seq)| Action { seq, at: at(seq), ops, undoes: None }).collect()
}

fn wordings(base: &Book, kept: &[Action]) -> Vec<String> {
    let versions = history(base, &[], kept, Place::Plan, "c.first");
    let words = versions.iter().map(|version| match version.answer.map(|a| &a.value) {
        Some(Value::Text(words)) => words.clone(),
        _ => "-".to_owned(),
    });
    words.collect()
}

fn said(base: &Book, kept: &[Action]) -> String {
    serde_json::to_string(&(base, kept)).unwrap()
}

/// Any edit, but every written word is a word of its own: what was said can be looked for.
fn canaries() -> impl Strategy<Value = Vec<Action>> {
    vec(vec(random::op(), 1..5), 1..25).prop_map(|ops| {
        let mut actions = log(ops);
        let written = actions.iter_mut().flat_map(|action| &mut action.ops);
        for (number, op) in written.enumerate() {
            if let Op::Write { answer, .. } = op {
                answer.value = Value::Text(format!("kanarie {number}."));
                answer.card_text = answer.card_text.as_ref().map(|_| format!("vogel {number}."));
            }
        }
        actions
    })
}

fn touched(actions: &[Action]) -> Vec<(Place, FieldKey)> {
    let ops = actions.iter().flat_map(|action| &action.ops);
    ops.filter_map(|op| match op {
        Op::Write { place, field, .. } | Op::Clear { place, field } => {
            Some((*place, field.clone()))
        }
        _ => None,
    })
    .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn the_plan_stays_the_same_and_forgotten_words_are_nowhere(
        actions in canaries(),
        cut: Index,
        versions in select(vec![0, 1, 2, 3, 50]),
        picked in vec(any::<Index>(), 0..6),
    ) {
        let (before, later) = actions.split_at(cut.index(actions.len()));
        let base = fold(Book::default(), before);
        let touched = touched(&actions);
        let forget: Vec<_> = if touched.is_empty() {
            Vec::new()
        } else {
            picked.iter().map(|index| touched[index.index(touched.len())].clone()).collect()
        };

        let newest = fold(base.clone(), later);
        let (begin, kept) = keep(&base, later, &Keep { versions, forget: &forget });
        prop_assert_eq!(&fold(begin.clone(), &kept), &newest);

        let said = said(&begin, &kept);
        for op in actions.iter().flat_map(|action| &action.ops) {
            let Op::Write { place, field, answer } = op else { continue };
            let Value::Text(words) = &answer.value else { continue };
            let stands = newest.answer(*place, field.as_str()).is_some_and(|a| a.value == answer.value);
            let is_forgotten = forget.contains(&(*place, field.clone())) && !stands;
            prop_assert!(!(is_forgotten && said.contains(words.as_str())));
            if let Some(words) = answer.card_text.as_ref().filter(|_| is_forgotten) {
                prop_assert!(!said.contains(words.as_str()));
            }
        }
    }

    #[test]
    fn what_is_kept_can_be_written_anew_again(actions in canaries(), versions in 1..4_usize) {
        let rule = Keep { versions, forget: &[] };
        let (base, kept) = keep(&Book::default(), &actions, &rule);
        prop_assert_eq!(keep(&base, &kept, &rule), (base, kept));
    }

    #[test]
    fn nothing_goes_while_there_is_little(actions in canaries()) {
        let (base, kept) = keep(&Book::default(), &actions, &Keep::default());
        prop_assert_eq!((base, kept), (Book::default(), actions));
    }
}

#[test]
fn the_newest_wordings_stay_and_the_one_before_them_is_the_beginning() {
    let actions = log((1..=100).map(|n| vec![writes(&format!("Regel {n}"))]));
    let (base, kept) = keep(&Book::default(), &actions, &Keep { versions: 3, forget: &[] });
    assert_eq!(wordings(&base, &kept), ["Regel 97", "Regel 98", "Regel 99", "Regel 100"]);
    assert_eq!(kept.iter().map(|action| action.seq).collect::<Vec<_>>(), [98, 99, 100]);
}

#[test]
fn taking_back_goes_on_after_it() {
    let actions = log((1..=9).map(|n| vec![writes(&format!("Regel {n}"))]));
    let (base, kept) = keep(&Book::default(), &actions, &Keep { versions: 2, forget: &[] });
    let back = undo(&base, &kept).unwrap();
    let mut book = fold(base, &kept);
    book.apply(&Action { seq: 10, at: at(10), ops: back.ops, undoes: Some(back.of) });
    assert_eq!(back.of, 9);
    assert_eq!(
        book.answer(Place::Plan, "c.first").unwrap().value,
        Value::Text("Regel 8".to_owned())
    );
}

#[test]
fn of_an_answer_that_was_taken_away_and_is_to_be_forgotten_nothing_is_left() {
    let clear = Op::Clear { place: Place::Plan, field: first() };
    let actions = log([vec![writes("Geheim")], vec![clear], vec![]]);
    let forget = [(Place::Plan, first())];
    let (base, kept) =
        keep(&Book::default(), &actions, &Keep { forget: &forget, ..Keep::default() });
    assert_eq!((base, kept.len()), (Book::default(), 1));
    assert_eq!((kept[0].seq, kept[0].ops.len()), (3, 0));
}

#[test]
fn what_stood_at_the_beginning_is_forgotten_too_unless_it_stands_still() {
    let base = fold(Book::default(), &log([vec![writes("Geheim")]]));
    let forget = [(Place::Plan, first())];
    let rule = Keep { forget: &forget, ..Keep::default() };
    assert_eq!(keep(&base, &[], &rule), (base.clone(), vec![]));
    let later = Action { seq: 2, ..log([vec![writes("Open")]]).remove(0) };
    let (begin, kept) = keep(&base, &[later], &rule);
    assert_eq!(wordings(&begin, &kept), ["Open"]);
}

#[test]
fn an_undo_after_forgetting_does_not_take_away_what_was_left_standing() {
    let felt = Op::Write {
        place: Place::Plan,
        field: FieldKey::new("b.felt"),
        answer: Answer::new(Value::Text("Druk".to_owned())),
    };
    let actions = log([vec![writes("Geheim"), felt], vec![writes("Open")]]);
    let forget = [(Place::Plan, first())];
    let (base, kept) =
        keep(&Book::default(), &actions, &Keep { forget: &forget, ..Keep::default() });
    let undone = undo(&base, &kept).unwrap();
    assert!(!format!("{undone:?}").contains("c.first"), "{undone:?}");
    // And once that is taken back too, nothing is left to take back.
    let last = Action { seq: 3, ops: undone.ops, undoes: Some(undone.of), ..actions[1].clone() };
    assert_eq!(undo(&base, &[kept, vec![last]].concat()), None);
}

#[test]
fn a_redo_after_forgetting_brings_nothing_of_it_back() {
    let mut actions = log([vec![writes("Open")], vec![writes("Geheim")]]);
    let undone = undo(&Book::default(), &actions).unwrap();
    actions.push(Action { seq: 3, at: at(3), ops: undone.ops, undoes: Some(undone.of) });
    assert!(redo(&Book::default(), &actions).is_some());
    let forget = [(Place::Plan, first())];
    let rule = Keep { forget: &forget, ..Keep::default() };
    let (base, kept) = keep(&Book::default(), &actions, &rule);
    assert_eq!(redo(&base, &kept), None);
}

#[test]
fn forgetting_what_was_written_about_a_person_who_is_gone_forgets_it() {
    let name = FieldKey::new("d.name");
    let place = Place::Person(ANA);
    let answer = Answer::new(Value::Text("Ana".to_owned()));
    let actions = log([
        vec![Op::AddPerson { id: ANA }, Op::Write { place, field: name.clone(), answer }],
        vec![Op::RemovePerson { id: ANA }],
    ]);
    let forget = [(place, name)];
    let (base, kept) =
        keep(&Book::default(), &actions, &Keep { forget: &forget, ..Keep::default() });
    assert!(!said(&base, &kept).contains("Ana"));
    assert_eq!(fold(base, &kept), fold(Book::default(), &actions));
}

#[test]
fn papers_and_what_somebody_agreed_to_stay_however_often() {
    let made = |n: u64| Op::MadePaper {
        reader: Reader::Anyone,
        kind: PaperKind::Card,
        on: "2026-03-01".parse().unwrap(),
        code: CheckCode::derive(&n.to_be_bytes()),
    };
    let agreed = |answer| Op::Write {
        place: Place::Person(ANA),
        field: FieldKey::new("d.agreed"),
        answer: Answer::new(Value::Agreement(Agreement {
            on: "2026-03-01".parse().unwrap(),
            answer,
        })),
    };
    let mut ops = vec![vec![Op::AddPerson { id: ANA }]];
    for n in 0..20 {
        let language = if n % 2 == 0 { Language::En } else { Language::Nl };
        let answer = if n % 3 == 0 { Agrees::No } else { Agrees::Yes };
        ops.push(vec![Op::SetLanguage { language }, made(n), agreed(answer), writes("Zet thee")]);
    }
    let actions = log(ops);
    let (base, kept) = keep(&Book::default(), &actions, &Keep { versions: 2, forget: &[] });
    let count = |is: fn(&Op) -> bool| {
        kept.iter().flat_map(|action| &action.ops).filter(|op| is(op)).count()
    };
    assert_eq!(count(|op| matches!(op, Op::MadePaper { .. })), 20);
    assert_eq!(count(|op| matches!(op, Op::SetLanguage { .. })), 2);
    assert_eq!(
        count(|op| matches!(op, Op::Write { place, .. } if *place == Place::Person(ANA))),
        20
    );
    assert_eq!(count(|op| matches!(op, Op::Write { place: Place::Plan, .. })), 2);
    assert_eq!(fold(base, &kept), fold(Book::default(), &actions));
}
