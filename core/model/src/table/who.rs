//! Who may see a field, and whether it goes on a paper: the letters of the content document.

/// Who may see a field, in the letters of the content document.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Who {
    /// **O**: anybody who holds the card.
    Anyone,
    /// **H**: each professional named in the plan.
    Professionals,
    /// **N**: each next of kin whose `d.may_know` holds the section.
    NextOfKin,
    /// **N(role)**: a next of kin whose formal role is one of these. The role bounds the group
    /// also where the owner chose it; by name the owner may give it to any next of kin.
    NextOfKinIn(&'static [&'static str]),
    /// **that N**: the person whose answer it is.
    ThatPerson,
    /// **O if on card**: anybody, once the person may stand on the card.
    AnyoneIfOnCard,
    /// **+ party**: the people that this row of the answer names.
    Parties,
}

/// Whether a field goes on a paper.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Goes {
    /// Never (no letter).
    Never,
    /// Only once the owner switches it on (lower case).
    Possible,
    /// Unless the owner switches it off (upper case).
    Always,
}

/// How a field stands on the page of agreements, which lies open on the table where the owner, their
/// people and their professionals sit together.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum AtTable {
    /// It is what the page is for, who does what and when: on everybody's page who may see it, and
    /// on the owner's, for all to see.
    Open,
    /// It is between the owner, one person and the professionals, such as what a sister does not do:
    /// on the pages of those, and on the owner's only where the owner ticks it.
    Apart,
}

/// Why a field needs care.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Care {
    /// It speaks of wanting to die: numbers stand beside it, nothing is shown unasked.
    Safety,
    /// It speaks of children.
    Minors,
    /// It may be shared only piece by piece, one reader at a time.
    OneByOne,
}
