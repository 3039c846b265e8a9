//! A change of the header that came to the first copy and not to the second.

use std::fs;

use landvast_model::keep::Keep;
use landvast_seal::{Header, KdfCost, Key, Secret};

use super::{
    Person, Watch, action, around, goes_on, is_before_or_after, open, was_refused, watched, words,
};
use crate::{Notice, Vault, VaultError};

type Doing = fn(&mut Vault, &Person) -> Result<(), VaultError>;

fn set_key(vault: &mut Vault, person: &Person) -> Result<(), VaultError> {
    vault.set_key(Key::Device(&person.new), KdfCost::FLOOR)
}

fn renew(vault: &mut Vault, person: &Person) -> Result<(), VaultError> {
    vault.renew(&[Key::Device(&person.new)], KdfCost::FLOOR, &Keep::default())
}

fn copies(person: &Person) -> [Header; 2] {
    ["header", "header.2"]
        .map(|name| Header::read(&fs::read(person.plan().join(name)).unwrap()).unwrap())
}

/// Somebody like `person`, for whom one change to the disk was refused, and what was said to that;
/// `None` if there were not so many changes.
fn refused(
    person: &Person,
    doing: Doing,
    number: usize,
) -> Option<(Person, Result<(), VaultError>)> {
    let person = person.twin();
    let mut vault = open(&person.plan(), &person.old).unwrap();
    let (done, was_refused) = watched(Watch::RefusingOne(number), || {
        let done = doing(&mut vault, &person);
        (done, was_refused())
    });
    if done == Err(VaultError::Stopped) {
        assert_eq!(vault.save(&action(5, "Verder")), Err(VaultError::Stopped));
    }
    drop(vault);
    was_refused.then_some((person, done))
}

/// The person for whom the second copy, and nothing else, was refused.
fn with_the_second_copy_refused(somebody: &Person, doing: Doing) -> Person {
    let all = (0..).map_while(|number| refused(somebody, doing, number));
    let mut between = all.filter(|(person, _)| {
        let [first, second] = copies(person);
        first.revision > second.revision
    });
    // The name of the first one that was not made durable leaves the same.
    let (_, done) = between.next().unwrap();
    assert_eq!(done, Err(VaultError::Stopped));
    let (person, done) = between.next().unwrap();
    assert_eq!(done, Err(VaultError::Stopped));
    person
}

fn opens(person: &Person, key: &Secret<32>) -> Result<(Vault, Vec<Notice>), VaultError> {
    Vault::open(&person.plan(), Key::Device(key), around())
}

#[test]
fn one_change_that_is_refused_leaves_before_or_after() {
    let somebody = Person::new();
    for doing in [set_key as Doing, renew] {
        let all: Vec<_> = (0..).map_while(|number| refused(&somebody, doing, number)).collect();
        assert!(all.len() > 9, "{}", all.len());
        for (person, _) in all {
            is_before_or_after(&person.folder(), &person);
        }
    }
}

#[test]
fn a_second_header_that_was_refused_is_mended_by_whoever_opens_with_the_new_secret() {
    let somebody = Person::new();
    for doing in [set_key as Doing, renew] {
        let person = with_the_second_copy_refused(&somebody, doing);
        let (vault, notices) = opens(&person, &person.new).unwrap();
        assert_eq!((notices, words(&vault)), (vec![Notice::HeaderMended], "Bel Ana".to_owned()));
        drop(vault);
        let [first, second] = copies(&person);
        assert_eq!(first, second);
        assert_eq!(open(&person.plan(), &person.old).unwrap_err(), VaultError::WrongSecret);
        goes_on(&person.plan(), &person.new);
    }
}

