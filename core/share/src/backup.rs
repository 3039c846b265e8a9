//! The backup: the owner's whole book, sealed to six words of its own.
//!
//! # The file
//! A standard age v1 file, binary, with one scrypt recipient and nothing else:
//! ```text
//! age-encryption.org/v1
//! -> scrypt <salt: 16 bytes as 22 letters of base64> 18
//! <the file key, wrapped under scrypt(words, salt, N = 2^18, r = 8, p = 1): 43 letters of base64>
//! --- <HMAC-SHA256 over all before it, under the file key: 43 letters of base64>
//! <nonce: 16 bytes><pieces of at most 64 KiB, each ChaCha20-Poly1305 with its own 16-byte tag>
//! ```
//! The passphrase is the six words as [`BackupWords::to_text`] gives them: small letters, one space
//! between two. What stands under the three lines is sealed whole: a piece that is changed, gone,
//! moved or added is found.
//!
//! # What the file tells
//! That it is an age file for a passphrase, and how long the text is, to the byte. The text is not
//! padded: what goes in comes out byte for byte, for us and for every other tool. A vault pads each
//! note, because lengths would tell the notes apart. A backup is one piece with years of history in
//! it, and the place where it is kept shows a time of writing beside every length anyway.
//!
//! # What it costs
//! Work factor 18 takes 256 MiB for about a second, for the owner once and for a thief at every
//! guess. There are 2^66 guesses. A file that asks for a factor above 20, which is
//! 1 GiB and a few seconds, is refused before anything is run or allocated.

mod header;
mod words;

use std::io::{Read, Write};
use std::iter;

use age::scrypt::{Identity, Recipient};
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor};
use zeroize::Zeroizing;

pub use words::BackupWords;

use crate::ShareError;

/// The longest file that is opened or made, in bytes. Ask for the length before reading a file.
pub const LONGEST_FILE: usize = 256 * 1024 * 1024;

/// The longest text that fits such a file: each piece carries a tag, and there is a header.
const LONGEST_TEXT: usize = LONGEST_FILE - (LONGEST_FILE / PIECE + 1) * TAG - HEADER_AND_NONCE;

const PIECE: usize = 64 * 1024;
const TAG: usize = 16;
/// A little more than the header and the nonce ever take.
const HEADER_AND_NONCE: usize = 256;

/// How much work one guess at the words is: scrypt with N = 2^factor, r = 8, p = 1.
///
/// There is no way to ask for a weak one by mistake: no setting, no feature, only a function that
/// says what it is for.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct WorkFactor(u8);

impl WorkFactor {
    /// What a backup gets: 256 MiB and about a second.
    pub const BACKUP: Self = Self(18);

    /// The highest that a file may ask for when it is opened.
    const HIGHEST: Self = Self(20);

    /// A factor that protects nothing, so that a test need not wait.
    pub fn for_tests(factor: u8) -> Self {
        Self(factor.clamp(1, Self::HIGHEST.0))
    }

    /// The memory that scrypt fills, in bytes.
    fn memory(self) -> Result<usize, ShareError> {
        1_usize.checked_shl(u32::from(self.0) + 10).ok_or(ShareError::OutOfMemory)
    }

    /// Asks the system for the memory first, because scrypt would end the whole program if it were
    /// refused.
    fn ensure_memory(self) -> Result<(), ShareError> {
        room_for(self.memory()?).map(drop)
    }
}

/// Seals `text` to the six words.
///
/// The words must be new ones: never those of an earlier backup. The file's key, salt and nonce are
/// drawn by `age` from the system's random source.
///
/// # Errors
/// [`ShareError::TooLong`] or [`ShareError::OutOfMemory`].
///
/// # Panics
/// If the system's random source fails, which `age` does not survive.
pub fn seal(text: &[u8], words: &BackupWords, cost: WorkFactor) -> Result<Vec<u8>, ShareError> {
    if text.len() > LONGEST_TEXT {
        return Err(ShareError::TooLong);
    }
    cost.ensure_memory()?;
    let file = room_for(text.len() + (text.len() / PIECE + 1) * TAG + HEADER_AND_NONCE)?;

    let mut recipient = Recipient::new(passphrase(words));
    recipient.set_work_factor(cost.0);
    let encryptor = Encryptor::with_recipients(iter::once(&recipient as _))
        .expect("one passphrase alone is what age asks for");
    let mut writer = encryptor.wrap_output(file).expect("memory takes what is written to it");
    writer.write_all(text).expect("memory takes what is written to it");
    Ok(writer.finish().expect("memory takes what is written to it"))
}

/// Opens what [`seal`] made, or what any other age tool sealed to these words.
///
/// The bytes may come from anywhere: whatever they are, the answer is the text or an error.
///
/// # Errors
/// All of [`ShareError`] but those about typed words.
pub fn open(file: &[u8], words: &BackupWords) -> Result<Zeroizing<Vec<u8>>, ShareError> {
    if file.len() > LONGEST_FILE {
        return Err(ShareError::TooLong);
    }
    header::read_cost(file)?.ensure_memory()?;
    // Longer than the text can be, so that it never moves and leaves a copy behind.
    let mut text = Zeroizing::new(room_for(file.len())?);

    let mut identity = Identity::new(passphrase(words));
    identity.set_max_work_factor(WorkFactor::HIGHEST.0);
    let mut reader = Decryptor::new_buffered(file)
        .and_then(|sealed| sealed.decrypt(iter::once(&identity as _)))
        .map_err(|why| told_apart(&why))?;
    reader.read_to_end(&mut text).map_err(|_| ShareError::Damaged)?;
    Ok(text)
}

/// The version and the shape of the header were looked at before. What is left is the words, or
/// damage: age calls a header that it cannot read a later format, which this one is not.
fn told_apart(why: &DecryptError) -> ShareError {
    match why {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            ShareError::WrongWords
        }
        DecryptError::ExcessiveWork { .. } => ShareError::TooCostly,
        DecryptError::NoMatchingKeys => ShareError::NotForWords,
        _ => ShareError::Damaged,
    }
}

fn passphrase(words: &BackupWords) -> SecretString {
    let mut text = words.to_text();
    SecretString::from(core::mem::take(&mut *text))
}

/// An empty buffer with room for so many bytes, or a clear no where the device has not got them.
fn room_for(bytes: usize) -> Result<Vec<u8>, ShareError> {
    let mut buffer = Vec::new();
    buffer.try_reserve_exact(bytes).map_err(|_| ShareError::OutOfMemory)?;
    Ok(buffer)
}
