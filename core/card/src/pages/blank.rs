//! Blank forms, for whoever writes by hand.
//!
//! They come from the field table like every other paper: the label and the question of each
//! field, and below it room for a pen that fits its kind: lines 9 mm apart, boxes to tick, a table
//! with empty rows. A new field is on them without another line of code. A blank form is nobody's,
//! so it has no version and no check code.

use landvast_model::PaperKind;
use landvast_model::table::{Field, Goes, Owner, Panel, Section, SheetPart, Table};
use landvast_text::{MessageId, Words, id};

use super::danger_of;
use crate::flow::{
    self, Block, Document, FirstColumn, Level, Marks, Pen, Prose, Sign, Size, Tone, Turn,
};
use crate::layout::{self, Laid};
use crate::scene::mm;
use crate::shape::Typesetter;

mod cells;
mod question;

use question::Room;

/// A form to fill in by hand.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Blank {
    /// The fold-out card.
    Card,
    /// The mini card.
    Mini,
    /// The sheet for one next of kin.
    Sheet,
    /// The whole plan.
    Plan,
    /// The page of wishes.
    Wishes,
    /// The page of agreements.
    Agreements,
}

impl Blank {
    /// Every form.
    pub const ALL: [Self; 6] =
        [Self::Card, Self::Mini, Self::Sheet, Self::Plan, Self::Wishes, Self::Agreements];
}

/// The people that a blank plan has room for; their pages can be printed again.
const PEOPLE: u8 = 3;
/// Rows of people to call, and how high each is.
const CALLERS: usize = 4;
const CALLER_MM: f32 = 11.0;
/// Rows of agreements and of boxes to sign in, and how high each is.
const AGREEMENTS: usize = 6;
const SIGNERS: usize = 3;
const AGREEMENT_MM: f32 = 21.0;
/// The most questions of one part of a sheet, what matters most first: somebody reads it in a hurry.
const MOST_OF_A_PART: usize = 4;
/// Where a name is to be written in a sentence.
const NAME_HERE: &str = "__________";

/// Lays out a blank form.
#[must_use]
pub fn blank(form: Blank, table: &Table, words: &Words, type_: &Typesetter) -> Laid {
    let of = Form { table, words };
    let document = match form {
        Blank::Card => return layout::blank_fold(table, words, type_),
        Blank::Mini => return layout::blank_mini(table, words, type_),
        Blank::Sheet => of.sheet(),
        Blank::Plan => of.plan(),
        Blank::Wishes => of.wishes(),
        Blank::Agreements => of.agreements(),
    };
    flow::lay(&document, words, type_)
}

/// What a form is made from.
struct Form<'a> {
    table: &'a Table,
    words: &'a Words,
}

