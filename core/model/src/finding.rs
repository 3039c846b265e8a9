//! Findings: what would make the plan or the card better. Never an error, never a score.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::book::{Answer, Book, Place};
use crate::ids::PersonId;
use crate::paper::PaperKind;
use crate::rules;
use crate::table::{Field, Goes, Panel, Table, Who};
use crate::value::{Row, Value};

/// One thing worth knowing about the plan or a paper, and where.
///
/// It holds no words of the owner but the number or the signs it is about; the layer that shows
/// it, which is only ever shown to the owner, looks names up by place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Finding {
    /// In the plan or with a person.
    pub place: Place,
    /// The id of the field it is about; findings about a whole paper have none.
    pub field: Option<String>,
    /// What was found.
    pub what: What,
}

/// What was found. Each has its own sentence, `finding-…`, under [`What::id`].
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum What {
    /// Nobody who may stand on the card has a number.
    NoOneToCall,
    /// The card has no name to call the owner by.
    NoCallName,
    /// The cover has no "do this first".
    NoFirst,
    /// The card does not say where the whole plan is.
    NoWhere,
    /// This person has not been asked, or has not answered.
    NotAsked,
    /// This person agreed, but was not asked whether their number may be on the card.
    NumberNotOnCard,
    /// This person has no telephone number.
    NoNumber,
    /// This person has no name.
    PersonWithoutName,
    /// A telephone number that cannot be dialled as it stands.
    PhoneUnreadable {
        /// The number as it was typed, so that the owner finds it among several.
        typed: String,
    },
    /// More characters than fit comfortably on the card.
    TooLongForCard {
        /// How many too many.
        over: usize,
    },
    /// More lines or rows than the card prints.
    TooManyForCard {
        /// How many too many.
        over: usize,
    },
    /// It did not fit on its panel; the card says "see my plan" there.
    MovedToPlan {
        /// The panel.
        panel: Panel,
        /// How many characters did not fit.
        chars: usize,
    },
    /// Characters for which no font here has a sign; they are left out or shown as "?".
    MissingCharacters {
        /// Which, once each.
        characters: String,
    },
    /// Control characters or marks that turn text around; papers leave them out.
    InvisibleCharacters {
        /// How many.
        count: usize,
    },
    /// The card is almost a year old.
    ReviewSoon,
    /// The card is a year old.
    ReviewDue,
    /// The card is well over a year old.
    ReviewOverdue,
    /// The card is a year and a half old, and says so to its reader.
    ReviewOutdated,
    /// Several people have this person's name.
    SameName,
    /// The answer names somebody who is gone; on paper nothing stands there.
    PersonGone,
    /// There is an answer, and it is not in this paper of the owner's, because nobody else sees it by
    /// default or not everybody at the table may; it can be ticked.
    LeftOut,
    /// This person said no when they were asked, and a paper was made for them all the same.
    SaidNo,
    /// This person holds an older version than the newest one made.
    CopyOlder {
        /// Of what.
        kind: PaperKind,
    },
    /// The answer changed after its shorter words for the card were written.
    CardTextOlder,
    /// This person is under 18 and has tasks; their sheet leaves them out.
    MinorHasTasks,
    /// This person is under 18 and would stand on the card if they were not; strangers do not ring
    /// a child unless the owner gives that name to anyone.
    MinorNotOnCard,
    /// It may stand on the card, but the owner has not put it there.
    NotOnCard,
    /// Nothing says what helps.
    NothingHelps,
    /// Nothing says what not to do.
    NothingToAvoid,
    /// Nothing that helped an earlier time.
    NoWhatWorked,
    /// Nothing that did not help an earlier time.
    NoWhatFailed,
    /// No sign of how it looks.
    NoSigns,
    /// Only one sign of how it looks.
    OneSignOnly,
    /// A medicine is refused, without what would do instead.
    RefusalWithoutAlternative,
    /// Something is refused, without what would do instead.
    NothingInstead,
    /// No wish about care.
    NoWish,
    /// A paper was made, and nobody else has a copy.
    NobodyHasACopy,
    /// This person wants another degree of involvement than the owner does.
    InvolvementDiffers,
    /// The medicines were never checked by a pharmacy or doctor.
    MedsUnchecked,
    /// The medicines were checked more than half a year ago.
    MedsCheckOld,
    /// No number for evening, night and weekend.
    NoOutOfHours,
    /// Nothing says when the plan stops.
    NoStopSigns,
    /// Children, animals and others who need care: not answered yet.
    DependantsUnanswered,
}

