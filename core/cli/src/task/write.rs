//! `write`: an answer, its words for the card, and who may read it.

use landvast::{Draft, Keeper, Place, Value, id};
use serde_json::{Value as Json, json};

use super::{ask, views};
use crate::args::{Changing, Writing};
use crate::desk::Desk;
use crate::files;
use crate::host::Screen;
use crate::trouble::Trouble;

/// The word that takes a choice of readers back, so that the table decides again.
const USUAL: &str = "default";

pub(super) fn run(
    writing: &Writing,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let (place, field) = views::place_of(&writing.field, &writing.whom, keeper)?;
    let view = keeper.read(place, &field)?;
    if !view.spec.help_line.is_empty() {
        desk.say_wrapped(&view.spec.help_line, 0)?;
    }
    if writing.changing == Changing::Clear {
        keeper.clear(place, &field)?;
        return tell(Done::Cleared, place, &field, keeper, desk);
    }
    let draft = Draft {
        value: value_of(&writing.changing, place, &field, keeper, desk)?,
        card_text: writing.card_text.clone(),
        audience: match &writing.audience {
            Some(words) => Some(audience_of(words, place, &field, keeper)?),
            None => None,
        },
        lang: writing.lang.clone(),
        ..Draft::default()
    };
    if draft == Draft::default() {
        return tell(Done::Nothing, place, &field, keeper, desk);
    }
    let done =
        if draft.value.as_ref().is_some_and(Value::is_empty) { Done::Cleared } else { Done::Saved };
    let before = view.answer.map(|answer| answer.value);
    let loses = before.zip(draft.value.clone()).is_some_and(|(before, now)| loses(&before, &now));
    keeper.revise(place, &field, draft)?;
    tell(done, place, &field, keeper, desk)?;
    // A list that was typed anew took the place of the old one: maybe that was not meant.
    if done == Done::Saved && loses { desk.say_message(id::CLI_DONE_REPLACED) } else { Ok(()) }
}

/// Whether anything that stood in a list does not stand there any more.
fn loses(before: &Value, now: &Value) -> bool {
    match (before, now) {
        (Value::Lines(before), Value::Lines(now)) | (Value::Phones(before), Value::Phones(now)) => {
            before.iter().any(|line| !now.contains(line))
        }
        (Value::Rows(before), Value::Rows(now)) => {
            before.iter().any(|row| !now.iter().any(|kept| kept.cells == row.cells))
        }
        (Value::People(before), Value::People(now)) => {
            before.iter().any(|person| !now.contains(person))
        }
        (Value::Sections(before), Value::Sections(now)) => !before.is_subset(now),
        _ => false,
    }
}

fn value_of(
    changing: &Changing,
    place: Place,
    field: &str,
    keeper: &Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<Option<Value>, Trouble> {
    match changing {
        Changing::Nothing | Changing::Clear => Ok(None),
        Changing::Words(words) => Ok(Some(keeper.read_typed(place, field, words)?)),
        Changing::Rows(rows) => Ok(Some(keeper.read_typed_rows(place, field, rows)?)),
        Changing::Input => {
            let bytes = files::read_all(desk.host.input)?;
            let text = String::from_utf8(bytes).map_err(|_| Trouble::NotReadable)?;
            if text.trim().is_empty() {
                ask::refuse_derived(place, field, keeper)?;
                // Perhaps whatever should have sent it failed, and nobody meant to lose an answer.
                return Err(Trouble::NothingCame);
            }
            Ok(Some(ask::from_input(&text, place, field, keeper)?))
        }
        Changing::Ask => {
            if desk.host.screen == Screen::Nobody {
                // A field that is never written says so itself.
                ask::refuse_derived(place, field, keeper)?;
            }
            desk.need_screen(id::ERROR_NO_TERMINAL_VALUE)?;
            ask::value(place, field, keeper, desk)
        }
    }
}

/// The readers that are named; a number from the list stands for that person.
fn audience_of(
    words: &[String],
    place: Place,
    field: &str,
    keeper: &Keeper,
) -> Result<Option<landvast::Audience>, Trouble> {
    if let [only] = words
        && only == USUAL
    {
        return Ok(None);
    }
    let is_number = |word: &str| word.len() < 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let named: Vec<String> = words
        .iter()
        .map(|word| {
            if !is_number(word) {
                return Ok(word.clone());
            }
            Ok(views::person_of(word, keeper)?.id.to_string())
        })
        .collect::<Result<_, Trouble>>()?;
    Ok(Some(keeper.read_audience(place, field, &named)?))
}

/// What became of the answer.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Done {
    Saved,
    Cleared,
    Nothing,
}

fn tell(
    done: Done,
    place: Place,
    field: &str,
    keeper: &Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let label = keeper.read(place, field)?.spec.label;
    let (name, message) = match done {
        Done::Saved => ("saved", id::CLI_DONE_WRITTEN),
        Done::Cleared => ("cleared", id::CLI_DONE_CLEARED),
        Done::Nothing => ("nothing", id::CLI_UNCHANGED),
    };
    let given = [("field", format!("{label} ({field})").into())];
    let arguments = if done == Done::Nothing { given.get(1..) } else { Some(given.as_slice()) };
    let text = desk.words.say_with(message, arguments.unwrap_or_default());
    desk.say_wrapped(&text, 0)?;
    let findings = match done {
        Done::Saved => views::findings_about(keeper, place, field),
        Done::Cleared | Done::Nothing => Vec::new(),
    };
    views::show_findings(&findings, desk)?;
    let person = match place {
        Place::Plan => None,
        Place::Person(id) => Some(id.to_string()),
    };
    desk.give(|| {
        let findings: Vec<Json> = findings.iter().map(views::finding_json).collect();
        json!({ "field": field, "person": person, "done": name, "findings": findings })
    })
}
