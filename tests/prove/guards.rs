//! Each guard of the vault is taken away in turn, and something happens that it guards against. Without
//! it that is seen here as a loss; with it everything is as it should be. A guard whose absence is
//! not seen guards nothing, or this program does not look: then it fails.

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use landvast_seal::{Header, KdfCost, Key};
use landvast_tests::{Chance, folder};
use landvast_vault::{First, Guard, Vault, VaultError};
use tempfile::TempDir;

use crate::deed::{self, Deed, around};
use crate::disk::SmallDisk;
use crate::judge::{End, Mercy, Said, judge};
use crate::keys::{new_key, old_key};
use crate::scene::Scene;
use crate::tally::{Tally, Verdict};
use crate::words::{Author, action, chapter, elsewhere};
use crate::{Length, guarding, power, strace};

const NO_STRACE: &str = "strace is missing or may not watch here";

/// How often something happens without a guard before that guard is said to guard nothing.
const TRIES: usize = 6;

/// What happens to a vault.
type Happening = fn(&mut Chance) -> Tally;

/// What each guard is for.
fn happening(guard: Guard) -> Happening {
    match guard {
        Guard::Lock => two_at_once,
        Guard::Leftovers => half_written_files,
        Guard::Untouched => damage_in_the_middle,
        Guard::Room => a_disk_that_fills,
        Guard::Deadline => a_write_that_hangs,
        Guard::Panics => a_store_that_panics,
        Guard::Mark => an_older_store,
        Guard::Chain => a_snapshot_of_another_past,
        Guard::Sync => power_cuts_while_writing,
        Guard::Blobs => power_cuts_while_writing_chapters,
        Guard::SecondHeader => a_header_from_elsewhere,
        Guard::HeaderMac => a_header_turned_back,
    }
}

pub(crate) fn run(chance: &mut Chance, _: Length) -> Tally {
    let mut tally = Tally::default();
    for guard in Guard::ALL {
        let name = guard.name();
        let happens = happening(guard);
        let happens = |course| {
            let happened = catch_unwind(|| happens(&mut Chance::from_seed(course)));
            happened.unwrap_or_else(|_| one(Verdict::Panicked))
        };
        // The same chance for both, so that the guard alone is the difference. What the store does
        // in its own time does not always meet what happens: then once more.
        let (mut off, mut on) = (Tally::default(), Tally::default());
        for course in [(); TRIES].map(|()| chance.draw()) {
            off = guarding::without(guard, || happens(course));
            on = happens(course);
            let is_settled = off.bad().is_some() || off.why_skipped().is_some();
            if is_settled || on.bad().is_some() {
                break;
            }
        }
        if let Some(why) = off.why_skipped().or(on.why_skipped()) {
            tally.note(format!("guard {name}: skipped: {why}"));
            continue;
        }
        let caught = off.bad();
        let survived = on.bad();
        let said_off =
            caught.as_ref().map_or("NOT CAUGHT".to_owned(), |bad| format!("caught ({bad})"));
        let said_on =
            survived.as_ref().map_or("survived".to_owned(), |bad| format!("DID NOT ({bad})"));
        tally.note(format!("guard {name}: off -> {said_off}, on -> {said_on}"));
        let verdict = match (caught, survived) {
            (Some(_), None) => Verdict::Survived,
            (None, _) => Verdict::Wrong,
            (_, Some(_)) => Verdict::Lost,
        };
        tally.count(verdict, || format!("guard {name}: {}", on.notes().join("; ")));
    }
    tally
}

/// A vault with so many actions, in a folder that goes when this goes.
fn made(actions: u64) -> (TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("plan");
    deed::make(&path, actions);
    (home, path)
}

/// Opens it, writes so many actions, and leaves it without a snapshot.
fn write_more(path: &Path, actions: u64) {
    let mut vault = deed::open(path).unwrap();
    deed::write(&mut vault, actions, Author::USUAL, |_| {}).unwrap();
}

fn one(verdict: Verdict) -> Tally {
    let mut tally = Tally::default();
    tally.count(verdict, String::new);
    tally
}

