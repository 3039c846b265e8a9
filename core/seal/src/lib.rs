//! Sealing and opening: bytes in, bytes out.
//!
//! This crate is the vault's lock. It turns a plan's bytes into bytes that say nothing to anyone
//! without the secret, and back. It reads no file, asks no clock and draws no randomness: random
//! bytes come in as arguments, and whoever passes the same ones twice breaks the promise.
//! `derive_…` gives the same for the same input, `make_…` takes something random, `seal` and
//! `open` are a pair.
//!
//! ```
//! use landvast_seal::*;
//!
//! // A vault is made: one random data key, and a slot that a passphrase opens.
//! let vault = VaultId([1; 16]);
//! let data_key = DataKey::make(Secret::take(&mut [2; 32]));
//! let keys = data_key.derive_keys(vault);
//! let passphrase = Passphrase::new(b"kievit roept bij regen").unwrap();
//! let random = SlotRandom { id: [3; 8], salt: [4; 16], nonce: [5; 24] };
//! let key = Key::Passphrase(&passphrase);
//! let slot = Slot::make(key, KdfCost::FLOOR, &data_key, vault, 1, random).unwrap();
//! let header = Header::first(&keys, vec![slot]).unwrap();
//!
//! // Something is sealed, and opened again by who knows the passphrase.
//! let place = Place { epoch: 1, sequence: 1 };
//! let kind = RecordKind::Action;
//! let sealed = Record::seal(&keys, place, RecordHash::NONE, kind, b"Bel Ana", [6; 24]).unwrap();
//! let read = Header::read(&header.to_bytes()).unwrap();
//! let keys = read.unlock(key).unwrap().derive_keys(read.vault);
//! assert_eq!(*Record::open(&keys, &sealed).unwrap().payload, b"Bel Ana");
//! ```
//!
//! # Keys
//! ```text
//! passphrase ── NFKD ── Argon2id(salt, memory, passes) ─┐
//! recovery code (128 random bits) ── HKDF(salt) ────────┼─> wrapping key ── opens a slot
//! device key (256 random bits) ── HKDF(salt) ───────────┘                     │
//!                                                                             v
//!                         data key (256 random bits, one a life, only ever in slots)
//!                             │ HKDF-SHA256, salt: vault id, info: "landvast v1 <use>"
//!            ┌────────────────┼─────────────────┬───────────────┐
//!         records         snapshots          header           mark
//!       (XChaCha20-Poly1305)              (HMAC-SHA256)   (HMAC-SHA256)
//! ```
//! The info of the two wrapping keys by HKDF is `landvast v1 recovery code` and
//! `landvast v1 device key`. Argon2id is version 0x13, one lane, 32 bytes out, no pepper.
//!
//! A *life* is that of a data key: slots are bound to it, and it ends when another key is drawn. An
//! *epoch* is that of a log: what is sealed is bound to it. A log can be written anew, shorter, or
//! from what damage left of it, without any of the owner's secrets; so one life may see many epochs.
//! A new life always begins a new epoch too.
//!
//! # Formats, byte for byte
//! Numbers are big-endian. The format version is 1 in all of them.
//!
//! **Header** (two copies, which the vault writes):
//! ```text
//!   0   8  "LVheader"
//!   8   2  format version
//!  10  16  vault id
//!  26   4  life: which data key the slots wrap
//!  30   4  epoch: which log counts
//!  34   8  revision: up by one at every change
//!  42   1  state: 1 in use, 2 erasing (then no slots)
//!  43   1  n, the number of slots: at most one passphrase, one recovery code, eight devices
//!  44 110n slots
//!      32  HMAC-SHA256 under the header key, over all before it
//!      32  SHA-256 over all before it
//! ```
//! Magic, version and closing sum stay where they are in every later version, so that "newer"
//! and "damaged" can always be told apart.
//!
//! **Slot**:
//! ```text
//!   0   1  kind: 1 passphrase, 2 recovery code, 3 device key
//!   1   8  id, random
//!   9   1  derivation: 1 Argon2id, 2 HKDF-SHA256
//!  10   4  Argon2id: memory in KiB, 19,456 to 1,048,576   (HKDF: 0)
//!  14   4  Argon2id: passes, 2 to 10                      (HKDF: 0)
//!  18   4  Argon2id: lanes, 1                             (HKDF: 0)
//!  22  16  salt
//!  38  24  nonce
//!  62  32  data key, sealed by XChaCha20-Poly1305 under the wrapping key
//!  94  16  its tag; authenticated too: "landvast slot", format version, vault id, life,
//!          and bytes 0 to 37 of this slot
//! ```
//!
//! **Record**, and **snapshot** with `"LVsnapsh"` for its magic and its own key:
//! ```text
//!   0   8  "LVrecord"
//!   8   2  format version
//!  10   4  epoch                                   (snapshot: of the record it stands on)
//!  14   8  sequence                                (snapshot: of the record it stands on)
//!  22   4  n, the length of what follows the nonce, tag included: 256 k + 16
//!  26  24  nonce, random
//!  50   n  XChaCha20-Poly1305, authenticated too: bytes 0 to 25 and the vault id, of
//!            0  32  SHA-256 of the whole record before it, zeros for the first of an epoch
//!                                                  (snapshot: of the record it stands on)
//!           32   1  kind: 1 action, 2 whole book (only first of an epoch), 3 snapshot
//!           33   4  p, the length of the payload, at most 32 MiB
//!           37   p  payload
//!                   zeros up to the next multiple of 256
//! ```
//! A record found anywhere in a damaged file is recognised by its magic, measured by its length
//! and proven by its tag, without anything else ([`Record::heads_in`]). The hashes make a chain,
//! so none can be dropped, swapped or put back.
//!
//! **Mark** (1,024 bytes; the slot of an even sequence at 0, of an odd one at 512; when only the
//! revision rises, in the slot of the other one):
//! ```text
//!   0   8  "LVmarker"
//!   8   2  format version
//!  10   4  epoch
//!  14   8  sequence: the newest that was acknowledged
//!  22   8  revision: the highest of a header that was durable, 0 if it is not known
//!  30   2  zeros
//!  32  32  HMAC-SHA256 under the mark key, over the vault id and bytes 0 to 31
//! ```
//!
//! **Recovery code**: 128 bits as 26 symbols of Crockford's base32, most significant first with
//! two zero bits before, then two check symbols over GF(32) (x⁵+x²+1): the sum of the 26, and
//! their sum weighted by α²⁵ … α⁰. Seven groups of four.
//!
//! # What the caller must keep
//! Every nonce, salt, id and key is drawn anew from the system's random source. A record's place
//! is compared with where it was found; a chain is walked from its start or from a snapshot. Waits
//! after wrong guesses are the vault's business: against a stolen copy only Argon2id stands.

mod bytes;
mod envelope;
mod error;
mod header;
mod kdf;
mod keys;
mod mark;
mod record;
mod recovery;
mod secret;
mod slot;
mod snapshot;

pub use envelope::{Frame, LONGEST_PAYLOAD, RecordHash};
pub use error::SealError;
pub use header::{Header, HeaderState};
pub use kdf::KdfCost;
pub use keys::{DataKey, HeaderKey, Keys, MarkKey, Place, RecordKey, SnapshotKey, VaultId};
pub use mark::Mark;
pub use record::{Record, RecordKind};
pub use recovery::RecoveryCode;
pub use secret::{Passphrase, Secret};
pub use slot::{Key, Slot, SlotKind, SlotRandom};
pub use snapshot::Snapshot;

/// The version of every format here. A later one still reads this one.
pub const FORMAT: u16 = 1;
