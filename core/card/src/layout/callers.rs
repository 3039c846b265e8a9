//! Whom to call: the people of the card in their order, and the numbers for danger.

use landvast_model::excerpt::{Content, Excerpted};
use landvast_model::rules::{self, Standing};
use landvast_model::table::Goes;
use landvast_model::{Kind, Panel, Place};
use landvast_text::phone;
use landvast_text::{MessageId, id};

use super::column::{
    BODY, Column, DANGER, LEADING, MovedPiece, NUMBER, NUMBER_LEADING, OURS, Squeeze, Whose,
};
use super::{Area, Context};
use crate::dial::{self, EMERGENCY, SUICIDE, dial, emergency_phone};
use crate::flow::Dial;
use crate::scene::{Block, Item, Part, Role};
use crate::shape::{Paragraph, Weight};

/// The most people on the card: more is no longer read in a hurry.
const MOST: usize = 4;
/// Between two people, and between them where that saves one from being left out.
const APART: f32 = 4.0;
const CLOSER: f32 = 1.8;
/// The most numbers of one person.
const MOST_NUMBERS: usize = 2;

/// One person to call, in words.
pub(super) struct Caller {
    place: Place,
    pub(super) name: String,
    /// Who it is to the owner, when to reach them: what the table puts on the card beside the
    /// name and the numbers.
    relation: String,
    about: Vec<String>,
    pub(super) numbers: Vec<Dial>,
    pub(super) standing: Standing,
}

impl Caller {
    pub(super) fn whose(&self) -> Whose {
        Whose { place: self.place, field: Some(rules::NAME) }
    }

    /// "Fatima (sister)".
    pub(super) fn named(&self, context: &Context<'_>) -> String {
        if self.relation.is_empty() {
            return self.name.clone();
        }
        let arguments =
            [("name", self.name.as_str().into()), ("kind", self.relation.as_str().into())];
        context.words.say_with(id::CARD_PERSON, &arguments)
    }

    /// The name in one line of this width: with the relation if that fits, else without.
    pub(super) fn name_within(&self, column: &mut Column<'_>, width: f32, size: f32) -> Paragraph {
        let named = self.named(column.context);
        for (words, size) in [(&named, size), (&self.name, size), (&self.name, BODY)] {
            let style = column.style(size, Weight::Bold);
            let set = column.set(words, style, f32::INFINITY, self.whose());
            if set.width() <= width {
                return set;
            }
        }
        // A very long name: as much as one line holds, for the list names them whole.
        let style = column.style(BODY, Weight::Bold);
        let mut set = column.set(&self.name, style, width, self.whose());
        set.lines.truncate(1);
        set
    }
}

/// The people of the card who have a number, in call order.
pub(super) fn callers(context: &Context<'_>, people: &[Excerpted]) -> Vec<Caller> {
    let callers = people.iter().map(|person| caller(context, person));
    callers.filter(|caller| !caller.name.is_empty() || !caller.numbers.is_empty()).collect()
}

/// Whom to call first: in call order, somebody with a number who agreed to it; failing that,
/// somebody with a number.
pub(super) fn first(context: &Context<'_>) -> Option<Caller> {
    let mut callers = callers(context, &context.excerpt.people);
    callers.retain(|caller| caller.numbers.iter().any(|number| number.link.is_some()));
    for caller in &mut callers {
        caller.numbers.retain(|number| number.link.is_some());
    }
    let agreed = callers.iter().position(|caller| caller.standing == Standing::Agreed);
    (!callers.is_empty()).then(|| callers.swap_remove(agreed.unwrap_or(0)))
}

