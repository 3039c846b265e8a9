//! A passphrase that somebody chooses.
//!
//! Whatever was chosen once opens its vault, so a passphrase to open with is taken as it is. One
//! to lock with has to be worth trying: that is asked here, for every host alike.

use landvast_seal::Passphrase;

use crate::error::PlanError;

/// A passphrase that a vault may be locked with.
#[derive(Debug)]
pub struct NewPassphrase(Passphrase);

impl NewPassphrase {
    /// The fewest characters that a new passphrase has.
    pub const SHORTEST: usize = 8;

    /// Takes what was typed.
    ///
    /// # Errors
    /// [`PlanError::WeakPassphrase`] if it is too short, [`PlanError::Invalid`] if it is no text
    /// or longer than any that can be used.
    pub fn new(typed: &[u8]) -> Result<Self, PlanError> {
        let passphrase = Passphrase::new(typed).map_err(PlanError::from);
        let count = std::str::from_utf8(typed).map_or(Self::SHORTEST, |text| text.chars().count());
        if count < Self::SHORTEST {
            return Err(PlanError::weak_passphrase());
        }
        passphrase.map(Self)
    }

    /// The passphrase itself.
    pub(crate) const fn passphrase(&self) -> &Passphrase {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_characters_are_too_few_and_eight_are_enough() {
        for short in ["", "zeeslan", "é é é é"] {
            let refused = NewPassphrase::new(short.as_bytes()).err();
            assert_eq!(refused, Some(PlanError::WeakPassphrase { shortest: 8 }), "{short}");
        }
        assert!(NewPassphrase::new("zeeslang".as_bytes()).is_ok());
        assert!(NewPassphrase::new("é é é é é".as_bytes()).is_ok());
    }

    #[test]
    fn what_is_no_text_is_no_passphrase() {
        let refused = NewPassphrase::new(&[0xFF; 12]).err();
        assert!(matches!(refused, Some(PlanError::Invalid { .. })), "{refused:?}");
    }
}
