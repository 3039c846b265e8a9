//! The whole plan: for its owner, or for one professional who is named in it.
//!
//! The first half page is for a crisis: the numbers for danger, what to do first, whom to ring.
//! Then the contents, every section in the order of the table, and at the end the signatures,
//! each only for one's own agreement.

use chrono::NaiveDate;
use landvast_model::excerpt::{Content, Entry, Excerpt, Excerpted};
use landvast_model::table::{Section, SheetPart};
use landvast_model::value::Row;
use landvast_model::{Kind, Place, Reader, Value, rules};
use landvast_text::{Words, id};

use super::{answer, phones};
use crate::flow::{self, Block, Call, Document, Fact, Level, Marks, Prose, Size, Table, Tone};
use crate::layout::{Context, Laid};
use crate::shape::Typesetter;

/// The most people to ring on the first page; all of them stand in their section.
const MOST_CALLERS: usize = 4;
/// How high a row to sign in is.
const SIGN_HEIGHT: f32 = 38.0;

/// Lays out the whole plan.
#[must_use]
pub fn plan(excerpt: &Excerpt, words: &Words, today: NaiveDate, type_: &Typesetter) -> Laid {
    let context = Context { excerpt, words, second: None, today, type_ };
    flow::lay(&whole(&context), words, type_)
}

fn whole(context: &Context<'_>) -> Document {
    let words = context.words;
    let mut document = super::document(context, words.say(id::PLAN_TITLE), Size::Reading);
    if let Some(name) = context.excerpt.call_name() {
        document.title = words.say_with(id::PLAN_TITLE_OF, &[("name", name.into())]);
    }
    document.about.push(super::of_whom(context));
    document.about.push(Prose::new(words.say(id::PLAN_ABOUT)));
    document.about.extend(super::stamp(context));
    document.blocks.push(Block::Frame(Tone::Danger, danger(context)));
    document.blocks.push(Block::Frame(Tone::Calm, first(context)));
    let sections = Section::ALL.map(|section| (section, in_section(context, section)));
    if sections.iter().any(|(_, blocks)| !blocks.is_empty()) {
        let title = Block::Text(Prose::bold(words.say(id::PAGE_CONTENTS)));
        document.blocks.push(Block::Gap(6.0));
        document.blocks.push(Block::KeepTogether(vec![title, Block::Contents]));
    }
    for (section, blocks) in sections {
        document.blocks.push(Block::Heading(Level::Section, Prose::new(words.section(section))));
        document.blocks.extend(blocks);
    }
    document.blocks.extend(signatures(context));
    document.blocks.push(Block::Gap(8.0));
    document.blocks.push(Block::Note(Prose::new(words.say(id::PAGE_CODE_ABOUT))));
    document
}

/// The numbers that come before everything.
fn danger(context: &Context<'_>) -> Vec<Block> {
    let title = context.words.say(id::CARD_PANEL_R2);
    vec![
        Block::Heading(Level::Part, Prose::new(title)),
        Block::Calls(Marks::Bullets, super::danger_calls(context)),
    ]
}

/// Who I am, what to do first, whom to ring.
fn first(context: &Context<'_>) -> Vec<Block> {
    let words = context.words;
    let title = [id::CARD_COVER_LINE, id::CARD_COVER_READ].map(|m| words.say(m)).join(" ");
    let mut blocks = vec![Block::Heading(Level::Part, Prose::new(title))];
    if let Some(name) = context.excerpt.call_name() {
        let said = words.say_with(id::CARD_I_AM, &[("name", name.into())]);
        let said = Prose::new(said).of(Place::Plan, rules::CALL_NAME);
        blocks.push(Block::Text(said));
    }
    let mut facts = Vec::new();
    for (at, entry) in at_part(context, SheetPart::First).into_iter().enumerate() {
        let Some(fact) = answer::fact(context, Place::Plan, entry) else { continue };
        match fact.words.as_slice() {
            [only] if at == 0 => blocks.push(Block::Large(only.clone())),
            _ => facts.push(fact),
        }
    }
    blocks.push(Block::Facts(facts));
    let (callers, services) = (callers(context), services(context));
    if callers.is_empty() && services.is_empty() {
        let phone = crate::dial::emergency_phone();
        let said = words.say_with(id::CARD_NOBODY_TO_CALL, &[("phone", phone.into())]);
        blocks.push(Block::Text(Prose::new(said)));
    }
    blocks.push(Block::Calls(Marks::Numbers, callers));
    blocks.push(Block::Calls(Marks::Bullets, services));
    blocks
}

