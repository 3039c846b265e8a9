//! What of a document is printed: nothing that is empty, no heading over nothing.

use super::{Block, Fact, Level, Prose};

/// The sections that the contents of a document name: every one behind them.
pub(super) fn sections(blocks: &[Block]) -> Vec<Prose> {
    let (mut sections, mut behind) = (Vec::new(), Behind::No);
    gather(blocks, &mut behind, &mut sections);
    sections
}

/// Whether the contents have been met.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Behind {
    Yes,
    No,
}

fn gather(blocks: &[Block], behind: &mut Behind, sections: &mut Vec<Prose>) {
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Contents => *behind = Behind::Yes,
            Block::Frame(_, blocks) | Block::KeepTogether(blocks) => {
                gather(blocks, behind, sections);
            }
            Block::Heading(Level::Section, prose) if *behind == Behind::Yes => {
                let rest = blocks.get(at + 1..).unwrap_or_default();
                if stands_over_something(Level::Section, rest) && !prose.is_empty() {
                    sections.push(prose.clone());
                }
            }
            _ => {}
        }
    }
}

/// Whether anything is to be read below a heading before the next one that is as high.
pub(super) fn stands_over_something(level: Level, rest: &[Block]) -> bool {
    for block in rest {
        match block {
            Block::Heading(next, _) if *next <= level => return false,
            block if !is_empty(block) => return true,
            _ => {}
        }
    }
    false
}

/// Whether nothing of a block is to be read or written on.
pub(super) fn is_empty(block: &Block) -> bool {
    match block {
        Block::Heading(..) | Block::Gap(_) | Block::NewPage | Block::SetIn(_) => true,
        Block::Text(prose) | Block::Note(prose) | Block::Large(prose) | Block::Ask(prose) => {
            prose.is_empty()
        }
        Block::List(_, entries) => entries.iter().all(Prose::is_empty),
        Block::Tick(tick) => tick.choices.iter().all(Prose::is_empty),
        Block::Facts(facts) => facts.iter().all(Fact::is_empty),
        Block::Calls(_, calls) => {
            calls.iter().all(|call| call.who.is_empty() && call.numbers.is_empty())
        }
        Block::Table(table) => table.rows.is_empty(),
        Block::Frame(_, blocks) | Block::KeepTogether(blocks) => blocks.iter().all(is_empty),
        Block::Pen(_) | Block::Sign(_) | Block::Contents => false,
    }
}