#[test]
fn what_a_refused_second_header_means_for_the_old_secret() {
    let somebody = Person::new();
    let person = with_the_second_copy_refused(&somebody, set_key);
    assert_eq!(open(&person.plan(), &person.old).unwrap_err(), VaultError::WrongSecret);
    goes_on(&person.plan(), &person.new);

    // Nothing under the new data key was acknowledged, so the old log may count again.
    let person = with_the_second_copy_refused(&somebody, renew);
    let (vault, notices) = opens(&person, &person.old).unwrap();
    assert_eq!((notices, words(&vault)), (vec![Notice::HeaderMended], "Bel Ana".to_owned()));
    drop(vault);
    assert_eq!(open(&person.plan(), &person.new).unwrap_err(), VaultError::WrongSecret);
    goes_on(&person.plan(), &person.old);
}

#[test]
fn a_second_header_that_is_refused_again_is_said_and_nothing_is_lost() {
    let somebody = Person::new();
    for doing in [set_key as Doing, renew] {
        let between = with_the_second_copy_refused(&somebody, doing);
        let mut not_mended = 0;
        for number in 0.. {
            let person = between.twin();
            let (opened, was_refused) = watched(Watch::RefusingOne(number), || {
                let opened = opens(&person, &person.new);
                (opened, was_refused())
            });
            match opened {
                Ok((mut vault, notices)) if notices == [Notice::HeaderNotMended] => {
                    not_mended += 1;
                    assert_eq!(words(&vault), "Bel Ana");
                    vault.save(&action(5, "Verder")).unwrap();
                    vault.lock().unwrap();
                    let (vault, notices) = opens(&person, &person.new).unwrap();
                    assert!(notices.iter().all(|notice| *notice == Notice::HeaderMended));
                    assert_eq!(words(&vault), "Verder");
                }
                Ok((_, notices)) => assert_eq!(notices, [Notice::HeaderMended]),
                Err(error) => assert!(matches!(error, VaultError::Io(_)), "{error:?}"),
            }
            if !was_refused {
                break;
            }
        }
        assert!(not_mended > 3, "{not_mended}");
    }
}

#[test]
fn a_first_copy_that_a_power_cut_takes_back_again_is_nobodys_meddling() {
    let somebody = Person::new();
    let before = fs::read(somebody.plan().join("header")).unwrap();
    for doing in [set_key as Doing, renew] {
        let person = with_the_second_copy_refused(&somebody, doing);
        let opened = watched(Watch::RefusingOne(0), || opens(&person, &person.new));
        let (mut vault, notices) = opened.unwrap();
        assert_eq!(notices, [Notice::HeaderNotMended]);
        assert!(vault.revision() < vault.header.revision);
        vault.snapshot().unwrap();
        drop(vault);
        fs::write(person.plan().join("header"), &before).unwrap();
        assert_eq!(opens(&person, &person.old).unwrap().1, []);
    }
}

#[test]
fn nothing_is_acknowledged_under_a_new_key_while_the_old_one_could_still_undo_the_renewal() {
    let somebody = Person::new();
    let between = with_the_second_copy_refused(&somebody, renew);
    let (mut refused, mut acknowledged) = (0, 0);
    for number in 0.. {
        let person = between.twin();
        let opened = watched(Watch::RefusingOne(0), || opens(&person, &person.new));
        let (mut vault, notices) = opened.unwrap();
        assert_eq!(notices, [Notice::HeaderNotMended]);
        let (saved, was_refused) = watched(Watch::RefusingOne(number), || {
            let saved = vault.save(&action(5, "Verder"));
            (saved, was_refused())
        });
        drop(vault);
        let with_old = open(&person.plan(), &person.old).map(|vault| words(&vault));
        let with_new = open(&person.plan(), &person.new).map(|vault| words(&vault));
        let wrong = Err(VaultError::WrongSecret);
        if saved.is_ok() {
            acknowledged += 1;
            assert_eq!((with_old, with_new), (wrong, Ok("Verder".to_owned())));
        } else {
            refused += 1;
            let is_before = with_old == Ok("Bel Ana".to_owned()) && with_new == wrong;
            let is_after = with_old == wrong && with_new.is_ok();
            assert!(is_before || is_after, "{with_old:?} {with_new:?}");
        }
        if !was_refused {
            break;
        }
    }
    assert!(refused > 6 && acknowledged > 0, "{refused} {acknowledged}");
}