fn caller(context: &Context<'_>, person: &Excerpted) -> Caller {
    let name = person.name().to_owned();
    let phones = person.phones().iter().filter(|typed| !typed.trim().is_empty());
    let (in_words, phones): (Vec<_>, Vec<_>) = phones.partition(|typed| phone::is_words(typed));
    let numbers = phones.into_iter().map(|typed| dial(context.words, &name, typed)).collect();
    let mut relation = String::new();
    let mut about: Vec<String> =
        in_words.into_iter().map(|typed| typed.trim().to_owned()).collect();
    for entry in &person.entries {
        let field = entry.field;
        let Content::Answer(value) = &entry.content else { continue };
        let beside = field.place.is_some() && field.card == Goes::Always;
        if !beside || [rules::NAME, rules::PHONES].contains(&field.id) {
            continue;
        }
        let said = context.words.entries(field, value, &|_| None).join(", ");
        match field.kind {
            Kind::Choice(_) => relation = said,
            _ => about.push(said),
        }
    }
    Caller {
        place: Place::Person(person.id),
        name,
        relation,
        about,
        numbers,
        standing: person.standing,
    }
}

/// The people, each with a number to dial.
pub(super) fn list(column: &mut Column<'_>) {
    let callers = callers(column.context, &column.context.excerpt.people);
    if callers.is_empty() {
        let words = column
            .context
            .words
            .say_with(id::CARD_NOBODY_TO_CALL, &[("phone", emergency_phone().into())]);
        column.words(&words, BODY + 1.0, Weight::Regular, LEADING + 1.4);
        return;
    }
    if callers.len() > 1 && column.squeeze != Squeeze::Order {
        let words = column.context.words.say(id::CARD_CALL_IN_ORDER);
        column.words(&words, BODY, Weight::Regular, LEADING);
        column.y += 3.0;
    }
    put(column, &callers);
}

/// The people one below another, and word of those for whom there was no room.
fn put(column: &mut Column<'_>, callers: &[Caller]) {
    let apart = if column.squeeze.is_closer() { CLOSER } else { APART };
    let last = callers.len().min(MOST);
    for (index, caller) in callers.iter().enumerate() {
        let top = column.y;
        let (items, bottom) = block(column, caller, index);
        if index >= MOST || bottom > column.bottom + 0.05 {
            let chars = caller.name.chars().count();
            let (panel, field) = (Panel::R1, Some(rules::NAME));
            column.moved.push(MovedPiece { panel, place: caller.place, field, chars });
            column.y = top;
            continue;
        }
        column.items.extend(items);
        column.start();
        column.y = bottom + if index + 1 < last { apart } else { 0.0 };
    }
}

fn block(column: &mut Column<'_>, caller: &Caller, index: usize) -> (Vec<Item>, f32) {
    let Area { x, width, .. } = column.area;
    let top = column.y;
    let mut parts = Vec::new();
    let order = format!("{}", index + 1);
    let style = column.style(NUMBER, Weight::Bold);
    let order = column.set(&order, style, f32::INFINITY, OURS);
    let indent = 11.0;
    parts.push(Part {
        colour: column.colour,
        ..Part::new(order.place(x, top, indent, NUMBER_LEADING))
    });
    let (x, width) = (x + indent, width - indent);
    let mut y = top;
    let mut widest: f32 = 0.0;
    let mut numbers = Vec::new();
    for number in caller.numbers.iter().take(MOST_NUMBERS) {
        let style = column.style(NUMBER, Weight::Bold);
        let set = column.set(&number.shown, style, f32::INFINITY, caller.whose());
        widest = widest.max(set.width());
        let placed = set.place(x + width - set.width(), y, set.width(), NUMBER_LEADING);
        numbers.push(Part { link: number.link.clone(), ..Part::new(placed) });
        y += NUMBER_LEADING;
    }
    let numbers_bottom = y;
    let named = caller.named(column.context);
    let name_width = width - widest - 6.0;
    let style = column.style(BODY + 1.2, Weight::Bold);
    let name = column.set(&named, style, name_width.max(width * 0.3), caller.whose());
    parts.push(Part::new(name.place(x, top + 1.0, name_width, LEADING + 1.0)));
    parts.append(&mut numbers);
    let mut y = top + 1.0 + name.height(LEADING + 1.0);
    if caller.standing == Standing::NotAsked {
        let words = column.context.words.say(id::CARD_NOT_ASKED);
        let style = column.style(BODY, Weight::Bold);
        let set = column.set(&words, style, name_width, OURS);
        parts.push(Part { colour: DANGER, ..Part::new(set.place(x, y, name_width, LEADING)) });
        y += set.height(LEADING);
    }
    // One thing to tell of somebody may stand beside a name of one line.
    let alone =
        name.lines.len() == 1 && caller.about.len() == 1 && caller.standing != Standing::NotAsked;
    // Beside a second number there is less room.
    let about_width = if y < numbers_bottom - 1.0 { name_width } else { width };
    for about in &caller.about {
        let style = column.style(BODY, Weight::Regular);
        let set = column.set(about, style, about_width, caller.whose());
        let beside = name.width() + 5.0;
        if column.squeeze.has_hours_beside()
            && alone
            && set.lines.len() == 1
            && beside + set.width() <= name_width
        {
            parts.push(Part::new(set.place(x + beside, top + 1.0, name_width, LEADING + 1.0)));
            continue;
        }
        parts.push(Part::new(set.place(x, y, about_width, LEADING)));
        y += set.height(LEADING);
    }
    (vec![Item::Text(Block { role: Role::P, parts })], y.max(numbers_bottom))
}

