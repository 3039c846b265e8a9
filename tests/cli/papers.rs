//! Every paper, as somebody asks for it: for whom, in which form, and where it is put.

use std::path::Path;

use landvast_cli::Exit;

use crate::owner::{Owner, Said};

fn owner() -> Owner {
    let mut owner = Owner::with_plan();
    owner.say(&["write", "a.call_name", "Robin"]).well();
    owner.say(&["write", "c.first", "Sit with me."]).well();
    owner.say(&["person", "add", "Ana", "--kind", "sister", "--phone", "06 12345678"]).well();
    owner.say(&["person", "add", "Doctor May", "--circle", "professional"]).well();
    owner
}

fn is_pdf(path: &Path) -> bool {
    std::fs::read(path).unwrap().starts_with(b"%PDF")
}

fn is_png(path: &Path) -> bool {
    std::fs::read(path).unwrap().starts_with(b"\x89PNG")
}

fn refused(said: &Said, exit: Exit, sentence: &str) {
    assert_eq!(said.exit, exit, "{said:?}");
    assert!(said.err.contains(sentence), "{sentence}: {said:?}");
    assert!(said.out.is_empty(), "{said:?}");
}

#[test]
fn each_paper_becomes_a_file_and_tells_its_version() {
    let mut owner = owner();
    let papers: [(&[&str], &str); 10] = [
        (&["card"], "Your card is in"),
        (&["card", "--layout", "mini"], "Your card is in"),
        (&["card", "--layout", "screen"], "lock screen"),
        (&["sheet", "--for", "Ana"], "next of kin"),
        (&["plan"], "full plan"),
        (&["plan", "--for", "Doctor May", "--language", "nl"], "full plan"),
        (&["wishes"], "wishes"),
        (&["wishes", "--for", "2"], "wishes"),
        (&["agreements"], "Sign with a pen"),
        (&["agreements", "--for", "Ana"], "Sign with a pen"),
    ];
    for (number, (arguments, sentence)) in papers.iter().enumerate() {
        let name = format!("{number}.pdf");
        let out = format!("HOME/{name}");
        let said = owner.say(&[*arguments, &[out.as_str()]].concat()).well();
        assert!(is_pdf(&owner.path(&name)), "{arguments:?}");
        assert!(said.out.contains("Version 1") && said.out.contains(sentence), "{said:?}");
    }
}

#[test]
fn the_three_layouts_are_one_card_with_one_version() {
    let mut owner = owner();
    let mut codes = Vec::new();
    for layout in ["fold", "mini", "screen"] {
        let out = format!("HOME/{layout}.pdf");
        let made = owner.say(&["--json", "card", "--layout", layout, &out]).well().json();
        assert_eq!(made["version"], 1, "{layout}");
        codes.push(made["code"].clone());
    }
    codes.dedup();
    assert_eq!(codes.len(), 1);
    // As it is called in either language, too.
    owner.say(&["card", "--layout", "Vouwkaart", "HOME/fold.pdf"]).well();
}

#[test]
fn a_paper_of_several_pages_becomes_a_picture_a_page() {
    let mut owner = owner();
    let long = "Talk with me before you decide anything. ".repeat(90);
    owner.say(&["write", "g.wishes", &long]).well();
    let made = owner.say(&["--json", "wishes", "HOME/plan.png"]).well().json();
    let files: Vec<&str> =
        made["files"].as_array().unwrap().iter().map(|file| file.as_str().unwrap()).collect();
    assert!(files.len() > 1, "{made}");
    assert!(files[0].ends_with("plan-1.png") && files[1].ends_with("plan-2.png"), "{files:?}");
    assert!(files.iter().all(|file| is_png(Path::new(file))));
    let said = owner.say(&["wishes", "HOME/plan.png"]).well();
    assert!(said.out.contains(&format!("{} files", files.len())), "{said:?}");
    // A picture of somebody else's in between is never written over, and then nothing is made.
    std::fs::write(owner.path("plan-2.png"), "a holiday").unwrap();
    refused(&owner.say(&["wishes", "HOME/plan.png"]), Exit::AlreadyThere, "is there already");
    assert_eq!(std::fs::read(owner.path("plan-2.png")).unwrap(), b"a holiday");
}