impl Form<'_> {
    /// A form with its title, and how to fill it in.
    fn document(&self, title: String, file: &str, size: Size) -> Document {
        let words = self.words;
        let mut document = Document::new(title, words.language().tag(), size);
        file.clone_into(&mut document.title);
        document.foot = [file.to_owned(), words.say(id::BLANK_FOOT)].join(" · ");
        document.about = vec![Prose::new(words.say(id::BLANK_HOW))];
        document
    }

    fn say(&self, message: MessageId) -> String {
        let needs_name = !message.arguments().is_empty();
        let name = [("name", NAME_HERE.into())];
        self.words.say_with(message, if needs_name { &name } else { &[] })
    }

    fn heading(&self, message: MessageId) -> Block {
        Block::Heading(Level::Section, Prose::new(self.say(message)))
    }

    fn text(&self, message: MessageId) -> Block {
        Block::Text(Prose::new(self.say(message)))
    }

    /// The fields of a paper that belong to the plan, or to each person. What stands there only
    /// when switched on, or is nobody else's business by default, is not asked: paper lies about,
    /// and a pen switches nothing off.
    fn fields(&self, paper: PaperKind, owner: Owner) -> impl Iterator<Item = &'static Field> {
        let fields = self.table.owned(owner).filter(|field| !field.sees.is_empty());
        fields.filter(move |field| field.goes_on(paper) == Goes::Always)
    }

    fn questions<'f>(&self, fields: impl IntoIterator<Item = &'f Field>, room: Room) -> Vec<Block> {
        fields.into_iter().flat_map(|field| question::blocks(self.words, field, room)).collect()
    }

    /// A line for the name and one for the day.
    fn whose(&self) -> Vec<Block> {
        let line = |message| Block::Pen(Pen { label: self.say(message), lines: 1 });
        vec![line(id::BLANK_NAME), line(id::PAGE_SIGN_DAY)]
    }

    fn plan(&self) -> Document {
        let title = self.say(id::PLAN_TITLE);
        let mut document = self.document(title.clone(), &title, Size::Reading);
        document.blocks = self.whose();
        document.blocks.push(self.danger(id::PAGE_DANGER, id::PAGE_SUICIDE));
        let first = vec![
            Block::Heading(Level::Part, Prose::new(self.say(id::CARD_PANEL_R1))),
            Block::Table(self.callers()),
        ];
        document.blocks.push(Block::Frame(Tone::Calm, first));
        for section in Section::ALL {
            let title = Prose::new(self.words.section(section));
            document.blocks.push(Block::Heading(Level::Section, title));
            let fields = self.fields(PaperKind::Plan, Owner::Plan);
            let fields = fields.filter(|field| field.section == section);
            document.blocks.extend(self.questions(fields, Room::Ample));
        }
        document.blocks.push(self.heading(id::PLAN_SIGNATURES));
        document.blocks.push(self.text(id::PLAN_SIGN_ABOUT));
        document.blocks.push(Block::Sign(Sign::default()));
        // At the end, a page each: that page can be printed again for somebody else.
        let people = Prose::new(self.words.section(Section::D));
        document.blocks.extend([Block::NewPage, Block::Heading(Level::Section, people)]);
        document.blocks.extend((1..=PEOPLE).map(|number| self.person(number)));
        document
    }

    /// One person of the plan, whole on one page.
    fn person(&self, number: u8) -> Block {
        let title = self.words.say_with(id::BLANK_PERSON, &[("number", number.into())]);
        let mut blocks = vec![Block::Large(Prose::new(title))];
        if number == PEOPLE {
            blocks.push(Block::Note(Prose::new(self.say(id::BLANK_PERSON_MORE))));
        }
        blocks.extend(self.questions(self.fields(PaperKind::Plan, Owner::Person), Room::Tight));
        // Everybody signs where their own agreement stands.
        blocks.push(Block::Sign(Sign::default()));
        Block::KeepTogether(blocks)
    }

    /// Whom to call: rows with what the card says of a person.
    fn callers(&self) -> flow::Table {
        let on_card = self.table.owned(Owner::Person).filter_map(|field| {
            let place = field.place.filter(|place| place.panel == Panel::R1)?;
            Some((place.rank, self.words.label(field)))
        });
        let mut heads: Vec<(u8, String)> = on_card.collect();
        heads.sort();
        let columns = heads.iter().map(|(_, head)| (head.as_str(), 1.0));
        let mut table = flow::Table::new(columns);
        table.rows = vec![vec![Vec::new(); table.columns.len()]; CALLERS];
        table.least_height = mm(CALLER_MM);
        table
    }

    fn danger(&self, life: MessageId, suicide: MessageId) -> Block {
        let title = Prose::new(self.say(id::CARD_PANEL_R2));
        let calls = danger_of(self.words, self.say(life), self.say(suicide));
        let calls = Block::Calls(Marks::Bullets, calls);
        Block::Frame(Tone::Danger, vec![Block::Heading(Level::Part, title), calls])
    }

    fn wishes(&self) -> Document {
        let title = self.say(id::WISHES_TITLE);
        let mut document = self.document(title.clone(), &title, Size::Reading);
        document.about.push(Prose::new(self.say(id::WISHES_ABOUT)));
        document.blocks = self.whose();
        let mut fields: Vec<&Field> = self.fields(PaperKind::Wishes, Owner::Plan).collect();
        fields.retain(|field| field.wish != Some(0));
        fields.sort_by_key(|field| field.wish);
        document.blocks.push(self.heading(id::WISHES_LIST));
        document.blocks.extend(self.questions(fields, Room::Tight));
        document.blocks.push(Block::Sign(Sign::default()));
        document
    }

    /// The sheet for somebody close, in the order in which it is read at night.
    fn sheet(&self) -> Document {
        let file = self.say(id::BLANK_SHEET);
        let mut document = self.document(self.say(id::KIN_TITLE), &file, Size::ArmsLength);
        document.blocks = vec![self.danger(id::KIN_DANGER, id::KIN_SUICIDE)];
        document.blocks.push(self.text(id::KIN_DANGER_DARE));
        for (heading, parts) in SHEET {
            document.blocks.push(self.heading(*heading));
            if parts.contains(&SheetPart::Call) {
                document.blocks.push(Block::Table(self.callers()));
            }
            if parts.contains(&SheetPart::Told) {
                let script = [
                    id::KIN_SCRIPT_ABOUT,
                    id::KIN_SCRIPT_SEE,
                    id::KIN_SCRIPT_DANGER,
                    id::KIN_SCRIPT_PLAN,
                    id::KIN_SCRIPT_ASK,
                ];
                let script = script.map(|message| Prose::new(self.say(message)));
                document.blocks.push(Block::List(Marks::Bullets, script.to_vec()));
            }
            for part in *parts {
                document.blocks.extend(self.questions(self.at(*part), Room::Tight));
            }
        }
        document.blocks.push(self.text(id::KIN_STOP));
        document.blocks.push(self.text(id::KIN_GIVE_BACK));
        document
    }

    /// The fields of a part of the sheet, but for names and words in a sentence.
    fn at(&self, part: SheetPart) -> Vec<&'static Field> {
        let of_plan = self.fields(PaperKind::Sheet, Owner::Plan);
        let of_person = self.fields(PaperKind::Sheet, Owner::Person);
        let stands = |field: &&Field| {
            let place = field.sheet_part();
            place.part == part && place.rank > 0
        };
        let mut fields: Vec<&Field> = of_plan.chain(of_person).filter(stands).collect();
        fields.sort_by_key(|field| field.sheet_part().rank);
        fields.truncate(MOST_OF_A_PART);
        fields
    }

    /// Three columns to write in, and boxes to sign in.
    fn agreements(&self) -> Document {
        let title = self.say(id::AGREEMENTS_TITLE);
        let mut document = self.document(title.clone(), &title, Size::Reading);
        document.turn = Turn::Across;
        document.about.push(Prose::new(self.say(id::AGREEMENTS_ABOUT_CHANGE)));
        document.blocks = vec![
            Block::Table(self.three_columns(id::AGREEMENTS_MINE, AGREEMENTS)),
            self.heading(id::AGREEMENTS_SIGN),
            self.text(id::AGREEMENTS_SIGN_ABOUT),
            Block::Table(self.three_columns(id::AGREEMENTS_ME, SIGNERS)),
        ];
        document
    }

    fn three_columns(&self, mine: MessageId, rows: usize) -> flow::Table {
        let heads = [mine, id::AGREEMENTS_PEOPLE, id::AGREEMENTS_PROFESSIONALS];
        let heads = heads.map(|message| self.say(message));
        let mut table = flow::Table::new(heads.iter().map(|head| (head.as_str(), 1.0)));
        table.rows = vec![vec![Vec::new(); table.columns.len()]; rows];
        table.least_height = mm(AGREEMENT_MM);
        table.first = FirstColumn::Cells;
        table
    }
}

/// The headings of a blank sheet, and the parts below each.
const SHEET: &[(MessageId, &[SheetPart])] = &[
    (id::KIN_FIRST, &[SheetPart::First, SheetPart::Danger]),
    (id::KIN_CALL, &[SheetPart::Call]),
    (id::KIN_SCRIPT, &[SheetPart::Told]),
    (id::KIN_REFUSE, &[SheetPart::Refuse]),
    (id::KIN_TASKS, &[SheetPart::Tasks]),
    (id::KIN_LIMITS, &[SheetPart::Limits]),
    (id::KIN_HELPS, &[SheetPart::Helps, SheetPart::HelpsNot]),
    (id::KIN_SIGNS, &[SheetPart::Signs]),
    (id::KIN_KNOW, &[SheetPart::Know]),
    (id::KIN_HOME, &[SheetPart::Home]),
    (id::KIN_YOURSELF, &[SheetPart::Yourself]),
    (id::KIN_MESSAGE, &[SheetPart::Message]),
    (id::KIN_ABOUT, &[SheetPart::Stamp]),
];
