//! What a kill leaves, at every change to the disk: everything as it was before, or everything as
//! it is after. And the same where the system refuses the change.

mod copies;
mod ends;

use std::{
    cell::RefCell,
    fs, io,
    path::{Path, PathBuf},
};

use landvast_model::{Action, Answer, FieldKey, Op, Place, TABLE, Value, keep::Keep};
use landvast_seal::{KdfCost, Key, Secret};
use tempfile::TempDir;

use crate::{Around, First, Notice, Vault, VaultError};

/// Who watches the changes of this thread.
enum Watch {
    Nobody,
    /// Copies a folder's content after each change, as a kill would leave it.
    Copying {
        from: PathBuf,
        into: PathBuf,
        count: usize,
    },
    /// Lets so many changes happen and no more.
    Allowing(usize),
    /// Lets so many changes happen, refuses one, and lets the others happen.
    RefusingOne(usize),
    /// Counts them.
    Counting(usize),
}

thread_local! {
    static WATCH: RefCell<Watch> = const { RefCell::new(Watch::Nobody) };
}

/// One change to the disk.
pub(crate) fn change<T>(change: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    let is_refused = WATCH.with_borrow_mut(|watch| match watch {
        Watch::Allowing(0) => true,
        Watch::RefusingOne(0) => {
            *watch = Watch::Nobody;
            true
        }
        Watch::Allowing(left) | Watch::RefusingOne(left) => {
            *left -= 1;
            false
        }
        Watch::Counting(count) => {
            *count += 1;
            false
        }
        Watch::Nobody | Watch::Copying { .. } => false,
    });
    if is_refused {
        return Err(io::ErrorKind::Other.into());
    }
    let outcome = change();
    WATCH.with_borrow_mut(|watch| {
        if let Watch::Copying { from, into, count } = watch {
            copy(from, &into.join(count.to_string()));
            *count += 1;
        }
    });
    outcome
}

/// How many changes were counted so far.
fn counted() -> usize {
    WATCH.with_borrow(|watch| if let Watch::Counting(count) = watch { *count } else { 0 })
}

/// Whether the one change was refused.
fn was_refused() -> bool {
    WATCH.with_borrow(|watch| matches!(watch, Watch::Nobody))
}

fn watched<T>(watch: Watch, doing: impl FnOnce() -> T) -> T {
    WATCH.set(watch);
    let done = doing();
    WATCH.set(Watch::Nobody);
    done
}

/// A person with a vault, and another key that they may come to use.
struct Person {
    home: TempDir,
    old: Secret<32>,
    new: Secret<32>,
}

const SECRET: &str = "kanarie in de kolenmijn";

impl Person {
    /// A vault with four actions; the second holds words that the fourth replaced.
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let (old, new) = (Secret::take(&mut [7; 32]), Secret::take(&mut [8; 32]));
        let person = Self { home, old, new };
        let keys = [Key::Device(&person.old)];
        let first = action(1, "Zet thee");
        let made = First::Action(&first);
        let mut vault =
            Vault::create(&person.plan(), &keys, KdfCost::FLOOR, made, around()).unwrap();
        for (seq, words) in [(2, SECRET), (3, "Zet koffie"), (4, "Bel Ana")] {
            vault.save(&action(seq, words)).unwrap();
        }
        vault.lock().unwrap();
        person
    }

    /// Another one who is just as far.
    fn twin(&self) -> Self {
        let home = tempfile::tempdir().unwrap();
        copy(&self.folder(), &home.path().join("folder"));
        Self { home, old: Secret::take(&mut [7; 32]), new: Secret::take(&mut [8; 32]) }
    }

    /// The folder that everything is in, vaults and what is made beside them.
    fn folder(&self) -> PathBuf {
        self.home.path().join("folder")
    }

    fn plan(&self) -> PathBuf {
        self.folder().join("plan")
    }

    /// The folder as it stands after each change that `doing` makes.
    fn kills(&self, doing: impl FnOnce()) -> Vec<PathBuf> {
        let into = self.home.path().join("kills");
        let (from, count) = (self.folder(), 0);
        watched(Watch::Copying { from, into: into.clone(), count }, doing);
        let count = fs::read_dir(&into).unwrap().count();
        assert!(count > 6, "only {count} changes");
        (0..count).map(|number| into.join(number.to_string())).collect()
    }
}

