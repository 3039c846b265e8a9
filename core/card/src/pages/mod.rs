//! Papers of A4 pages: the sheet for one next of kin, the whole plan, the page of wishes, the page
//! of agreements, and blank forms to fill in by hand.
//!
//! Each is a pure function from an excerpt to a laid-out paper. None names a field: the table says
//! what stands on which paper, and any answer becomes words, lists and tables by its kind.

use landvast_model::Reader;
use landvast_model::excerpt::{Content, Derived};
use landvast_text::{Words, id};

use crate::dial::{self, EMERGENCY, SUICIDE};
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

/// Whose paper it is and for whom: "Van Noor, voor Marit". A stranger who finds it sees at once that
/// these are two people.
pub(crate) fn of_whom(context: &Context<'_>) -> Prose {
    let (words, excerpt) = (context.words, context.excerpt);
    let owner = excerpt.call_name();
    let reader = match excerpt.reader {
        Reader::Owner | Reader::Anyone => None,
        Reader::Person(id) => excerpt.name_of(id),
    };
    let said = match (owner, reader) {
        (Some(owner), Some(reader)) => {
            let names = [("owner", owner.into()), ("reader", reader.into())];
            words.say_with(id::PAGE_OF_FOR, &names)
        }
        (Some(owner), None) if excerpt.reader == Reader::Owner => {
            words.say_with(id::PAGE_OF_AND_FOR, &[("name", owner.into())])
        }
        _ => for_whom(context),
    };
    Prose::bold(said)
}

/// What every reader may judge a paper by: version and days, the check code, and the fixed
/// sentences that stand on this paper, a line each.
pub(crate) fn stamp(context: &Context<'_>) -> Vec<Prose> {
    let (words, excerpt) = (context.words, context.excerpt);
    let code = excerpt.code.to_string();
    let code = words.say_with(id::CARD_CHECK_CODE, &[("code", code.into())]);
    let mut stamp = dated(context);
    stamp.insert(1, Prose::new(code));
    stamp
}

/// The same without the check code, where the foot of the only pages has it.
pub(crate) fn dated(context: &Context<'_>) -> Vec<Prose> {
    let mut dated = vec![version(context)];
    for entry in &context.excerpt.entries {
        if entry.content == Content::Derived(Derived::Words) {
            dated.extend(context.words.derived(entry.field).map(Prose::new));
        }
    }
    dated
}

/// "Versie 2 · Gemaakt op 2 november 2026 · Nakijken vóór 2 november 2027".
pub(crate) fn version(context: &Context<'_>) -> Prose {
    let (words, excerpt) = (context.words, context.excerpt);
    let day = |message, day| {
        let day = words.date_long(day);
        words.say_with(message, &[("date", day.into())])
    };
    let line = [
        words.say_with(id::CARD_VERSION, &[("version", excerpt.stamp.version.into())]),
        day(id::CARD_MADE_ON, excerpt.stamp.on),
        day(id::CARD_REVIEW_BY, excerpt.review_by),
    ];
    Prose::new(line.join(" · "))
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
        let Some((_, dial)) = dial::printed(words, name) else { continue };
        calls.push(Call {
            who: Prose::new(who),
            about: vec![Prose::new(words.say(about))],
            numbers: vec![dial],
        });
    }
    calls
}
