//! Words to choose from behind an option: by a name of the command's own, or as the owner calls it.

use landvast::{Blank, CardLayout, Form, Language, MessageId, PaperKind, Words, id};

use super::misread::Misread;
use crate::trouble::Trouble;

/// One thing to choose: its name, what it is called, and what it means.
type Choice<T> = (&'static str, MessageId, T);

pub(super) const LAYOUTS: [Choice<CardLayout>; 3] = [
    ("fold", id::CLI_CHOOSE_FOLD, CardLayout::Fold),
    ("mini", id::CLI_CHOOSE_MINI, CardLayout::Mini),
    ("screen", id::CLI_CHOOSE_SCREEN, CardLayout::Screen),
];

pub(super) const PAPERS: [Choice<PaperKind>; 5] = [
    ("card", id::CLI_CHOOSE_CARD, PaperKind::Card),
    ("sheet", id::CLI_CHOOSE_SHEET, PaperKind::Sheet),
    ("plan", id::CLI_CHOOSE_PLAN, PaperKind::Plan),
    ("wishes", id::CLI_CHOOSE_WISHES, PaperKind::Wishes),
    ("agreements", id::CLI_CHOOSE_AGREEMENTS, PaperKind::Agreements),
];

pub(super) const FORMS: [Choice<Blank>; 6] = [
    ("card", id::CLI_CHOOSE_CARD, Blank::Card),
    ("mini", id::CLI_CHOOSE_MINI, Blank::Mini),
    ("sheet", id::CLI_CHOOSE_SHEET, Blank::Sheet),
    ("plan", id::CLI_CHOOSE_PLAN, Blank::Plan),
    ("wishes", id::CLI_CHOOSE_WISHES, Blank::Wishes),
    ("agreements", id::CLI_CHOOSE_AGREEMENTS, Blank::Agreements),
];

pub(super) const COPIES: [Choice<Form>; 2] = [
    ("paper", id::CLI_CHOOSE_PAPER, Form::Paper),
    ("digital", id::CLI_CHOOSE_DIGITAL, Form::Digital),
];

/// Which of these is meant, by its name or by what it is called in any language.
pub(super) fn chosen<T: Copy>(
    typed: &str,
    of: &[Choice<T>],
    option: &str,
    command: &str,
    words: &Words,
) -> Result<T, Trouble> {
    let languages = Language::ALL.map(Words::new);
    let typed = typed.trim().to_lowercase();
    let is_called = |message: MessageId| languages.iter().any(|words| words.say(message) == typed);
    let found = of.iter().find(|(name, called, _)| *name == typed || is_called(*called));
    found.map(|(_, _, meant)| *meant).ok_or_else(|| {
        let said = |(name, called, _): &Choice<T>| match words.say(*called) {
            called if called == *name => called,
            called => format!("{name} ({called})"),
        };
        let choices: Vec<String> = of.iter().map(said).collect();
        Trouble::Usage(Misread::no_choice(option, choices.join(", "), command))
    })
}
