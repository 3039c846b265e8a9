//! The largest and ugliest plan that anybody can bring in: it folds, is checked and goes on every
//! paper for every reader, and nobody gets a word of it that is not theirs.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

use landvast_model::action::fold;
use landvast_model::excerpt::{Entry, excerpt};
use landvast_model::exchange::{export, import};
use landvast_model::finding::check;
use landvast_model::table::Owner;
use landvast_model::value::{LONGEST_TEXT, MOST_ENTRIES};
use landvast_model::{
    Action, Agreement, Agrees, Answer, Audience, Book, Copy, CopyId, Field, FieldKey, Form, Kind,
    Op, PaperKey, PaperKind, PersonId, Place, Reader, Request, Row, RowId, Section, TABLE, Value,
    What,
};

/// Markup of every kind, signs that nobody sees, letters from right to left, and the marks that
/// words, pages and shells give a meaning.
const UGLY: &str =
    "<b>\u{0}\u{202E}مرحبا\u{2066}\u{1b}[31m{ $name }</b>&amp;\\n%s\"'`$(x);--\u{feff}é";

/// Twice as many as may be in a plan are somebody; the odd ones are gone.
fn everybody() -> impl Iterator<Item = PersonId> {
    (1..=2 * u64::try_from(MOST_ENTRIES).unwrap()).map(PersonId)
}

fn known() -> impl Iterator<Item = PersonId> {
    everybody().filter(|id| id.0 % 2 == 0)
}

fn today() -> chrono::NaiveDate {
    "2026-03-01".parse().unwrap()
}

/// How much stands in one answer.
#[derive(Clone, Copy)]
enum Size {
    Most,
    Little,
}

impl Size {
    fn text(self) -> String {
        match self {
            Self::Most => UGLY.chars().cycle().take(LONGEST_TEXT).collect(),
            Self::Little => UGLY.to_owned(),
        }
    }

    fn entries(self) -> usize {
        match self {
            Self::Most => MOST_ENTRIES,
            Self::Little => 2,
        }
    }
}

fn value(kind: Kind, size: Size) -> Value {
    let several = || vec![Size::Little.text(); size.entries()];
    match kind {
        Kind::Text | Kind::Derived => Value::Text(size.text()),
        Kind::Lines => Value::Lines(several()),
        Kind::Phones => Value::Phones(several()),
        Kind::Choice(ids) => Value::Choice((*ids.first().unwrap()).to_owned()),
        Kind::Day => Value::Day("9999-12-31".parse().unwrap()),
        // Ends before it starts, on every day.
        Kind::Hours => Value::Hours("mo-su 23:59-00:01; fr-mo 6-6".parse().unwrap()),
        Kind::Degree { most } => Value::Degree(most),
        // Gone or not, and everybody names everybody.
        Kind::People => Value::People(everybody().take(size.entries()).collect()),
        Kind::Agreement => {
            let on = "1000-01-01".parse().unwrap();
            Value::Agreement(Agreement { on, answer: Agrees::Partly })
        }
        Kind::Sections => Value::Sections(Section::ALL.into()),
        Kind::Rows(columns) => {
            let row = |id| {
                let cells = columns.iter().map(|column| {
                    let size = if column.kind == Kind::People { size } else { Size::Little };
                    (column.id.to_owned(), value(column.kind, size))
                });
                Row { id: RowId(id), cells: cells.collect() }
            };
            Value::Rows((0..).take(size.entries()).map(row).collect())
        }
    }
}

fn write(place: Place, field: &Field, size: Size, audience: Option<Audience>) -> Op {
    let value = value(field.kind, size);
    let card_text = Some(Size::Little.text());
    Op::Write {
        place,
        field: field.key(),
        answer: Answer { audience, card_text, ..Answer::new(value) },
    }
}

fn written(owner: Owner) -> impl Iterator<Item = &'static Field> {
    TABLE.owned(owner).filter(|field| !field.is_derived())
}

