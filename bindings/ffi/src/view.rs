//! What a screen shows, as the core has it: plain data, a view a screen.

use landvast::{
    AnswerView, Audience, CardLayout, CardOptions, Change, ChangeView, CheckCode, ChoiceSpec,
    ColumnSpec, CopyId, CopyView, FieldSpec, FieldView, FindingView, Form, Format, Info, Known,
    Language, Notice, PaperFile, PaperKind, PaperOptions, PersonId, PersonView, PlanState, Section,
    SectionSpec, SectionView, Source, StepView, Undone, Value, VersionView,
};

use crate::value::{Count, Day, Moment};

#[uniffi::remote(Record)]
pub struct FieldSpec {
    pub id: String,
    pub key: String,
    pub of_person: bool,
    pub section: Section,
    pub kind: String,
    pub label: String,
    pub question: String,
    pub example: String,
    pub help: String,
    pub choices: Vec<ChoiceSpec>,
    pub most: u8,
    pub columns: Vec<ColumnSpec>,
    pub on_card: String,
    pub seen_by: String,
    pub card_chars: u16,
    pub care: String,
    pub help_line: String,
}

#[uniffi::remote(Record)]
pub struct ChoiceSpec {
    pub id: String,
    pub label: String,
}

#[uniffi::remote(Record)]
pub struct ColumnSpec {
    pub id: String,
    pub label: String,
    pub kind: String,
    pub choices: Vec<ChoiceSpec>,
    pub most: u8,
}

#[uniffi::remote(Record)]
pub struct SectionSpec {
    pub section: Section,
    pub id: String,
    pub title: String,
    pub about: String,
}

#[uniffi::remote(Record)]
pub struct SectionView {
    pub section: Section,
    pub title: String,
    pub about: String,
    pub fields: Vec<FieldView>,
}

#[uniffi::remote(Record)]
pub struct FieldView {
    pub spec: FieldSpec,
    pub answer: Option<AnswerView>,
}

#[uniffi::remote(Record)]
pub struct AnswerView {
    pub value: Value,
    pub shown: String,
    pub card_text: Option<String>,
    pub audience: Option<Audience>,
    pub seen_by: String,
    pub on_card: bool,
    pub reviewed_on: Option<Day>,
    pub source: Source,
    pub lang: Option<String>,
    pub updated_at: Option<Moment>,
}

#[uniffi::remote(Record)]
pub struct PersonView {
    pub id: PersonId,
    pub name: String,
    pub about: String,
    pub on_card: bool,
    pub fields: Vec<FieldView>,
}

#[uniffi::remote(Record)]
pub struct VersionView {
    pub seq: u64,
    pub at: Moment,
    pub shown_at: String,
    pub shown: Option<String>,
}

#[uniffi::remote(Record)]
pub struct FindingView {
    pub id: String,
    pub weight: u8,
    pub field: String,
    pub person: Option<PersonId>,
    pub sentence: String,
}

#[uniffi::remote(Enum)]
pub enum Format {
    Pdf,
    Png,
}

#[uniffi::remote(Enum)]
pub enum CardLayout {
    Fold,
    Mini,
    Screen,
}

#[uniffi::remote(Record)]
pub struct CardOptions {
    pub layout: CardLayout,
    pub language: Option<Language>,
    pub second_language: Option<Language>,
    pub format: Format,
}

#[uniffi::remote(Record)]
pub struct PaperOptions {
    pub language: Option<Language>,
    pub format: Format,
}

#[uniffi::remote(Record)]
pub struct PaperFile {
    pub files: Vec<Vec<u8>>,
    pub version: u32,
    pub code: CheckCode,
    pub findings: Vec<FindingView>,
}

#[uniffi::remote(Record)]
pub struct Known {
    pub sequence: u64,
    pub revision: u64,
}

#[uniffi::remote(Enum)]
pub enum Notice {
    OlderThanKnown,
    HeaderOlderThanKnown,
    HeaderDamaged,
    HeaderNotMended,
    SnapshotDamaged,
    MarkDamaged,
}

#[uniffi::remote(Record)]
pub struct Info {
    pub vault: String,
    pub format: u16,
    pub actions: u64,
    pub answers: Count,
    pub people: Count,
    pub language: Language,
    pub state: PlanState,
    pub bytes: u64,
    pub damaged: u64,
    pub backup_on: Option<Day>,
}

#[uniffi::remote(Record)]
pub struct Undone {
    pub seq: u64,
    pub at: Moment,
    pub shown_at: String,
    pub is_before_renewal: bool,
    pub changes: Vec<ChangeView>,
}

#[uniffi::remote(Record)]
pub struct ChangeView {
    pub field: String,
    pub label: String,
    pub person: String,
    pub change: Change,
}

#[uniffi::remote(Enum)]
pub enum Change {
    Added,
    Changed,
    Removed,
}

#[uniffi::remote(Record)]
pub struct StepView {
    pub step: u8,
    pub title: String,
    pub if_wanted: bool,
    pub fields: Vec<FieldSpec>,
    pub person_fields: Vec<FieldSpec>,
}

#[uniffi::remote(Record)]
pub struct CopyView {
    pub id: CopyId,
    pub person: PersonId,
    pub name: String,
    pub paper: PaperKind,
    pub version: u32,
    pub form: Form,
    pub given_on: Day,
    pub returned_on: Option<Day>,
    pub is_newest: bool,
    pub shown: String,
}
