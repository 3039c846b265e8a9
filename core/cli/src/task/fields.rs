//! `fields`: every question there is. Needs no plan, so that somebody can look before they begin.

use landvast::{ChoiceSpec, ColumnSpec, FieldSpec, SectionSpec, field_specs, id, section_specs};
use serde_json::{Value as Json, json};

use super::views;
use crate::desk::{Desk, Shape};
use crate::page;
use crate::trouble::Trouble;

pub(super) fn run(of: Option<&str>, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    let specs = field_specs(&desk.host.table, &desk.words);
    let sections = section_specs(&desk.host.table, &desk.words);
    let specs: Vec<&FieldSpec> = match of {
        None => specs.iter().collect(),
        Some(of) => {
            let is_meant =
                |spec: &&FieldSpec| spec.id == of || spec.section.id().eq_ignore_ascii_case(of);
            let found: Vec<&FieldSpec> = specs.iter().filter(is_meant).collect();
            if found.is_empty() {
                return Err(views::unknown_field(of, &desk.host.table));
            }
            found
        }
    };
    if desk.shape == Shape::Json {
        let sections: Vec<Json> = sections.iter().map(section_json).collect();
        let fields: Vec<Json> = specs.iter().map(|spec| field_json(spec)).collect();
        return desk.give(|| json!({ "sections": sections, "fields": fields }));
    }
    if let [one] = specs.as_slice() {
        return show(one, desk);
    }
    for section in &sections {
        let rows: Vec<Vec<String>> = specs
            .iter()
            .filter(|spec| spec.section == section.section)
            .map(|spec| vec![spec.id.clone(), spec.kind.clone(), spec.label.clone()])
            .collect();
        if rows.is_empty() {
            continue;
        }
        desk.say(&format!("{} ({})", section.title, section.id))?;
        desk.say(&format!("{}\n", page::columns(&rows, 2)))?;
    }
    Ok(())
}

/// One field with all that helps to answer it.
fn show(spec: &FieldSpec, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    desk.say(&format!("{} ({})", spec.label, spec.id))?;
    let kind = desk.words.kind(&spec.kind);
    let told = [
        (id::CLI_HEAD_QUESTION, spec.question.clone()),
        (id::CLI_HEAD_KIND, format!("{} ({kind})", spec.kind)),
        (id::CLI_HEAD_EXAMPLE, spec.example.clone()),
        (id::CLI_HEAD_CHOICES, choices_in_words(&spec.choices)),
        (id::CLI_HEAD_COLUMNS, columns_in_words(&spec.columns)),
        (id::CLI_HEAD_WHO_SEES, spec.seen_by.clone()),
    ];
    let rows: Vec<Vec<String>> = told
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(head, text)| vec![format!("{}:", desk.words.say(head)), text])
        .collect();
    desk.say(&page::columns(&rows, 2))?;
    if spec.help.is_empty() {
        return Ok(());
    }
    desk.say_wrapped(&spec.help, 2)
}

fn choices_in_words(choices: &[ChoiceSpec]) -> String {
    let said = |choice: &ChoiceSpec| {
        if choice.label == choice.id {
            choice.id.clone()
        } else {
            format!("{} ({})", choice.id, choice.label)
        }
    };
    choices.iter().map(said).collect::<Vec<_>>().join(", ")
}

fn columns_in_words(columns: &[ColumnSpec]) -> String {
    let said = |column: &ColumnSpec| {
        let choices: Vec<&str> = column.choices.iter().map(|choice| choice.id.as_str()).collect();
        let choices =
            if choices.is_empty() { String::new() } else { format!(": {}", choices.join("/")) };
        format!("{} ({}{choices})", column.id, column.label)
    };
    columns.iter().map(said).collect::<Vec<_>>().join(", ")
}

fn section_json(section: &SectionSpec) -> Json {
    json!({ "id": section.id, "title": section.title, "about": section.about })
}

fn field_json(spec: &FieldSpec) -> Json {
    json!({
        "id": spec.id,
        "key": spec.key,
        "of_person": spec.of_person,
        "section": spec.section.id(),
        "kind": spec.kind,
        "label": spec.label,
        "question": spec.question,
        "example": spec.example,
        "help": spec.help,
        "choices": spec.choices.iter().map(choice_json).collect::<Vec<_>>(),
        "most": spec.most,
        "columns": spec.columns.iter().map(column_json).collect::<Vec<_>>(),
        "on_card": spec.on_card,
        "seen_by": spec.seen_by,
        "card_chars": spec.card_chars,
        "care": spec.care,
        "help_line": spec.help_line,
    })
}

fn choice_json(choice: &ChoiceSpec) -> Json {
    json!({ "id": choice.id, "label": choice.label })
}

fn column_json(column: &ColumnSpec) -> Json {
    json!({
        "id": column.id,
        "label": column.label,
        "kind": column.kind,
        "choices": column.choices.iter().map(choice_json).collect::<Vec<_>>(),
        "most": column.most,
    })
}