/// Everything at once: each field answered, one in nine as full as it can be, two hundred people, and
/// half of those who are named are gone.
fn ops() -> Vec<Op> {
    let mut ops: Vec<Op> = everybody().map(|id| Op::AddPerson { id }).collect();
    ops.extend(written(Owner::Plan).enumerate().map(|(turn, field)| {
        let size = if turn % 9 == 0 { Size::Most } else { Size::Little };
        write(Place::Plan, field, size, None)
    }));
    let agreements = TABLE.field("e.agreements").unwrap();
    ops.push(write(Place::Plan, agreements, Size::Most, None));
    for (turn, id) in everybody().enumerate() {
        // The first few are told all that can be told of them, one in five something of everything,
        // and the rest hardly more than a name; one of each two is gone.
        let size = if turn < 4 { Size::Most } else { Size::Little };
        let fields = if turn % 10 < 2 { usize::MAX } else { 3 };
        let place = Place::Person(id);
        ops.extend(written(Owner::Person).take(fields).map(|field| {
            let mut op = write(place, field, size, None);
            if let (Op::Write { answer, .. }, Kind::Choice(ids)) = (&mut op, field.kind) {
                answer.value = Value::Choice(ids[(turn / 2) % ids.len()].to_owned());
            }
            op
        }));
    }
    // An audience of everybody, gone or not.
    let all = Audience { people: everybody().collect(), ..Audience::default() };
    let fields = written(Owner::Plan).skip(1).step_by(5).filter(|field| all.is_allowed(field));
    ops.extend(fields.map(|field| write(Place::Plan, field, Size::Little, Some(all.clone()))));
    ops.extend(everybody().filter(|id| id.0 % 2 == 1).map(|id| Op::RemovePerson { id }));
    let order = known().collect::<Vec<_>>().into_iter().rev().collect();
    ops.push(Op::OrderPeople { ids: order });
    ops.extend(everybody().map(|person| {
        let (id, paper) = (CopyId(person.0), PaperKey::of(person, PaperKind::Plan));
        let copy = Copy {
            id,
            person,
            paper,
            version: u32::MAX,
            on: today(),
            form: Form::Paper,
            returned_on: None,
        };
        Op::GaveCopy { copy }
    }));
    // About somebody who is gone, and about a field that no table has.
    let lost = FieldKey::new(UGLY);
    let answer = Answer::new(Value::Text(Size::Most.text()));
    ops.push(Op::Write {
        place: Place::Person(PersonId(1)),
        field: lost.clone(),
        answer: answer.clone(),
    });
    ops.push(Op::Write { place: Place::Plan, field: lost, answer });
    ops
}

fn book() -> Book {
    let at = "2026-03-01T10:00:00Z".parse().unwrap();
    fold(Book::default(), &[Action { seq: 1, at, ops: ops(), undoes: None }])
}

/// One reader of each kind: whoever holds the card, the owner, some of each circle and role, those
/// under 18 among them, somebody who is gone, and somebody who never was.
fn readers() -> Vec<Reader> {
    let some = known().step_by(35).map(Reader::Person);
    let gone = [Reader::Person(PersonId(1)), Reader::Person(PersonId(u64::MAX))];
    [Reader::Owner, Reader::Anyone].into_iter().chain(gone).chain(some).collect()
}

#[test]
fn the_ugliest_plan_goes_on_every_paper_for_every_reader() {
    let book = book();
    assert_eq!(book.people.len(), MOST_ENTRIES);
    let everything: Vec<String> = TABLE.fields().map(|field| field.id.to_owned()).collect();
    for reader in readers() {
        for paper in PaperKind::ALL {
            let request = Request { ticked: &everything, ..Request::new(reader, paper) };
            let made = excerpt(&book, &TABLE, &request, today());
            let theirs = made.people.iter().flat_map(|person| &person.entries);
            let is_known = |entry: &Entry| TABLE.field(entry.field.id).is_some();
            assert!(made.entries.iter().chain(theirs).all(is_known));
            assert!(made.people.iter().all(|person| book.person(person.id).is_some()));
            let is_somebody = matches!(reader, Reader::Person(id) if book.person(id).is_some());
            let has_own = is_somebody && paper != PaperKind::Card;
            assert_eq!(made.own().is_some(), has_own, "{reader:?} {paper:?}");
        }
    }
}

#[test]
fn the_ugliest_plan_is_checked_once_for_each_thing() {
    let book = book();
    let found = check(&book, &TABLE, today());
    let count = |what: &What| found.iter().filter(|it| it.what == *what).count();
    assert_eq!(count(&What::SameName), 2, "one for each of two names");
    assert!(count(&What::PersonGone) > 0);
    let mut seen = Vec::new();
    for finding in &found {
        assert!(!seen.contains(finding), "{} twice", finding.what.id());
        seen.push(finding.clone());
    }
}

#[test]
fn the_ugliest_plan_comes_back_from_its_own_export() {
    let book = book();
    let file = export(&TABLE, &book).to_string();
    let mut next = 0;
    let mut new_id = || {
        next += 1;
        next
    };
    let ops = import(&TABLE, &Book::default(), &file, &mut new_id).unwrap();
    let at = "2026-03-01T10:00:00Z".parse().unwrap();
    let again = fold(Book::default(), &[Action { seq: 1, at, ops, undoes: None }]);
    let texts = |book: &Book| -> usize {
        let texts = book.all_answers().flat_map(|(_, _, answer)| answer.value.texts());
        texts.map(str::len).sum()
    };
    // All but the answer that belongs to no field.
    assert_eq!(texts(&again) + Size::Most.text().len(), texts(&book));
}
