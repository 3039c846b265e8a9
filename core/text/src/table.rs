//! Words of the field table: labels, questions, columns, choices.

use landvast_model::paper::{self, Form, PaperKind};
use landvast_model::rules::Circle;
use landvast_model::value::Agrees;
use landvast_model::{Column, Field, Panel, PlanState, Section};

use crate::message::{MessageId, id};
use crate::words::{Arg, Words};

/// The kinds that a value can be asked to be: those of the table, and what stands around answers
/// in a file.
const KINDS: [(&str, MessageId); 15] = [
    ("text", id::KIND_TEXT),
    ("lines", id::KIND_LINES),
    ("choice", id::KIND_CHOICE),
    ("day", id::KIND_DAY),
    ("phones", id::KIND_PHONES),
    ("hours", id::KIND_HOURS),
    ("degree", id::KIND_DEGREE),
    ("rows", id::KIND_ROWS),
    ("people", id::KIND_PEOPLE),
    ("agreement", id::KIND_AGREEMENT),
    ("sections", id::KIND_SECTIONS),
    ("derived", id::KIND_DERIVED),
    ("object", id::KIND_OBJECT),
    ("list", id::KIND_LIST),
    ("audience", id::KIND_AUDIENCE),
];

/// Which of a field's texts.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Part {
    /// What it is called.
    Label,
    /// What the owner is asked.
    Question,
    /// An invented answer.
    Example,
    /// The heading on the card.
    Card,
    /// The line that strangers get instead of the answer.
    Public,
    /// The same with somebody to ring; needs `name` and `phone`.
    PublicCall,
    /// A line of explanation.
    Help,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 7] = [
        Self::Label,
        Self::Question,
        Self::Example,
        Self::Card,
        Self::Public,
        Self::PublicCall,
        Self::Help,
    ];

    const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Label => None,
            Self::Question => Some("question"),
            Self::Example => Some("example"),
            Self::Card => Some("card"),
            Self::Public => Some("public"),
            Self::PublicCall => Some("public_call"),
            Self::Help => Some("help"),
        }
    }
}

impl Words {
    /// One of a field's texts; `None` if it has none of that kind.
    #[must_use]
    pub fn field(&self, field: &Field, part: Part) -> Option<String> {
        self.field_with(field, part, &[])
    }

