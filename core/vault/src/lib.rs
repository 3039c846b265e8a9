//! Sealed records on disk: the plan's safest place.
//!
//! A vault is a folder. It holds a person's actions, each sealed by itself, in the order in which
//! they happened; the plan is what they add up to. Whatever is told to be saved is there after a
//! kill, a power cut or a full disk, and whatever was changed, lost or put back by somebody else is
//! found out and said. This is the only crate that opens a vault's files.
//!
//! ```
//! use landvast_model::Action;
//! use landvast_seal::{KdfCost, Key, Passphrase, RecoveryCode, Secret};
//! use landvast_vault::{Around, First, Vault};
//!
//! # let home = tempfile::tempdir().unwrap();
//! # let path = home.path().join("plan");
//! # fn around() -> Around { Around::now(Box::new(|bytes| { bytes.fill(4); Ok(()) })) }
//! # let at = "2026-03-01T10:00:00Z".parse().unwrap();
//! let action = |seq| Action { seq, at, ops: vec![], undoes: None };
//! let passphrase = Passphrase::new("kievit roept bij regen".as_bytes()).unwrap();
//! let code = RecoveryCode::make(Secret::take(&mut [7; 16])); // shown, and confirmed, before:
//! let keys = [Key::Passphrase(&passphrase), Key::Recovery(&code)];
//! let first = First::Action(&action(1));
//! let mut vault = Vault::create(&path, &keys, KdfCost::FLOOR, first, around()).unwrap();
//! vault.save(&action(2)).unwrap(); // from here on it is there, whatever happens
//! vault.lock().unwrap();
//!
//! let (vault, notices) = Vault::open(&path, Key::Recovery(&code), around()).unwrap();
//! assert_eq!((vault.sequence(), notices.len()), (2, 0));
//! ```
//!
//! # What lies in the folder
//! ```text
//! <vault>/
//!   lock               held by flock for as long as the vault is open
//!   header, header.2   two copies: who can open it, and which log counts
//!   store.<epoch>/     sled 0.34.7, one tree: sequence (8 bytes, big-endian) -> sealed record
//!   not-ours-<name>    a link or a pipe that somebody put in the place of one of these
//!   store.<epoch>.untouched/   only while opening, or after damage: the store before sled saw it
//!   store.<epoch>.earlier/     the same, from an opening that was cut short
//!   mark               two slots: the newest acknowledged sequence, and how new the header is at least
//!   snapshots/<epoch>.1, <epoch>.2   the two newest copies of the whole book, in turn
//!   guesses            wrong passphrases since the last right one
//!   reserve            half a megabyte, given back when the disk is full, so that a plan opens then
//!   damaged-<name>/    what salvage moved aside; removed only by the owner's word, or by erasing
//!   damaged-<name>.part/   the same, while that is not finished: then only salvage opens the vault
//!   damaged-newer/     a newer log that an older copy of the vault was laid over
//! ```
//! Whatever else lies there is somebody's: it is neither read nor moved nor removed, also if its name
//! begins like one of these.
//!
//! The formats inside are drawn in `landvast_seal`; `guesses` in its own module. A record's payload
//! is an `Action` as JSON, or, only as the first of an epoch, `{"base": Book, "history": [Action],
//! "book": Book}`: the history folded onto the base makes the book, and it is the book that counts.
//! A snapshot's payload is a `Book`.
//!
//! # The write protocol
//! Every arrow is a place where the power may fail; what the next opening then finds stands
//! beside it.
//!
//! ```text
//! create   derive the keys (nothing is on disk yet)
//!             │                                      no vault
//!             ├─> <vault>.new: store, snapshot, mark, guesses, header.2, header
//!             │                                      no vault; the next create clears it away
//!             ├─> sync every file and folder of it
//!             │                                      no vault
//!             └─> rename to <vault>, sync the parent folder
//!                                                    the vault, with its first record
//!
//! save     seal the record with the hash of the one before it
//!             │                                      as before
//!             ├─> room on the disk? ── no ─> "storage full", nothing was written
//!             ├─> do both headers lead to this log? ── no ─> mend the other one, or refuse
//!             │                                      as before
//!             ├─> sled: insert, flush, on Linux sync_all, sync a page that left the log
//!             │                                      as before, or with the action: both are told
//!             │                                      apart by the chain, and both are right, since
//!             │                                      nothing was acknowledged
//!             ├─> mark, not synced
//!             │                                      with the action
//!             └─> acknowledge
//!                                                    with the action
//!
//! snapshot (at lock, and when 50 actions have come)
//!             ├─> <epoch>.<turn>.new: write, sync
//!             │                                      the older ones stand, the log holds all
//!             ├─> rename over the older or damaged one, sync the folder
//!             │                                      the newer one stands, or the older
//!             └─> sync the mark
//!
//! keys     ├─> header.new and header.2.new: write, sync
//!             │                                      the old secret opens
//!             ├─> rename the first, sync the folder
//!             │                                      the new secret opens; the next opening mends
//!             │                                      the second copy
//!             ├─> rename the second, sync the folder
//!             │                                      the new secret opens
//!             ├─> mark, with the header's revision in the slot that is not the newest; sync
//!             │                                      the new secret opens; from here on it is said
//!             │                                      when the older header comes back
//!             └─> acknowledge
//!
//! anew     (a renewal, under a new data key; a compaction, under the same)
//!             ├─> store.<e+1>: the whole book as its first record; snapshot <e+1>.1; sync all
//!             │                                      as before; the next opening removes them
//!             ├─> header.new and header.2.new: write, sync
//!             │                                      as before
//!             ├─> rename the first, sync the folder
//!             │                                      the new log counts. After a renewal the new
//!             │                                      secrets open; an old one still opens the old
//!             │                                      log, which then counts again, since nothing is
//!             │                                      acknowledged before both copies agree
//!             ├─> rename the second, sync the folder
//!             │                                      the new log counts, and only the new secrets
//!             ├─> mark, synced
//!             │                                      the new log
//!             ├─> remove the stores and snapshots of other epochs
//!             │                                      the new log; the next opening removes the rest
//!             └─> acknowledge
//!
//! erase    ├─> header.new and header.2.new, without slots: write, sync
//!             │                                      as before
//!             ├─> rename the first, sync the folder
//!             │                                      whoever has the key opens the other copy, sees
//!             │                                      who wrote this one, and finishes: no vault
//!             ├─> rename the second, sync the folder
//!             │                                      no vault; whoever comes by finishes
//!             ├─> remove everything else, sync; remove the headers, sync; the lock, the folder
//!             │                                      no vault
//!             └─> acknowledge
//!
//! open     lock ─> the newest whole header ─> count the guess, sync ─> open a slot ─> check the MAC
//!             │     does not prove itself ─> the other copy, if it is whole; but not if the newer
//!             │     one was written by whoever has the same data key
//!             ├─> newest good snapshot, mark
//!             ├─> copy the store aside, unless a copy is there that is known to be whole; where there is
//!             │   no room for one, look whether the bytes are sound. Remove half-written files of
//!             │   sled's; open it
//!             ├─> walk the chain from the snapshot's record, or from the first of the epoch
//!             │     broken, or not there, or ends before the snapshot or the mark ─> damaged;
//!             │     no mark, and the bytes hold a record beyond the end ─> damaged;
//!             │     everything stays as it is
//!             └─> proven: forget the copy, mend the other header and the mark; what is left of other
//!                 epochs goes, unless it reaches further than this log: that is moved aside
//!
//! salvage  (when opening says that the store is damaged)
//!             ├─> every file of every epoch, raw: records and snapshots that prove themselves
//!             │                                      damaged; salvage begins again
//!             ├─> damaged-<name>.part, and in it which log is begun; sync
//!             │                                      damaged; salvage begins again
//!             ├─> the chain that reaches furthest, from the first record of a log or from a snapshot:
//!             │   a new log with it, as in "anew" above, but with all that is known of the past
//!             │                                      damaged; salvage begins again, and takes nothing
//!             │                                      from a log that it began itself
//!             ├─> both headers
//!             │                                      damaged; salvage finds the new log, and the
//!             │                                      old files to tell the same from as before
//!             ├─> move the old stores, snapshots and mark into it; a new mark, synced
//!             │                                      the same
//!             ├─> rename it to damaged-<name>, sync
//!             │                                      the new log
//!             └─> tell: up to where, what is missing, and what was found beyond, piece by piece
//! ```
//! A vault whose end lies before a sequence that was kept *outside* the folder is an old one that
//! was put back: a notice, never a refusal. A wrong secret and damage are told apart: a header whose
//! closing sum fails is damaged, one that is whole and whose slot does not open got a wrong secret.
//!
//! A header that is older than the mark knows, or than was kept outside the folder, was put back by
//! somebody: a notice as well. The mark learns a revision only when both copies of the header have it,
//! durably, so it never claims one that a power cut could take back. Whoever puts back the mark with the
//! headers is found out only by what is kept outside.
//!
//! When both copies of the header are damaged, nothing opens what is left: the data key is only
//! there. That is what a backup is for.
//!
//! # The guard around sled
//! sled 0.34.7 is old, and sound only behind this:
//! - a lock of our own (it has none on phones);
//! - before it opens, what a kill left half-written is removed, which it would never get over;
//! - never a new store in the place of an old one, nor a silently emptied one taken for true: chain
//!   and mark tell;
//! - a copy of the store aside until it is proven: when sled meets damage it wipes what comes after
//!   it (in a trial 18,460 whole records in 120 of 300 damaged copies), and with it what could have
//!   been saved. Of its pages in files of their own, which it only ever removes, a second name is kept;
//! - room on the disk before every write, because a refused one makes it wait for ever;
//! - every call on one thread, inside `catch_unwind`, with a deadline of ten seconds. After a panic,
//!   an error or a deadline nothing more is asked of it, and the vault asks to be opened anew;
//! - pages above 128 KiB, which it writes into files of their own and never syncs, are synced.
//!
//! [`Guard`] has a name for each guard, so that a test can go without it and see what it is for.
//!
//! It sits behind one small trait (append, scan from, close), so that another engine is one file
//! and one migration.

mod begin;
mod chain;
mod create;
mod epochs;
mod erase;
mod error;
#[cfg(test)]
mod faults;
mod folder;
mod guards;
mod guesses;
mod headers;
#[cfg(test)]
mod kills;
mod lock;
mod mark;
mod open;
mod ours;
mod payload;
mod renew;
mod rescue;
mod ruins;
mod salvage;
mod snapshots;
mod store;
mod strangers;
mod untouched;
mod vault;
mod worker;

pub use create::First;
pub use error::{Part, VaultError};
pub use folder::ROOM_TO_GO_ON;
pub use guards::{Guard, Guards};
pub use open::{Around, DEADLINE, Notice, Peek, Random, uptime};
pub use payload::measured;
pub use salvage::{Loose, Salvaged};
pub use vault::{History, Info, SNAPSHOT_EVERY, Vault};
