//! Findings in words, for the owner alone.

use landvast_model::{Field, What};

use crate::message::id;
use crate::table::Part;
use crate::words::{Arg, Words};

impl Words {
    /// A finding as a sentence that says what there is and what to do.
    ///
    /// `field` is the table row it is about, `name` the person's name (empty if it is about the
    /// plan or the person has none).
    #[must_use]
    pub fn finding(&self, what: &What, field: Option<&Field>, name: &str) -> String {
        let label = field.and_then(|field| self.field(field, Part::Label)).unwrap_or_default();
        let label = if name.is_empty() {
            label
        } else {
            let arguments = [("field", label.into()), ("name", name.into())];
            self.say_with(id::FINDING_FIELD_OF, &arguments)
        };
        let who = if name.is_empty() { self.say(id::SOMEONE_WITHOUT_NAME) } else { name.into() };
        let label = || Arg::from(label.as_str());
        let who = || Arg::from(who.as_str());
        let counted = |message, count: usize| {
            self.say_with(message, &[("field", label()), ("count", count.into())])
        };
        match what {
            What::NoOneToCall => self.say(id::FINDING_NO_ONE_TO_CALL),
            What::NoCallName => self.say(id::FINDING_NO_CALL_NAME),
            What::NoFirst => self.say(id::FINDING_NO_FIRST),
            What::NoWhere => self.say(id::FINDING_NO_WHERE),
            What::NotAsked => self.say_with(id::FINDING_NOT_ASKED, &[("name", who())]),
            What::NumberNotOnCard => {
                self.say_with(id::FINDING_NUMBER_NOT_ON_CARD, &[("name", who())])
            }
            What::NoNumber => self.say_with(id::FINDING_NO_NUMBER, &[("name", who())]),
            What::PersonWithoutName => self.say(id::FINDING_PERSON_WITHOUT_NAME),
            What::PhoneUnreadable { typed } => {
                let whose = if name.is_empty() { label() } else { who() };
                let arguments = [("phone", typed.into()), ("who", whose)];
                self.say_with(id::FINDING_PHONE_UNREADABLE, &arguments)
            }
            What::TooLongForCard { over } => counted(id::FINDING_TOO_LONG_FOR_CARD, *over),
            What::TooManyForCard { over } => counted(id::FINDING_TOO_MANY_FOR_CARD, *over),
            What::MovedToPlan { panel, .. } if field.is_none() => {
                let panel = self.panel(*panel);
                self.say_with(id::FINDING_MOVED_TO_PLAN_PANEL, &[("panel", panel.into())])
            }
            What::MovedToPlan { chars, .. } => counted(id::FINDING_MOVED_TO_PLAN, *chars),
            What::MissingCharacters { characters } => {
                let arguments = [("field", label()), ("characters", characters.into())];
                self.say_with(id::FINDING_MISSING_CHARACTERS, &arguments)
            }
            What::InvisibleCharacters { count } => {
                counted(id::FINDING_INVISIBLE_CHARACTERS, *count)
            }
            What::ReviewSoon => self.say(id::FINDING_REVIEW_SOON),
            What::ReviewDue => self.say(id::FINDING_REVIEW_DUE),
            What::ReviewOverdue => self.say(id::FINDING_REVIEW_OVERDUE),
            What::ReviewOutdated => self.say(id::FINDING_REVIEW_OUTDATED),
            What::SameName => self.say_with(id::FINDING_SAME_NAME, &[("name", who())]),
            What::PersonGone => self.say_with(id::FINDING_PERSON_GONE, &[("field", label())]),
            What::LeftOut => self.say_with(id::FINDING_LEFT_OUT, &[("field", label())]),
            What::SaidNo => self.say_with(id::FINDING_SAID_NO, &[("name", who())]),
            What::CardTextOlder => {
                self.say_with(id::FINDING_CARD_TEXT_OLDER, &[("field", label())])
            }
            What::NotOnCard => self.say_with(id::FINDING_NOT_ON_CARD, &[("field", label())]),
            What::NoWhatWorked => self.say(id::FINDING_NO_WHAT_WORKED),
            What::NoWhatFailed => self.say(id::FINDING_NO_WHAT_FAILED),
            What::NoSigns => self.say(id::FINDING_NO_SIGNS),
            What::NothingInstead => {
                self.say_with(id::FINDING_NOTHING_INSTEAD, &[("field", label())])
            }
            What::InvolvementDiffers => {
                self.say_with(id::FINDING_INVOLVEMENT_DIFFERS, &[("name", who())])
            }
            What::MinorHasTasks => self.say_with(id::FINDING_MINOR_HAS_TASKS, &[("name", who())]),
            What::MinorNotOnCard => {
                self.say_with(id::FINDING_MINOR_NOT_ON_CARD, &[("name", who())])
            }
            What::CopyOlder { kind } => {
                let arguments = [("name", who()), ("paper", self.paper(*kind).into())];
                self.say_with(id::FINDING_COPY_OLDER, &arguments)
            }
            What::NoWish => self.say(id::FINDING_NO_WISH),
            What::NobodyHasACopy => self.say(id::FINDING_NOBODY_HAS_A_COPY),
            What::NothingHelps => self.say(id::FINDING_NOTHING_HELPS),
            What::NothingToAvoid => self.say(id::FINDING_NOTHING_TO_AVOID),
            What::OneSignOnly => self.say(id::FINDING_ONE_SIGN_ONLY),
            What::RefusalWithoutAlternative => self.say(id::FINDING_REFUSAL_WITHOUT_ALTERNATIVE),
            What::MedsUnchecked => self.say(id::FINDING_MEDS_UNCHECKED),
            What::MedsCheckOld => self.say(id::FINDING_MEDS_CHECK_OLD),
            What::NoOutOfHours => self.say(id::FINDING_NO_OUT_OF_HOURS),
            What::NoStopSigns => self.say(id::FINDING_NO_STOP_SIGNS),
            What::DependantsUnanswered => self.say(id::FINDING_DEPENDANTS_UNANSWERED),
        }
    }
}
