//! The excerpt: all that one reader may see on one paper, and nothing else.
//!
//! Papers are made from an excerpt. What is hidden from its reader is not in it, so it cannot
//! reach a page, a heading, a title or a count. Version and day come from the reader's own papers
//! of that kind, so they tell nothing about hidden people or hidden edits.
//!
//! A task of nobody helps nobody. So on a plan, a sheet and a page of agreements a person has a
//! name, and nothing more for it, wherever the reader sees anything else about them, or sees a row
//! that names them. Never on a card, where a name needs its own yes, nor on a page of wishes.
//!
//! Every paper names its reader. So the reader's own name is in every excerpt for a named person,
//! whatever the kind of paper and whomever else the name is hidden from: their own name is no secret
//! to them. See [`Excerpt::own`].

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use crate::audience::{Reader, may_see};
use crate::book::{Book, Language, Person, Place};
use crate::ids::PersonId;
use crate::paper::{CheckCode, PaperKey, PaperKind, Papers};
use crate::rules::{self, Circle, Standing};
use crate::table::{Field, Owner, Table};
use crate::value::{Row, Value};

mod code;
mod stands;

pub use stands::{goes_on_card, may_be_ticked};

/// What paper is asked for: what kind, for whom, and what the owner ticked for this once.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Request<'a> {
    /// For whom. A card is for anyone, whoever asks.
    pub reader: Reader,
    /// Which paper.
    pub paper: PaperKind,
    /// Ids of fields that the owner ticked for this one paper: what nobody sees by default, and
    /// what stands on a paper only when switched on, goes on it one by one.
    pub ticked: &'a [String],
}

impl Request<'_> {
    /// The card, for anyone who holds it.
    #[must_use]
    pub const fn card() -> Request<'static> {
        Request::new(Reader::Anyone, PaperKind::Card)
    }

    /// A paper for this reader with nothing ticked.
    #[must_use]
    pub const fn new(reader: Reader, paper: PaperKind) -> Request<'static> {
        Request { reader, paper, ticked: &[] }
    }

    /// The same, but a card for anyone.
    const fn settled(mut self) -> Self {
        if matches!(self.paper, PaperKind::Card) {
            self.reader = Reader::Anyone;
        }
        self
    }
}

/// All that one reader may see of a book on one paper, stamped with version and day.
#[derive(Clone, Debug)]
pub struct Excerpt {
    /// For whom.
    pub reader: Reader,
    /// Which paper.
    pub paper: PaperKind,
    /// Whether its reader is under age: no tasks, no signs, nothing medical, whatever the paper.
    pub is_for_minor: bool,
    /// The language the owner writes in.
    pub language: Language,
    /// The owner's own word for crisis, if they have one and this reader may see it.
    pub own_word: Option<String>,
    /// Version and day.
    pub stamp: Stamp,
    /// The day before which to look at it again.
    pub review_by: NaiveDate,
    /// The code that tells two copies apart.
    pub code: CheckCode,
    /// Whether its words differ from the last paper of its kind for this reader, so that making it
    /// counts.
    pub is_new: bool,
    /// The plan's fields that this reader sees, in table order.
    pub entries: Vec<Entry>,
    /// The people this reader sees, in call order.
    pub people: Vec<Excerpted>,
}

/// Version and day of a paper.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Stamp {
    /// The number of the version for this reader, from 1.
    pub version: u32,
    /// The day its words were first put on paper.
    pub on: NaiveDate,
}

/// One field as its reader sees it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The table row.
    pub field: &'static Field,
    /// What the reader gets.
    pub content: Content,
    /// The language it is written in (BCP 47), if it is another than the excerpt's.
    pub lang: Option<String>,
}

/// What a reader gets of a field.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// The answer; for a stranger, the owner's shorter words for the card where there are some. To
    /// a choice those words are the owner's own wording of it, and stand on every paper. People in
    /// it are named in [`Excerpt::name_of`].
    Answer(Value),
    /// Only the field's public line: there is an answer, and a stranger gets less of it.
    PublicLine,
    /// Something worked out.
    Derived(Derived),
}

/// What a derived field holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Derived {
    /// The version of the paper.
    Version(u32),
    /// A day.
    Day(NaiveDate),
    /// Fixed words, the message `derived-…`.
    Words,
}

