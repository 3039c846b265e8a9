//! The form that records and snapshots share: a head in the clear, a nonce, sealed bytes.
//!
//! The head is authenticated together with the vault's id, so nothing can be moved to another
//! place or another vault. See the crate's documentation for the drawing.

use chacha20poly1305::{AeadInOut, KeyInit, Tag, XChaCha20Poly1305, XNonce, aead::inout::InOutBuf};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{FORMAT, Place, SealError, Secret, VaultId, bytes::Reader};

/// The clear bytes before the sealed ones: head and nonce.
pub(crate) const HEAD: usize = 26;
const NONCE: usize = 24;
const TAG: usize = 16;
/// Sealed sizes go up in these steps, so that a size does not tell the kind of note.
const STEP: usize = 256;
/// Link, kind and length before the payload.
const PLAIN_HEAD: usize = 32 + 1 + 4;

/// The longest payload that is sealed: four times what a vault may grow to before it is renewed.
pub const LONGEST_PAYLOAD: usize = 32 * 1024 * 1024;

/// The SHA-256 of a whole sealed record, tag and all: the link of the chain.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RecordHash(pub [u8; 32]);

impl RecordHash {
    /// Stands before the first record of an epoch.
    pub const NONE: Self = Self([0; 32]);

    /// The hash of a sealed record.
    pub fn of(sealed: &[u8]) -> Self {
        Self(Sha256::digest(sealed).into())
    }
}

/// What the head of a sealed record or snapshot says. Not yet proven: only opening proves it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Frame {
    /// Where it says it stands.
    pub place: Place,
    /// How many bytes it takes, from its magic to the end of its tag.
    pub length: usize,
}

pub(crate) type Magic = [u8; 8];

impl Frame {
    /// Reads a head at the start of `bytes`, whatever follows it.
    pub(crate) fn read(magic: Magic, bytes: &[u8]) -> Result<Self, SealError> {
        let mut reader = Reader::new(bytes);
        if reader.array()? != magic {
            return Err(SealError::Damaged);
        }
        let format = reader.u16()?;
        if format > FORMAT {
            return Err(SealError::NewerFormat);
        }
        let place = Place { epoch: reader.u32()?, sequence: reader.u64()? };
        let sealed = usize::try_from(reader.u32()?).map_err(|_| SealError::Damaged)?;

        let plain = sealed.checked_sub(TAG).ok_or(SealError::Damaged)?;
        let is_padded = plain > 0 && plain.is_multiple_of(STEP);
        if format == 0 || !is_padded || plain > padded(LONGEST_PAYLOAD) {
            return Err(SealError::Damaged);
        }
        Ok(Self { place, length: HEAD + NONCE + sealed })
    }
}

/// What was sealed, once proven.
pub(crate) struct Opened {
    pub(crate) place: Place,
    pub(crate) link: RecordHash,
    pub(crate) kind: u8,
    pub(crate) payload: Zeroizing<Vec<u8>>,
}

/// What is to be sealed.
pub(crate) struct Content<'a> {
    pub(crate) place: Place,
    pub(crate) link: RecordHash,
    pub(crate) kind: u8,
    pub(crate) payload: &'a [u8],
}

pub(crate) fn seal(
    magic: Magic,
    key: &Secret<32>,
    vault: VaultId,
    content: &Content<'_>,
    nonce: [u8; NONCE],
) -> Result<Vec<u8>, SealError> {
    if content.payload.len() > LONGEST_PAYLOAD {
        return Err(SealError::TooLong);
    }
    let payload_length = u32::try_from(content.payload.len()).map_err(|_| SealError::TooLong)?;
    let plain = padded(content.payload.len());
    let sealed = u32::try_from(plain + TAG).map_err(|_| SealError::TooLong)?;

    // One buffer of the right size: the plain bytes are overwritten by the sealed ones in place.
    let mut bytes = Vec::with_capacity(HEAD + NONCE + plain + TAG);
    bytes.extend_from_slice(&magic);
    bytes.extend_from_slice(&FORMAT.to_be_bytes());
    bytes.extend_from_slice(&content.place.epoch.to_be_bytes());
    bytes.extend_from_slice(&content.place.sequence.to_be_bytes());
    bytes.extend_from_slice(&sealed.to_be_bytes());
    let bound = bound_to(&bytes, vault);
    bytes.extend_from_slice(&nonce);
    bytes.extend_from_slice(&content.link.0);
    bytes.push(content.kind);
    bytes.extend_from_slice(&payload_length.to_be_bytes());
    bytes.extend_from_slice(content.payload);
    bytes.resize(HEAD + NONCE + plain, 0);

    let (_, to_seal) = bytes.split_at_mut(HEAD + NONCE);
    let tag = cipher(key)
        .encrypt_inout_detached(&XNonce::from(nonce), &bound, InOutBuf::from(to_seal))
        .map_err(|_| SealError::TooLong)?;
    bytes.extend_from_slice(&tag);
    Ok(bytes)
}

/// Opens bytes that are exactly one record or snapshot.
pub(crate) fn open(
    magic: Magic,
    key: &Secret<32>,
    vault: VaultId,
    bytes: &[u8],
) -> Result<Opened, SealError> {
    let frame = Frame::read(magic, bytes)?;
    if frame.length != bytes.len() {
        return Err(SealError::Damaged);
    }
    let mut reader = Reader::new(bytes);
    let bound = bound_to(reader.slice(HEAD)?, vault);
    let nonce = XNonce::from(reader.array::<NONCE>()?);
    let (sealed, tag) = reader.rest().split_last_chunk::<TAG>().ok_or(SealError::Damaged)?;

    let mut plain = Zeroizing::new(sealed.to_vec());
    cipher(key)
        .decrypt_inout_detached(
            &nonce,
            &bound,
            InOutBuf::from(plain.as_mut_slice()),
            &Tag::from(*tag),
        )
        .map_err(|_| SealError::Damaged)?;

    let mut reader = Reader::new(&plain);
    let link = RecordHash(reader.array()?);
    let kind = reader.u8()?;
    let length = usize::try_from(reader.u32()?).map_err(|_| SealError::Damaged)?;
    let payload = Zeroizing::new(reader.slice(length)?.to_vec());
    Ok(Opened { place: frame.place, link, kind, payload })
}

/// What is authenticated besides the sealed bytes: the head, which names its own kind by its
/// magic, and the vault.
fn bound_to(head: &[u8], vault: VaultId) -> Vec<u8> {
    [head, &vault.0].concat()
}

/// The length of the plain bytes around a payload, up to the next step.
fn padded(payload: usize) -> usize {
    (PLAIN_HEAD + payload).next_multiple_of(STEP)
}

fn cipher(key: &Secret<32>) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.expose().into())
}
