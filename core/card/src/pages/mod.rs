//! Papers of A4 pages: the sheet for one next of kin, the whole plan, the page of wishes, the page
//! of agreements, and blank forms to fill in by hand.
//!
//! Each is a pure function from an excerpt to a laid-out paper. None names a field: the table says
//! what stands on which paper, and any answer becomes words, lists and tables by its kind.

use landvast_model::Reader;
use landvast_model::excerpt::{Content, Derived};
use landvast_text::numbers::help_line;
use landvast_text::{Words, id};

use crate::flow::{Call, Document, Prose, Size};
use crate::layout::Context;

mod agreements;
mod answer;
mod blank;
mod lines;
mod phones;
mod plan;
mod sheet;
mod wishes;

pub use agreements::agreements;
pub use blank::{Blank, blank};
pub use plan::plan;
pub use sheet::sheet;
pub use wishes::wishes;

/// The help line for danger to life.
const EMERGENCY: &str = "emergency";
/// The help line for whoever thinks of suicide, and for those beside them.
const SUICIDE: &str = "suicide_prevention";

/// A paper of A4 pages with everything that all of them say of themselves: title, for whom,
/// version and day, check code, and the warning when it may be out of date.
pub(crate) fn document(context: &Context<'_>, title: String, size: Size) -> Document {
    let words = context.words;
    let mut document = Document::new(title.clone(), context.language(), size);
    let version =
        words.say_with(id::CARD_VERSION, &[("version", context.excerpt.stamp.version.into())]);
    let code = context.excerpt.code.to_string();
    let code = words.say_with(id::CARD_CHECK_CODE, &[("code", code.into())]);
    // What tells copies apart comes first: a long title may not crowd it out.
    document.foot = [version, code, for_whom(context), title].join(" · ");
    document.warning = context.possibly_outdated().then(|| words.say(id::CARD_POSSIBLY_OUTDATED));
    document
}

/// For whom a paper is: every paper names its reader.
pub(crate) fn for_whom(context: &Context<'_>) -> String {
    let name = match context.excerpt.reader {
        Reader::Owner | Reader::Anyone => context.excerpt.call_name(),
        Reader::Person(id) => context.excerpt.name_of(id),
    };
    match name {
        Some(name) => context.words.say_with(id::PAGE_FOR, &[("name", name.into())]),
        None if context.excerpt.reader == Reader::Owner => context.words.say(id::PAGE_FOR_ME),
        None => context.words.say(id::PAGE_FOR_YOU),
    }
}

/// What every reader may judge a paper by: version and days, the check code, and the fixed
/// sentences that stand on this paper, a line each.
pub(crate) fn stamp(context: &Context<'_>) -> Vec<Prose> {
    let (words, excerpt) = (context.words, context.excerpt);
    let day = |message, day| {
        let day = words.date_long(day);
        words.say_with(message, &[("date", day.into())])
    };
    let code = excerpt.code.to_string();
    let line = [
        words.say_with(id::CARD_VERSION, &[("version", excerpt.stamp.version.into())]),
        day(id::CARD_MADE_ON, excerpt.stamp.on),
        day(id::CARD_REVIEW_BY, excerpt.review_by),
    ];
    let code = words.say_with(id::CARD_CHECK_CODE, &[("code", code.into())]);
    let mut stamp = vec![Prose::new(line.join(" · ")), Prose::new(code)];
    for entry in &excerpt.entries {
        if entry.content == Content::Derived(Derived::Words) {
            stamp.extend(words.derived(entry.field).map(Prose::new));
        }
    }
    stamp
}

/// The number for danger to life.
pub(crate) fn emergency_phone() -> &'static str {
    help_line(EMERGENCY).map_or("112", |line| line.phone)
}

/// The numbers for danger to life and for thoughts of suicide.
pub(crate) fn danger_calls(context: &Context<'_>) -> Vec<Call> {
    let words = context.words;
    danger_of(words, words.say(id::PAGE_DANGER), words.say(id::PAGE_SUICIDE))
}

/// The same, each said in these words.
pub(crate) fn danger_of(words: &Words, danger: String, suicide: String) -> Vec<Call> {
    let lines =
        [(EMERGENCY, danger, id::CARD_DANGER_ABOUT), (SUICIDE, suicide, id::CARD_SUICIDE_ABOUT)];
    let mut calls = Vec::new();
    for (name, who, about) in lines {
        let Some(line) = help_line(name).filter(|line| line.may_be_printed()) else { continue };
        let name = line.name.in_language(words.language());
        calls.push(Call {
            who: Prose::new(who),
            about: vec![Prose::new(words.say(about))],
            numbers: vec![phones::dial(words, name, line.phone)],
        });
    }
    calls
}
