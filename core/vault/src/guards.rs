//! The guards around the owner's words, and how a test goes without one.
//!
//! A guard that is never missed is perhaps none. So whoever proves that nothing is lost also takes
//! away each guard in turn, and shows that the loss is seen. That is what this is for and nothing
//! else: a vault is opened with [`Guards::ALL`], and no setting, feature or variable changes that.

/// One of them.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Guard {
    /// Our own lock on the vault.
    Lock,
    /// What a kill left half-written is removed before sled opens.
    Leftovers,
    /// The store is copied aside before sled sees it.
    Untouched,
    /// Room on the disk is asked for before a write.
    Room,
    /// Nobody waits for the store longer than a deadline.
    Deadline,
    /// A panic in the store ends in an error.
    Panics,
    /// The log has to reach as far as was acknowledged.
    Mark,
    /// Each record has to follow the one before it, and there has to be one.
    Chain,
    /// The log is synced to the disk, beyond what sled's own flush does.
    Sync,
    /// The pages are synced that sled writes into files of their own.
    Blobs,
    /// If one copy of the header does not open, the other one is tried.
    SecondHeader,
    /// Whoever wrote the header had the data key.
    HeaderMac,
}

impl Guard {
    /// Every guard.
    pub const ALL: [Self; 12] = [
        Self::Lock,
        Self::Leftovers,
        Self::Untouched,
        Self::Room,
        Self::Deadline,
        Self::Panics,
        Self::Mark,
        Self::Chain,
        Self::Sync,
        Self::Blobs,
        Self::SecondHeader,
        Self::HeaderMac,
    ];

    /// What it is called in a table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lock => "lock",
            Self::Leftovers => "leftovers",
            Self::Untouched => "untouched",
            Self::Room => "room",
            Self::Deadline => "deadline",
            Self::Panics => "panics",
            Self::Mark => "mark",
            Self::Chain => "chain",
            Self::Sync => "sync",
            Self::Blobs => "blobs",
            Self::SecondHeader => "second-header",
            Self::HeaderMac => "header-mac",
        }
    }
}

/// Which guards stand: all of them, or, in a test, all but one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Guards {
    missing: Option<Guard>,
}

impl Guards {
    /// All of them.
    pub const ALL: Self = Self { missing: None };

    /// All but one: for a test that shows what that one is for.
    pub const fn without(guard: Guard) -> Self {
        Self { missing: Some(guard) }
    }

    pub(crate) fn has(self, guard: Guard) -> bool {
        self.missing != Some(guard)
    }
}
