//! Everything on a page that leaves ink, in the order in which it is painted.

use super::{Item, Part, Shape};

/// Something that leaves ink.
pub(crate) enum Ink<'a> {
    /// Words.
    Words(&'a Part),
    /// Anything else.
    Shape(&'a Shape),
}

/// Tells everything that these items paint.
pub(crate) fn each<'a>(items: &'a [Item], tell: &mut dyn FnMut(Ink<'a>)) {
    for item in items {
        each_in(item, tell);
    }
}

fn each_in<'a>(item: &'a Item, tell: &mut dyn FnMut(Ink<'a>)) {
    match item {
        Item::Group(group) => each(&group.items, tell),
        Item::Text(block) => words(&block.parts, tell),
        Item::List(list) => {
            for entry in &list.entries {
                words(entry.label.iter().chain(&entry.body), tell);
            }
        }
        Item::Table(table) => {
            for cell in table.rows.iter().flatten() {
                words(&cell.parts, tell);
            }
        }
        Item::Contents(contents) => {
            for lead in &contents.leads {
                words(&lead.words, tell);
            }
        }
        Item::Figure(figure) => shapes(&figure.shapes, tell),
        Item::Artifact(painted) => shapes(painted, tell),
        Item::Rest(rest) => each_in(&rest.of, tell),
    }
}

fn words<'a>(parts: impl IntoIterator<Item = &'a Part>, tell: &mut dyn FnMut(Ink<'a>)) {
    for part in parts {
        tell(Ink::Words(part));
    }
}

fn shapes<'a>(shapes: &'a [Shape], tell: &mut dyn FnMut(Ink<'a>)) {
    for shape in shapes {
        tell(Ink::Shape(shape));
    }
}
