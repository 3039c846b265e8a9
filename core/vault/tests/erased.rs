//! A person erases their plan.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod person;

use std::fs;

use landvast_seal::{Header, Key};
use landvast_vault::{Vault, VaultError};

use person::{Person, action, copy, names};

#[test]
fn nothing_of_an_erased_plan_is_left_and_a_new_one_can_be_made_in_its_place() {
    let person = Person::with_actions(5);
    let (vault, _) = person.open().unwrap();
    fs::create_dir_all(person.file("damaged-2026-03-01/store.1")).unwrap();
    fs::write(person.file("damaged-2026-03-01/store.1/db"), b"old").unwrap();
    vault.erase().unwrap();
    assert!(!person.path().exists());
    assert_eq!(person.open().unwrap_err(), VaultError::NoVault);
    person.make().lock().unwrap();
    assert_eq!(person.open().unwrap().0.sequence(), 1);
}

#[test]
fn what_is_not_the_vaults_own_stays() {
    let person = Person::with_actions(2);
    fs::write(person.file("letter.txt"), b"dear Ana").unwrap();
    person.open().unwrap().0.erase().unwrap();
    assert_eq!(names(&person.path()), ["letter.txt"]);
    assert_eq!(Vault::peek(&person.path()).unwrap_err(), VaultError::NoVault);
}

#[test]
fn a_copy_of_the_folder_that_was_made_before_still_opens() {
    let person = Person::with_actions(2);
    let copied = person.home.path().join("copy");
    copy(&person.path(), &copied);
    // A backup by another name for the same file is nobody's to overwrite.
    let linked = person.home.path().join("linked");
    fs::hard_link(person.file("header"), &linked).unwrap();
    person.open().unwrap().0.erase().unwrap();
    let (mut vault, _) =
        Vault::open(&copied, Key::Device(&person.device), person::around()).unwrap();
    vault.save(&action(3, "Nog hier")).unwrap();
    assert!(Header::read(&fs::read(&linked).unwrap()).is_ok());
}

#[test]
fn a_second_opener_is_told_in_use_until_everything_is_gone() {
    let person = Person::with_actions(2);
    let (vault, _) = person.open().unwrap();
    assert_eq!(person.open().unwrap_err(), VaultError::InUse);
    vault.erase().unwrap();
    assert_eq!(person.open().unwrap_err(), VaultError::NoVault);
}
