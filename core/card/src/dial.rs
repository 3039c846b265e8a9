//! Numbers, as people read them and as telephones dial them; and the two that save lives.
//!
//! Every paper says them through here: Ana's number on the card and on a sheet is shown alike,
//! and a tap on it rings the same telephone.

use landvast_text::numbers::{HelpLine, help_line};
use landvast_text::phone::{self, Region};
use landvast_text::{Words, id};

use crate::flow::Dial;
use crate::scene::Link;

/// The help line for danger to life.
pub(crate) const EMERGENCY: &str = "emergency";
/// The help line for whoever thinks of suicide, and for those beside them.
pub(crate) const SUICIDE: &str = "suicide_prevention";

/// A number as it was typed, ready to be read and dialled; `who` answers it. What no telephone can
/// dial is shown as it was typed.
pub(crate) fn dial(words: &Words, who: &str, typed: &str) -> Dial {
    let Ok(phone) = phone::read(typed, Region::Nl) else {
        return Dial { shown: typed.trim().to_owned(), ..Dial::default() };
    };
    let arguments = [("name", who.into()), ("phone", phone.shown.as_str().into())];
    let contents = words.say_with(id::ALT_CALL_LINK, &arguments);
    let link = Some(Link { uri: phone.dial, contents });
    Dial { shown: phone.shown, which: String::new(), link }
}

/// A help line with its number, if that was checked and so may be printed.
pub(crate) fn printed(words: &Words, line: &str) -> Option<(&'static HelpLine, Dial)> {
    let line = help_line(line).filter(|line| line.may_be_printed())?;
    let name = line.name.in_language(words.language());
    Some((line, dial(words, name, line.phone)))
}

/// The number for danger to life.
pub(crate) fn emergency_phone() -> &'static str {
    help_line(EMERGENCY).map_or("112", |line| line.phone)
}