/// One person as a reader sees them.
#[derive(Clone, Debug)]
pub struct Excerpted {
    /// Who; never printed.
    pub id: PersonId,
    /// Next of kin, professional or "fourth": the column they stand in on a page of agreements. On
    /// other papers only the owner is told; for any other reader everybody is the first of these.
    pub circle: Circle,
    /// Whether they agreed to being named, as far as this reader may know: whoever may not see
    /// the answer gets no more than the card tells anyone, and otherwise "not on the card".
    pub standing: Standing,
    /// What the reader sees about them, in table order.
    pub entries: Vec<Entry>,
}

impl Excerpted {
    /// What the reader sees of the field with this id.
    #[must_use]
    pub fn value(&self, id: &str) -> Option<&Value> {
        value_in(&self.entries, id)
    }

    /// The person's name; empty if they have none.
    #[must_use]
    pub fn name(&self) -> &str {
        match self.value(rules::NAME) {
            Some(Value::Text(name)) => name.trim(),
            _ => "",
        }
    }

    /// The person's telephone numbers as they were typed.
    #[must_use]
    pub fn phones(&self) -> &[String] {
        match self.value(rules::PHONES) {
            Some(Value::Phones(phones)) => phones,
            _ => &[],
        }
    }
}

impl Excerpt {
    /// Which papers it counts with.
    #[must_use]
    pub const fn key(&self) -> PaperKey {
        PaperKey { reader: self.reader, kind: self.paper }
    }

    /// What the reader sees of the plan's field with this id.
    #[must_use]
    pub fn value(&self, id: &str) -> Option<&Value> {
        value_in(&self.entries, id)
    }

    /// The name the owner goes by, if this reader may see it.
    #[must_use]
    pub fn call_name(&self) -> Option<&str> {
        match self.value(rules::CALL_NAME) {
            Some(Value::Text(name)) if !name.trim().is_empty() => Some(name.trim()),
            _ => None,
        }
    }

    /// The name of a person that an answer refers to, if this reader sees that person.
    #[must_use]
    pub fn name_of(&self, id: PersonId) -> Option<&str> {
        let person = self.people.iter().find(|person| person.id == id)?;
        Some(person.name()).filter(|name| !name.is_empty())
    }

    /// The reader's own entry among the people: on every paper for a named person who has a name.
    #[must_use]
    pub fn own(&self) -> Option<&Excerpted> {
        self.people.iter().find(|person| self.reader == Reader::Person(person.id))
    }
}

fn value_in<'a>(entries: &'a [Entry], id: &str) -> Option<&'a Value> {
    match &entries.iter().find(|entry| entry.field.id == id)?.content {
        Content::Answer(value) => Some(value),
        Content::PublicLine | Content::Derived(_) => None,
    }
}

/// Everybody whom these entries name.
fn named(entries: &[Entry]) -> BTreeSet<PersonId> {
    let mut named = BTreeSet::new();
    for entry in entries {
        match &entry.content {
            Content::Answer(Value::Rows(rows)) => named.extend(rows.iter().flat_map(Row::people)),
            Content::Answer(Value::People(people)) => named.extend(people),
            _ => {}
        }
    }
    named
}

/// What stands on the paper that is asked for.
///
/// If its words are those of the last paper of its kind for this reader, it has that paper's
/// version and day; otherwise the next version, and `today`.
#[must_use]
pub fn excerpt(book: &Book, table: &Table, request: &Request<'_>, today: NaiveDate) -> Excerpt {
    let view = View::new(book, table, request);
    let Request { reader, paper, .. } = view.request;
    let entries = view.entries(Owner::Plan, Place::Plan);
    let people = view.people(&entries);
    let own_word = view.own_word();
    let papers = book.papers.get(&PaperKey { reader, kind: paper });
    let version = papers.map_or(0, Papers::version);
    let last = papers.and_then(Papers::newest).map(|paper| {
        let stamp = Stamp { version, on: paper.on };
        (stamp, paper.code)
    });
    let mut excerpt = Excerpt {
        reader,
        paper,
        is_for_minor: view.minor.is_some(),
        language: book.language,
        own_word,
        stamp: Stamp { version: version.saturating_add(1), on: today },
        review_by: today,
        code: CheckCode::derive(&[]),
        is_new: true,
        entries,
        people,
    };
    if let Some((stamp, code)) = last
        && code::derive(&excerpt, stamp) == code
    {
        (excerpt.stamp, excerpt.is_new) = (stamp, false);
    }
    excerpt.code = code::derive(&excerpt, excerpt.stamp);
    excerpt.review_by = rules::review_by(excerpt.stamp.on);
    let derived = view.derived(excerpt.stamp);
    excerpt.entries.extend(derived);
    excerpt
}