/// Danger and suicide: whom it concerns, what to say, and about it.
const IN_DANGER: [(&str, MessageId, MessageId); 2] = [
    (EMERGENCY, id::CARD_DANGER, id::CARD_DANGER_ABOUT),
    (SUICIDE, id::CARD_SUICIDE, id::CARD_SUICIDE_ABOUT),
];

/// "Danger? Call 112." and its like, each ready to be placed.
fn in_danger(column: &mut Column<'_>) -> Vec<(Paragraph, Dial, MessageId)> {
    let mut found = Vec::new();
    for (line, message, about) in IN_DANGER {
        let Some((line, number)) = dial::printed(column.context.words, line) else { continue };
        let said = column.context.words.say_with(message, &[("phone", line.phone.into())]);
        let style = column.style(NUMBER, Weight::Bold);
        found.push((column.set(&said, style, column.area.width, OURS), number, about));
    }
    found
}

/// Danger and suicide: two numbers, large, before anything else on the panel.
pub(super) fn danger(column: &mut Column<'_>) {
    for (set, number, about) in in_danger(column) {
        let Area { x, width, .. } = column.area;
        let placed = set.place(x, column.y, width, NUMBER_LEADING);
        let mut parts = vec![Part { colour: DANGER, link: number.link, ..Part::new(placed) }];
        let style = column.style(BODY, Weight::Regular);
        let about = column.set(&column.context.words.say(about), style, width, OURS);
        if set.width() + 6.0 + about.width() <= width {
            let left = x + width - about.width();
            parts.push(Part::new(about.place(left, column.y + 1.0, about.width(), NUMBER_LEADING)));
            column.y += set.height(NUMBER_LEADING);
        } else {
            column.y += set.height(NUMBER_LEADING);
            parts.push(Part::new(about.place(x, column.y, width, LEADING)));
            column.y += about.height(LEADING);
        }
        column.items.push(Item::Text(Block { role: Role::P, parts }));
        column.start();
    }
    let line = super::column::rule(column.area, column.y + 1.2);
    column.items.push(line);
    column.y += 2.0;
}

/// The same two numbers at the foot, side by side where they fit so.
pub(super) fn danger_at_foot(column: &mut Column<'_>) {
    let said = in_danger(column);
    let Area { x, width, .. } = column.area;
    let together: f32 = said.iter().map(|(set, ..)| set.width() + 8.0).sum();
    let beside = together <= width + 8.0;
    let below_each_other = said.iter().map(|(set, ..)| set.height(NUMBER_LEADING)).sum();
    let height: f32 = if beside { NUMBER_LEADING } else { below_each_other };
    column.foot(height + 2.0, |column, top| {
        let mut items = vec![super::column::rule(column.area, top + 0.6)];
        let mut y = top + 2.0;
        for (index, (set, number, _)) in said.into_iter().enumerate() {
            let left = if beside && index > 0 { x + width - set.width() } else { x };
            let placed = set.place(left, y, width, NUMBER_LEADING);
            let part = Part { colour: DANGER, link: number.link, ..Part::new(placed) };
            items.push(Item::Text(Block { role: Role::P, parts: vec![part] }));
            if !beside {
                y += set.height(NUMBER_LEADING);
            }
        }
        items
    });
}
