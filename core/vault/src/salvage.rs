//! Getting back what damage left.
//!
//! Called when opening a vault said that its store is damaged. Everything that is left in the
//! vault's files is looked through, whatever state they are in. What can be proven to have been so
//! comes back as it was; what can only be proven word by word is handed to the owner, who decides
//! piece by piece. Nothing is thrown away: all old files are moved aside, into a folder of their
//! own, and a new log is begun. Whoever is interrupted begins again, and comes to the same end.
//!
//! For that end a log that was begun by a salvage that was cut short is nothing to salvage from: it
//! holds what lies here anyway, and in it the papers and copies from beyond the place where the chain
//! breaks, so that nobody could see that place any more. Before it is begun its name is therefore
//! written down in the unfinished folder, as `store.<epoch>.half/begun`. Nothing is saved into such
//! a log while that folder is there; one into which something was saved is not one of these.

use std::{
    collections::HashSet,
    fmt, io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use landvast_model::{Answer, FieldKey, Op, Place as Spot, keep::Keep};
use landvast_seal::{Key, Mark, Place};

use crate::{
    Around, Part, Vault, VaultError,
    begin::{self, Beginning, Site},
    epochs,
    folder::{self, STORE},
    headers,
    mark::{Known, MarkFile},
    open::{Closed, Read},
    ours::{self, OfEpoch},
    payload::WholeBook,
    rescue::{self, Beyond, Rescued},
    ruins::{self, Ruins},
    store::Sled,
    untouched::{self, Aside},
};

/// How what tells which log is the new one is called, after its epoch. Half a copy of a store that
/// was moved has nothing of that name in it.
const NOTE: &str = ".half";
const BEGUN: &str = "begun";

/// What came back, and what did not.
#[derive(Clone, PartialEq)]
pub struct Salvaged {
    /// The newest action that came back: up to here everything is as it was.
    pub up_to: u64,
    /// When that was, as far as it is known.
    pub at: Option<DateTime<Utc>>,
    /// The newest action that was known to have been stored, here or outside the folder.
    pub known: Option<u64>,
    /// How many actions after `up_to` nothing at all was found of.
    pub missing: u64,
    /// What other actions hold, oldest first, for the owner to take back one by one or to leave.
    /// Each is the last wording that was found, and for nobody's eyes but the owner's. It may speak
    /// of a person who is not among the owner's people now; they have to be added first.
    pub loose: Vec<Loose>,
    /// Papers and copies from beyond `up_to`: they are in somebody's hands, whatever else was lost.
    /// They name no content, and the plan knows of them again: they are its newest action, so that no
    /// later paper takes the number of one of them.
    pub shared: Vec<Op>,
    /// Whether the plan comes from a snapshot, so that its earlier wordings are not known any more.
    pub from_snapshot: bool,
    /// Whether the header is older than one that was known, as
    /// [`Notice::HeaderOlderThanKnown`](crate::Notice::HeaderOlderThanKnown) says.
    pub is_header_older: bool,
}

impl Salvaged {
    /// Whether everything came back that was ever known.
    pub fn is_whole(&self) -> bool {
        self.missing == 0 && self.loose.is_empty() && self.shared.is_empty()
    }
}

/// An answer that was found and is not in the plan.
#[derive(Clone, PartialEq)]
pub struct Loose {
    /// The action that wrote it.
    pub seq: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// Where it stood.
    pub place: Spot,
    /// Which field.
    pub field: FieldKey,
    /// The answer, for the owner alone.
    pub answer: Answer,
}

impl Vault {
    /// Gets back what can be got back of a vault whose store is damaged, and opens it. A vault that
    /// is sound is opened and nothing else. What is damaged is moved into `damaged-<name>`, for
    /// which `moved_aside_as` is the name: letters, digits, dots and dashes, a time for instance.
    ///
    /// # Errors
    /// As [`Vault::open`]. [`VaultError::Damaged`] if the header is, without which there is no data
    /// key, or if nothing was left to find: then all files are as they were.
    /// [`VaultError::StorageFull`]: nothing that was there is changed; make room and begin again.
    pub fn salvage(
        path: &Path,
        key: Key<'_>,
        around: Around,
        moved_aside_as: &str,
    ) -> Result<(Self, Salvaged), VaultError> {
        if !ours::is_name_for_damage(moved_aside_as) {
            return Err(VaultError::Io(io::ErrorKind::InvalidInput));
        }
        let mut closed = Closed::unlock(path, key, around)?;
        // Not even to see whether it is sound is the store opened without a copy.
        if matches!(untouched::keep(&closed.folder, closed.header.epoch), Ok(Aside::NoRoom)) {
            return Err(VaultError::StorageFull);
        }
        let was_cut_short = closed.folder.unfinished_damaged()?.is_some();
        let damage = match closed.read(Sled::open) {
            Ok(read) if was_cut_short => return closed.go_on(read),
            Ok(read) => return closed.hand_over(read),
            Err(
                error @ (VaultError::Damaged { part: Part::Store }
                | VaultError::Stopped
                | VaultError::Io(_)),
            ) => error,
            Err(other) => return Err(other),
        };

        let (ruins, rescued) = closed.look_through()?.ok_or(damage)?;
        let (salvaged, shared_at) = closed.tell(&ruins, &rescued)?;
        let rescued = rescued.with_shared(salvaged.shared.clone(), shared_at);
        closed.begin_anew(rescued, moved_aside_as)?;
        let read = closed.read(Sled::open)?;
        Ok((closed.finish(read)?, salvaged))
    }

    /// The loose pieces in what was moved aside that the owner has not decided about yet, as
    /// [`Salvaged::loose`] has them: none that was written since it was moved, whether it stands in
    /// the plan now or was taken away again. What this vault's key does not open is passed over.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] if the log cannot be read; otherwise whatever the system refuses.
    pub fn loose(&mut self) -> Result<Vec<Loose>, VaultError> {
        let asides = self.folder.all_damaged()?;
        if asides.is_empty() {
            return Ok(Vec::new());
        }
        let (_, actions) = self.history()?.into_all();
        let mut pending = Vec::new();
        for aside in asides {
            let ruins = Ruins::of(&self.keys, &ours::moved_into(&aside)?)?;
            pending.extend(rescue::pending(&ruins, self.header.epoch, &actions));
        }
        pending.sort_by_key(|piece| piece.seq);
        Ok(pending)
    }
}

impl Closed {
    /// Hands over a vault in which nothing is wrong.
    fn hand_over(self, read: Read) -> Result<(Vault, Salvaged), VaultError> {
        let known = self.known()?;
        let salvaged = Salvaged {
            up_to: read.tip.sequence,
            at: rescue::newest_time(&read.book, None),
            known: known.sequence,
            is_header_older: known.revision > self.header.revision,
            missing: 0,
            loose: Vec::new(),
            shared: Vec::new(),
            from_snapshot: false,
        };
        let (vault, _) = self.settle(read)?;
        Ok((vault, salvaged))
    }

    /// Goes on where an earlier salvage was cut short: the new log counts already, and what it was
    /// made from is still here.
    fn go_on(self, read: Read) -> Result<(Vault, Salvaged), VaultError> {
        let epoch = self.header.epoch;
        let places = ruins::places(&self.folder, Some(epoch))?;
        let ruins = Ruins::of(&self.keys(), &without(places, &self.begun()?))?;
        let Some(rescued) = rescue::best(&ruins, epoch) else {
            self.put_aside(&read)?;
            return self.hand_over(read);
        };
        let (salvaged, _) = self.tell(&ruins, &rescued)?;
        Ok((self.finish(read)?, salvaged))
    }

    /// What is left, and the best that it gives.
    fn look_through(&self) -> Result<Option<(Ruins, Rescued)>, VaultError> {
        let (keys, epoch) = (self.keys(), self.header.epoch);
        let (places, begun) = (ruins::places(&self.folder, None)?, self.begun()?);
        let ruins = Ruins::of(&keys, &without(places.clone(), &begun))?;
        if let Some(rescued) = rescue::best(&ruins, epoch) {
            // It never counted, and would only take room. What cannot be removed goes in the end.
            for log in begun.iter().filter(|log| log.epoch > epoch) {
                let _ = folder::remove_if_there(&log.path);
            }
            return Ok(Some((ruins, rescued)));
        }
        // The disk lost the rest meanwhile: then this is what is left.
        let ruins = Ruins::of(&keys, &places)?;
        Ok(rescue::best(&ruins, epoch).map(|rescued| (ruins, rescued)))
    }

    /// What there is of logs that a salvage which was cut short began, whether one counts or not.
    fn begun(&self) -> Result<Vec<OfEpoch>, VaultError> {
        let Some(part) = self.folder.unfinished_damaged()? else { return Ok(Vec::new()) };
        let mut begun = self.folder.of_all_epochs()?;
        let written_down: Vec<u32> = notes(&part)?.into_iter().map(|note| note.epoch).collect();
        begun.retain(|log| written_down.contains(&log.epoch));
        for epoch in written_down {
            let of_epoch = begun.iter().filter(|log| log.epoch == epoch);
            let paths: Vec<PathBuf> = of_epoch.map(|log| log.path.clone()).collect();
            let Ruins { records, snapshots, .. } = Ruins::of(&self.keys(), &paths)?;
            let records = records.values().flatten().map(|piece| piece.place.sequence);
            let snapshots = snapshots.iter().map(|picture| picture.place.sequence);
            // An old copy of the vault was laid over one in which this log had gone on.
            if records.chain(snapshots).collect::<HashSet<_>>().len() > 1 {
                begun.retain(|log| log.epoch != epoch);
            }
        }
        Ok(begun)
    }

    /// What came back, and when the newest paper or copy beyond it was written down.
    fn tell(
        &self,
        ruins: &Ruins,
        rescued: &Rescued,
    ) -> Result<(Salvaged, Option<DateTime<Utc>>), VaultError> {
        let Known { sequence: known, revision } = self.known()?;
        let Beyond { loose, shared, shared_at, missing } = rescue::beyond(ruins, rescued, known);
        let salvaged = Salvaged {
            up_to: rescued.book.seq,
            at: rescue::newest_time(&rescued.book, rescued.history.last()),
            known,
            missing,
            loose,
            shared,
            from_snapshot: rescued.from_snapshot,
            is_header_older: revision > self.header.revision,
        };
        Ok((salvaged, shared_at))
    }

    /// What was there once, as far as mark and caller know.
    fn known(&self) -> Result<Known, VaultError> {
        let Known { sequence, revision } = self.marked()?;
        let outside = self.around.known_revision.unwrap_or_default();
        Ok(Known { sequence: sequence.max(self.around.known), revision: revision.max(outside) })
    }

    /// The same by the mark alone, which may have been moved aside already.
    fn marked(&self) -> io::Result<Known> {
        let aside = self.folder.unfinished_damaged()?.map(|part| part.join("mark"));
        Known::by(aside.into_iter().chain([self.folder.mark()]), &self.keys())
    }

    /// Begins a log with what came back. From the change of the header on it counts. The folder that
    /// is made before it tells that the old files are still to be moved, and which log is the new one.
    fn begin_anew(&mut self, rescued: Rescued, moved_aside_as: &str) -> Result<(), VaultError> {
        let everything = Keep { versions: usize::MAX, ..Keep::default() };
        let Rescued { base, history, book, .. } = rescued;
        let (whole, content) = WholeBook::kept(&base, &history, &book, &everything)?;
        let beginning = Beginning::with_book(whole, content);
        beginning.has_room(&self.folder)?;

        let keys = self.keys();
        let epoch = epochs::next(&self.folder, self.header.epoch)?;
        let header = self.header.surpassing(self.marked()?.revision);
        let header = header.with_log(&keys, epoch).map_err(headers::error)?;
        let part = if let Some(part) = self.folder.unfinished_damaged()? {
            part
        } else {
            let part = self.folder.damaged(moved_aside_as);
            folder::make_private(&part)?;
            part
        };
        let note = note(&part, epoch);
        folder::make_private_if_missing(&note)?;
        folder::make_private_if_missing(&note.join(BEGUN))?;
        folder::sync_folder(&note)?;
        folder::sync_folder(&part)?;
        folder::sync_folder(self.folder.path())?;

        let patience = self.around.patience();
        let site = Site { folder: &self.folder, lock: &self.lock, patience };
        begin::log(&site, &keys, epoch, &beginning, &mut self.around.random)?;
        let prepared = headers::prepare(&self.folder, &header)
            .inspect_err(|_| begin::forget(&self.folder, epoch))?;
        headers::commit(prepared)?;
        (self.header, self.differ) = (header, false);
        Ok(())
    }

    /// Moves all old files aside and hands the vault over.
    fn finish(self, read: Read) -> Result<Vault, VaultError> {
        self.put_aside(&read)?;
        let (vault, _) = self.settle(read)?;
        Ok(vault)
    }

    /// The mark goes last, and is replaced by one that vouches for what came back.
    fn put_aside(&self, read: &Read) -> Result<(), VaultError> {
        let Some(part) = self.folder.unfinished_damaged()? else { return Ok(()) };
        let newest = Place { epoch: self.header.epoch, sequence: read.tip.sequence };
        // As long as the copies differ, this one may still be lost.
        let durable = if self.differ { 0 } else { self.header.revision };
        let revision = self.marked()?.revision.max(durable);
        // Somebody may have taken it away, and its names are to be durable below.
        folder::make_private_if_missing(&self.folder.snapshots())?;
        self.forget_begun(&part)?;
        let others = epochs::others(&self.folder, newest.epoch, newest.sequence)?;
        others.move_into(&part)?;
        if self.folder.mark().exists() && !part.join("mark").exists() {
            folder::move_into(&self.folder.mark(), &part)?;
        }
        folder::sync_folder(&self.folder.snapshots())?;
        folder::sync_folder(&part)?;

        let mark = MarkFile::open(&self.folder.mark())?;
        mark.write(&self.keys(), Mark { newest, revision })?;
        mark.sync()?;
        remove_notes(&notes(&part)?)?;
        folder::sync_folder(&part)?;
        Ok(folder::finish_damaged(&part)?)
    }

    /// Removes what other salvages began than the one whose log counts, now that this is proven. It
    /// would lie among the ruins else, and be looked through with them.
    fn forget_begun(&self, part: &Path) -> Result<(), VaultError> {
        let counts = self.header.epoch;
        let mut notes = notes(part)?;
        notes.retain(|note| note.epoch != counts);
        if notes.is_empty() {
            return Ok(());
        }
        for log in self.begun()?.iter().filter(|log| log.epoch != counts) {
            folder::remove_if_there(&log.path)?;
        }
        folder::sync_folder(&self.folder.snapshots())?;
        folder::sync_folder(self.folder.path())?;
        Ok(remove_notes(&notes)?)
    }
}

/// These without what belongs to those logs.
fn without(mut places: Vec<PathBuf>, logs: &[OfEpoch]) -> Vec<PathBuf> {
    places.retain(|place| logs.iter().all(|log| log.path != *place));
    places
}

/// What tells in the unfinished folder that the log of an epoch is begun by a salvage.
fn note(part: &Path, epoch: u32) -> PathBuf {
    part.join(format!("{STORE}{epoch}{NOTE}"))
}

/// All of those.
fn notes(part: &Path) -> io::Result<Vec<OfEpoch>> {
    let mut notes = Vec::new();
    for name in folder::names_in(part)? {
        let epoch = name.strip_prefix(STORE).and_then(|name| name.strip_suffix(NOTE));
        let Some(epoch) = epoch.and_then(|epoch| epoch.parse().ok()) else { continue };
        let path = note(part, epoch);
        if ours::is_folder(&path.join(BEGUN)) {
            notes.push(OfEpoch { epoch, path });
        }
    }
    Ok(notes)
}

fn remove_notes(notes: &[OfEpoch]) -> io::Result<()> {
    notes.iter().try_for_each(|note| folder::remove_if_there(&note.path))
}

// What a person wrote is in no log, and neither is which fields they filled in.
impl fmt::Debug for Salvaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Salvaged")
            .field("up_to", &self.up_to)
            .field("known", &self.known)
            .field("missing", &self.missing)
            .field("loose", &self.loose.len())
            .field("shared", &self.shared.len())
            .field("from_snapshot", &self.from_snapshot)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Loose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Loose").field("seq", &self.seq).finish_non_exhaustive()
    }
}
