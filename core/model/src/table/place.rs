//! Where a field stands on a paper: which panel of the card, which part of the sheet.

use super::Section;

/// Where on the card a field stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct CardPlace {
    /// The panel.
    pub panel: Panel,
    /// Its order on the panel, 1 first.
    pub rank: u8,
    /// How many characters of it fit comfortably; more is a finding.
    pub chars: u16,
    /// How many lines, rows or numbers of it are printed; more is a finding.
    pub rows: u8,
}

/// A panel of the fold-out card, left or right column, row 1 at the top.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Panel {
    /// Cover, outside.
    L1,
    /// What helps.
    L2,
    /// What not to do.
    L3,
    /// Outer back, for police and ambulance.
    L4,
    /// Whom to call.
    R1,
    /// Danger, numbers, where the plan is.
    R2,
    /// Medicines and body.
    R3,
    /// Children, animals, wishes about care.
    R4,
}

impl Panel {
    /// Every panel: the left column down, then the right.
    pub const ALL: [Self; 8] =
        [Self::L1, Self::L2, Self::L3, Self::L4, Self::R1, Self::R2, Self::R3, Self::R4];

    /// Whether it is in the left column, which is seen first.
    #[must_use]
    pub const fn is_seen_first(self) -> bool {
        matches!(self, Self::L1 | Self::L2 | Self::L3 | Self::L4)
    }

    /// The panel's name: `L1`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::L1 => "L1",
            Self::L2 => "L2",
            Self::L3 => "L3",
            Self::L4 => "L4",
            Self::R1 => "R1",
            Self::R2 => "R2",
            Self::R3 => "R3",
            Self::R4 => "R4",
        }
    }
}

/// Where on the next-of-kin sheet a field stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SheetPlace {
    /// The part.
    pub part: SheetPart,
    /// Its order there, 1 first; 0 is a name or a word in a sentence, no entry of its own.
    pub rank: u8,
}

/// A part of the next-of-kin sheet, in the order in which somebody frightened at three in the
/// night reads it.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum SheetPart {
    /// Danger.
    Danger,
    /// Do this first.
    First,
    /// Whom to call.
    Call,
    /// What you may be asked on the telephone.
    Told,
    /// If help is refused.
    Refuse,
    /// Your tasks.
    Tasks,
    /// What you do not have to do.
    Limits,
    /// What helps.
    Helps,
    /// What does not help.
    HelpsNot,
    /// How you notice it.
    Signs,
    /// What you may know and pass on.
    Know,
    /// Children, animals, house.
    Home,
    /// For yourself.
    Yourself,
    /// A personal note.
    Message,
    /// Version, and how long it counts.
    Stamp,
}

impl SheetPart {
    /// Every part, in the order in which it is read.
    pub const ALL: [Self; 15] = [
        Self::Danger,
        Self::First,
        Self::Call,
        Self::Told,
        Self::Refuse,
        Self::Tasks,
        Self::Limits,
        Self::Helps,
        Self::HelpsNot,
        Self::Signs,
        Self::Know,
        Self::Home,
        Self::Yourself,
        Self::Message,
        Self::Stamp,
    ];
}

impl SheetPlace {
    /// Where a field of this section stands when its row does not say: last in the part that is
    /// nearest to it.
    #[must_use]
    pub const fn of_section(section: Section) -> Self {
        let part = match section {
            Section::A => SheetPart::Told,
            Section::B | Section::I | Section::W => SheetPart::Signs,
            Section::C | Section::F | Section::G => SheetPart::Helps,
            Section::D => SheetPart::Know,
            Section::E => SheetPart::Call,
            Section::H => SheetPart::Home,
        };
        Self { part, rank: 99 }
    }
}