#[test]
fn a_sheet_is_for_a_next_of_kin_and_a_plan_for_a_professional() {
    let mut owner = owner();
    let may = owner.say(&["sheet", "--for", "Doctor May", "HOME/x.pdf"]);
    refused(&may, Exit::Invalid, "Make the full plan for a professional");
    let ana = owner.say(&["plan", "--for", "Ana", "HOME/x.pdf"]);
    refused(&ana, Exit::Invalid, "Make a sheet for a next of kin");
    refused(&owner.say(&["sheet", "HOME/x.pdf"]), Exit::Usage, "--for");
    refused(&owner.say(&["sheet", "--for", "Zed", "HOME/x.pdf"]), Exit::NotFound, "nobody");
    assert!(!owner.path("x.pdf").exists());
    let wrong = owner.say(&["--json", "plan", "--for", "Ana", "HOME/x.pdf"]).error_json();
    assert_eq!((wrong["error"].as_str(), wrong["exit"].as_u64()), (Some("wrong-reader"), Some(10)));
}

#[test]
fn only_what_can_be_ticked_is_ticked_and_every_slip_is_told() {
    let mut owner = owner();
    owner.say(&["write", "c.suicide", "--row", r#"{"keeps_me": "My cat"}"#]).well();
    let with = |field| ["plan", "HOME/x.pdf", "--with", field];
    refused(&owner.say(&with("c.suicied")), Exit::Invalid, "Do you mean c.suicide");
    refused(&owner.say(&with("c.first")), Exit::Invalid, "on it already");
    let may = ["plan", "--for", "Doctor May", "HOME/x.pdf", "--with", "c.suicide"];
    refused(&owner.say(&may), Exit::Invalid, "not for this paper or reader");
    let both = owner.say(&["plan", "HOME/x.pdf", "--with", "c.first,zzz"]);
    refused(&both, Exit::Invalid, "2 things");
    assert!(!owner.path("x.pdf").exists());
    let plain = owner.say(&["--json", "plan", "HOME/x.pdf"]).well().json();
    let ticked = owner.say(&["--json", "plan", "HOME/y.pdf", "--with", "c.suicide"]).well().json();
    assert_eq!((&plain["version"], &ticked["version"]), (&1.into(), &2.into()));
}

#[test]
fn an_older_paper_of_ours_makes_place_and_anything_else_stays() {
    let mut owner = owner();
    owner.say(&["sheet", "--for", "Ana", "HOME/ana.pdf"]).well();
    owner.say(&["write", "c.do", "Talk softly"]).well();
    let made = owner.say(&["--json", "sheet", "--for", "Ana", "HOME/ana.pdf"]).well().json();
    assert_eq!(made["version"], 2);
    std::fs::write(owner.path("letter.pdf"), "a letter").unwrap();
    for arguments in [
        &["sheet", "--for", "Ana"][..],
        &["plan"],
        &["wishes"],
        &["agreements"],
        &["blank"],
        &["card"],
    ] {
        let said = owner.say(&[arguments, &["HOME/letter.pdf"]].concat());
        refused(&said, Exit::AlreadyThere, "is there already");
        let said = owner.say(&[arguments, &["HOME/none/x.pdf"]].concat());
        refused(&said, Exit::Refused, "Nothing can be saved");
        let said = owner.say(&[arguments, &["HOME/x.doc"]].concat());
        refused(&said, Exit::Usage, "PDF or a PNG");
    }
    assert_eq!(std::fs::read(owner.path("letter.pdf")).unwrap(), b"a letter");
    // Nor what only speaks of us, whatever it is.
    for (name, bytes) in [
        ("talk.pdf", &b"A talk about Landvast"[..]),
        ("talk.pdf", b"%PDF-1.7 (Landvast) /Producer(Another)"),
        ("talk.png", b"\x89PNG\r\n\x1a\n Landvast"),
    ] {
        std::fs::write(owner.path(name), bytes).unwrap();
        let said = owner.say(&["blank", &format!("HOME/{name}")]);
        refused(&said, Exit::AlreadyThere, "is there already");
        assert_eq!(std::fs::read(owner.path(name)).unwrap(), bytes);
    }
    let after = owner.say(&["--json", "plan", "HOME/plan.pdf"]).well().json();
    assert_eq!(after["version"], 1, "a paper that was not written was not counted");
}

#[test]
fn a_form_to_write_on_by_hand_needs_no_plan() {
    let mut owner = Owner::new();
    for what in ["card", "mini", "sheet", "plan", "wishes", "agreements"] {
        let out = format!("HOME/{what}.pdf");
        let said = owner.run(&["blank", &out, "--what", what, "--language", "nl"]).well();
        assert!(is_pdf(&owner.path(&format!("{what}.pdf"))), "{what}");
        assert!(said.out.contains("blank form") && said.asked.is_empty(), "{said:?}");
    }
    owner.run(&["blank", "HOME/usual.pdf"]).well();
    let usual = std::fs::read(owner.path("usual.pdf")).unwrap();
    owner.run(&["blank", "HOME/card.pdf", "--what", "kaart", "--language", "en"]).well();
    assert!(usual == std::fs::read(owner.path("card.pdf")).unwrap(), "the card is the usual form");
    let said = owner.run(&["blank", "HOME/x.pdf", "--what", "poster"]);
    refused(&said, Exit::Usage, "agreements");
    assert!(!owner.path("x.pdf").exists());
}

#[test]
fn the_owner_keeps_track_of_who_has_what_and_asks_it_back() {
    let mut owner = owner();
    let card = ["copies", "add", "--for", "Ana", "--what", "card", "--form", "paper"];
    refused(&owner.say(&card), Exit::NotFound, "No version of this paper");
    owner.say(&["card", "HOME/card.pdf"]).well();
    owner.say(&card).well();
    let said = owner.say(&["copies"]).well();
    assert!(said.out.contains("Ana: card, version 1, on paper"), "{said:?}");
    assert!(!said.out.contains("newer"), "{said:?}");

    owner.say(&["write", "c.first", "Sit beside me."]).well();
    owner.say(&["card", "HOME/card.pdf"]).well();
    assert!(owner.say(&["copies"]).well().out.contains("There is a newer version"));
    let said = owner.say(&["read", "--person", "Ana"]).well();
    assert!(said.out.replace("\n    ", " ").contains("card, version 1, on paper"), "{said:?}");

    owner.say(&["sheet", "--for", "Ana", "HOME/ana.pdf"]).well();
    let sheet = ["copies", "add", "--for", "1", "--what", "blad", "--form", "digitaal"];
    owner.say(&sheet).well();
    owner.say(&["copies", "back", "Ana", "--what", "card"]).well();
    let copies = owner.say(&["--json", "copies"]).well().json();
    let back: Vec<bool> = copies["copies"]
        .as_array()
        .unwrap()
        .iter()
        .map(|copy| copy["returned_on"].is_string())
        .collect();
    assert_eq!(back, [true, false]);
    owner.say(&["copies", "back", "Ana", "Doctor May"]).well();
    refused(&owner.say(&["copies", "back", "Ana"]), Exit::NotFound, "None of them");
    refused(&owner.say(&["copies", "back", "Zed"]), Exit::NotFound, "nobody");
    let wrong = ["copies", "add", "--for", "Ana", "--what", "card", "--form", "stone"];
    refused(&owner.say(&wrong), Exit::Usage, "digital");
}

#[test]
fn what_the_plan_tells_of_papers_is_counted() {
    let mut owner = owner();
    owner.say(&["plan", "HOME/plan.pdf"]).well();
    owner.say(&["sheet", "--for", "Ana", "HOME/ana.pdf"]).well();
    assert!(owner.say(&["info"]).well().out.contains("2 other papers"));
}
