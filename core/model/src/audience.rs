//! Who may see an answer, and who is looking.
//!
//! The two are not the same thing. An [`Audience`] stands on an answer and says who may see it. A
//! [`Reader`] is one person holding one paper. [`may_see`] brings them together.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::book::{Answer, Book, Person, Place};
use crate::ids::{NotAnId, PersonId};
use crate::rules;
use crate::table::{Care, Field, Who};
use crate::value::Value;

/// Who is looking.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Reader {
    /// The person whose plan it is; sees everything.
    Owner,
    /// Whoever holds the card: bystander, police, ambulance, finder.
    Anyone,
    /// One of the owner's people, next of kin or professional.
    Person(PersonId),
}

/// Who may see an answer, when the owner has chosen it. Empty is "only me".
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Audience {
    /// Anyone who holds the card; then all the others may too.
    pub anyone: bool,
    /// Every professional named in the plan.
    pub professionals: bool,
    /// Every next of kin who may know this section.
    pub next_of_kin: bool,
    /// These people, each by name.
    pub people: BTreeSet<PersonId>,
}

impl Audience {
    /// Only the owner.
    #[must_use]
    pub fn only_me() -> Self {
        Self::default()
    }

    /// Anyone who holds the card.
    #[must_use]
    pub fn anyone() -> Self {
        Self { anyone: true, ..Self::default() }
    }

    /// Whether the field allows it: what a table row never gives to somebody, an answer cannot
    /// give either.
    #[must_use]
    pub fn is_allowed(&self, field: &Field) -> bool {
        // What is shared one by one comes to people by name, never to a group by the owner's choice.
        let one_by_one = matches!(field.care, Some(Care::Safety | Care::OneByOne));
        let to_groups = if one_by_one { &[] } else { field.may };
        let mut groups = field.sees.iter().chain(to_groups);
        let kin = groups.clone().any(|who| matches!(who, Who::NextOfKin | Who::NextOfKinIn(_)));
        let professionals = groups.any(|who| *who == Who::Professionals);
        let by_name = !field.sees.is_empty() || !field.may.is_empty();
        let anyone = field.may_be_public();
        (!self.anyone || anyone)
            && (!self.professionals || professionals || anyone)
            && (!self.next_of_kin || kin || anyone)
            && (self.people.is_empty() || by_name || anyone)
    }
}

/// Whether this person can come to see the field at all when the owner names them: what the row
/// gives to professionals is not for a sister, and what it gives to one person is for nobody else.
fn may_be_named(field: &Field, place: Place, person: &Person) -> bool {
    let professional = rules::is_professional(person);
    field.may_be_public()
        || field.sees.iter().chain(field.may).any(|who| match who {
            Who::Professionals => professional,
            Who::NextOfKin | Who::NextOfKinIn(_) => !professional,
            Who::ThatPerson => place == Place::Person(person.id),
            Who::Anyone | Who::AnyoneIfOnCard | Who::Parties => true,
        })
}

impl Serialize for Audience {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let flags = [
            (self.anyone, "anyone"),
            (self.professionals, "professionals"),
            (self.next_of_kin, "next_of_kin"),
        ];
        let words = flags.iter().filter(|(on, _)| *on).map(|(_, word)| (*word).to_owned());
        out.collect_seq(words.chain(self.people.iter().map(ToString::to_string)))
    }
}

impl<'de> Deserialize<'de> for Audience {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let mut audience = Self::default();
        for word in Vec::<String>::deserialize(input)? {
            match word.as_str() {
                "anyone" => audience.anyone = true,
                "professionals" => audience.professionals = true,
                "next_of_kin" => audience.next_of_kin = true,
                id => {
                    audience.people.insert(id.parse().map_err(de::Error::custom)?);
                }
            }
        }
        Ok(audience)
    }
}

impl fmt::Display for Reader {
    /// A key that sorts and stays: `owner`, `anyone`, or a person's id.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Owner => out.write_str("owner"),
            Self::Anyone => out.write_str("anyone"),
            Self::Person(id) => write!(out, "{id}"),
        }
    }
}

impl FromStr for Reader {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        match text {
            "owner" => Ok(Self::Owner),
            "anyone" => Ok(Self::Anyone),
            id => id.parse().map(Self::Person),
        }
    }
}

