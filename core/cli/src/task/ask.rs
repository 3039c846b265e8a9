//! Asking for an answer, each kind of field in its own way.

use landvast::{
    Agrees, ColumnSpec, FieldView, Keeper, Kind, Place, PlanError, Problem, Section, Value, id,
    say_problem,
};
use serde_json::{Map, Value as Json, json};

use crate::desk::{Answered, Desk, Sitting};
use crate::trouble::Trouble;

/// What somebody typed for a field.
enum Typed {
    /// The words of an answer.
    Words(Vec<String>),
    /// Rows as JSON, to be added to those there are.
    Rows(Vec<String>),
    /// Nothing, so nothing changes.
    Nothing,
}

/// Asks for an answer until it fits its field; `None` if it stays as it is.
pub(super) fn value(
    place: Place,
    field: &str,
    keeper: &Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<Option<Value>, Trouble> {
    refuse_derived(place, field, keeper)?;
    let view = keeper.read(place, field)?;
    introduce(&view, desk)?;
    let kind = keeper.field(place, field)?.kind;
    loop {
        let read = match typed(kind, place, &view, keeper, desk)? {
            Typed::Nothing => return Ok(None),
            Typed::Words(words) => keeper.read_typed(place, field, &words),
            Typed::Rows(rows) => keeper.read_typed_rows(place, field, &rows),
        };
        match read {
            Ok(value) => return Ok(Some(value)),
            Err(error) => note_faults(error, desk)?,
        }
    }
}

/// Says what is wrong with what was typed, before it is asked again.
fn note_faults(error: PlanError, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    let PlanError::Invalid { faults } = error else { return Err(error.into()) };
    for fault in &faults {
        let said = say_problem(&fault.at, &fault.problem, &desk.host.table, &desk.words);
        desk.note(&said)?;
    }
    let again = desk.words.say(id::CLI_TRY_AGAIN);
    desk.note(&again)
}

/// A whole answer from the input: one text, or a line each for fields of several.
pub(super) fn from_input(
    text: &str,
    place: Place,
    field: &str,
    keeper: &Keeper,
) -> Result<Value, Trouble> {
    let text = text.replace("\r\n", "\n");
    let words: Vec<String> = match keeper.field(place, field)?.kind {
        Kind::Lines | Kind::Phones | Kind::People | Kind::Sections => {
            text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
        }
        Kind::Agreement => text.split_whitespace().map(str::to_owned).collect(),
        _ => vec![text.trim_end().to_owned()],
    };
    Ok(keeper.read_typed(place, field, &words)?)
}

/// A field that is worked out is never asked for.
pub(super) fn refuse_derived(place: Place, field: &str, keeper: &Keeper) -> Result<(), Trouble> {
    match keeper.read_typed(place, field, &[]) {
        Err(PlanError::Invalid { faults })
            if faults.iter().any(|fault| fault.problem == Problem::Derived) =>
        {
            Err(PlanError::Invalid { faults }.into())
        }
        _ => Ok(()),
    }
}

fn introduce(view: &FieldView, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    let spec = &view.spec;
    desk.note(if spec.question.is_empty() { &spec.label } else { &spec.question })?;
    if !spec.help.is_empty() {
        desk.note(&spec.help)?;
    }
    if !spec.example.is_empty() {
        let head = desk.words.say(id::CLI_HEAD_EXAMPLE);
        desk.note(&format!("{head}: {}", spec.example))?;
    }
    if let Some(answer) = &view.answer {
        let text = answer.shown.replace('\n', " · ");
        let said = desk.words.say_with(id::CLI_ANSWER_NOW, &[("text", text.into())]);
        desk.note(&said)?;
    }
    Ok(())
}

fn typed(
    kind: Kind,
    place: Place,
    view: &FieldView,
    keeper: &Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<Typed, Trouble> {
    let before = view.answer.as_ref().map(|answer| &answer.value);
    match kind {
        Kind::Derived => Ok(Typed::Nothing),
        Kind::Text => {
            // A line editor would flatten a text of several lines, so that one is typed anew.
            let text = match before {
                Some(Value::Text(text)) if !text.contains('\n') => text.as_str(),
                _ => "",
            };
            one_line(text, desk)
        }
        Kind::Day => match before {
            Some(Value::Day(day)) => one_line(&day.to_string(), desk),
            _ => one_line("", desk),
        },
        Kind::Hours => match before {
            Some(Value::Hours(hours)) => one_line(&hours.to_string(), desk),
            _ => one_line("", desk),
        },
        Kind::Degree { .. } if view.spec.choices.is_empty() => match before {
            Some(Value::Degree(degree)) => one_line(&degree.to_string(), desk),
            _ => one_line("", desk),
        },
        Kind::Choice(_) | Kind::Degree { .. } => one_choice(view, desk),
        Kind::Lines | Kind::Phones => {
            let lines: &[String] = match before {
                Some(Value::Lines(lines) | Value::Phones(lines)) => lines,
                _ => &[],
            };
            several_lines(lines, desk)
        }
        Kind::People => people(before, keeper, desk),
        Kind::Sections => sections(view, before, desk),
        Kind::Agreement => agreement(view, desk),
        Kind::Rows(_) => rows(place, view, keeper, desk),
    }
}

fn one_line(before: &str, desk: &mut Desk<'_, '_>) -> Result<Typed, Trouble> {
    let question = desk.words.say(id::CLI_PROMPT_VALUE);
    let line = desk.ask_line(&question, before)?;
    let is_new = !line.trim().is_empty() && line != before;
    Ok(if is_new { Typed::Words(vec![line]) } else { Typed::Nothing })
}

fn one_choice(view: &FieldView, desk: &mut Desk<'_, '_>) -> Result<Typed, Trouble> {
    let labels: Vec<String> = view.spec.choices.iter().map(|one| one.label.clone()).collect();
    let index = one_of(&view.spec.label, &labels, desk)?;
    let chosen = index.and_then(|index| view.spec.choices.get(index)).map(|one| one.id.clone());
    Ok(chosen.map_or(Typed::Nothing, |id| Typed::Words(vec![id])))
}

/// One of several things; in a session also none of them.
fn one_of(
    question: &str,
    labels: &[String],
    desk: &mut Desk<'_, '_>,
) -> Result<Option<usize>, Trouble> {
    match desk.sitting() {
        Sitting::One => desk.ask_one(question, labels).map(Some),
        Sitting::Many | Sitting::Enough => desk.ask_one_or_none(question, labels),
    }
}

/// Lines that are there come by to be kept, changed or emptied; then new ones until one is empty.
fn several_lines(before: &[String], desk: &mut Desk<'_, '_>) -> Result<Typed, Trouble> {
    let mut lines = Vec::new();
    let mut old = before.iter();
    loop {
        let number = lines.len() + 1;
        let question = desk.words.say_with(id::CLI_PROMPT_LINE, &[("number", number.into())]);
        let known = old.next();
        let line = desk.ask_line(&question, known.map_or("", String::as_str))?;
        match (line.trim().is_empty(), known) {
            (false, _) => lines.push(line),
            (true, Some(_)) => {}
            (true, None) => break,
        }
    }
    Ok(if lines == before { Typed::Nothing } else { Typed::Words(lines) })
}

fn people(
    before: Option<&Value>,
    keeper: &Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<Typed, Trouble> {
    let known = keeper.people();
    if known.is_empty() {
        let text = desk.words.say(id::CLI_PEOPLE_EMPTY);
        desk.note(&text)?;
        return Ok(Typed::Nothing);
    }
    let chosen = match before {
        Some(Value::People(people)) => people.as_slice(),
        _ => &[],
    };
    let marked = places(known.iter().map(|person| chosen.contains(&person.id)));
    let names: Vec<String> = known.iter().map(|person| person.name.clone()).collect();
    let question = desk.words.say(id::CLI_PROMPT_VALUE);
    let picked = desk.ask_several(&question, &names, &marked)?;
    if picked.is_empty() && desk.sitting() != Sitting::One {
        return Ok(Typed::Nothing);
    }
    let ids = picked.iter().filter_map(|index| known.get(*index));
    Ok(Typed::Words(ids.map(|person| person.id.to_string()).collect()))
}

fn sections(
    view: &FieldView,
    before: Option<&Value>,
    desk: &mut Desk<'_, '_>,
) -> Result<Typed, Trouble> {
    let is_marked = |section: Section| match before {
        Some(Value::Sections(sections)) => sections.contains(&section),
        _ => false,
    };
    let marked = places(Section::ALL.into_iter().map(is_marked));
    let labels: Vec<String> = view.spec.choices.iter().map(|one| one.label.clone()).collect();
    let picked = desk.ask_several(&view.spec.label, &labels, &marked)?;
    // To pass by is not to say "nothing at all".
    if picked.is_empty() && desk.sitting() != Sitting::One {
        return Ok(Typed::Nothing);
    }
    let ids = picked.iter().filter_map(|index| view.spec.choices.get(*index));
    Ok(Typed::Words(ids.map(|one| one.id.clone()).collect()))
}

/// The places in a list at which something holds.
fn places(holds: impl Iterator<Item = bool>) -> Vec<usize> {
    holds.enumerate().filter(|(_, holds)| *holds).map(|(place, _)| place).collect()
}

fn agreement(view: &FieldView, desk: &mut Desk<'_, '_>) -> Result<Typed, Trouble> {
    let labels: Vec<String> = view.spec.choices.iter().map(|one| one.label.clone()).collect();
    let question = desk.words.say(id::CLI_PROMPT_AGREED);
    let index = one_of(&question, &labels, desk)?;
    let Some(answer) = index.and_then(|index| Agrees::ALL.get(index)) else {
        return Ok(Typed::Nothing);
    };
    let question = desk.words.say(id::CLI_PROMPT_AGREED_ON);
    let today = (desk.host.device.today)().to_string();
    let day = desk.ask_line(&question, &today)?;
    if desk.sitting() == Sitting::Enough {
        return Ok(Typed::Nothing);
    }
    Ok(Typed::Words(vec![answer.id().to_owned(), day]))
}

fn rows(
    place: Place,
    view: &FieldView,
    keeper: &Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<Typed, Trouble> {
    // A slip in one cell is asked again there, so that no row has to be typed twice.
    let fits = |column: &ColumnSpec, cell: &Json| {
        let row = json!({ column.id.clone(): cell }).to_string();
        keeper.read_typed_rows(place, &view.spec.id, &[row]).map(drop)
    };
    let mut rows = Vec::new();
    loop {
        let mut row = Map::new();
        for column in &view.spec.columns {
            if let Some(cell) = fitting_cell(column, &fits, desk)? {
                row.insert(column.id.clone(), cell);
            } else if row.is_empty() && desk.sitting() == Sitting::Many {
                // Whoever passes by a question need not pass by each of its columns.
                break;
            }
        }
        if row.is_empty() {
            break;
        }
        rows.push(Json::Object(row).to_string());
        let question = desk.words.say(id::CLI_PROMPT_ANOTHER_ROW);
        if desk.ask_yes(&question)? == Answered::No {
            break;
        }
    }
    Ok(if rows.is_empty() { Typed::Nothing } else { Typed::Rows(rows) })
}

/// One cell of a row, asked until it fits; `None` where it was skipped.
fn fitting_cell(
    column: &ColumnSpec,
    fits: &dyn Fn(&ColumnSpec, &Json) -> Result<(), PlanError>,
    desk: &mut Desk<'_, '_>,
) -> Result<Option<Json>, Trouble> {
    loop {
        let Some(cell) = cell(column, desk)? else { return Ok(None) };
        match fits(column, &cell) {
            Ok(()) => return Ok(Some(cell)),
            Err(error) => note_faults(error, desk)?,
        }
    }
}

/// One cell of a row as it was typed; `None` where it was skipped.
fn cell(column: &ColumnSpec, desk: &mut Desk<'_, '_>) -> Result<Option<Json>, Trouble> {
    if !column.choices.is_empty() {
        let labels: Vec<String> = column.choices.iter().map(|one| one.label.clone()).collect();
        let index = desk.ask_one_or_none(&column.label, &labels)?;
        let chosen = index.and_then(|index| column.choices.get(index));
        return Ok(chosen.map(|one| json!(one.id)));
    }
    let line = desk.ask_line(&column.label, "")?;
    let line = line.trim();
    if line.is_empty() {
        return Ok(None);
    }
    let number: Option<u64> = line.parse().ok();
    let is_number = column.kind == "degree";
    Ok(Some(number.filter(|_| is_number).map_or_else(|| json!(line), |number| json!(number))))
}