/// Somebody opens a vault that is open. They are told so; otherwise both write.
fn two_at_once(_: &mut Chance) -> Tally {
    let (_home, path) = made(3);
    let mut first = deed::open(&path).unwrap();
    let verdict = match deed::open(&path) {
        Err(VaultError::InUse) => Verdict::Survived,
        Err(_) => Verdict::Lost,
        Ok(mut second) => {
            let mut said = Said::acknowledged(3);
            for (vault, author) in [(&mut first, Author(1)), (&mut second, Author(2))] {
                let seq = vault.sequence() + 1;
                if vault.save(&action(seq, author)).is_ok() {
                    said.by.insert(seq, author);
                    said.acknowledged = seq;
                }
            }
            drop((first, second));
            return one(judge(&path, &said, Mercy::None));
        }
    };
    one(verdict)
}

/// A kill leaves half a snapshot and half a `conf` of sled's.
fn half_written_files(_: &mut Chance) -> Tally {
    let (_home, path) = made(7);
    let store = path.join("store.1");
    fs::write(store.join("snap.00000000FFFFFFFF.generating"), [7; 9]).unwrap();
    fs::write(store.join("conf"), "segment_size: 5").unwrap();
    one(judge(&path, &Said::acknowledged(7), Mercy::None))
}

/// A few bytes in the middle of the log are damaged, and the snapshots are gone. Every action but the
/// few that the damage met comes back.
fn damage_in_the_middle(chance: &mut Chance) -> Tally {
    const ACTIONS: u64 = 220;
    const MET: u64 = 3;
    let (home, whole) = made(ACTIONS);
    fs::remove_dir_all(whole.join("snapshots")).unwrap();
    let log = Path::new("store.1").join("db");
    let bytes = fs::read(whole.join(&log)).unwrap();
    let written = bytes.iter().rposition(|byte| *byte != 0).unwrap();
    let mut tally = Tally::default();
    for round in 0..6 {
        let broken = home.path().join("broken");
        drop(fs::remove_dir_all(&broken));
        folder::copy(&whole, &broken);
        let mut harmed = bytes.clone();
        let place = usize::try_from(chance.below(u64::try_from(written).unwrap())).unwrap();
        harmed.get_mut(place..place + 16).into_iter().flatten().for_each(|byte| *byte = !*byte);
        fs::write(broken.join(&log), harmed).unwrap();
        let key = old_key();
        let found = match Vault::salvage(&broken, Key::Device(&key), around(), "then") {
            Ok((vault, told)) => {
                let loose: std::collections::BTreeSet<u64> =
                    told.loose.iter().map(|piece| piece.seq).collect();
                vault.sequence() + u64::try_from(loose.len()).unwrap()
            }
            Err(_) => 0,
        };
        let verdict = if found + MET >= ACTIONS { Verdict::Survived } else { Verdict::Lost };
        tally.count(verdict, || format!("round {round}: {found} of {ACTIONS}"));
    }
    tally
}

/// The disk is full while somebody writes. That is said at once, and with room again they go on.
fn a_disk_that_fills(_: &mut Chance) -> Tally {
    let Some(disk) = SmallDisk::of_megabytes(16) else {
        return Tally::skipped("nobody here may mount a small disk");
    };
    let path = disk.path().join("plan");
    deed::make(&path, 3);
    let mut vault = deed::open(&path).unwrap();
    disk.fill_but(600 * 1024);
    let refusal = (0..200).find_map(|_| vault.save(&chapter(vault.sequence() + 1)).err());
    disk.make_room();
    let told = refusal == Some(VaultError::StorageFull);
    let goes_on = vault.save(&action(vault.sequence() + 1, Author::USUAL)).is_ok();
    let acknowledged = vault.sequence();
    drop(vault);
    if !told || !goes_on {
        return one(Verdict::Lost);
    }
    one(judge(&path, &Said::acknowledged(acknowledged), Mercy::None))
}

/// No file may grow any more, which nobody can ask for before, and sled waits for ever.
fn a_write_that_hangs(_: &mut Chance) -> Tally {
    let (_home, path) = made(3);
    let mut command = Command::new("sh");
    let limit = "trap '' XFSZ; ulimit -f 1200; exec \"$0\" \"$@\"";
    let deed = strace::process(&path, &Deed::Chapters(30).name());
    command.args(["-c", limit]).arg(deed.get_program()).args(deed.get_args());
    let said = strace::hear_for(Duration::from_secs(8), command, 3);
    one(judge(&path, &said, Mercy::None))
}

