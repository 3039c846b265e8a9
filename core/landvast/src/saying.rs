//! Answers, people, copies and findings in words.
//!
//! The words themselves are in the word files; this brings them and the book together.

use chrono::{DateTime, Local, Utc};
use landvast_model::excerpt::Derived;
use landvast_model::finding::Weight;
use landvast_model::paper::Copy;
use landvast_model::rules::{self, Standing};
use landvast_model::table::{Goes, Owner, Who};
use landvast_model::{Answer, Audience, Book, Field, Finding, Person, Place, Source, Table, Value};
use landvast_model::{PersonId, excerpt};
use landvast_text::{MessageId, Words, id};

use crate::fields::field_spec;
use crate::keeper::Keeper;
use crate::view::{AnswerView, CopyView, FieldView, FindingView, PersonView};

/// An answer in words, a line an entry.
pub(crate) fn say_value(book: &Book, words: &Words, field: &Field, value: &Value) -> String {
    words.entries(field, value, &|id| name_of(book, id)).join("\n")
}

/// A moment in words, by the clock where the owner is: "3 March 2026, 16:11".
pub(crate) fn say_when(words: &Words, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&Local);
    format!("{}, {}", words.date_long(local.date_naive()), words.time(local.time()))
}

pub(crate) fn name_of(book: &Book, id: PersonId) -> Option<String> {
    let name = book.person(id)?.name();
    Some(name.to_owned()).filter(|name| !name.is_empty())
}

pub(crate) fn field_view(
    keeper: &Keeper,
    words: &Words,
    place: Place,
    field: &'static Field,
) -> FieldView {
    if field.is_derived() {
        return FieldView {
            spec: field_spec(field, words),
            answer: derived_view(keeper, words, place, field),
        };
    }
    let answer = keeper.book().answer(place, field.id);
    let answer = answer.map(|answer| answer_view(keeper.book(), words, place, field, answer));
    FieldView { spec: field_spec(field, words), answer }
}

/// What is worked out: of a plan as it would stand on the card if it were made now, of a person
/// the copies that they have.
fn derived_view(keeper: &Keeper, words: &Words, place: Place, field: &Field) -> Option<AnswerView> {
    let shown = match place {
        Place::Person(id) => {
            let copies = keeper.copies();
            let with_them = |copy: &&CopyView| copy.person == id && copy.returned_on.is_none();
            let said: Vec<String> =
                copies.iter().filter(with_them).map(|copy| copy.shown.clone()).collect();
            Some(said.join("\n")).filter(|said| !said.is_empty())?
        }
        Place::Plan => match rules::derive(field, keeper.card_excerpt().stamp) {
            Derived::Version(version) => version.to_string(),
            Derived::Day(day) => words.date_long(day),
            Derived::Words => words.derived(field)?,
        },
    };
    let shared = keeper.book().shared.get(field.id);
    Some(AnswerView {
        value: Value::Text(shown.clone()),
        shown,
        card_text: None,
        audience: shared.cloned(),
        seen_by: match shared {
            Some(audience) => say_audience(keeper.book(), words, audience),
            None => say_seen_by(field, words),
        },
        on_card: match (field.card, shared) {
            (Goes::Never, _) => false,
            (Goes::Possible, shared) => shared.is_some_and(|audience| audience.anyone),
            (Goes::Always, shared) => shared.is_none_or(|audience| audience.anyone),
        },
        reviewed_on: None,
        source: Source::Myself,
        lang: None,
        updated_at: None,
    })
}

fn answer_view(
    book: &Book,
    words: &Words,
    place: Place,
    field: &Field,
    answer: &Answer,
) -> AnswerView {
    let seen_by = match &answer.audience {
        Some(audience) => say_audience(book, words, audience),
        None => say_seen_by(field, words),
    };
    let stranger = landvast_model::Reader::Anyone;
    let on_card = excerpt::goes_on_card(field, answer)
        && landvast_model::audience::may_see(book, place, field, answer, stranger);
    AnswerView {
        value: answer.value.clone(),
        shown: say_value(book, words, field, &answer.value),
        card_text: answer.card_text.clone(),
        audience: answer.audience.clone(),
        seen_by,
        on_card,
        reviewed_on: answer.reviewed_on,
        source: answer.source,
        lang: answer.lang.clone(),
        updated_at: answer.updated_at,
    }
}

/// Who sees a field until the owner chooses, in words.
pub(crate) fn say_seen_by(field: &Field, words: &Words) -> String {
    if field.sees.is_empty() {
        return words.say(id::AUDIENCE_ONLY_ME);
    }
    let said = field.sees.iter().map(|who| match who {
        // Nobody reads on a card what does not stand on it.
        Who::Anyone if field.card == Goes::Possible => words.say(id::AUDIENCE_ANYONE_ON_CARD),
        who => words.say(message_of(*who)),
    });
    let said: Vec<String> = said.collect();
    words.list(&said)
}

