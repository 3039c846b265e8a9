//! The sheet for somebody close: what to do, whom to call, what to say, and what they need not do.
//!
//! It is made for three in the night. The first half page is what a frightened reader needs; what
//! can wait until morning stands below. Which part an answer stands in, and in which order there,
//! is in the field table: nothing here knows a field by name.
//!
//! Noor's sheet for her sister Ana is an example: danger first, then "sit down beside me and say
//! my name", then whom to ring with the words to say, Ana's tasks, and at last a note from Noor.
//! Somebody under age gets another sheet, see [`minor`].

use chrono::NaiveDate;
use landvast_model::excerpt::{Content, Entry, Excerpt, Excerpted};
use landvast_model::table::SheetPart;
use landvast_model::{Place, Value};
use landvast_text::{MessageId, Words, id};

use super::{danger_calls, stamp};
use crate::flow::{Block, Document, Level, Marks, Prose, Size, Tone, lay};
use crate::layout::{Context, Laid};
use crate::shape::Typesetter;

mod calls;
mod entries;
mod minor;
mod script;

use entries::Answer;

/// What a sheet is made from.
struct Sheet<'a> {
    context: Context<'a>,
    /// What the plan says of its reader.
    own: Option<&'a Excerpted>,
    /// What the owner is called, or who they are.
    name: String,
    /// The reader's own name; empty if the plan has none.
    kin: &'a str,
}

/// Lays out the sheet for the reader of this excerpt, somebody close to the owner.
#[must_use]
pub fn sheet(excerpt: &Excerpt, words: &Words, today: NaiveDate, type_: &Typesetter) -> Laid {
    let context = Context { excerpt, words, second: None, today, type_ };
    let sheet = Sheet::new(context);
    let document = if excerpt.is_for_minor { minor::document(&sheet) } else { sheet.document() };
    lay(&document, words, type_)
}

impl<'a> Sheet<'a> {
    fn new(context: Context<'a>) -> Self {
        let own = context.excerpt.own();
        let name = match context.excerpt.call_name() {
            Some(name) => name.to_owned(),
            None => context.words.say(id::KIN_OWNER),
        };
        Self { own, name, kin: own.map_or("", Excerpted::name), context }
    }

    /// Says a message that needs the owner's name, or nothing.
    fn say(&self, message: MessageId) -> String {
        self.context.words.say_with(message, &[("name", self.name.as_str().into())])
    }

    /// Says a message that needs the reader's name; another one where there is none.
    fn say_to(&self, message: MessageId, nameless: MessageId) -> String {
        if self.kin.is_empty() {
            return self.say(nameless);
        }
        let arguments = [("name", self.name.as_str().into()), ("kin", self.kin.into())];
        self.context.words.say_with(message, &arguments)
    }

    /// Whether the owner's own words name the reader, who is "you" in ours.
    fn is_named_in(&self, entry: &Entry) -> bool {
        let Content::Answer(value) = &entry.content else { return false };
        !self.kin.is_empty() && value.texts().iter().any(|text| names(text, self.kin))
    }

    fn text(&self, message: MessageId) -> Block {
        Block::Text(Prose::new(self.say(message)))
    }

    /// Sentences in one paragraph.
    fn sentences<const N: usize>(&self, messages: [MessageId; N]) -> Block {
        Block::Text(Prose::new(messages.map(|message| self.say(message)).join(" ")))
    }

    fn heading(&self, message: MessageId) -> Block {
        Block::Heading(Level::Section, Prose::new(self.say(message)))
    }

    fn small_heading(&self, message: MessageId) -> Block {
        Block::Heading(Level::Part, Prose::new(self.say(message)))
    }

    /// The sheet in its order.
    fn document(&self) -> Document {
        let title = self.say(id::KIN_TITLE);
        let mut document = super::document(&self.context, title, Size::ArmsLength);
        let mut begin = vec![self.say_to(id::KIN_FOR, id::KIN_FOR_YOU)];
        let everywhere = self.context.excerpt.entries.iter().any(|entry| self.is_named_in(entry));
        begin.extend(everywhere.then(|| self.say_to(id::KIN_YOUR_NAME, id::KIN_FOR_YOU)));
        begin.push(self.say(id::KIN_START));
        document.about = vec![Prose::new(begin.join(" "))];
        document.blocks = [
            self.danger(),
            self.first(),
            self.calls(),
            self.tasks(),
            self.part(id::KIN_HELPS, self.helps()),
            self.part(id::KIN_MESSAGE, self.unlabelled(SheetPart::Message)),
            self.yourself(),
            self.stamp(),
            self.later(),
        ]
        .concat();
        document
    }

