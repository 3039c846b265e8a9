//! What kind of answer a field takes.

/// What kind of answer a field or a column takes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// One text, which may have several paragraphs.
    Text,
    /// Several short texts in the owner's order.
    Lines,
    /// One of these choices, by id.
    Choice(&'static [&'static str]),
    /// A day.
    Day,
    /// Telephone numbers, kept as they were typed.
    Phones,
    /// Hours of the week, for instance when somebody can be reached.
    Hours,
    /// A whole number from 1 to `most`: how much, or which one in order.
    Degree {
        /// The largest number allowed.
        most: u8,
    },
    /// Rows with named columns. A column has any kind but `Rows`.
    Rows(&'static [Column]),
    /// References to people among the owner's people.
    People,
    /// What somebody answered when they were asked, and on which day.
    Agreement,
    /// A set of sections of the plan.
    Sections,
    /// Worked out from other things when it is shown; never written.
    Derived,
}

/// A column of a field of kind [`Kind::Rows`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Column {
    /// Its id, unique within the field: `name`, `dose`.
    pub id: &'static str,
    /// What its cells hold; never [`Kind::Rows`], [`Kind::Agreement`], [`Kind::Sections`] or
    /// [`Kind::Derived`].
    pub kind: Kind,
    /// What stands between the cell before it and this one when a row is said in a line.
    pub lead: &'static str,
}

/// A column of `kind`.
#[must_use]
pub const fn column(id: &'static str, kind: Kind) -> Column {
    Column { id, kind, lead: ", " }
}

/// A column of plain text: most are.
#[must_use]
pub const fn text(id: &'static str) -> Column {
    column(id, Kind::Text)
}

impl Column {
    /// The same column, said after this mark instead of a comma.
    #[must_use]
    pub const fn after(mut self, lead: &'static str) -> Self {
        self.lead = lead;
        self
    }
}

impl Kind {
    /// The kind's own name in export, schema and bindings.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Lines => "lines",
            Self::Choice(_) => "choice",
            Self::Day => "day",
            Self::Phones => "phones",
            Self::Hours => "hours",
            Self::Degree { .. } => "degree",
            Self::Rows(_) => "rows",
            Self::People => "people",
            Self::Agreement => "agreement",
            Self::Sections => "sections",
            Self::Derived => "derived",
        }
    }

    /// The columns of a field with rows; none for any other kind.
    #[must_use]
    pub const fn columns(&self) -> &'static [Column] {
        match self {
            Self::Rows(columns) => columns,
            _ => &[],
        }
    }

    /// The ids to choose from; none for any other kind.
    #[must_use]
    pub const fn choices(&self) -> &'static [&'static str] {
        match self {
            Self::Choice(choices) => choices,
            _ => &[],
        }
    }
}
