//! Plans that nobody would write: any answer to any field, any edit in any order.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "each test file takes what it needs, and may stop where it stands"
)]

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use landvast_model::hours::Span;
use landvast_model::table::Owner;
use landvast_model::{
    Agreement, Agrees, Answer, Audience, Book, CheckCode, Copy, CopyId, Field, FieldKey, Form,
    Hours, Kind, Language, Op, PaperKey, PaperKind, Person, PersonId, Place, PlanState, Reader,
    Row, RowId, Section, Source, TABLE, Value,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Everybody who may be in a random plan.
pub(crate) const PEOPLE: [PersonId; 4] = [PersonId(1), PersonId(2), PersonId(0xFF), PersonId(!0)];

/// A text with anything in it, but not blank.
pub(crate) fn words() -> BoxedStrategy<String> {
    let any = prop_oneof![
        "\\PC{1,24}",
        ".{1,12}",
        "[a-z]{1,8}(\n[a-z]{1,8})?",
        "[\u{202A}-\u{202E}a]{1,6}"
    ];
    any.prop_filter("blank", |text| !text.trim().is_empty()).boxed()
}

pub(crate) fn day() -> BoxedStrategy<NaiveDate> {
    // From 1900 to 2100.
    (693_596..767_000_i32).prop_filter_map("no day", NaiveDate::from_num_days_from_ce_opt).boxed()
}

fn hours() -> BoxedStrategy<Hours> {
    let span = (any::<[bool; 7]>(), 0..1440_u16, 1..=1440_u16)
        .prop_filter("some day", |(days, ..)| days.contains(&true))
        .prop_map(|(days, from, until)| Span { days, from, until });
    vec(span, 0..3).prop_map(|spans| Hours { spans }).boxed()
}

/// A value that a field of `kind` can hold.
pub(crate) fn value(kind: Kind) -> BoxedStrategy<Value> {
    match kind {
        Kind::Text | Kind::Derived => words().prop_map(Value::Text).boxed(),
        Kind::Lines => vec(words(), 1..4).prop_map(Value::Lines).boxed(),
        Kind::Phones => vec(words(), 1..3).prop_map(Value::Phones).boxed(),
        Kind::Choice(ids) => select(ids).prop_map(|id| Value::Choice(id.to_owned())).boxed(),
        Kind::Day => day().prop_map(Value::Day).boxed(),
        Kind::Hours => hours().prop_map(Value::Hours).boxed(),
        Kind::Degree { most } => (1..=most).prop_map(Value::Degree).boxed(),
        Kind::People => vec(select(&PEOPLE), 1..3).prop_map(Value::People).boxed(),
        Kind::Agreement => (day(), select(&Agrees::ALL))
            .prop_map(|(on, answer)| Value::Agreement(Agreement { on, answer }))
            .boxed(),
        Kind::Sections => btree_set(select(&Section::ALL), 0..5).prop_map(Value::Sections).boxed(),
        Kind::Rows(columns) => {
            let cells: Vec<_> =
                columns.iter().map(|column| option::of(value(column.kind))).collect();
            let ids: Vec<&str> = columns.iter().map(|column| column.id).collect();
            let row = (any::<u64>(), cells).prop_map(move |(id, cells)| {
                let named = ids.iter().map(|id| (*id).to_owned()).zip(cells);
                let cells = named.filter_map(|(id, cell)| Some((id, cell?))).collect();
                Row { id: RowId(id), cells }
            });
            vec(row, 1..3).prop_map(Value::Rows).boxed()
        }
    }
}

/// An audience that the field allows.
pub(crate) fn audience(field: &'static Field) -> BoxedStrategy<Audience> {
    (any::<[bool; 3]>(), btree_set(select(&PEOPLE), 0..3))
        .prop_map(|([anyone, professionals, next_of_kin], people)| Audience {
            anyone,
            professionals,
            next_of_kin,
            people,
        })
        .prop_map(
            move |audience| {
                if audience.is_allowed(field) { audience } else { Audience::only_me() }
            },
        )
        .boxed()
}

/// An answer to a field, with anything decided about it.
pub(crate) fn answer(field: &'static Field) -> BoxedStrategy<Answer> {
    let decided = (
        // Often the same words, so that an answer changes and they do not.
        option::weighted(0.3, prop_oneof![words(), Just("Thee".to_owned())]),
        option::weighted(0.4, audience(field)),
        option::weighted(0.2, day()),
        select(&Source::ALL),
        option::weighted(0.1, select(vec!["ar", "tr", "en-GB"])),
    );
    // An empty value is no answer: writing one clears.
    let given = value(field.kind).prop_filter("an answer", |value| !value.is_empty());
    (given, decided)
        .prop_map(|(value, (card_text, audience, reviewed_on, source, lang))| Answer {
            value,
            card_text,
            card_text_is_older: false,
            audience,
            reviewed_on,
            source,
            lang: lang.map(str::to_owned),
            updated_at: None,
        })
        .boxed()
}

fn answers(owner: Owner) -> BoxedStrategy<BTreeMap<FieldKey, Answer>> {
    let fields: Vec<&Field> = TABLE.owned(owner).filter(|field| !field.is_derived()).collect();
    let each: Vec<_> = fields.iter().map(|field| option::weighted(0.3, answer(field))).collect();
    each.prop_map(move |answers| {
        let found = fields.iter().zip(answers);
        found.filter_map(|(field, answer)| Some((field.key(), answer?))).collect()
    })
    .boxed()
}

/// What the owner chose about what is worked out.
fn shared() -> BoxedStrategy<BTreeMap<FieldKey, Audience>> {
    let fields: Vec<&Field> = TABLE.fields().filter(|field| field.may_be_shared()).collect();
    let each: Vec<_> = fields.iter().map(|field| option::weighted(0.2, audience(field))).collect();
    each.prop_map(move |audiences| {
        let found = fields.iter().zip(audiences);
        found.filter_map(|(field, audience)| Some((field.key(), audience?))).collect()
    })
    .boxed()
}

fn share() -> BoxedStrategy<Op> {
    let fields: Vec<&Field> = TABLE.fields().filter(|field| field.may_be_shared()).collect();
    select(fields)
        .prop_flat_map(|field| {
            let audience = option::of(audience(field));
            audience.prop_map(move |audience| Op::Share { field: field.key(), audience })
        })
        .boxed()
}

/// A book with some answers and some people.
pub(crate) fn book() -> BoxedStrategy<Book> {
    let people = subsequence(PEOPLE.to_vec(), 0..=PEOPLE.len()).prop_shuffle();
    let people = people.prop_flat_map(|ids| {
        let each = ids
            .into_iter()
            .map(|id| answers(Owner::Person).prop_map(move |answers| Person { id, answers }));
        each.collect::<Vec<_>>()
    });
    (select(&Language::ALL), answers(Owner::Plan), people, shared())
        .prop_map(|(language, answers, people, shared)| Book {
            language,
            answers,
            people,
            shared,
            ..Book::default()
        })
        .boxed()
}

fn write(place: Place) -> BoxedStrategy<Op> {
    let owner = match place {
        Place::Plan => Owner::Plan,
        Place::Person(_) => Owner::Person,
    };
    let fields: Vec<&Field> = TABLE.owned(owner).filter(|field| !field.is_derived()).collect();
    select(fields)
        .prop_flat_map(move |field| {
            answer(field).prop_map(move |answer| Op::Write { place, field: field.key(), answer })
        })
        .boxed()
}

fn clear(place: Place) -> BoxedStrategy<Op> {
    // A few fields only, so that something is cleared now and then.
    let fields = select(vec!["c.first", "c.do", "d.name", "d.kind", "d.agreed"]);
    fields.prop_map(move |id| Op::Clear { place, field: FieldKey::new(id) }).boxed()
}

fn place() -> BoxedStrategy<Place> {
    prop_oneof![Just(Place::Plan), select(&PEOPLE).prop_map(Place::Person)].boxed()
}

/// Any edit.
pub(crate) fn op() -> BoxedStrategy<Op> {
    let paper = (select(&PEOPLE), day(), any::<u64>()).prop_map(|(id, on, bits)| Op::MadePaper {
        reader: if bits % 2 == 0 { Reader::Anyone } else { Reader::Person(id) },
        kind: PaperKind::ALL[usize::try_from(bits % 5).unwrap()],
        on,
        code: CheckCode::derive(&bits.to_be_bytes()),
    });
    let copy = (select(&PEOPLE), day(), 0..4_u64).prop_map(|(person, on, id)| {
        let (id, form) = (CopyId(id), Form::Paper);
        let paper = PaperKey::CARD;
        Op::GaveCopy { copy: Copy { id, person, paper, version: 1, on, form, returned_on: None } }
    });
    let back = (0..4_u64, day()).prop_map(|(id, on)| Op::CopyBack { id: CopyId(id), on });
    let states = vec![PlanState::Asleep, PlanState::InUse, PlanState::Over, PlanState::Withdrawn];
    prop_oneof![
        6 => place().prop_flat_map(write),
        2 => place().prop_flat_map(clear),
        3 => select(&PEOPLE).prop_map(|id| Op::AddPerson { id }),
        1 => select(&PEOPLE).prop_map(|id| Op::RemovePerson { id }),
        1 => Just(PEOPLE.to_vec()).prop_shuffle().prop_map(|ids| Op::OrderPeople { ids }),
        1 => select(&Language::ALL).prop_map(|language| Op::SetLanguage { language }),
        1 => select(states).prop_map(|state| Op::SetState { state }),
        1 => share(),
        1 => paper,
        1 => copy,
        1 => back,
        1 => day().prop_map(|on| Op::MadeBackup { on }),
    ]
    .boxed()
}

/// What the owner would call the same plan: not the ids of rows, not the time of writing, not
/// cells that hold nothing, not people who are gone.
pub(crate) fn as_read(book: &Book) -> Book {
    let known: BTreeSet<PersonId> = book.people.iter().map(|person| person.id).collect();
    let mut read = Book { seq: 0, ..book.clone() };
    for audience in read.shared.values_mut() {
        audience.people.retain(|id| known.contains(id));
    }
    let theirs = read.people.iter_mut().flat_map(|person| person.answers.values_mut());
    for answer in read.answers.values_mut().chain(theirs) {
        answer.updated_at = None;
        answer.card_text_is_older = false;
        if let Some(audience) = &mut answer.audience {
            audience.people.retain(|id| known.contains(id));
        }
        if let Value::Rows(rows) = &mut answer.value {
            for row in rows {
                row.id = RowId(0);
                for cell in row.cells.values_mut() {
                    if let Value::People(people) = cell {
                        people.retain(|id| known.contains(id));
                    }
                }
                row.cells.retain(|_, cell| !cell.is_empty());
            }
        }
    }
    // What spoke only of people who are gone says nothing any more.
    read.answers.retain(|_, answer| !answer.value.is_empty());
    for person in &mut read.people {
        person.answers.retain(|_, answer| !answer.value.is_empty());
    }
    read
}
