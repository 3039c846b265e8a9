//! Numbers to dial, and the people who answer them.

use landvast_model::excerpt::{Content, Excerpted};
use landvast_model::rules::{self, Standing};
use landvast_model::table::Field;
use landvast_model::value::Row;
use landvast_model::{Column, Kind, Place, Value};
use landvast_text::phone;
use landvast_text::{Words, id};

use crate::dial::dial;
use crate::flow::{Call, Dial, Piece, Prose};
use crate::layout::Context;
use crate::scene::Colour;

/// Numbers within running words, bold, each of them to be tapped.
pub(crate) fn in_words(words: &Words, who: &str, typed: &[String]) -> Prose {
    let mut prose = Prose::default();
    for typed in typed.iter().filter(|typed| !typed.trim().is_empty()) {
        if !prose.pieces.is_empty() {
            prose.pieces.push(Piece::new(", "));
        }
        let dial = dial(words, who, typed);
        prose.pieces.push(Piece { link: dial.link, ..Piece::bold(dial.shown) });
    }
    prose
}

/// A person to call: name, who it is to the owner, when, and the numbers. None without a number.
pub(crate) fn person(context: &Context<'_>, person: &Excerpted) -> Option<Call> {
    let place = Place::Person(person.id);
    let name = person.name();
    let numbers = person.phones().iter().filter(|typed| !typed.trim().is_empty());
    let (in_words, numbers): (Vec<_>, Vec<_>) = numbers.partition(|typed| phone::is_words(typed));
    let numbers: Vec<Dial> =
        numbers.into_iter().map(|typed| dial(context.words, name, typed)).collect();
    if numbers.is_empty() && in_words.is_empty() {
        return None;
    }
    let mut call = Call {
        who: Prose::new(named(context, person))
            .in_language(context.written_in(None))
            .of(place, rules::NAME),
        about: in_words.into_iter().map(|typed| Prose::new(typed.trim())).collect(),
        numbers,
    };
    if person.standing == Standing::NotAsked {
        let not_asked = context.words.say(id::CARD_NOT_ASKED);
        let piece = Piece { colour: Colour::DANGER, ..Piece::bold(not_asked) };
        call.about.push(Prose { pieces: vec![piece], ..Prose::default() });
    }
    for entry in &person.entries {
        if let Content::Answer(Value::Hours(hours)) = &entry.content {
            call.about.push(Prose::new(context.words.hours(hours)));
        }
    }
    Some(call)
}

/// "Ana (sister)"; only what is known of the two.
pub(crate) fn named(context: &Context<'_>, person: &Excerpted) -> String {
    let name = match person.name() {
        "" => context.words.say(id::SOMEONE_WITHOUT_NAME),
        name => name.to_owned(),
    };
    let relation = person.entries.iter().find(|entry| entry.field.id == rules::RELATION);
    let Some(Content::Answer(value)) = relation.map(|entry| &entry.content) else { return name };
    let Some(entry) = relation else { return name };
    let kind = context.words.entries(entry.field, value, &|_| None).join(", ");
    if kind.is_empty() {
        return name;
    }
    context.words.say_with(id::CARD_PERSON, &[("name", name.into()), ("kind", kind.into())])
}

/// Whether the rows of a field are people or places to ring: a name in words, and numbers that are
/// surely theirs.
pub(crate) fn are_calls(field: &Field) -> bool {
    let columns = field.kind.columns();
    let first = columns.first().is_some_and(|column| column.kind == Kind::Text);
    let numbers = columns.iter().position(|column| column.kind == Kind::Phones);
    first && columns.len() <= 4 && numbers.is_some_and(|at| at <= 2)
}

/// Which part of a day somebody rings.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum When {
    /// Any: each number says when it answers.
    Any,
    /// By day and in the evening.
    Day,
    /// At night: only who answers then.
    Night,
}

/// Whether a person can be reached at night.
pub(crate) fn is_up_at_night(person: &Excerpted) -> bool {
    let hours = person.entries.iter().find_map(|entry| match &entry.content {
        Content::Answer(Value::Hours(hours)) => Some((entry.field, hours)),
        _ => None,
    });
    hours.is_none_or(|(field, hours)| rules::answers_at_night(field, Some(hours)))
}

/// Whether a row can be reached at night: at a number of its own for the night, or at any hour.
fn is_open_at_night(field: &Field, row: &Row) -> bool {
    let hours = row.cells.values().find_map(|cell| match cell {
        Value::Hours(hours) => Some(hours),
        _ => None,
    });
    has_night_number(field, row) || rules::answers_at_night(field, hours)
}

/// Whether a row has numbers in a second column: those are for evening and night.
fn has_night_number(field: &Field, row: &Row) -> bool {
    let columns = field.kind.columns().iter().filter(|column| column.kind == Kind::Phones);
    let mut later = columns.skip(1);
    later.any(|column| row.cells.get(column.id).is_some_and(|value| !value.is_empty()))
}

/// The rows of such a field that answer then.
pub(crate) fn calls(
    context: &Context<'_>,
    field: &'static Field,
    rows: &[Row],
    (language, when): (Option<&String>, When),
) -> Vec<Call> {
    let rows = rows.iter().filter(|row| when != When::Night || is_open_at_night(field, row));
    let calls = rows.map(|row| call(context, field, row, (language, when)));
    calls.filter(|call| !call.who.is_empty() || !call.numbers.is_empty()).collect()
}

fn call(
    context: &Context<'_>,
    field: &'static Field,
    row: &Row,
    (language, when): (Option<&String>, When),
) -> Call {
    let words = context.words;
    // Two lists, one for the night: then each has only the numbers of its own.
    let parted = when != When::Any && has_night_number(field, row);
    let mut call = Call::default();
    let mut who = words.label(field);
    let mut nth = 0;
    for (at, column) in field.kind.columns().iter().enumerate() {
        let value = row.cells.get(column.id).filter(|value| !value.is_empty());
        let is_of_night = column.kind == Kind::Phones && nth > 0;
        let is_of_day =
            matches!(column.kind, Kind::Hours) || column.kind == Kind::Phones && nth == 0;
        nth += usize::from(column.kind == Kind::Phones);
        let elsewhere = match when {
            When::Night => is_of_day,
            _ => is_of_night,
        };
        if parted && elsewhere {
            continue;
        }
        if let Some(Value::Phones(typed)) = value {
            for typed in typed.iter().filter(|typed| !typed.trim().is_empty()) {
                if phone::is_words(typed) {
                    call.about.push(Prose::new(typed.trim()).of(Place::Plan, field.id));
                    continue;
                }
                let mut dial = dial(words, &who, typed);
                if is_of_night && !parted {
                    dial.which = words.column(field, column);
                }
                call.numbers.push(dial);
            }
        }
        let Some(value) = value.filter(|_| column.kind != Kind::Phones) else { continue };
        let said = words.cell(field, column, value, &|_| None);
        let language = language.filter(|_| is_own_words(column)).cloned();
        let prose = Prose::new(&said).in_language(language).of(Place::Plan, field.id);
        if at == 0 {
            who = said;
            call.who = prose;
        } else {
            call.about.push(prose);
        }
    }
    // "Huisarts De Linde" says by itself what it is.
    let label = words.label(field);
    if !who.contains(&label) {
        call.about.insert(0, Prose::new(label));
    }
    call
}

/// Whether a column holds words of the owner, not a choice, a day or hours that we say for them.
pub(crate) fn is_own_words(column: &Column) -> bool {
    matches!(column.kind, Kind::Text | Kind::Lines)
}
