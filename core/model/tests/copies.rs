//! Versions of papers, and the copies that people hold of them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod family;

use family::{ANA, JOOST, MARIT, made, plan, text, then, then_made, today};
use landvast_model::finding::check;
use landvast_model::rules::{newest_version, paper_to_give};
use landvast_model::{
    Book, CheckCode, Copy, CopyId, Form, Op, PaperKey, PaperKind, Place, Reader, TABLE, What,
};

#[test]
fn each_kind_of_paper_for_each_reader_counts_by_itself() {
    let mut book = plan(&[("g.wishes", text("Talk with me first."))]);
    let readers = [Reader::Owner, Reader::Person(MARIT)];
    for kind in [PaperKind::Plan, PaperKind::Wishes] {
        for reader in readers {
            let made = made(&book, reader, kind);
            assert_eq!((made.stamp.version, made.is_new), (1, true));
            assert_eq!(made.key(), PaperKey { reader, kind });
            then_made(&mut book, &made);
        }
    }
    for kind in [PaperKind::Plan, PaperKind::Wishes] {
        assert!(readers.into_iter().all(|reader| !made(&book, reader, kind).is_new));
    }
    let codes: std::collections::BTreeSet<_> =
        book.papers.values().map(|papers| papers.newest().unwrap().code).collect();
    assert_eq!(codes.len(), 4);
    assert!(made(&book, Reader::Anyone, PaperKind::Card).is_new);
}

fn gave(id: u64, paper: PaperKey, version: u32) -> Op {
    let (id, on, form) = (CopyId(id), today(), Form::Paper);
    Op::GaveCopy { copy: Copy { id, person: ANA, paper, version, on, form, returned_on: None } }
}

/// Of which papers Ana's copies are found older than the newest.
fn older(book: &Book) -> Vec<PaperKind> {
    let found = check(book, &TABLE, today()).into_iter();
    let older = found.filter_map(|it| match it.what {
        What::CopyOlder { kind } if it.place == Place::Person(ANA) => Some(kind),
        _ => None,
    });
    older.collect()
}

fn makes(book: &mut Book, paper: PaperKey, word: &str) {
    let PaperKey { reader, kind } = paper;
    let code = CheckCode::derive(word.as_bytes());
    then(book, Op::MadePaper { reader, kind, on: today(), code });
}

#[test]
fn a_copy_grows_old_by_newer_versions_of_its_own_paper_and_no_other() {
    let mut book = plan(&[]);
    let sheet = PaperKey::of(ANA, PaperKind::Sheet);
    let joosts = PaperKey::of(JOOST, PaperKind::Sheet);
    for paper in [PaperKey::CARD, sheet] {
        makes(&mut book, paper, "first");
    }
    then(&mut book, gave(1, PaperKey::CARD, 1));
    then(&mut book, gave(2, sheet, 1));
    assert_eq!(older(&book), []);
    makes(&mut book, joosts, "first");
    makes(&mut book, joosts, "second");
    assert_eq!(older(&book), [], "what Joost gets makes no copy of Ana's older");
    makes(&mut book, PaperKey::CARD, "second");
    assert_eq!(older(&book), [PaperKind::Card]);
    makes(&mut book, sheet, "second");
    assert_eq!(older(&book), [PaperKind::Card, PaperKind::Sheet]);
    then(&mut book, gave(3, PaperKey::CARD, 2));
    then(&mut book, Op::CopyBack { id: CopyId(1), on: today() });
    assert_eq!(older(&book), [PaperKind::Sheet]);
}

#[test]
fn a_copy_of_the_owners_own_page_is_not_taken_for_the_holders_own() {
    let mut book = plan(&[]);
    let owners = PaperKey { reader: Reader::Owner, kind: PaperKind::Wishes };
    let hers = PaperKey::of(ANA, PaperKind::Wishes);
    assert_eq!(paper_to_give(&book, ANA, PaperKind::Wishes), None);
    for word in ["first", "second", "third"] {
        makes(&mut book, owners, word);
    }
    assert_eq!(paper_to_give(&book, ANA, PaperKind::Wishes), Some(owners));
    then(&mut book, gave(1, owners, 3));
    makes(&mut book, hers, "first");
    assert_eq!(paper_to_give(&book, ANA, PaperKind::Wishes), Some(hers));
    assert_eq!(older(&book), []);
    then(&mut book, gave(2, hers, 1));
    makes(&mut book, owners, "fourth");
    assert_eq!(older(&book), [PaperKind::Wishes], "the owner's page has a newer version, hers not");
    then(&mut book, Op::CopyBack { id: CopyId(1), on: today() });
    assert_eq!(older(&book), []);
}

#[test]
fn whoever_gets_a_card_gets_anyones() {
    let mut book = plan(&[]);
    makes(&mut book, PaperKey { reader: Reader::Owner, kind: PaperKind::Plan }, "first");
    assert_eq!(paper_to_give(&book, ANA, PaperKind::Card), None);
    makes(&mut book, PaperKey::CARD, "first");
    assert_eq!(paper_to_give(&book, ANA, PaperKind::Card), Some(PaperKey::CARD));
    assert_eq!(newest_version(&book, PaperKey::CARD), Some(1));
}
