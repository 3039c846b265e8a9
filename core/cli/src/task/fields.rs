//! `fields`: every question there is. Needs no plan, so that somebody can look before they begin.

use landvast::{
    ChoiceSpec, ColumnSpec, FieldSpec, Language, SectionSpec, field_specs, id, section_specs,
};
use serde_json::{Value as Json, json};

use super::views;
use crate::desk::{self, Desk, Shape};
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
        let ids: Vec<String> = specs.iter().map(|spec| spec.id.clone()).collect();
        return give(&ids, desk);
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

/// For a program: whatever people read, in every language.
fn give(ids: &[String], desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    let table = &desk.host.table;
    let extra = desk.host.extra_words;
    let words = Language::ALL.map(|language| (language, desk::words_in(language, extra)));
    let fields = words.each_ref().map(|(told, words)| (*told, field_specs(table, words)));
    let sections = words.each_ref().map(|(told, words)| (*told, section_specs(table, words)));
    let in_each = |id: &String| -> Vec<(Language, &FieldSpec)> {
        let named = |specs: &'_ Vec<FieldSpec>| specs.iter().position(|spec| spec.id == *id);
        fields.iter().filter_map(|(told, all)| Some((*told, all.get(named(all)?)?))).collect()
    };
    let of_section = |at: usize| -> Vec<(Language, &SectionSpec)> {
        sections.iter().filter_map(|(told, all)| Some((*told, all.get(at)?))).collect()
    };
    let count = sections.first().map_or(0, |(_, all)| all.len());
    let sections: Vec<Json> = (0..count).map(|at| section_json(&of_section(at))).collect();
    let fields: Vec<Json> = ids.iter().map(|id| field_json(&in_each(id))).collect();
    desk.give(|| json!({ "sections": sections, "fields": fields }))
}

/// A text in each language: `{"nl": "…", "en": "…"}`.
fn each<T>(told: &[(Language, &T)], text: impl Fn(&T) -> Option<&String>) -> Json {
    let said = |(language, one): &(Language, &T)| (language.tag().to_owned(), json!(text(one)));
    Json::Object(told.iter().map(said).collect())
}

fn section_json(told: &[(Language, &SectionSpec)]) -> Json {
    json!({
        "id": told.first().map(|(_, section)| &section.id),
        "title": each(told, |section| Some(&section.title)),
        "about": each(told, |section| Some(&section.about)),
    })
}

fn field_json(told: &[(Language, &FieldSpec)]) -> Json {
    let Some((_, spec)) = told.first() else { return Json::Null };
    let columns = (0..spec.columns.len()).map(|at| {
        let told: Vec<(Language, &ColumnSpec)> =
            told.iter().filter_map(|(told, spec)| Some((*told, spec.columns.get(at)?))).collect();
        column_json(&told)
    });
    json!({
        "id": spec.id,
        "key": spec.key,
        "of_person": spec.of_person,
        "section": spec.section.id(),
        "kind": spec.kind,
        "label": each(told, |spec| Some(&spec.label)),
        "question": each(told, |spec| Some(&spec.question)),
        "example": each(told, |spec| Some(&spec.example)),
        "help": each(told, |spec| Some(&spec.help)),
        "choices": choices_json(told, |spec| &spec.choices),
        "most": spec.most,
        "columns": columns.collect::<Vec<_>>(),
        "on_card": spec.on_card,
        "seen_by": each(told, |spec| Some(&spec.seen_by)),
        "card_chars": spec.card_chars,
        "care": spec.care,
        "help_line": each(told, |spec| Some(&spec.help_line)),
    })
}

fn column_json(told: &[(Language, &ColumnSpec)]) -> Json {
    let Some((_, column)) = told.first() else { return Json::Null };
    json!({
        "id": column.id,
        "label": each(told, |column| Some(&column.label)),
        "kind": column.kind,
        "choices": choices_json(told, |column| &column.choices),
        "most": column.most,
    })
}

fn choices_json<T>(told: &[(Language, &T)], of: impl Fn(&T) -> &Vec<ChoiceSpec>) -> Vec<Json> {
    let Some((_, first)) = told.first() else { return Vec::new() };
    let choice = |(at, choice): (usize, &ChoiceSpec)| {
        let label = each(told, |one| of(one).get(at).map(|choice| &choice.label));
        json!({ "id": choice.id, "label": label })
    };
    of(first).iter().enumerate().map(choice).collect()
}