    /// What is only to know: it can wait until morning.
    fn later(&self) -> Vec<Block> {
        let (_, agreed) = self.now_and_later(SheetPart::Tasks);
        let (_, helps) = self.now_and_later(SheetPart::Helps);
        let parts = [
            (id::KIN_SIGNS, entries::short(self, &self.answers(SheetPart::Signs))),
            (id::KIN_HELPS_MORE, entries::short(self, &helps)),
            (id::KIN_AGREED, entries::short(self, &agreed)),
            (id::KIN_HOME, entries::short(self, &self.answers(SheetPart::Home))),
            (id::KIN_KNOW, self.know()),
            (id::KIN_SUPPORT, self.support()),
            (id::KIN_ABOUT, self.entries(SheetPart::Stamp)),
        ];
        let mut blocks = vec![self.heading(id::KIN_LATER), Block::SetIn(Size::Chair)];
        for (heading, part) in parts.into_iter().filter(|(_, part)| !part.is_empty()) {
            blocks.push(self.small_heading(heading));
            blocks.extend(part);
        }
        blocks
    }

    /// The answers of a part that help somebody act, and those that are only to know: agreements
    /// with others, and what worked at other times.
    fn now_and_later(&self, part: SheetPart) -> (Vec<Answer<'_>>, Vec<Answer<'_>>) {
        let is_own_task = |place: Place| matches!(place, Place::Person(_));
        self.answers(part).into_iter().partition(|(place, entry)| {
            let rows = matches!(entry.content, Content::Answer(Value::Rows(_)));
            match part {
                SheetPart::Tasks => rows && is_own_task(*place),
                _ => !rows,
            }
        })
    }

    /// A part under its heading; nothing of it if there is nothing to say.
    fn part(&self, heading: MessageId, blocks: Vec<Block>) -> Vec<Block> {
        if blocks.is_empty() {
            return blocks;
        }
        [vec![self.heading(heading)], blocks].concat()
    }

    /// The numbers that save lives, what the owner wants done, and leave to call.
    fn danger(&self) -> Vec<Block> {
        let mut blocks = vec![
            self.heading(id::CARD_PANEL_R2),
            Block::Calls(Marks::Bullets, calls::in_danger(self)),
            self.sentences([id::KIN_DANGER_DARE, id::KIN_DANGER_SAFE]),
        ];
        // The number that stands beside an answer elsewhere stands at the top of this frame.
        let talk = Block::Calls(Marks::Bullets, danger_calls(&self.context).split_off(1));
        let answers = self.entries(SheetPart::Danger).into_iter();
        blocks.extend(answers.filter(|block| *block != talk));
        vec![Block::Frame(Tone::Danger, blocks)]
    }

    /// What to do first, in the largest letters of the sheet.
    fn first(&self) -> Vec<Block> {
        let answers = self.answers(SheetPart::First);
        let mut blocks = vec![self.heading(id::KIN_FIRST)];
        match answers.split_first() {
            Some((first, others)) => {
                blocks.extend(entries::large(self, *first));
                blocks.extend(entries::blocks(self, others));
            }
            None => blocks.push(Block::Large(Prose::new(self.say(id::KIN_FIRST_EMPTY)))),
        }
        vec![Block::KeepTogether(blocks)]
    }

    /// Whom to call, what to say, and what if the owner wants no help.
    fn calls(&self) -> Vec<Block> {
        let mut blocks = vec![self.heading(id::KIN_CALL)];
        blocks.extend(calls::people_and_care(self));
        blocks.push(Block::Frame(Tone::Calm, script::blocks(self)));
        blocks.extend(script::told(self));
        // "Bel Ana" says nothing to Ana.
        let named =
            self.answers(SheetPart::Refuse).iter().any(|(_, entry)| self.is_named_in(entry));
        let refused = [
            vec![self.small_heading(id::KIN_REFUSE)],
            self.unlabelled(SheetPart::Refuse),
            named.then(|| self.text(id::KIN_REFUSE_YOU)).into_iter().collect(),
            vec![self.text(id::KIN_REFUSE_LEAVE), calls::if_refused(self)],
        ];
        blocks.push(Block::KeepTogether(refused.concat()));
        blocks
    }

