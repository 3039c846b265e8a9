//! The names of messages.

/// The name of a message: which one, and which of its texts.
///
/// Only the build script makes these, from the word files, so each one can be said in every
/// language.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct MessageId {
    pub(crate) message: &'static str,
    pub(crate) attribute: Option<&'static str>,
    pub(crate) arguments: &'static [&'static str],
}

impl MessageId {
    /// The message's name in the word files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.message
    }

    /// The arguments it must be given; the owner's own word is not among them.
    #[must_use]
    pub const fn arguments(self) -> &'static [&'static str] {
        self.arguments
    }
}

/// Every message that code may say, each with the Dutch text in its documentation.
///
/// Words of fields, columns, choices, degrees and sections are not here: they are found through
/// the field table.
pub mod id {
    use super::MessageId;

    include!(concat!(env!("OUT_DIR"), "/ids.rs"));
}
