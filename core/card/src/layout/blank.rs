//! The cards to fill in by hand: the same sheet, headings and folds, and on every panel labels
//! with lines to write on.
//!
//! A panel holds few lines that a pen can use, so what stands on the card by default comes first,
//! by rank; what stands there only when switched on gets the lines that are left.

use chrono::NaiveDate;
use landvast_model::excerpt::{Request, excerpt};
use landvast_model::table::{Field, Goes, Owner, Table};
use landvast_model::{Book, Kind, Panel};
use landvast_text::{Part as FieldPart, Words};

use super::column::{BODY, Column, DEEP, FAINT, OURS};
use super::face::Face;
use super::sheet::{self, Sheet};
use super::{Area, Context, Laid, callers, cover};
use crate::scene::{Block, Group, Item, Paint, Part, Point, Role, Shape, Stroke, mm};
use crate::shape::{Typesetter, Weight};

/// From line to line for a pen, in millimetres: a card is small, and so is what is written on it.
const PITCH_MM: f32 = 6.7;
/// What a pen writes on one line of a panel, in characters.
const ON_A_LINE: u16 = 40;
/// A box to tick, in points.
const BOX: f32 = 6.6;
/// Between two choices.
const NARROWEST_GAP: f32 = 3.5;
const WIDEST_GAP: f32 = 10.0;
/// The most people on a blank card.
const PEOPLE: usize = 5;

/// The fold-out card, blank.
pub(crate) fn blank_fold(table: &Table, words: &Words, type_: &Typesetter) -> Laid {
    blank(&sheet::FOLD, table, words, type_)
}

/// The mini card, blank.
pub(crate) fn blank_mini(table: &Table, words: &Words, type_: &Typesetter) -> Laid {
    blank(&sheet::MINI, table, words, type_)
}

fn blank(sheet: &'static Sheet, table: &Table, words: &Words, type_: &Typesetter) -> Laid {
    // A blank card is what nobody has written yet. It has no day: nothing of it is printed.
    let book = Book { language: words.language(), ..Book::default() };
    let today = NaiveDate::default();
    let excerpt = excerpt(&book, table, &Request::card(), today);
    let context = Context { excerpt: &excerpt, words, second: None, today, type_ };
    sheet.lay_out_with(&context, |face, area| {
        let mut column = Column::new(&context, area, face);
        column.fill_in(table);
        (Group { title: words.panel(face.panel), language: None, items: column.items }, Vec::new())
    })
}

/// A field of a panel, and how many lines it gets.
struct Asked {
    field: &'static Field,
    lines: usize,
}

