//! The papers that somebody could carry, made through the one door and left in `target/papers`,
//! where `cargo xtask ci` holds every one against PDF/UA-1 and PDF/A-2a.

use std::path::PathBuf;
use std::{fs, process};

use landvast::{CardOptions, Format};
use landvast_tests::Owner;

use crate::card::{LANGUAGES, PLANS, name_of};

/// Where papers are left for whoever looks at them.
fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("papers");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Puts a paper there whole, for another test may be looking.
pub(crate) fn leave(name: &str, bytes: &[u8]) {
    let part = folder().join(format!("{name}.part-{}", process::id()));
    fs::write(&part, bytes).unwrap();
    fs::rename(&part, folder().join(name)).unwrap();
}

#[test]
fn every_plan_becomes_a_card_in_each_language_and_in_two() {
    for (plan, json) in PLANS {
        let owner = Owner::new();
        let mut keeper = owner.begins_from(json);
        for (language, second_language) in LANGUAGES {
            let name = name_of(plan, language, second_language);
            let options =
                CardOptions { language: Some(language), second_language, ..CardOptions::default() };
            let paper = keeper.card(&options).unwrap();
            let file = paper.files.concat();
            assert!(file.starts_with(b"%PDF-1.7"), "{name}");
            assert!(file.len() <= 60 * 1024, "{name}: {} bytes", file.len());
            assert_eq!(paper.version, 1, "{name}: other fixed words are no new version");
            leave(&format!("{name}.pdf"), &file);
            let again = keeper.card(&options).unwrap();
            assert_eq!(again, paper, "{name}: the same plan gives the same bytes");
        }
        let options = CardOptions { format: Format::Png, ..CardOptions::default() };
        let picture = keeper.card(&options).unwrap();
        leave(&format!("{plan}.png"), &picture.files.concat());
    }
}

#[test]
fn the_same_words_are_the_same_paper_in_another_vault() {
    for (plan, json) in PLANS {
        let [one, two] = [Owner::new(), Owner::new()].map(|owner| {
            let mut keeper = owner.begins_from(json);
            keeper.card(&CardOptions::default()).unwrap()
        });
        assert_eq!(one.code, two.code, "{plan}");
        assert_eq!(one.files, two.files, "{plan}");
    }
}

#[test]
fn taking_the_same_file_over_again_is_no_new_version() {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(crate::card::NOOR);
    let first = keeper.card(&CardOptions::default()).unwrap();
    keeper.import(crate::card::NOOR).unwrap();
    let again = keeper.card(&CardOptions::default()).unwrap();
    assert_eq!((again.version, again.code), (first.version, first.code));
}