/// How much a finding matters: it sorts what is shown first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Weight {
    /// The card would fail its reader.
    Matters,
    /// Something stands otherwise on paper than it was written.
    OnPaper,
    /// A question that would make the plan more personal.
    Hint,
}

impl What {
    /// The end of its message id.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NoOneToCall => "no-one-to-call",
            Self::NoCallName => "no-call-name",
            Self::NoFirst => "no-first",
            Self::NoWhere => "no-where",
            Self::NotAsked => "not-asked",
            Self::NumberNotOnCard => "number-not-on-card",
            Self::NoNumber => "no-number",
            Self::PersonWithoutName => "person-without-name",
            Self::PhoneUnreadable { .. } => "phone-unreadable",
            Self::TooLongForCard { .. } => "too-long-for-card",
            Self::TooManyForCard { .. } => "too-many-for-card",
            Self::MovedToPlan { .. } => "moved-to-plan",
            Self::MissingCharacters { .. } => "missing-characters",
            Self::InvisibleCharacters { .. } => "invisible-characters",
            Self::ReviewSoon => "review-soon",
            Self::ReviewDue => "review-due",
            Self::ReviewOverdue => "review-overdue",
            Self::ReviewOutdated => "review-outdated",
            Self::SameName => "same-name",
            Self::PersonGone => "person-gone",
            Self::SaidNo => "said-no",
            Self::LeftOut => "left-out",
            Self::CopyOlder { .. } => "copy-older",
            Self::CardTextOlder => "card-text-older",
            Self::MinorHasTasks => "minor-has-tasks",
            Self::MinorNotOnCard => "minor-not-on-card",
            Self::NotOnCard => "not-on-card",
            Self::NothingHelps => "nothing-helps",
            Self::NothingToAvoid => "nothing-to-avoid",
            Self::NoWhatWorked => "no-what-worked",
            Self::NoWhatFailed => "no-what-failed",
            Self::NoSigns => "no-signs",
            Self::OneSignOnly => "one-sign-only",
            Self::RefusalWithoutAlternative => "refusal-without-alternative",
            Self::NothingInstead => "nothing-instead",
            Self::NoWish => "no-wish",
            Self::NobodyHasACopy => "nobody-has-a-copy",
            Self::InvolvementDiffers => "involvement-differs",
            Self::MedsUnchecked => "meds-unchecked",
            Self::MedsCheckOld => "meds-check-old",
            Self::NoOutOfHours => "no-out-of-hours",
            Self::NoStopSigns => "no-stop-signs",
            Self::DependantsUnanswered => "dependants-unanswered",
        }
    }

    /// How much it matters.
    #[must_use]
    pub const fn weight(&self) -> Weight {
        match self {
            Self::NoOneToCall
            | Self::NoCallName
            | Self::NoFirst
            | Self::NoWhere
            | Self::NotAsked
            | Self::NumberNotOnCard
            | Self::NoNumber
            | Self::PersonWithoutName
            | Self::SameName
            | Self::SaidNo
            | Self::MinorHasTasks
            | Self::MinorNotOnCard
            | Self::PhoneUnreadable { .. }
            | Self::CopyOlder { .. }
            | Self::ReviewDue
            | Self::ReviewOverdue
            | Self::ReviewOutdated => Weight::Matters,
            Self::TooLongForCard { .. }
            | Self::TooManyForCard { .. }
            | Self::MovedToPlan { .. }
            | Self::MissingCharacters { .. }
            | Self::InvisibleCharacters { .. }
            | Self::PersonGone
            | Self::LeftOut
            | Self::CardTextOlder => Weight::OnPaper,
            Self::ReviewSoon
            | Self::NotOnCard
            | Self::NothingHelps
            | Self::NothingToAvoid
            | Self::NoWhatWorked
            | Self::NoWhatFailed
            | Self::NoSigns
            | Self::OneSignOnly
            | Self::RefusalWithoutAlternative
            | Self::NothingInstead
            | Self::NoWish
            | Self::NobodyHasACopy
            | Self::InvolvementDiffers
            | Self::MedsUnchecked
            | Self::MedsCheckOld
            | Self::NoOutOfHours
            | Self::NoStopSigns
            | Self::DependantsUnanswered => Weight::Hint,
        }
    }
}

