//! The sections of the plan: a letter each, A to I and W.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A section of the plan.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// About me.
    A,
    /// My crisis: what it is like and how it looks.
    B,
    /// How to help me.
    C,
    /// My people.
    D,
    /// Professionals and agreements.
    E,
    /// Body and medicines.
    F,
    /// Care and admission.
    G,
    /// Home and practical matters.
    H,
    /// Rules of my plan.
    I,
    /// The wellness plan.
    W,
}

impl Section {
    /// Every section, in the order of the plan.
    pub const ALL: [Self; 10] =
        [Self::A, Self::B, Self::C, Self::D, Self::E, Self::F, Self::G, Self::H, Self::I, Self::W];

    /// The section's letter, in lower case.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::C => "c",
            Self::D => "d",
            Self::E => "e",
            Self::F => "f",
            Self::G => "g",
            Self::H => "h",
            Self::I => "i",
            Self::W => "w",
        }
    }

    /// The section with this letter, in either case.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.id().eq_ignore_ascii_case(id))
    }
}

impl fmt::Display for Section {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.id())
    }
}