fn around() -> Around {
    let mut counter = 0_u64;
    Around::now(Box::new(move |bytes| {
        for byte in bytes {
            counter = counter.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            *byte = counter.to_be_bytes()[0];
        }
        Ok(())
    }))
}

fn field() -> FieldKey {
    TABLE.field("c.first").unwrap().key()
}

fn action(seq: u64, words: &str) -> Action {
    let answer = Answer::new(Value::Text(words.to_owned()));
    let ops = vec![Op::Write { place: Place::Plan, field: field(), answer }];
    Action { seq, at: "2026-03-01T10:00:00Z".parse().unwrap(), ops, undoes: None }
}

fn words(vault: &Vault) -> String {
    match &vault.book().answer(Place::Plan, "c.first").unwrap().value {
        Value::Text(words) => words.clone(),
        _ => String::new(),
    }
}

fn open(plan: &Path, key: &Secret<32>) -> Result<Vault, VaultError> {
    Vault::open(plan, Key::Device(key), around()).map(|(vault, _)| vault)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A copy of a folder, to try a second thing with.
fn again(folder: &Path, name: &str) -> PathBuf {
    let twin = folder.with_extension(name);
    copy(folder, &twin);
    twin
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Opens the plan, writes on, and finds everything: one log, nothing half done.
fn goes_on(plan: &Path, key: &Secret<32>) {
    let (mut vault, notices) = Vault::open(plan, Key::Device(key), around()).unwrap();
    assert!(notices.iter().all(|notice| *notice == Notice::HeaderMended), "{notices:?}");
    assert_eq!((vault.sequence(), words(&vault).as_str()), (4, "Bel Ana"));
    vault.save(&action(5, "En dan Bo")).unwrap();
    vault.lock().unwrap();
    let mut vault = open(plan, key).unwrap();
    let (begin, actions) = vault.history().unwrap().into_all();
    assert_eq!(&landvast_model::action::fold(begin, &actions), vault.book());
    assert_eq!(words(&vault), "En dan Bo");
    let epoch = vault.info().epoch;
    let other = |name: &String| {
        name.starts_with("store.") && *name != format!("store.{epoch}") || name.contains(".new")
    };
    assert_eq!(names(plan).into_iter().filter(other).collect::<Vec<_>>(), Vec::<String>::new());
    assert!(names(&plan.join("snapshots")).iter().all(|name| name.starts_with(&epoch.to_string())));
}

fn forgetful(forget: &[(Place, FieldKey)]) -> Keep<'_> {
    Keep { forget, ..Keep::default() }
}

/// What a plain opening says once a change was begun: the old key or the new one opens, and no
/// third thing.
fn is_before_or_after(folder: &Path, person: &Person) {
    let twin = again(folder, "twin");
    let with_old = open(&folder.join("plan"), &person.old).map(|vault| words(&vault));
    let with_new = open(&twin.join("plan"), &person.new).map(|vault| words(&vault));
    for opened in [&with_old, &with_new] {
        assert!(matches!(opened.as_deref(), Ok("Bel Ana") | Err(VaultError::WrongSecret)));
    }
    assert!(with_old.is_ok() || with_new.is_ok());
    if with_old.is_ok() {
        goes_on(&folder.join("plan"), &person.old);
    }
    if with_new.is_ok() {
        goes_on(&twin.join("plan"), &person.new);
        assert_eq!(open(&twin.join("plan"), &person.old).unwrap_err(), VaultError::WrongSecret);
    }
}

#[test]
fn a_renewal_that_was_killed_was_not_begun_or_is_finished() {
    let person = Person::new();
    let mut vault = open(&person.plan(), &person.old).unwrap();
    let forget = [(Place::Plan, field())];
    let kills = person.kills(|| {
        let keys = [Key::Device(&person.new)];
        vault.renew(&keys, KdfCost::FLOOR, &forgetful(&forget)).unwrap();
    });
    drop(vault);
    for folder in kills {
        is_before_or_after(&folder, &person);
    }
    goes_on(&person.plan(), &person.new);
}

#[test]
fn a_compaction_that_was_killed_was_not_begun_or_is_finished() {
    let person = Person::new();
    let mut vault = open(&person.plan(), &person.old).unwrap();
    let kills = person.kills(|| vault.compact(&Keep::default()).unwrap());
    drop(vault);
    for folder in kills {
        goes_on(&folder.join("plan"), &person.old);
    }
    goes_on(&person.plan(), &person.old);
}

#[test]
fn what_a_kill_left_of_a_log_that_was_begun_is_in_nobodys_way() {
    let person = Person::new();
    let store = person.plan().join("store.2");
    fs::create_dir_all(store.join("blobs")).unwrap();
    for (name, bytes) in [("db", &b"half"[..]), ("snap.0000.generating", b"x"), ("conf", b"seg")] {
        fs::write(store.join(name), bytes).unwrap();
    }
    fs::write(person.plan().join("snapshots/2.1.new"), b"LVsn").unwrap();
    let mut vault = open(&person.plan(), &person.old).unwrap();
    assert!(!store.exists());
    assert_eq!(vault.compact(&Keep::default()), Ok(()));
    drop(vault);
    goes_on(&person.plan(), &person.old);
}

#[test]
fn a_plan_that_was_being_put_back_from_a_backup_is_not_there_or_whole() {
    let person = Person::new();
    let (base, history) = open(&person.plan(), &person.old).unwrap().history().unwrap().into_all();
    let first = First::Book { base: &base, history: &history };
    let keys = [Key::Device(&person.new)];
    let put_back =
        |folder: &Path| Vault::create(&folder.join("back"), &keys, KdfCost::FLOOR, first, around());
    let is_whole = |folder: &Path| {
        let mut vault = open(&folder.join("back"), &person.new).unwrap();
        assert_eq!((vault.sequence(), words(&vault).as_str()), (4, "Bel Ana"));
        assert_eq!(vault.history().unwrap().into_all(), (base.clone(), history.clone()));
    };
    let kills = person.kills(|| drop(put_back(&person.folder()).unwrap()));
    let mut none = 0;
    for folder in kills {
        if let Err(error) = open(&folder.join("back"), &person.new) {
            assert_eq!(error, VaultError::NoVault);
            drop(put_back(&folder).unwrap());
            none += 1;
        }
        is_whole(&folder);
    }
    assert!(none > 10, "{none}");

    fs::remove_dir_all(person.folder().join("back")).unwrap();
    let mut allowed = 0;
    while let Err(error) = watched(Watch::Allowing(allowed), || put_back(&person.folder())) {
        assert!(matches!(error, VaultError::Io(_)), "{error:?} after {allowed}");
        assert_eq!(
            open(&person.folder().join("back"), &person.new).unwrap_err(),
            VaultError::NoVault
        );
        allowed += 1;
    }
    is_whole(&person.folder());
}

#[test]
fn a_new_key_that_was_killed_halfway_opens_or_the_old_one_does() {
    let person = Person::new();
    let mut vault = open(&person.plan(), &person.old).unwrap();
    let kills = person.kills(|| vault.set_key(Key::Device(&person.new), KdfCost::FLOOR).unwrap());
    drop(vault);
    for folder in kills {
        is_before_or_after(&folder, &person);
    }
}

#[test]
fn whatever_the_system_refuses_is_told_and_leaves_before_or_after() {
    type Doing = fn(&Person) -> Result<(), VaultError>;
    let renew: Doing = |person| {
        let mut vault = open(&person.plan(), &person.old)?;
        vault.renew(&[Key::Device(&person.new)], KdfCost::FLOOR, &Keep::default())
    };
    let compact: Doing = |person| open(&person.plan(), &person.old)?.compact(&Keep::default());
    let rekey: Doing = |person| {
        open(&person.plan(), &person.old)?.set_key(Key::Device(&person.new), KdfCost::FLOOR)
    };
    let save: Doing = |person| open(&person.plan(), &person.old)?.snapshot();
    let somebody = Person::new();
    for doing in [renew, compact, rekey, save] {
        let mut allowed = 0;
        loop {
            let person = somebody.twin();
            let done = watched(Watch::Allowing(allowed), || doing(&person));
            is_before_or_after(&person.folder(), &person);
            match done {
                Ok(()) => break,
                Err(error) => assert!(
                    matches!(error, VaultError::Io(_) | VaultError::Stopped),
                    "{error:?} after {allowed}"
                ),
            }
            allowed += 1;
        }
        assert!(allowed > 0);
    }
}