impl Serialize for Reader {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Reader {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let word = <std::borrow::Cow<'de, str>>::deserialize(input)?;
        word.parse().map_err(de::Error::custom)
    }
}

/// Whether `reader` may see this answer.
///
/// The owner's own choice on the answer decides; without one the table row does. Either way a
/// next of kin sees a section only if they may know it (`d.may_know`), unless the answer names
/// them or is their own.
#[must_use]
pub fn may_see(book: &Book, place: Place, field: &Field, answer: &Answer, reader: Reader) -> bool {
    let id = match reader {
        Reader::Owner => return true,
        Reader::Anyone => return anyone_may(book, place, field, answer),
        Reader::Person(id) => id,
    };
    let Some(person) = book.person(id) else { return false };
    if anyone_may(book, place, field, answer) {
        return true;
    }
    let professional = rules::is_professional(person);
    let knows = || rules::may_know(person).contains(&field.section);
    if let Some(audience) = &answer.audience {
        // A choice made under an older table never reaches past this one.
        return audience.is_allowed(field)
            && ((audience.people.contains(&id) && may_be_named(field, place, person))
                || (audience.professionals && professional)
                || (audience.next_of_kin
                    && !professional
                    && knows()
                    && has_role_for(field, person)));
    }
    field.sees.iter().any(|who| sees_by_default(*who, place, field, answer, person))
}

/// Whether this next of kin has the formal role that the field's row asks for, if it asks for one:
/// a role bounds the group also where the owner chose it.
fn has_role_for(field: &Field, person: &Person) -> bool {
    let bounds: Vec<&[&str]> = field
        .sees
        .iter()
        .chain(field.may)
        .filter_map(|who| match who {
            Who::NextOfKinIn(roles) => Some(*roles),
            _ => None,
        })
        .collect();
    let role = rules::formal_role(person);
    let has = |roles: &&[&str]| role.is_some_and(|role| roles.contains(&role));
    bounds.is_empty() || bounds.iter().any(has)
}

/// Whether one letter of the field's row lets this person see the answer.
fn sees_by_default(
    who: Who,
    place: Place,
    field: &Field,
    answer: &Answer,
    person: &Person,
) -> bool {
    let professional = rules::is_professional(person);
    let knows = || !professional && rules::may_know(person).contains(&field.section);
    match who {
        Who::Professionals => professional,
        Who::NextOfKin => knows(),
        Who::NextOfKinIn(_) => knows() && has_role_for(field, person),
        Who::ThatPerson => place == Place::Person(person.id),
        Who::Parties => names(answer, person),
        Who::Anyone | Who::AnyoneIfOnCard => false,
    }
}

fn anyone_may(book: &Book, place: Place, field: &Field, answer: &Answer) -> bool {
    // Nobody is shown to strangers without their consent, whatever stands on a single answer.
    let consented = match place {
        Place::Person(id) => book.person(id).is_some_and(|p| rules::is_for_strangers(p, field)),
        Place::Plan => true,
    };
    if !consented {
        return false;
    }
    if let Some(audience) = &answer.audience {
        return audience.anyone && audience.is_allowed(field);
    }
    field.sees.iter().any(|who| matches!(who, Who::Anyone | Who::AnyoneIfOnCard))
}

/// Whether a row of this answer names `person` as one of its parties.
fn names(answer: &Answer, person: &Person) -> bool {
    let Value::Rows(rows) = &answer.value else { return false };
    rows.iter().any(|row| row.names(person.id))
}

/// Whether `reader` sees this answer for no other reason than being a party to some of its rows.
pub(crate) fn only_as_party(
    book: &Book,
    place: Place,
    field: &Field,
    answer: &Answer,
    reader: Reader,
) -> bool {
    if !field.sees.contains(&Who::Parties) || answer.audience.is_some() {
        return false;
    }
    let others: Vec<Who> = field.sees.iter().copied().filter(|who| *who != Who::Parties).collect();
    let Reader::Person(id) = reader else { return false };
    let Some(person) = book.person(id) else { return false };
    !others.iter().any(|who| sees_by_default(*who, place, field, answer, person))
        && !anyone_may(book, place, field, answer)
}