    /// One of a field's texts, filled in.
    #[must_use]
    pub fn field_with(
        &self,
        field: &Field,
        part: Part,
        arguments: &[(&str, Arg<'_>)],
    ) -> Option<String> {
        self.text(&named("field", &[field.id]), part.attribute(), arguments)
    }

    /// What a field is called; its id if nobody named it.
    #[must_use]
    pub fn label(&self, field: &Field) -> String {
        self.field(field, Part::Label).unwrap_or_else(|| field.id.to_owned())
    }

    /// What a column is called; its id if nobody named it.
    #[must_use]
    pub fn column(&self, field: &Field, column: &Column) -> String {
        self.table_word("column", &[field.id, column.id]).unwrap_or_else(|| column.id.to_owned())
    }

    /// A cell with the words around it that make it speak for itself ("geldig tot 30 juni 2027",
    /// "na 1 stille dag"); `None` where a column needs none. A number chooses between one and
    /// more.
    #[must_use]
    pub fn column_said(&self, field: &Field, column: &Column, cell: Arg<'_>) -> Option<String> {
        let name = named("column", &[field.id, column.id]);
        self.text(&name, Some("said"), &[("cell", cell)])
    }

    /// A choice of a field, as it stands on the card; its id if nobody named it.
    #[must_use]
    pub fn choice(&self, field: &Field, choice: &str) -> String {
        self.table_word("choice", &[field.id, choice]).unwrap_or_else(|| choice.to_owned())
    }

    /// A choice of a column; its id if nobody named it.
    #[must_use]
    pub fn column_choice(&self, field: &Field, column: &Column, choice: &str) -> String {
        self.table_word("choice", &[field.id, column.id, choice])
            .unwrap_or_else(|| choice.to_owned())
    }

    /// A degree in words; `None` where the number speaks for itself.
    #[must_use]
    pub fn degree(&self, field: &Field, degree: u8) -> Option<String> {
        self.table_word("degree", &[field.id, &degree.to_string()])
    }

    /// The name of a section.
    #[must_use]
    pub fn section(&self, section: Section) -> String {
        self.table_word("section", &[section.id()]).unwrap_or_else(|| section.id().to_owned())
    }

    /// What a section is about, in a line.
    #[must_use]
    pub fn section_about(&self, section: Section) -> String {
        self.text(&named("section", &[section.id()]), Some("about"), &[]).unwrap_or_default()
    }

    /// The fixed line of a field that is worked out and always says the same; `None` for the
    /// others.
    #[must_use]
    pub fn derived(&self, field: &Field) -> Option<String> {
        self.table_word("derived", &[field.id])
    }

    /// What somebody answered when they were asked.
    #[must_use]
    pub fn agrees(&self, answer: Agrees) -> String {
        self.say(match answer {
            Agrees::Yes => id::AGREES_YES,
            Agrees::Partly => id::AGREES_PARTLY,
            Agrees::No => id::AGREES_NO,
        })
    }

    /// Where the plan stands.
    #[must_use]
    pub fn plan_state(&self, state: PlanState) -> String {
        self.say(match state {
            PlanState::Asleep => id::PLAN_ASLEEP,
            PlanState::InUse => id::PLAN_IN_USE,
            PlanState::Over => id::PLAN_OVER,
            PlanState::Withdrawn => id::PLAN_WITHDRAWN,
        })
    }

    /// A kind of paper, as it stands in a sentence: "hele plan".
    #[must_use]
    pub fn paper(&self, kind: PaperKind) -> String {
        self.say(match kind {
            PaperKind::Card => id::PAPER_CARD,
            PaperKind::Sheet => id::PAPER_SHEET,
            PaperKind::Plan => id::PAPER_PLAN,
            PaperKind::Wishes => id::PAPER_WISHES,
            PaperKind::Agreements => id::PAPER_AGREEMENTS,
        })
    }

    /// What a copy is made of: "op papier".
    #[must_use]
    pub fn form(&self, form: Form) -> String {
        self.say(match form {
            Form::Paper => id::COPY_ON_PAPER,
            Form::Digital => id::COPY_DIGITAL,
        })
    }

    /// A copy that somebody holds or gave back: "kaart, versie 3, op papier, sinds 3 maart 2026".
    #[must_use]
    pub fn copy(&self, copy: &paper::Copy) -> String {
        let (message, day) = match copy.returned_on {
            None => (id::COPY_HELD, copy.on),
            Some(day) => (id::COPY_RETURNED, day),
        };
        let arguments = [
            ("paper", self.paper(copy.paper.kind).into()),
            ("version", copy.version.into()),
            ("form", self.form(copy.form).into()),
            ("date", self.date_long(day).into()),
        ];
        self.say_with(message, &arguments)
    }

    /// A circle around the owner, as a heading.
    #[must_use]
    pub fn circle(&self, circle: Circle) -> String {
        self.say(match circle {
            Circle::NextOfKin => id::CIRCLE_NEXT_OF_KIN,
            Circle::Professional => id::CIRCLE_PROFESSIONALS,
            Circle::Fourth => id::CIRCLE_FOURTH,
        })
    }

    /// The heading of a panel of the card.
    #[must_use]
    pub fn panel(&self, panel: Panel) -> String {
        self.say(match panel {
            Panel::L1 => id::CARD_PANEL_L1,
            Panel::L2 => id::CARD_PANEL_L2,
            Panel::L3 => id::CARD_PANEL_L3,
            Panel::L4 => id::CARD_PANEL_L4,
            Panel::R1 => id::CARD_PANEL_R1,
            Panel::R2 => id::CARD_PANEL_R2,
            Panel::R3 => id::CARD_PANEL_R3,
            Panel::R4 => id::CARD_PANEL_R4,
        })
    }

    /// What a value is asked to be, by the name of its kind: "a day, such as 2026-03-31".
    #[must_use]
    pub fn kind(&self, name: &str) -> String {
        let known = KINDS.iter().find(|(known, _)| *known == name);
        known.map_or_else(|| name.to_owned(), |(_, message)| self.say(*message))
    }

    fn table_word(&self, family: &str, ids: &[&str]) -> Option<String> {
        self.text(&named(family, ids), None, &[])
    }
}

/// The name of a table word: `column-f-meds-name` for the column `name` of `f.meds`.
fn named(family: &str, ids: &[&str]) -> String {
    let mut name = family.to_owned();
    for id in ids {
        name.push('-');
        name.push_str(&id.replace('.', "-"));
    }
    name
}