/// A sync is refused, and sled falls over when it closes.
fn a_store_that_panics(_: &mut Chance) -> Tally {
    if !strace::works() {
        return Tally::skipped(NO_STRACE);
    }
    let (_home, path) = made(3);
    let scene = Scene { deed: Deed::Write(4, Author::USUAL), actions: 3 };
    let Some(said) = strace::refused(scene, &path, "fsync:error=EIO:when=3+") else {
        return Tally::skipped("the sync was not refused");
    };
    one(judge(&path, &said, Mercy::None))
}

/// An older store is put in place of the newer one.
fn an_older_store(_: &mut Chance) -> Tally {
    let (home, path) = made(5);
    let older = home.path().join("older");
    folder::copy(&path.join("store.1"), &older);
    write_more(&path, 5);
    fs::remove_dir_all(path.join("store.1")).unwrap();
    folder::copy(&older, &path.join("store.1"));
    one(judge(&path, &Said::acknowledged(10), Mercy::SalvagePart))
}

/// The snapshots come from a copy of the vault that went on by itself.
fn a_snapshot_of_another_past(_: &mut Chance) -> Tally {
    let (home, path) = made(10);
    let other = home.path().join("other");
    folder::copy(&path, &other);
    let mut vault = deed::open(&other).unwrap();
    for seq in [11, 12] {
        vault.save(&elsewhere(seq)).unwrap();
    }
    vault.lock().unwrap();
    write_more(&path, 5);
    fs::remove_dir_all(path.join("snapshots")).unwrap();
    folder::copy(&other.join("snapshots"), &path.join("snapshots"));
    one(judge(&path, &Said::acknowledged(15), Mercy::Salvage))
}

/// The power goes while somebody writes.
fn power_cuts_while_writing(chance: &mut Chance) -> Tally {
    let scene = Scene { deed: Deed::Write(4, Author::USUAL), actions: 33 };
    if strace::works() { power::cuts(scene, 30, chance) } else { Tally::skipped(NO_STRACE) }
}

/// The power goes while somebody writes what is too long for the log.
fn power_cuts_while_writing_chapters(chance: &mut Chance) -> Tally {
    let scene = Scene { deed: Deed::Chapters(4), actions: 3 };
    if strace::works() { power::cuts(scene, 30, chance) } else { Tally::skipped(NO_STRACE) }
}

/// One copy of the header is that of another vault, and says that it is newer.
fn a_header_from_elsewhere(_: &mut Chance) -> Tally {
    let (home, path) = made(5);
    let other = home.path().join("other");
    let (mine, yours) = (new_key(), old_key());
    let first = action(1, Author::USUAL);
    let first = First::Action(&first);
    let keys = [Key::Device(&mine)];
    let mut vault = Vault::create(&other, &keys, KdfCost::FLOOR, first, around()).unwrap();
    vault.set_key(Key::Device(&mine), KdfCost::FLOOR).unwrap();
    drop((vault, yours));
    fs::copy(other.join("header"), path.join("header")).unwrap();
    one(judge(&path, &Said::acknowledged(5), Mercy::None))
}

/// Somebody without any secret puts an older log back and makes the header say that it counts.
fn a_header_turned_back(_: &mut Chance) -> Tally {
    let (home, path) = made(5);
    let older = home.path().join("older");
    folder::copy(&path, &older);
    let mut vault = deed::open(&path).unwrap();
    vault.compact(&landvast_model::keep::Keep::default()).unwrap();
    vault.save(&action(6, Author::USUAL)).unwrap();
    vault.lock().unwrap();
    for name in ["store.1", "snapshots", "mark"] {
        let (from, to) = (older.join(name), path.join(name));
        if from.is_dir() {
            folder::copy(&from, &to);
        } else {
            fs::copy(from, to).unwrap();
        }
    }
    for name in ["header", "header.2"] {
        let mut header = Header::read(&fs::read(path.join(name)).unwrap()).unwrap();
        header.epoch = 1;
        fs::write(path.join(name), header.to_bytes()).unwrap();
    }
    one(judge(&path, &Said { end: End::ByItself, ..Said::acknowledged(6) }, Mercy::SalvagePart))
}