/// A book as it is looked at for one paper.
struct View<'a> {
    book: &'a Book,
    table: &'a Table,
    request: Request<'a>,
    /// The reader, if they are under age.
    minor: Option<PersonId>,
}

impl<'a> View<'a> {
    fn new(book: &'a Book, table: &'a Table, request: &Request<'a>) -> Self {
        let request = request.settled();
        let minor = match request.reader {
            Reader::Person(id) => Some(id),
            Reader::Owner | Reader::Anyone => None,
        };
        let minor = minor.filter(|id| book.person(*id).is_some_and(rules::is_minor));
        Self { book, table, request, minor }
    }

    fn people(&self, of_plan: &[Entry]) -> Vec<Excerpted> {
        let named = named(of_plan);
        rules::in_call_order(self.book)
            .into_iter()
            .map(|person| self.person(person, &named))
            .filter(|person| !person.entries.is_empty())
            // Somebody under age gets the adults to call; who cannot be called is not one.
            .filter(|person| {
                let own = self.minor.is_none_or(|minor| minor == person.id);
                own || !person.phones().is_empty()
            })
            .collect()
    }

    fn person(&self, person: &Person, named: &BTreeSet<PersonId>) -> Excerpted {
        let mut entries = self.entries(Owner::Person, Place::Person(person.id));
        let is_named = entries.iter().any(|entry| entry.field.id == rules::NAME);
        let is_told_of = !entries.is_empty() || named.contains(&person.id);
        let is_reader = self.request.reader == Reader::Person(person.id);
        if !is_named && (is_reader || (is_told_of && self.gives_name_of(person))) {
            entries.splice(0..0, self.name(person));
        }
        // The circle is the owner's own thought; only where there are columns it shows.
        let columns = self.request.paper == PaperKind::Agreements;
        let told = columns || self.request.reader == Reader::Owner;
        let circle = if told { rules::circle(person) } else { Circle::NextOfKin };
        Excerpted { id: person.id, circle, standing: self.standing(person), entries }
    }

    /// Whether somebody of whom something else is told goes by name on this paper, although the name
    /// does not come to its reader by its letters.
    fn gives_name_of(&self, person: &Person) -> bool {
        // Whom the owner hid by their own choice stays without a name.
        let is_hidden = person.answer(rules::NAME).is_some_and(|name| name.audience.is_some());
        !is_hidden && !matches!(self.request.paper, PaperKind::Card | PaperKind::Wishes)
    }

    fn name(&self, person: &Person) -> Option<Entry> {
        let field = self.table.field(rules::NAME)?;
        let answer = person.answer(field.id).filter(|answer| !answer.value.is_empty())?;
        let content = Content::Answer(answer.value.clone());
        Some(Entry { field, content, lang: answer.lang.clone() })
    }

    fn entries(&self, owner: Owner, place: Place) -> Vec<Entry> {
        self.table
            .owned(owner)
            .filter(|field| !field.is_derived())
            .filter_map(|field| {
                let answer = self.book.answer(place, field.id).filter(|a| !a.value.is_empty())?;
                let content = self.content(place, field, answer)?;
                let shown = content != Content::PublicLine;
                let lang = answer.lang.clone().filter(|_| shown);
                Some(Entry { field, content, lang })
            })
            .collect()
    }

    fn derived(&self, stamp: Stamp) -> Vec<Entry> {
        let fields = self.table.owned(Owner::Plan).filter(|field| field.is_derived());
        fields
            .filter(|field| self.stands_derived(field))
            .map(|field| {
                let content = Content::Derived(rules::derive(field, stamp));
                Entry { field, content, lang: None }
            })
            .collect()
    }

    /// The owner's own word speaks on every paper whose reader may see it, also where it has no
    /// entry of its own.
    fn own_word(&self) -> Option<String> {
        let field = self.table.field(rules::OWN_WORD)?;
        let answer = self.book.answer(Place::Plan, field.id)?;
        let word = match self.request.paper {
            // On a card the shorter words, if there are some, and only where it stands there.
            PaperKind::Card => match self.content(Place::Plan, field, answer)? {
                Content::Answer(Value::Text(word)) => word,
                _ => return None,
            },
            _ if !may_see(self.book, Place::Plan, field, answer, self.request.reader) => {
                return None;
            }
            _ => rules::own_word(self.book)?.to_owned(),
        };
        Some(word.trim().to_owned()).filter(|word| !word.is_empty())
    }
}
