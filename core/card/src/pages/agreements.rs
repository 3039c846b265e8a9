//! The page of agreements: who does what, when, and who is there in the evening.
//!
//! Three columns, for the owner, their people and their professionals, so that all three see the
//! same thing when they sit together. Below it what nobody has to do, and a line to sign for each,
//! only for their own agreement. An example: Marit rings back the same day; Marit stands in the
//! third column with her hours, and signs for agreement 1 and no other.

use chrono::NaiveDate;
use landvast_model::Reader;
use landvast_model::excerpt::{Excerpt, Excerpted};
use landvast_model::rules::Circle;
use landvast_text::{MessageId, Words, id};

use super::phones;
use crate::flow::{Block, Document, FirstColumn, Level, Prose, Size, Table, Turn, lay};
use crate::layout::{Context, Laid};
use crate::shape::Typesetter;

mod deal;

use deal::Deal;

/// Rows to write in where nothing was agreed yet, and how high each is: room for a pen.
const EMPTY_ROWS: usize = 3;
const PEN_HEIGHT: f32 = 60.0;
/// How high the box for a signature is, with the name in it.
const SIGN_HEIGHT: f32 = 58.0;
/// More people of a kind than this sign beside each other.
const BELOW_ANOTHER: usize = 3;

/// Lays out the page of agreements.
#[must_use]
pub fn agreements(excerpt: &Excerpt, words: &Words, today: NaiveDate, type_: &Typesetter) -> Laid {
    let context = Context { excerpt, words, second: None, today, type_ };
    lay(&document(&context), words, type_)
}

fn document(context: &Context<'_>) -> Document {
    let words = context.words;
    let title = words.say(id::AGREEMENTS_TITLE);
    let mut document = super::document(context, title, Size::Reading);
    document.turn = Turn::Across;
    let whose = context.excerpt.call_name();
    let whose = whose.map(|name| words.say_with(id::AGREEMENTS_ABOUT, &[("name", name.into())]));
    let about = whose.into_iter().chain([words.say(id::AGREEMENTS_ABOUT_CHANGE)]);
    document.about.push(super::of_whom(context));
    document.about.extend(about.map(Prose::new));
    document.about.push(super::version(context));
    let deals = deal::all(context);
    if deals.is_empty() {
        let none = words.say(id::AGREEMENTS_NONE);
        document.blocks.push(Block::Text(Prose::new(none)));
    }
    document.blocks.push(Block::Table(table(context, &deals)));
    document.blocks.extend(need_not(context));
    document.blocks.push(Block::KeepTogether(to_sign(context, &deals)));
    document
}

/// Mine, my people, my professionals.
fn three_columns(context: &Context<'_>) -> Table {
    let heads = [id::AGREEMENTS_MINE, id::AGREEMENTS_PEOPLE, id::AGREEMENTS_PROFESSIONALS];
    let heads = heads.map(|message| context.words.say(message));
    let columns = heads.iter().map(String::as_str).zip([1.25, 1.0, 1.0]);
    Table { first: FirstColumn::Cells, ..Table::new(columns) }
}

fn table(context: &Context<'_>, deals: &[Deal<'_>]) -> Table {
    let mut table = three_columns(context);
    for (number, deal) in (1..).zip(deals) {
        table.rows.push(deal.cells(context, number));
    }
    if deals.is_empty() {
        table.rows = vec![vec![Vec::new(); table.columns.len()]; EMPTY_ROWS];
        table.least_height = PEN_HEIGHT;
    }
    table
}

/// What somebody's answers say that they need not do.
fn need_not(context: &Context<'_>) -> Vec<Block> {
    let people = context.excerpt.people.iter();
    let facts: Vec<_> = people.filter_map(|person| deal::limits(context, person)).collect();
    if facts.is_empty() {
        return Vec::new();
    }
    let heading = Prose::new(context.words.say(id::AGREEMENTS_LIMITS));
    vec![Block::Heading(Level::Section, heading), Block::Facts(facts)]
}

/// A box for the owner and one for everybody who agreed to something, with what it is for; each in
/// a column of their own kind. On the page of one reader only the owner and that reader sign.
fn to_sign(context: &Context<'_>, deals: &[Deal<'_>]) -> Vec<Block> {
    let words = context.words;
    let mine = vec![
        Prose::bold(context.excerpt.call_name().unwrap_or_default()),
        Prose::new(words.say(id::AGREEMENTS_SIGN_MINE)),
    ];
    let (mut people, mut professionals) = (Vec::new(), Vec::new());
    for person in &context.excerpt.people {
        if matches!(context.excerpt.reader, Reader::Person(id) if id != person.id) {
            continue;
        }
        let Some(sign) = sign_for(context, person, deals) else { continue };
        match person.circle {
            Circle::Professional => professionals.push(sign),
            Circle::NextOfKin | Circle::Fourth => people.push(sign),
        }
    }
    let mut kinds = vec![
        (id::AGREEMENTS_ME, vec![mine]),
        (id::AGREEMENTS_PEOPLE, people),
        (id::AGREEMENTS_PROFESSIONALS, professionals),
    ];
    // On a reader's own page nobody else may sign; on the owner's there is room for who comes.
    kinds.retain(|(_, signs)| !signs.is_empty() || context.excerpt.reader == Reader::Owner);
    vec![
        Block::Heading(Level::Section, Prose::new(words.say(id::AGREEMENTS_SIGN))),
        Block::Text(Prose::new(words.say(id::AGREEMENTS_SIGN_ABOUT))),
        Block::Table(boxes(context, kinds)),
    ]
}

/// Boxes to sign in, one below another; many of a kind stand in two columns of the same head.
fn boxes(context: &Context<'_>, kinds: Vec<(MessageId, Vec<Vec<Prose>>)>) -> Table {
    let mut columns: Vec<(String, std::vec::IntoIter<Vec<Prose>>)> = Vec::new();
    for (head, signs) in kinds {
        let head = context.words.say(head);
        let beside = if signs.len() > BELOW_ANOTHER { 2 } else { 1 };
        let each = signs.len().div_ceil(beside).max(1);
        let mut signs = signs.into_iter();
        for _ in 0..beside {
            let part: Vec<Vec<Prose>> = signs.by_ref().take(each).collect();
            columns.push((head.clone(), part.into_iter()));
        }
    }
    let heads = columns.iter().map(|(head, _)| (head.as_str(), 1.0));
    let mut table = Table { first: FirstColumn::Cells, ..Table::new(heads) };
    table.least_height = SIGN_HEIGHT;
    let rows = columns.iter().map(|(_, signs)| signs.len()).max().unwrap_or(1);
    for _ in 0..rows {
        let row = columns.iter_mut().map(|(_, signs)| signs.next().unwrap_or_default());
        table.rows.push(row.collect());
    }
    table
}

/// Somebody's name and the numbers of their own agreements; none if they have none.
fn sign_for(context: &Context<'_>, person: &Excerpted, deals: &[Deal<'_>]) -> Option<Vec<Prose>> {
    let own = (1_usize..).zip(deals).filter(|(_, deal)| deal.is_of(person.id));
    let own: Vec<String> = own.map(|(number, _)| number.to_string()).collect();
    if own.is_empty() {
        return None;
    }
    let words = context.words;
    let arguments = [("count", own.len().into()), ("numbers", words.list(&own).into())];
    let what = Prose::new(words.say_with(id::AGREEMENTS_SIGN_FOR, &arguments));
    // Empty for a pen: when each agreement was signed stands with the agreement itself.
    Some(vec![Prose::bold(phones::named(context, person)), what])
}