/// What stands in a part of the sheet, in its order there.
fn at_part<'e>(context: &Context<'e>, part: SheetPart) -> Vec<&'e Entry> {
    let place = |entry: &&'e Entry| entry.field.sheet_part();
    let entries = context.excerpt.entries.iter();
    let mut entries: Vec<&Entry> = entries
        .filter(|entry| entry.field.sheet_place.is_some() && place(entry).part == part)
        .collect();
    entries.sort_by_key(|entry| entry.field.sheet_part().rank);
    entries
}

fn callers(context: &Context<'_>) -> Vec<Call> {
    let people = context.excerpt.people.iter();
    people.filter_map(|person| phones::person(context, person)).take(MOST_CALLERS).collect()
}

/// Team, doctor, crisis service: the first of each that has a number.
fn services(context: &Context<'_>) -> Vec<Call> {
    let mut services = Vec::new();
    for entry in at_part(context, SheetPart::Call) {
        let Content::Answer(Value::Rows(rows)) = &entry.content else { continue };
        if !phones::are_calls(entry.field) {
            continue;
        }
        let language = context.written_in(entry.lang.as_deref());
        let calls =
            phones::calls(context, entry.field, rows, (language.as_ref(), phones::When::Any));
        services.extend(calls.into_iter().find(|call| !call.numbers.is_empty()));
    }
    services
}

fn in_section(context: &Context<'_>, section: Section) -> Vec<Block> {
    let mut blocks = Vec::new();
    if section == Section::D {
        blocks.extend(context.excerpt.people.iter().flat_map(|person| about(context, person)));
    }
    let entries = context.excerpt.entries.iter().filter(|entry| entry.field.section == section);
    let entries = entries.filter(|entry| !is_signature(entry));
    blocks.extend(answer::answers(context, Place::Plan, entries));
    if section == Section::W && !blocks.is_empty() {
        blocks.push(Block::Note(Prose::new(context.words.say(id::PLAN_WRAP_NOTICE))));
    }
    blocks
}

/// One person: name, numbers, and everything that this reader sees about them.
fn about(context: &Context<'_>, person: &Excerpted) -> Vec<Block> {
    let place = Place::Person(person.id);
    let (mut facts, mut ours) = (Vec::new(), Vec::new());
    for entry in &person.entries {
        if [rules::NAME, rules::RELATION].contains(&entry.field.id) {
            continue;
        }
        if answer::is_said_by_us(entry) {
            ours.push(entry);
            continue;
        }
        let fact = match &entry.content {
            Content::Answer(Value::Phones(typed)) => {
                let numbers = phones::in_words(context.words, person.name(), typed);
                let numbers = numbers.of(place, entry.field.id);
                Some(Fact::new(context.words.label(entry.field), numbers))
            }
            _ => answer::fact(context, place, entry),
        };
        facts.extend(fact);
    }
    let name = Prose::new(phones::named(context, person))
        .in_language(context.written_in(None))
        .of(place, rules::NAME);
    if facts.is_empty() && ours.is_empty() {
        return vec![Block::Text(name)];
    }
    let ours = Block::Note(answer::in_a_line(context, &ours));
    let all = vec![Block::Heading(Level::Part, name), Block::Facts(facts), ours];
    vec![Block::Gap(4.0), Block::KeepTogether(all)]
}

/// Who signed and when, as far as the owner wrote it down; it stands with the lines to sign.
fn is_signature(entry: &Entry) -> bool {
    [rules::SIGN_OWNER, rules::SIGN_OTHERS].contains(&entry.field.id)
}

