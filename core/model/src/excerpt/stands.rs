//! What stands on a paper: decided here, and nowhere later.
//!
//! Three things must come together: the reader may see the answer, the table sends the field to
//! this kind of paper, and where the table says "possible" the owner chose it.

use super::{Content, Request, View};
use crate::audience::{Reader, may_see, only_as_party};
use crate::book::{Answer, Person, Place};
use crate::kind::Kind;
use crate::paper::PaperKind;
use crate::rules::{self, Standing};
use crate::table::{AtTable, Field, Goes};
use crate::value::Value;

/// Whether an answer that anybody may see stands on the card: always for a field that is on it
/// unless switched off, and only by the owner's own choice for one that is off until switched on.
#[must_use]
pub fn goes_on_card(field: &Field, answer: &Answer) -> bool {
    let chosen = answer.audience.as_ref().map(|audience| audience.anyone);
    match field.card {
        Goes::Never => false,
        Goes::Possible => chosen == Some(true),
        Goes::Always => chosen != Some(false),
    }
}

/// Whether a tick can bring this field onto the paper that is asked for. What stands there anyway
/// and what never does need no tick; and no tick shows a reader what they may not see.
///
/// On the owner's own papers that is what nobody else sees by default: paper lies about. On the
/// owner's page of agreements it is also what lies between two or three people ([`AtTable::Apart`]):
/// that page lies open before everybody.
#[must_use]
pub fn may_be_ticked(field: &Field, request: &Request<'_>) -> bool {
    match (field.goes_on(request.paper), request.reader) {
        _ if request.paper == PaperKind::Card => false,
        (Goes::Possible, _) => true,
        (Goes::Always, Reader::Owner) => {
            let apart = field.agreement == Some(AtTable::Apart);
            field.sees.is_empty() || (apart && request.paper == PaperKind::Agreements)
        }
        (Goes::Never | Goes::Always, _) => false,
    }
}

impl View<'_> {
    pub(super) fn content(&self, place: Place, field: &Field, answer: &Answer) -> Option<Content> {
        if self.request.paper == PaperKind::Card {
            return self.content_on_card(place, field, answer);
        }
        let stands = self.stands(place, field, answer);
        stands.then(|| Content::Answer(self.visible(place, field, answer)))
    }

    fn content_on_card(&self, place: Place, field: &Field, answer: &Answer) -> Option<Content> {
        // Of a person a stranger gets what the card prints, and no more.
        let printed = field.place.is_some() || place == Place::Plan;
        let seen = may_see(self.book, place, field, answer, Reader::Anyone);
        if printed && seen && goes_on_card(field, answer) {
            return Some(Content::Answer(on_card(field, answer)));
        }
        // Whoever the owner chose by hand gets it whole; others then get not even the line.
        let line = field.public_line && answer.audience.is_none();
        line.then_some(Content::PublicLine)
    }

    /// Whether an answer stands on a paper that is not the card.
    fn stands(&self, place: Place, field: &Field, answer: &Answer) -> bool {
        let reader = self.request.reader;
        if !may_see(self.book, place, field, answer, reader) {
            return false;
        }
        if let Some(minor) = self.minor
            && !rules::is_on_minors_sheet(self.book, minor, place, field)
        {
            return false;
        }
        let request = &self.request;
        if may_be_ticked(field, request) && request.ticked.iter().any(|id| id == field.id) {
            return true;
        }
        match (field.goes_on(request.paper), reader) {
            (Goes::Never, _) | (Goes::Possible, Reader::Owner) => false,
            // What may be ticked, and was not.
            (Goes::Always, Reader::Owner) => !may_be_ticked(field, request),
            (Goes::Always, _) => true,
            // The owner chose that this reader sees it.
            (Goes::Possible, _) => answer.audience.is_some(),
        }
    }

    /// Whether a field that is worked out stands on this paper. Nobody wrote it; the owner may
    /// have chosen who sees it.
    pub(super) fn stands_derived(&self, field: &Field) -> bool {
        let audience = self.book.shared.get(field.id).cloned();
        let answer = Answer { audience, ..Answer::new(Value::Text(String::new())) };
        match self.request.paper {
            PaperKind::Card => {
                let seen = may_see(self.book, Place::Plan, field, &answer, Reader::Anyone);
                seen && goes_on_card(field, &answer)
            }
            _ => self.stands(Place::Plan, field, &answer),
        }
    }

    /// The answer as this reader sees it: whoever is only a party to some rows gets those rows.
    fn visible(&self, place: Place, field: &Field, answer: &Answer) -> Value {
        let reader = self.request.reader;
        match (&answer.value, reader) {
            // The owner's own wording of what they chose: "my little sister".
            (Value::Choice(_), _) => on_card(field, answer),
            (Value::Rows(rows), Reader::Person(id))
                if only_as_party(self.book, place, field, answer, reader) =>
            {
                Value::Rows(rows.iter().filter(|row| row.names(id)).cloned().collect())
            }
            (value, _) => value.clone(),
        }
    }

    /// Where a person stands with being named, as far as this reader may know it.
    pub(super) fn standing(&self, person: &Person) -> Standing {
        let standing = rules::standing(person);
        let sees = |id: &str, reader: Reader| {
            let Some(field) = self.table.field(id) else { return false };
            let unanswered = Answer::new(Value::Text(String::new()));
            let answer = person.answer(id).unwrap_or(&unanswered);
            may_see(self.book, Place::Person(person.id), field, answer, reader)
        };
        // On a card everybody reads "not asked yet" beside a name, so it is no secret there.
        let public = || sees(rules::NAME, Reader::Anyone);
        let told =
            self.request.paper == PaperKind::Card || sees(rules::AGREED, self.request.reader);
        if told || public() { standing } else { Standing::NotOnCard }
    }
}

/// The answer as the card has it: the owner's shorter words instead of it, where there are some.
/// Numbers are dialled, so they stay numbers.
fn on_card(field: &Field, answer: &Answer) -> Value {
    let shorter = answer.card_text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    match shorter {
        Some(text) if field.kind != Kind::Phones => Value::Text(text.to_owned()),
        _ => answer.value.clone(),
    }
}
