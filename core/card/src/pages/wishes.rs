//! The page of wishes: what the owner brings to a talk about their care.
//!
//! In the Netherlands whoever plans care under the Wvggz must weigh a person's wishes and
//! preferences. This is one page with what matters most first, to lay on the table.

use chrono::NaiveDate;
use landvast_model::Place;
use landvast_model::excerpt::{Entry, Excerpt};
use landvast_model::rules;
use landvast_model::table::Section;
use landvast_text::{Words, id};

use super::answer;
use crate::flow::{self, Block, Document, Fact, Level, Prose, Sign, Size};
use crate::layout::{Context, Laid};
use crate::shape::Typesetter;

/// The rank of what matters most.
const FIRST: u8 = 1;

/// So many wishes stay with the name below them: nobody signs on an empty page.
const BEFORE_NAME: usize = 2;

/// Lays out the page of wishes.
#[must_use]
pub fn wishes(excerpt: &Excerpt, words: &Words, today: NaiveDate, type_: &Typesetter) -> Laid {
    let context = Context { excerpt, words, second: None, today, type_ };
    flow::lay(&page(&context), words, type_)
}

fn page(context: &Context<'_>) -> Document {
    let words = context.words;
    let mut document = super::document(context, words.say(id::WISHES_TITLE), Size::Reading);
    document.about.push(super::of_whom(context));
    document.about.push(Prose::new(words.say(id::WISHES_ABOUT)));
    document.about.extend(super::dated(context));
    let (about_me, others): (Vec<&Entry>, Vec<&Entry>) =
        ranked(context).into_iter().partition(|entry| entry.field.section == Section::A);
    let (at_foot, wishes): (Vec<&Entry>, Vec<&Entry>) =
        others.into_iter().partition(|entry| entry.field.wish == Some(0));
    document.blocks.push(Block::Facts(facts(context, about_me)));
    let title = Prose::new(words.say(id::WISHES_LIST));
    document.blocks.push(Block::Heading(Level::Section, title));
    // What the owner says in their own words comes first, over the whole width and without a
    // label: it is what the page is called.
    let (own_words, wishes): (Vec<&Entry>, Vec<&Entry>) =
        wishes.into_iter().partition(|entry| entry.field.wish == Some(FIRST));
    for entry in own_words {
        document.blocks.extend(answer::answer(context, Place::Plan, entry));
    }
    let mut wishes = facts(context, wishes);
    let last = wishes.split_off(wishes.len().saturating_sub(BEFORE_NAME));
    document.blocks.push(Block::Facts(wishes));
    let who = context.excerpt.call_name().unwrap_or_default();
    let who = Prose::new(who).of(Place::Plan, rules::CALL_NAME);
    document.blocks.push(Block::KeepTogether(vec![
        Block::Gap(flow::FACTS_GO_ON),
        Block::Facts(last),
        Block::Gap(4.0),
        Block::Facts(facts(context, at_foot)),
        Block::Sign(Sign { who, what: Vec::new() }),
    ]));
    document
}

/// What stands on the page, what matters most first.
fn ranked<'e>(context: &Context<'e>) -> Vec<&'e Entry> {
    let mut entries: Vec<&Entry> = context.excerpt.entries.iter().collect();
    entries.sort_by_key(|entry| entry.field.wish.unwrap_or(u8::MAX));
    entries
}

fn facts(context: &Context<'_>, entries: Vec<&Entry>) -> Vec<Fact> {
    let facts = entries.into_iter();
    facts.filter_map(|entry| answer::fact(context, Place::Plan, entry)).collect()
}
