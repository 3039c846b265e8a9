//! What leaves on paper for each reader: a canary sings in the words, headings, bookmarks, spoken
//! words and metadata of a file exactly where its letters and its audience allow.

use std::collections::BTreeMap;

use landvast::{CardLayout, CardOptions, PaperFile, PaperOptions, Place, Reader};
use landvast_model::PaperKind;
use landvast_tests::Chance;

use crate::aviary::Aviary;
use crate::letters::Written;
use crate::pdf;

/// How many plans are made; each gives some twenty papers.
const PLANS: u64 = 4;

/// How often something may be heard, and was.
#[derive(Clone, Copy, Debug, Default)]
struct Heard {
    papers: u32,
    allowed: u32,
    sang: u32,
}

/// Every paper that there is for this reader, through the one way out.
fn papers_for(aviary: &mut Aviary, reader: Reader) -> Vec<(PaperKind, PaperFile)> {
    let options = PaperOptions::default();
    let person = match reader {
        Reader::Owner => None,
        Reader::Person(id) => Some(id),
        Reader::Anyone => {
            let card = |layout| CardOptions { layout, ..CardOptions::default() };
            let layouts = [CardLayout::Fold, CardLayout::Mini, CardLayout::Screen];
            let made = layouts.map(|layout| aviary.keeper.card(&card(layout)).unwrap());
            return made.into_iter().map(|paper| (PaperKind::Card, paper)).collect();
        }
    };
    let keeper = &mut aviary.keeper;
    let mut papers = Vec::new();
    // A minor and whoever has the other kind of paper are refused; what is made is read.
    if let Some(person) = person {
        papers.extend(keeper.sheet(person, &options).ok().map(|it| (PaperKind::Sheet, it)));
    }
    papers.extend(keeper.plan(person, &[], &options).ok().map(|it| (PaperKind::Plan, it)));
    papers.extend(keeper.wishes(person, &[], &options).ok().map(|it| (PaperKind::Wishes, it)));
    let agreements = keeper.agreements(person, &[], &options).ok();
    papers.extend(agreements.map(|it| (PaperKind::Agreements, it)));
    papers
}

/// Whether a text may stand on this paper for this reader, by the letters alone. Which rows stand
/// on the pages of wishes and agreements is the pages' own matter: never more than in a plan.
fn may_stand(aviary: &Aviary, written: &Written, paper: PaperKind, reader: Reader) -> bool {
    let people = &aviary.people;
    let stands = |it: &Written| match (paper, reader) {
        (PaperKind::Card, _) => it.is_seen_by(Reader::Anyone, people),
        (PaperKind::Wishes | PaperKind::Agreements, _) => {
            it.stands_on(PaperKind::Plan, reader, people)
        }
        _ => it.stands_on(paper, reader, people),
    };
    let is_named = paper != PaperKind::Card && aviary.is_named(written, reader, &stands);
    stands(written) || is_named
}

fn assert_sings_as_allowed(
    aviary: &Aviary,
    reader: Reader,
    made: &(PaperKind, PaperFile),
) -> Heard {
    let (paper, file) = made;
    let pdf = pdf::everything_in(&file.files.concat());
    let mut heard = Heard { papers: 1, ..Heard::default() };
    for answer in &aviary.answers {
        let written = &answer.written;
        let may = may_stand(aviary, written, *paper, reader);
        for text in &answer.texts {
            let may = may && answer.gives(text, reader);
            let sings = text.canary.sings_in(&pdf);
            assert!(may || !sings, "{reader:?} {paper:?} {written:?} leaks {:?}", text.canary);
            // Paper of as many pages as it takes gives up nothing; the word for a crisis stands only
            // where a sentence needs one.
            let is_whole = matches!(paper, PaperKind::Plan | PaperKind::Sheet)
                && written.place == Place::Plan
                && written.field.id != "a.own_word";
            assert!(!may || !is_whole || sings, "{reader:?} {paper:?} {written:?} lost {text:?}");
            heard.allowed += u32::from(may);
            heard.sang += u32::from(sings);
        }
    }
    heard
}

#[test]
fn every_paper_says_what_its_reader_may_see_and_nothing_else() {
    let mut all: BTreeMap<&str, Heard> = BTreeMap::new();
    for seed in 0..PLANS {
        println!("seed {seed}");
        let mut aviary = Aviary::new(&mut Chance::from_seed(2000 + seed));
        let ids: Vec<_> = aviary.people.iter().map(|somebody| somebody.id).collect();
        let named = ids.into_iter().map(Reader::Person);
        for reader in named.chain([Reader::Owner, Reader::Anyone]) {
            for made in papers_for(&mut aviary, reader) {
                let heard = all.entry(made.0.id()).or_default();
                let more = assert_sings_as_allowed(&aviary, reader, &made);
                heard.papers += more.papers;
                heard.allowed += more.allowed;
                heard.sang += more.sang;
            }
        }
    }
    println!("{all:?}");
    // What says nothing leaks nothing.
    for (paper, least) in [("card", 50), ("plan", 90), ("sheet", 60)] {
        let Heard { papers, allowed, sang } = all[paper];
        assert!(papers > 3 && sang * 100 > allowed * least, "{all:?}");
    }
    assert!(all["wishes"].sang > 20 && all["agreements"].sang > 20, "{all:?}");
}