/// Who signed, and lines to sign on: for the owner, and for whoever agreed to something, only for
/// that.
fn signatures(context: &Context<'_>) -> Vec<Block> {
    let words = context.words;
    let title = Prose::new(words.say(id::PLAN_SIGNATURES));
    let mut blocks = vec![
        Block::Heading(Level::Section, title),
        Block::Text(Prose::new(words.say(id::PLAN_SIGN_ABOUT))),
    ];
    let recorded = context.excerpt.entries.iter().filter(|entry| is_signature(entry));
    blocks.extend(answer::answers(context, Place::Plan, recorded));
    blocks.push(Block::Gap(4.0));
    blocks.push(Block::Table(to_sign(context)));
    blocks
}

/// A row to sign in for the owner, for whoever agreed to something, and for whom the owner wrote
/// down as signing. Each reader signs on their own paper, the owner's has everybody.
fn to_sign(context: &Context<'_>) -> Table {
    let words = context.words;
    let columns = [
        (id::PLAN_SIGN_WHO, 1.9),
        (id::PLAN_SIGN_WHAT, 2.45),
        (id::PAGE_SIGN_HERE, 1.65),
        (id::PAGE_SIGN_DAY, 0.95),
    ];
    let columns = columns.map(|(message, share)| (words.say(message), share));
    let mut table = Table::new(columns.iter().map(|(head, share)| (head.as_str(), *share)));
    table.least_height = SIGN_HEIGHT;
    let mut row = |who: Prose, what: Vec<Prose>| {
        table.rows.push(vec![vec![who], what, Vec::new(), Vec::new()]);
    };
    let who = context.excerpt.call_name().unwrap_or_default();
    let own = Prose::new(who).of(Place::Plan, rules::CALL_NAME);
    row(own, vec![Prose::new(words.say(id::PLAN_SIGN_OWN))]);
    let knows = || vec![Prose::new(words.say(id::PLAN_SIGN_KNOWS))];
    for person in &context.excerpt.people {
        if matches!(context.excerpt.reader, Reader::Person(id) if id != person.id) {
            continue;
        }
        let what = match agreed(context, person) {
            none if none.is_empty() && signers(context).any(|row| row.names(person.id)) => knows(),
            what => what,
        };
        if !what.is_empty() {
            let who = Prose::new(phones::named(context, person));
            row(who.of(Place::Person(person.id), rules::NAME), what);
        }
    }
    if context.excerpt.reader == Reader::Owner {
        let cells = signers(context).flat_map(|row| row.cells.values());
        for cell in cells {
            if let Value::Text(name) = cell
                && !name.trim().is_empty()
            {
                row(Prose::new(name.trim()).of(Place::Plan, rules::SIGN_OTHERS), knows());
            }
        }
    }
    table
}

/// The rows in which the owner wrote down who else signs.
fn signers<'e>(context: &Context<'e>) -> impl Iterator<Item = &'e Row> {
    let entries = context.excerpt.entries.iter();
    let entries = entries.filter(|entry| entry.field.id == rules::SIGN_OTHERS);
    entries.flat_map(|entry| match &entry.content {
        Content::Answer(Value::Rows(rows)) => rows.as_slice(),
        _ => &[],
    })
}

/// What a person agreed to: the agreements that name them, and their own tasks. When and how
/// stands where they were agreed; a signature is for the thing itself.
fn agreed(context: &Context<'_>, person: &Excerpted) -> Vec<Prose> {
    let plan = context.excerpt.entries.iter().map(|entry| (entry, Named::InRow));
    let own = person.entries.iter().map(|entry| (entry, Named::Above));
    let mut agreed = Vec::new();
    for (entry, named) in plan.chain(own).filter(|(entry, _)| entry.field.agreement.is_some()) {
        let Content::Answer(Value::Rows(rows)) = &entry.content else { continue };
        let matter = entry.field.kind.columns().iter().find(|column| column.kind != Kind::People);
        for row in rows.iter().filter(|row| named == Named::Above || row.names(person.id)) {
            let Some(Value::Text(said)) = matter.and_then(|column| row.cells.get(column.id)) else {
                continue;
            };
            let language = context.written_in(entry.lang.as_deref());
            agreed.push(Prose::new(said.trim()).in_language(language));
        }
    }
    agreed.retain(|prose| !prose.is_empty());
    agreed
}

/// How an answer says whose it is.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Named {
    /// Each row names its people.
    InRow,
    /// It is the person's own answer.
    Above,
}