impl Finding {
    /// A finding about the field with this id.
    #[must_use]
    pub fn about(place: Place, field: &str, what: What) -> Self {
        Self { place, field: Some(field.to_owned()), what }
    }
}

/// Everything the table and the rules say about the plan as it stands, what matters most first.
///
/// What a layout finds (what does not fit, which sign no font has) comes from the layout.
#[must_use]
pub fn check(book: &Book, table: &Table, today: NaiveDate) -> Vec<Finding> {
    let mut found = rules::hints(book, today);
    let known: BTreeSet<PersonId> = book.people.iter().map(|person| person.id).collect();
    for (place, key, answer) in book.all_answers() {
        let Some(field) = table.field(key.as_str()) else { continue };
        found.extend(check_answer(place, field, answer));
        if names_somebody_gone(&known, &answer.value) {
            found.push(Finding::about(place, field.id, What::PersonGone));
        }
    }
    found.sort_by_key(|finding| finding.what.weight());
    found
}

fn names_somebody_gone(known: &BTreeSet<PersonId>, value: &Value) -> bool {
    match value {
        Value::People(people) => people.iter().any(|id| !known.contains(id)),
        Value::Rows(rows) => rows.iter().flat_map(Row::people).any(|id| !known.contains(&id)),
        _ => false,
    }
}

fn check_answer(place: Place, field: &Field, answer: &Answer) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut texts = answer.value.texts();
    texts.extend(answer.card_text.as_deref());
    let count: usize =
        texts.iter().map(|text| text.chars().filter(|c| is_invisible(*c)).count()).sum();
    if count > 0 {
        found.push(Finding::about(place, field.id, What::InvisibleCharacters { count }));
    }
    if field.card == Goes::Possible
        && field.sees.contains(&Who::Anyone)
        && answer.audience.is_none()
    {
        found.push(Finding::about(place, field.id, What::NotOnCard));
    }
    // Looked at and found right is as good as written anew.
    if answer.card_text_is_older && answer.reviewed_on.is_none() {
        found.push(Finding::about(place, field.id, What::CardTextOlder));
    }
    // Of an answer behind a public line strangers get only the line, whatever its length.
    let behind_line = field.public_line && answer.audience.is_none();
    let printed = crate::excerpt::goes_on_card(field, answer) && !behind_line;
    let Some(card) = field.place.filter(|_| printed) else {
        return found;
    };
    let (chars, rows) = match &answer.card_text {
        Some(text) => (text.chars().count(), 1),
        None => (card_chars(answer), entries(answer)),
    };
    if let over @ 1.. = chars.saturating_sub(usize::from(card.chars)) {
        found.push(Finding::about(place, field.id, What::TooLongForCard { over }));
    }
    if let over @ 1.. = rows.saturating_sub(usize::from(card.rows)) {
        found.push(Finding::about(place, field.id, What::TooManyForCard { over }));
    }
    found
}

fn card_chars(answer: &Answer) -> usize {
    answer.value.texts().iter().map(|text| text.chars().count()).sum()
}

fn entries(answer: &Answer) -> usize {
    match &answer.value {
        Value::Lines(lines) | Value::Phones(lines) => lines.len(),
        Value::Rows(rows) => rows.len(),
        _ => 1,
    }
}

/// Whether a character cannot be seen and can change how the rest is read, hide it or fill lines
/// with nothing. Papers leave these out.
///
/// Control characters but for tab and line ends; embeddings, overrides, isolates, fillers,
/// annotations and old format characters. The plain direction marks (U+200E, U+200F, U+061C) are
/// none of them: mixed Arabic and Dutch needs them, and they cannot turn letters around. Nor are
/// soft hyphens, joiners and zero-width spaces, which are heeded and not drawn.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    let line_end = matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}');
    (c.is_control() && c != '\t' && !line_end)
        || matches!(c,
            '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{206f}'
            | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e001f}'
            | '\u{e0080}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}