const fn message_of(who: Who) -> MessageId {
    match who {
        Who::Anyone => id::AUDIENCE_ANYONE,
        Who::Professionals => id::AUDIENCE_PROFESSIONALS,
        Who::NextOfKin => id::AUDIENCE_NEXT_OF_KIN,
        Who::NextOfKinIn(_) => id::AUDIENCE_NEXT_OF_KIN_IN_ROLE,
        Who::ThatPerson => id::AUDIENCE_THAT_PERSON,
        Who::AnyoneIfOnCard => id::AUDIENCE_IF_ON_CARD,
        Who::Parties => id::AUDIENCE_PARTIES,
    }
}

fn say_audience(book: &Book, words: &Words, audience: &Audience) -> String {
    let flags = [
        (audience.anyone, id::AUDIENCE_ANYONE),
        (audience.professionals, id::AUDIENCE_PROFESSIONALS),
        (audience.next_of_kin, id::AUDIENCE_NEXT_OF_KIN),
    ];
    let groups = flags.iter().filter(|(on, _)| *on).map(|(_, message)| words.say(*message));
    let people = audience.people.iter().filter_map(|id| name_of(book, *id));
    let said: Vec<String> = groups.chain(people).collect();
    if said.is_empty() { words.say(id::AUDIENCE_ONLY_ME) } else { words.list(&said) }
}

pub(crate) fn person_view(keeper: &Keeper, words: &Words, person: &Person) -> PersonView {
    let place = Place::Person(person.id);
    let fields = keeper.table.owned(Owner::Person);
    PersonView {
        id: person.id,
        name: person.name().to_owned(),
        about: person_about(keeper, words, person),
        on_card: rules::standing(person) != Standing::NotOnCard,
        fields: fields.map(|field| field_view(keeper, words, place, field)).collect(),
    }
}

fn person_about(keeper: &Keeper, words: &Words, person: &Person) -> String {
    let said = |id: &str| {
        let field = keeper.table.field(id)?;
        let answer = person.answer(id)?;
        Some(say_value(keeper.book(), words, field, &answer.value))
    };
    let agreed = match said(rules::AGREED) {
        Some(answer) => words.say_with(id::PERSON_AGREED, &[("answer", answer.into())]),
        None => match said(rules::ASKED) {
            Some(day) => words.say_with(id::PERSON_ASKED, &[("day", day.into())]),
            None => words.say(id::PERSON_NOT_ASKED),
        },
    };
    let on_card = rules::stands_on_card(person).then(|| words.say(id::PERSON_ON_CARD));
    let parts: Vec<String> = said(rules::RELATION)
        .or_else(|| said(rules::CIRCLE))
        .into_iter()
        .chain([agreed])
        .chain(on_card)
        .collect();
    parts.join(", ")
}

pub(crate) fn finding_view(keeper: &Keeper, words: &Words, finding: &Finding) -> FindingView {
    let field = finding.field.as_deref().and_then(|id| keeper.table.field(id));
    let person = match finding.place {
        Place::Person(id) => Some(id),
        Place::Plan => None,
    };
    let name = person.and_then(|id| name_of(keeper.book(), id)).unwrap_or_default();
    FindingView {
        id: finding.what.id().to_owned(),
        weight: match finding.what.weight() {
            Weight::Matters => 1,
            Weight::OnPaper => 2,
            Weight::Hint => 3,
        },
        field: finding.field.clone().unwrap_or_default(),
        person,
        sentence: words.finding(&finding.what, field, &name),
    }
}

/// An id as it may be shown: what is no plain, short id is somebody's words and stays out.
pub(crate) fn plain_id(id: &str) -> &str {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '[' | ']');
    if id.len() <= 40 && id.chars().all(plain) { id } else { "…" }
}

/// A copy that somebody has or had.
pub(crate) fn copy_view(keeper: &Keeper, words: &Words, copy: &Copy) -> CopyView {
    let gone = || words.say(id::SOMEONE_WITHOUT_NAME);
    CopyView {
        id: copy.id,
        person: copy.person,
        name: name_of(keeper.book(), copy.person).unwrap_or_else(gone),
        paper: copy.paper.kind,
        version: copy.version,
        form: copy.form,
        given_on: copy.on,
        returned_on: copy.returned_on,
        is_newest: !rules::is_older(keeper.book(), copy),
        shown: words.copy(copy),
    }
}

/// The known id that looks most like this one, of the plan or of a person.
pub(crate) fn nearest_field(table: &Table, id: &str) -> Option<String> {
    let near = [Owner::Plan, Owner::Person].into_iter().find_map(|owner| table.nearest(id, owner));
    near.map(|field| field.id.to_owned())
}