impl Column<'_> {
    /// Labels and lines instead of answers.
    fn fill_in(&mut self, table: &Table) {
        let face = self.face;
        if face.is_cover() {
            cover::head(self, Role::H2);
            cover::opens(self);
        } else {
            self.heading(face.panel);
        }
        if face.ends_with_numbers() {
            callers::danger_at_foot(self);
        }
        if face.panel == Panel::R2 {
            callers::danger(self);
        }
        let callers = match face.panel {
            Panel::L1 => 1,
            Panel::R1 => PEOPLE,
            _ => 0,
        };
        let room = lines_in(self.bottom - self.y);
        for asked in share_out(fields(face, table), room.saturating_sub(callers)) {
            self.asked(&asked);
        }
        for _ in 0..callers.min(lines_in(self.bottom - self.y)) {
            self.caller(table);
        }
        self.put_foot();
    }

    /// A label with its lines, or with boxes to tick.
    fn asked(&mut self, asked: &Asked) {
        let words = self.context.words;
        let label = words.field(asked.field, FieldPart::Card);
        let label = label.unwrap_or_else(|| words.label(asked.field));
        if let Kind::Choice(choices) = asked.field.kind {
            let choices = choices.iter().map(|choice| words.choice(asked.field, choice));
            return self.boxes(&choices.collect::<Vec<String>>());
        }
        let Area { x, width, .. } = self.area;
        let ends = self.label_at(&label, x);
        self.pen_line(ends, x + width);
        for _ in 1..asked.lines {
            self.y += mm(PITCH_MM);
            self.pen_line(x, x + width);
        }
        self.y += mm(PITCH_MM);
    }

    /// Somebody to call: a line for the name and one for the number.
    fn caller(&mut self, table: &Table) {
        let on_panel = table.owned(Owner::Person).filter_map(|field| {
            let place = field.place.filter(|place| place.panel == Panel::R1)?;
            matches!(field.kind, Kind::Text | Kind::Phones).then_some((place.rank, field))
        });
        let mut fields: Vec<(u8, &Field)> = on_panel.collect();
        fields.sort_by_key(|(rank, _)| *rank);
        let Area { x, width, .. } = self.area;
        let middle = x + width * 0.5;
        for ((_, field), (from, until)) in
            fields.into_iter().zip([(x, middle - 4.0), (middle, x + width)])
        {
            let words = self.context.words;
            let label = words.field(field, FieldPart::Card);
            let ends = self.label_at(&label.unwrap_or_else(|| words.label(field)), from);
            self.pen_line(ends, until);
        }
        self.y += mm(PITCH_MM);
    }

    /// Writes a label at the foot of the line at hand; where a pen goes on.
    fn label_at(&mut self, label: &str, x: f32) -> f32 {
        let style = self.style(BODY, Weight::Bold);
        let set = self.set(label, style, f32::INFINITY, OURS);
        let top = self.y + mm(PITCH_MM) - BODY - 3.0;
        let part = Part { colour: DEEP, ..Part::new(set.place(x, top, set.width(), BODY + 2.0)) };
        self.items.push(Item::Text(Block { role: Role::P, parts: vec![part] }));
        x + set.width() + 3.0
    }

    fn pen_line(&mut self, from: f32, until: f32) {
        let y = self.y + mm(PITCH_MM) - 1.5;
        let (from, to) = (Point::new(from, y), Point::new(until, y));
        let stroke = Stroke::solid(FAINT, 0.5);
        self.items.push(Item::Artifact(vec![Shape::Line { from, to, stroke }]));
    }

    /// Choices beside each other, a box before each; a little smaller if they must.
    fn boxes(&mut self, choices: &[String]) {
        let mut sets = Vec::new();
        let mut free = f32::NEG_INFINITY;
        for size in [BODY, BODY - 0.4, BODY - 0.8] {
            if free > NARROWEST_GAP {
                break;
            }
            let style = self.style(size, Weight::Regular);
            sets = choices.iter().map(|said| self.context.type_.line(said, style)).collect();
            let taken: f32 = sets.iter().map(|set| BOX + 2.0 + set.width()).sum();
            let gaps = sets.iter().skip(1).map(|_| 1.0).sum::<f32>().max(1.0);
            free = (self.area.width - taken) / gaps;
        }
        let gap = free.clamp(1.0, WIDEST_GAP);
        let mut x = self.area.x;
        let top = self.y + mm(PITCH_MM) - BODY - 4.0;
        for set in sets {
            let square = Shape::Rect {
                at: Point::new(x, top + 1.2),
                width: BOX,
                height: BOX,
                radius: 0.8,
                paint: Paint::Outline(Stroke::solid(DEEP, 0.7)),
            };
            self.items.push(Item::Artifact(vec![square]));
            let placed = set.place(x + BOX + 2.0, top, set.width(), BODY + 2.0);
            self.items.push(Item::Text(Block::new(Role::P, placed)));
            x += BOX + 2.0 + set.width() + gap;
        }
        self.y += mm(PITCH_MM);
    }
}

/// How many lines fit in this height.
fn lines_in(height: f32) -> usize {
    let mut lines = 0;
    let mut left = height + 0.05;
    while left >= mm(PITCH_MM) {
        left -= mm(PITCH_MM);
        lines += 1;
    }
    lines
}

/// What a face asks: what stands on the card by default first, each by rank.
fn fields(face: &Face, table: &Table) -> Vec<&'static Field> {
    let mut fields: Vec<(bool, usize, u8, &Field)> = Vec::new();
    for field in table.owned(Owner::Plan) {
        let Some(place) = field.place else { continue };
        let Some(take) = face.takes.iter().position(|take| take.holds(place)) else { continue };
        // A fixed sentence is no question.
        let fixed = field.is_derived() && place.panel != Panel::L4;
        if !fixed {
            fields.push((field.card != Goes::Always, take, place.rank, field));
        }
    }
    fields.sort_by_key(|(later, take, rank, _)| (*later, *take, *rank));
    fields.into_iter().map(|(.., field)| field).collect()
}

/// What is on the card by default gets a line each and then as many as it wants, as long as there
/// are lines; then the others do.
fn share_out(fields: Vec<&'static Field>, room: usize) -> Vec<Asked> {
    let mut asked: Vec<Asked> = Vec::new();
    let mut left = room;
    let (always, others): (Vec<&Field>, Vec<&Field>) =
        fields.into_iter().partition(|field| field.card == Goes::Always);
    for fields in [always, others] {
        let first = asked.len();
        for field in fields.into_iter().take(left) {
            asked.push(Asked { field, lines: 1 });
            left -= 1;
        }
        for asked in asked.iter_mut().skip(first) {
            let more = wants(asked.field).saturating_sub(1).min(left);
            asked.lines += more;
            left -= more;
        }
    }
    asked
}

/// How many lines a field would like.
fn wants(field: &Field) -> usize {
    let Some(place) = field.place else { return 1 };
    match field.kind {
        Kind::Choice(_) | Kind::Day | Kind::Derived => 1,
        Kind::Text => usize::from(place.chars.div_ceil(ON_A_LINE)).max(1),
        _ => usize::from(place.rows).max(1),
    }
}
