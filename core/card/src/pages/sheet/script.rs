//! The words to say on the telephone, for a reader who is too frightened to find them.

use landvast_model::Value;
use landvast_model::rules;
use landvast_model::table::SheetPart;
use landvast_text::id;

use super::{Sheet, entries};
use crate::flow::{Block, Fact};

/// What to say.
pub(super) fn blocks(sheet: &Sheet<'_>) -> Vec<Block> {
    let say = [
        [sheet.say(id::KIN_SCRIPT_ABOUT), me(sheet)].join(" "),
        sheet.say(id::KIN_SCRIPT_SEE),
        sheet.say(id::KIN_SCRIPT_DANGER),
        sheet.say(id::KIN_SCRIPT_PLAN),
        sheet.say(id::KIN_SCRIPT_ASK),
    ];
    let words = sheet.context.words;
    let say = say.map(|said| words.say_with(id::KIN_SCRIPT_QUOTE, &[("words", said.into())]));
    vec![
        sheet.small_heading(id::KIN_SCRIPT),
        entries::listed(say),
        sheet.sentences([id::KIN_SCRIPT_READ, id::KIN_SCRIPT_NAME]),
    ]
}

/// What one may be asked, in a line: the reader knows which is which.
pub(super) fn told(sheet: &Sheet<'_>) -> Option<Block> {
    let told = sheet.answers(SheetPart::Told).into_iter();
    let line = entries::joined(told.flat_map(|answer| entries::words(sheet, answer)).collect());
    let fact = Fact::new(sheet.say(id::KIN_TOLD), line);
    (!fact.is_empty()).then(|| Block::Facts(vec![fact]))
}

/// "Ik ben Ana, de partner van Noor."
fn me(sheet: &Sheet<'_>) -> String {
    if sheet.kin.is_empty() {
        return sheet.say(id::KIN_SCRIPT_ME_NAMELESS);
    }
    let mut arguments = vec![("name", sheet.name.as_str().into()), ("kin", sheet.kin.into())];
    match sheet.own.and_then(|own| own.value(rules::RELATION)) {
        // The owner's own wording of it: "zus".
        Some(Value::Text(kind)) => {
            arguments.push(("kind", kind.trim().into()));
            sheet.context.words.say_with(id::KIN_SCRIPT_ME_OWN, &arguments)
        }
        Some(Value::Choice(kind)) => {
            arguments.push(("kind", kind.as_str().into()));
            sheet.context.words.say_with(id::KIN_SCRIPT_ME, &arguments)
        }
        _ => sheet.context.words.say_with(id::KIN_SCRIPT_ME_PLAIN, &arguments),
    }
}