    fn tasks(&self) -> Vec<Block> {
        let mut blocks = vec![self.heading(id::KIN_TASKS)];
        let (tasks, _) = self.now_and_later(SheetPart::Tasks);
        if tasks.is_empty() {
            blocks.push(self.text(id::KIN_TASKS_NONE));
        }
        blocks.extend(tasks.into_iter().flat_map(|task| entries::listed_rows(self, task)));
        let limits = [
            vec![self.small_heading(id::KIN_LIMITS)],
            self.unlabelled(SheetPart::Limits),
            vec![self.text(id::KIN_LIMITS_ALWAYS)],
        ];
        blocks.push(Block::KeepTogether(limits.concat()));
        blocks
    }

    /// What helps, and what does not: side by side where both are lists.
    fn helps(&self) -> Vec<Block> {
        let (helps, _) = self.now_and_later(SheetPart::Helps);
        let helps_not = self.answers(SheetPart::HelpsNot);
        if let ([one, helps @ ..], [other, helps_not @ ..]) =
            (helps.as_slice(), helps_not.as_slice())
            && let Some(table) = entries::side_by_side(self, *one, *other)
        {
            let below = [helps, helps_not].concat();
            return [vec![table], entries::blocks(self, &below)].concat();
        }
        entries::blocks(self, &[helps, helps_not].concat())
    }

    fn know(&self) -> Vec<Block> {
        let mut blocks = self.entries(SheetPart::Know);
        blocks.push(self.sentences([id::KIN_KNOW_ALWAYS, id::KIN_KNOW_EVEN_SO]));
        blocks
    }

    /// For the reader's own sake.
    fn yourself(&self) -> Vec<Block> {
        let ask = self.sentences([
            id::KIN_YOURSELF_ABOUT,
            id::KIN_ASK_SLEEP,
            id::KIN_ASK_EAT,
            id::KIN_ASK_TALK,
            id::KIN_ASK_JOY,
            id::KIN_ASK_TWO,
        ]);
        let stop = self.sentences([id::KIN_STOP, id::KIN_GIVE_BACK]);
        vec![self.heading(id::KIN_YOURSELF), ask, stop]
    }

    /// Where the reader finds an ear, and what they need.
    fn support(&self) -> Vec<Block> {
        let mut blocks = self.entries(SheetPart::Yourself);
        blocks.extend([calls::support(self), self.text(id::KIN_SUPPORT_NEAR)]);
        blocks
    }

    /// Version, days and check code, and what the sheet is and is not.
    fn stamp(&self) -> Vec<Block> {
        let stamp = stamp(&self.context).into_iter().flat_map(|prose| prose.pieces);
        let stamp: Vec<String> = stamp.map(|piece| sentence(piece.text)).collect();
        vec![Block::Note(Prose::new(stamp.join(" ")))]
    }

    fn entries(&self, part: SheetPart) -> Vec<Block> {
        entries::blocks(self, &self.answers(part))
    }

    /// The answers of a part without their labels: the heading above says what they are.
    fn unlabelled(&self, part: SheetPart) -> Vec<Block> {
        let answers = self.answers(part);
        answers.into_iter().flat_map(|answer| entries::unlabelled(self, answer)).collect()
    }
}

/// Whether a text has this name in it, as a word or words of their own.
fn names(text: &str, name: &str) -> bool {
    let mut found = text.split(name);
    let is_apart = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    let Some(mut before) = found.next() else { return false };
    found.any(|after| {
        let apart = is_apart(before.chars().next_back()) && is_apart(after.chars().next());
        before = after;
        apart
    })
}

/// Words with a full stop, so that another sentence may follow.
fn sentence(words: String) -> String {
    if words.ends_with(['.', '?', '!', '…']) { words } else { words + "." }
}
