//! The field table as hosts get it: once a language, as plain lists.

use landvast_model::table::{Care, Goes, Owner};
use landvast_model::{Column, Field, Kind, Section, Table};
use landvast_text::{Part, Words, id, numbers};

/// One field, with its words.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct FieldSpec {
    /// Its id.
    pub id: String,
    /// Its name in the open file: the id, without `d.` for a person's.
    pub key: String,
    /// Whether each person has an answer of their own, or the plan has one.
    pub of_person: bool,
    /// The section it stands in.
    pub section: Section,
    /// The name of its kind: `text`, `lines`, `choice`, `day`, `phones`, `hours`, `degree`,
    /// `rows`, `people`, `agreement`, `sections`, `derived`.
    pub kind: String,
    /// What it is called.
    pub label: String,
    /// What the owner is asked.
    pub question: String,
    /// An invented answer; empty if none helps.
    pub example: String,
    /// A line of explanation; empty if none is needed.
    pub help: String,
    /// What can be chosen, for a choice; or the degrees that have a name.
    pub choices: Vec<ChoiceSpec>,
    /// The largest degree; 0 for other kinds.
    pub most: u8,
    /// The columns, for rows.
    pub columns: Vec<ColumnSpec>,
    /// Whether it stands on the card unless switched off, or only once switched on.
    pub on_card: String,
    /// Who sees it until the owner chooses, in words.
    pub seen_by: String,
    /// The most characters that fit on the card; 0 if it has no place there.
    pub card_chars: u16,
    /// Why it needs care in being asked or shown: `safety`, `minors`, `one_by_one`; empty if it
    /// needs none.
    pub care: String,
    /// A help line that stands beside it wherever it is asked or shown; empty if none does.
    pub help_line: String,
}

/// One thing to choose.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ChoiceSpec {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: String,
}

/// One column of a field of rows.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ColumnSpec {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// The name of its kind.
    pub kind: String,
    /// What can be chosen, for a choice.
    pub choices: Vec<ChoiceSpec>,
    /// The largest degree; 0 for other kinds.
    pub most: u8,
}

/// One section, with its words.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SectionSpec {
    /// Which.
    pub section: Section,
    /// Its letter.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub about: String,
}

/// Every field of the table, with its words in the language of `words`.
#[must_use]
pub fn field_specs(table: &Table, words: &Words) -> Vec<FieldSpec> {
    table.fields().map(|field| field_spec(field, words)).collect()
}

/// Every section that has fields, with its words.
#[must_use]
pub fn section_specs(table: &Table, words: &Words) -> Vec<SectionSpec> {
    let has_fields = |section: &Section| table.fields().any(|field| field.section == *section);
    Section::ALL
        .into_iter()
        .filter(has_fields)
        .map(|section| SectionSpec {
            section,
            id: section.id().to_owned(),
            title: words.section(section),
            about: words.section_about(section),
        })
        .collect()
}

pub(crate) fn field_spec(field: &'static Field, words: &Words) -> FieldSpec {
    let part = |part: Part| words.field(field, part).unwrap_or_default();
    FieldSpec {
        id: field.id.to_owned(),
        key: landvast_model::exchange::key_of(field).to_owned(),
        of_person: field.owner == Owner::Person,
        section: field.section,
        kind: field.kind.name().to_owned(),
        label: words.label(field),
        question: part(Part::Question),
        example: part(Part::Example),
        help: part(Part::Help),
        choices: choices(field, words),
        most: most(field.kind),
        columns: field
            .kind
            .columns()
            .iter()
            .map(|column| column_spec(field, column, words))
            .collect(),
        on_card: on_card(field.card).to_owned(),
        seen_by: crate::saying::say_seen_by(field, words),
        card_chars: field.place.map_or(0, |place| place.chars),
        care: field.care.map_or("", care).to_owned(),
        help_line: field.care.map(|care| help_line(care, words)).unwrap_or_default(),
    }
}

const fn care(care: Care) -> &'static str {
    match care {
        Care::Safety => "safety",
        Care::Minors => "minors",
        Care::OneByOne => "one_by_one",
    }
}

/// The help line beside a question about wanting to die [content document, c.suicide].
fn help_line(care: Care, words: &Words) -> String {
    let line = match care {
        Care::Safety => numbers::help_line("suicide_prevention"),
        Care::Minors | Care::OneByOne => None,
    };
    let Some(line) = line else { return String::new() };
    let language = words.language();
    let when = line.when.map_or("", |when| when.in_language(language));
    let arguments = [
        ("name", line.name.in_language(language).into()),
        ("phone", line.phone.into()),
        ("when", when.into()),
    ];
    words.say_with(id::HELP_LINE, &arguments)
}

const fn on_card(goes: Goes) -> &'static str {
    match goes {
        Goes::Never => "never",
        Goes::Possible => "possible",
        Goes::Always => "always",
    }
}

const fn most(kind: Kind) -> u8 {
    match kind {
        Kind::Degree { most } => most,
        _ => 0,
    }
}

fn choices(field: &Field, words: &Words) -> Vec<ChoiceSpec> {
    let named = |id: &str| ChoiceSpec { id: id.to_owned(), label: words.choice(field, id) };
    match field.kind {
        Kind::Choice(ids) => ids.iter().map(|id| named(id)).collect(),
        Kind::Degree { most } => (1..=most)
            .filter_map(|degree| {
                let label = words.degree(field, degree)?;
                Some(ChoiceSpec { id: degree.to_string(), label })
            })
            .collect(),
        Kind::Agreement => landvast_model::Agrees::ALL
            .into_iter()
            .map(|answer| ChoiceSpec { id: answer.id().to_owned(), label: words.agrees(answer) })
            .collect(),
        Kind::Sections => Section::ALL
            .into_iter()
            .map(|section| ChoiceSpec {
                id: section.id().to_owned(),
                label: words.section(section),
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn column_spec(field: &Field, column: &Column, words: &Words) -> ColumnSpec {
    let named = |id: &&str| ChoiceSpec {
        id: (*id).to_owned(),
        label: words.column_choice(field, column, id),
    };
    ColumnSpec {
        id: column.id.to_owned(),
        label: words.column(field, column),
        kind: column.kind.name().to_owned(),
        choices: column.kind.choices().iter().map(named).collect(),
        most: most(column.kind),
    }
}
