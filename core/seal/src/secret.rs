//! Bytes that must not be seen: keys and passphrases.
//!
//! A secret is wiped when it is let go, cannot be printed or copied by accident, and compares
//! in constant time. It lives on the heap, so that moving it about leaves no copy behind.

use core::fmt;

use subtle::ConstantTimeEq;
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::SealError;

/// `N` secret bytes.
///
/// ```
/// use landvast_seal::Secret;
///
/// let mut drawn = [7_u8; 32];
/// let key = Secret::take(&mut drawn);
/// assert_eq!(drawn, [0; 32], "the source is wiped");
/// assert_eq!(format!("{key:?}"), "Secret<32>(hidden)");
/// ```
pub struct Secret<const N: usize>(Box<[u8; N]>);

impl<const N: usize> Secret<N> {
    /// Moves the bytes in and wipes where they came from.
    pub fn take(source: &mut [u8; N]) -> Self {
        let mut secret = Self::empty();
        secret.0.copy_from_slice(source);
        source.zeroize();
        secret
    }

    /// Lets `fill` write the bytes straight into their place, for instance from the random
    /// source.
    ///
    /// # Errors
    /// What `fill` gives.
    pub fn fill_with<E>(fill: impl FnOnce(&mut [u8; N]) -> Result<(), E>) -> Result<Self, E> {
        let mut secret = Self::empty();
        fill(&mut secret.0)?;
        Ok(secret)
    }

    /// The bytes themselves, for the one place that needs them.
    pub fn expose(&self) -> &[u8; N] {
        &self.0
    }

    pub(crate) fn empty() -> Self {
        Self(Box::new([0; N]))
    }

    pub(crate) fn expose_mut(&mut self) -> &mut [u8; N] {
        &mut self.0
    }
}

impl<const N: usize> Drop for Secret<N> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<const N: usize> ZeroizeOnDrop for Secret<N> {}

impl<const N: usize> PartialEq for Secret<N> {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_slice().ct_eq(other.0.as_slice()).into()
    }
}

impl<const N: usize> Eq for Secret<N> {}

impl<const N: usize> fmt::Debug for Secret<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret<{N}>(hidden)")
    }
}

/// A passphrase, as the words it says and not as the keyboard that typed it.
///
/// The same words give the same key whether `ë` was typed as one character or as two (NFKD).
pub struct Passphrase(Zeroizing<Vec<u8>>);

impl Passphrase {
    /// The longest passphrase that is taken, in bytes as typed.
    pub const LONGEST: usize = 1024;

    /// Takes a passphrase as typed. The caller wipes its own copy.
    ///
    /// # Errors
    /// [`SealError::EmptyPassphrase`], or [`SealError::UnusablePassphrase`] if it is longer than
    /// [`Passphrase::LONGEST`] or no UTF-8.
    pub fn new(typed: &[u8]) -> Result<Self, SealError> {
        if typed.is_empty() {
            return Err(SealError::EmptyPassphrase);
        }
        if typed.len() > Self::LONGEST {
            return Err(SealError::UnusablePassphrase);
        }
        let text = core::str::from_utf8(typed).map_err(|_| SealError::UnusablePassphrase)?;

        // Measured first, so that the buffer never grows and leaves a copy behind.
        let length = text.nfkd().map(char::len_utf8).sum();
        let mut bytes = Zeroizing::new(Vec::with_capacity(length));
        let mut utf8 = Zeroizing::new([0_u8; 4]);
        for character in text.nfkd() {
            bytes.extend_from_slice(character.encode_utf8(utf8.as_mut_slice()).as_bytes());
        }
        Ok(Self(bytes))
    }

    pub(crate) fn expose(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_from_another_keyboard_are_the_same_passphrase() {
        let one = Passphrase::new("Zoë loopt in de ﬁlm".as_bytes()).unwrap();
        let two = Passphrase::new("Zoe\u{308} loopt in de film".as_bytes()).unwrap();
        assert_eq!(one.expose(), two.expose());
    }

    #[test]
    fn an_empty_endless_or_binary_passphrase_is_refused() {
        assert_eq!(Passphrase::new(b"").unwrap_err(), SealError::EmptyPassphrase);
        assert_eq!(Passphrase::new(&[b'a'; 1025]).unwrap_err(), SealError::UnusablePassphrase);
        assert_eq!(Passphrase::new(&[0xff, 0xfe]).unwrap_err(), SealError::UnusablePassphrase);
        assert!(Passphrase::new("\u{fdfa}".repeat(341).as_bytes()).is_ok());
    }

    #[test]
    fn nothing_secret_can_be_printed() {
        let passphrase = Passphrase::new(b"canary").unwrap();
        assert_eq!(format!("{passphrase:?}"), "Passphrase(hidden)");
        assert_eq!(format!("{:?}", Secret::take(&mut [1; 16])), "Secret<16>(hidden)");
    }

    #[test]
    fn equal_secrets_are_equal_and_others_are_not() {
        assert_eq!(Secret::take(&mut [1; 16]), Secret::take(&mut [1; 16]));
        assert_ne!(Secret::take(&mut [1; 16]), Secret::take(&mut [2; 16]));
    }
}
