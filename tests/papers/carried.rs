//! The papers that somebody could carry, made through the one door and left in `target/papers`,
//! where `cargo xtask ci` holds every one against PDF/UA-1 and PDF/A-2a.

use std::path::PathBuf;
use std::{fs, process};

use landvast::{
    CardOptions, Device, Format, KdfCost, Keeper, Language, Opening, Passphrase, make_recovery_code,
};

use crate::card::{LANGUAGES, PLANS, name_of, today};

/// A device whose day stands still, so that a paper is the same each time.
pub(crate) fn device() -> Device {
    let now = || "2026-11-02T10:00:00Z".parse().unwrap();
    Device { now, today, ..Device::this() }
}

/// A keeper of a new plan with what stands in an open file.
pub(crate) fn keeper_of(json: &str) -> (tempfile::TempDir, Keeper) {
    let home = tempfile::tempdir().unwrap();
    let opening = Opening {
        cost: KdfCost::FLOOR,
        ..Opening::new(home.path().join("plan"), device())
    };
    let passphrase = Passphrase::new(b"zeven zachte zeeslangen").unwrap();
    let code = make_recovery_code(&opening.device).unwrap();
    let mut keeper = Keeper::create(&opening, Language::Nl, &passphrase, &code).unwrap();
    keeper.import(json).unwrap();
    (home, keeper)
}

/// Where papers are left for whoever looks at them.
pub(crate) fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("papers");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Puts a paper there whole, for another test may be looking.
fn leave(name: &str, bytes: &[u8]) {
    let part = folder().join(format!("{name}.part-{}", process::id()));
    fs::write(&part, bytes).unwrap();
    fs::rename(&part, folder().join(name)).unwrap();
}

#[test]
fn every_plan_becomes_a_card_in_each_language_and_in_two() {
    for (plan, json) in PLANS {
        let (_home, mut keeper) = keeper_of(json);
        for (language, second_language) in LANGUAGES {
            let name = name_of(plan, language, second_language);
            let options = CardOptions {
                language: Some(language),
                second_language,
                format: Format::Pdf,
            };
            let paper = keeper.card(&options).unwrap();
            assert!(paper.bytes.starts_with(b"%PDF-1.7"), "{name}");
            assert!(paper.bytes.len() <= 60 * 1024, "{name}: {} bytes", paper.bytes.len());
            assert_eq!(paper.version, 1, "{name}: other fixed words are no new version");
            leave(&format!("{name}.pdf"), &paper.bytes);
            let again = keeper.card(&options).unwrap();
            assert_eq!(again, paper, "{name}: the same plan gives the same bytes");
        }
        let options = CardOptions { format: Format::Png, ..CardOptions::default() };
        let picture = keeper.card(&options).unwrap();
        leave(&format!("{plan}.png"), &picture.bytes);
    }
}
