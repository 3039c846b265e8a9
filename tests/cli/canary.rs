//! A canary in every field: no error ever sings.

use landvast::{Kind, TABLE};
use landvast_cli::Exit;
use serde_json::{Map, Value as Json, json};

use crate::owner::Owner;

const CANARY: &str = "Canary Öztürk sings";

/// A value that fits its field, with a canary wherever somebody's words can be.
fn value(kind: Kind, place: &str) -> Option<Json> {
    let song = format!("{CANARY} {place}");
    Some(match kind {
        Kind::Text => json!(song),
        Kind::Lines | Kind::Phones => json!([song]),
        Kind::Choice(choices) => json!(choices[0]),
        Kind::Day => json!("2026-03-01"),
        Kind::Hours => json!("mo-fr 9-17"),
        Kind::Degree { .. } => json!(1),
        Kind::People => json!([CANARY]),
        Kind::Agreement => json!({ "on": "2026-03-01", "answer": "yes" }),
        Kind::Sections => json!(["c"]),
        Kind::Rows(columns) => {
            let cells = columns
                .iter()
                .filter_map(|column| Some((column.id.to_owned(), value(column.kind, place)?)));
            json!([cells.collect::<Map<String, Json>>()])
        }
        Kind::Derived => return None,
    })
}

/// A plan in which every field sings.
fn singing() -> Json {
    let mut answers = Map::new();
    let mut person = Map::from_iter([("name".to_owned(), json!(CANARY))]);
    let specs = landvast::field_specs(&TABLE, &landvast::Words::new(landvast::Language::En));
    for spec in specs.iter().filter(|spec| spec.key != "name") {
        let Some(value) = value(TABLE.field(&spec.id).unwrap().kind, &spec.id) else { continue };
        let into = if spec.of_person { &mut person } else { &mut answers };
        into.insert(spec.key.clone(), value);
    }
    json!({ "landvast": 1, "answers": answers, "people": [person] })
}

#[test]
fn no_error_says_what_somebody_wrote() {
    let mut owner = Owner::with_plan();
    owner.input = singing().to_string().into_bytes();
    owner.say(&["import", "-"]).well();
    assert!(owner.plan().matches(CANARY).count() > 50, "the canaries are in");
    std::fs::create_dir(owner.path("Canary Öztürk sings")).unwrap();
    std::fs::write(owner.path("wrong"), format!("{CANARY}\n")).unwrap();

    let mut bad = singing();
    let answers = bad["answers"].as_object_mut().unwrap();
    for (key, value) in answers.iter_mut() {
        // Every field gets a value of another kind, with a canary in it.
        *value = if key.starts_with('f') { json!({ CANARY: CANARY }) } else { json!([[CANARY]]) };
    }
    answers.insert(CANARY.to_owned(), json!(CANARY));
    bad["people"][0]["agreed"] = json!({ "on": CANARY, "answer": CANARY });
    bad["people"][0][CANARY] = json!(CANARY);
    bad[CANARY] = json!(CANARY);
    std::fs::write(owner.path("bad.json"), bad.to_string()).unwrap();
    std::fs::write(owner.path("broken.json"), format!("{{\"{CANARY}\": {CANARY}")).unwrap();

    let row = format!("{{\"{CANARY}\": \"{CANARY}\"}}");
    let long = CANARY.repeat(2_000);
    let cases: &[&[&str]] = &[
        &[CANARY],
        &["write", CANARY],
        &["write", CANARY, CANARY],
        &["write", "c.first", "x", "--nope", CANARY],
        &["write", "c.first", CANARY, "--clear"],
        &["write", "c.first", &long],
        &["write", "f.meds", CANARY],
        &["write", "f.meds", "--row", CANARY],
        &["write", "f.meds", "--row", &row],
        &["write", "a.birth_date", CANARY],
        &["write", "c.first", "x", "--audience", "Canary"],
        &["write", "c.first", "x", "--person", "Canary"],
        &["write", CANARY, "x", "--person", CANARY],
        &["write", "d.phones", CANARY],
        &["write", "i.version", CANARY],
        &["read", CANARY],
        &["read", "--person", "Canary"],
        &["fields", CANARY],
        &["history", CANARY],
        &["undo", CANARY],
        &["person", "add", " ", "--kind", CANARY],
        &["person", "edit", CANARY, "--kind", CANARY],
        &["person", "edit", CANARY, "--agreed", CANARY],
        &["person", "edit", CANARY, "--hours", CANARY],
        &["person", "remove", CANARY],
        &["import", "HOME/bad.json"],
        &["import", "HOME/broken.json"],
        &["import", "HOME/Canary Öztürk sings"],
        &["import", "HOME/Canary Öztürk sings/none.json"],
        &["export", "HOME/Canary Öztürk sings"],
        &["card", "HOME/Canary Öztürk sings"],
        &["card", "HOME/Canary Öztürk sings/no/card.pdf"],
        &["card", CANARY],
        &["card", "HOME/x.pdf", "--layout", CANARY],
        &["sheet", "HOME/x.pdf", "--for", "Canary"],
        &["sheet", "HOME/Canary Öztürk sings", "--for", CANARY],
        &["plan", "HOME/x.pdf", "--for", CANARY],
        &["plan", "HOME/x.pdf", "--with", CANARY],
        &["wishes", "HOME/x.pdf", "--for", "Canary"],
        &["agreements", "HOME/Canary Öztürk sings/no/x.pdf"],
        &["blank", "HOME/x.pdf", "--what", CANARY],
        &["copies", "add", "--for", CANARY, "--what", "plan", "--form", "paper"],
        &["copies", "add", "--for", CANARY, "--what", CANARY, "--form", CANARY],
        &["copies", "back", CANARY],
        &["help", CANARY],
        &["backup", "HOME/Canary Öztürk sings"],
        &["backup", "HOME/Canary Öztürk sings/no/x.age", "--words-file", "HOME/w"],
        &["restore", "HOME/broken.json", "--words-file", "HOME/wrong", "--merge"],
        &["restore", "HOME/Canary Öztürk sings/none.age", "--words-file", "HOME/wrong"],
        &["forget", CANARY, "--yes", "--recovery-file", "HOME/x"],
        &["forget", "c.first", "--person", CANARY, "--yes", "--recovery-file", "HOME/x"],
        &["write", "c.first", "x", "--lang", CANARY],
        &["write", "c.touch", CANARY],
        &["init", "--language", CANARY],
        &["completions", CANARY],
        &["--vault", CANARY],
        &["--passphrase-file", "HOME/wrong"],
    ];
    for arguments in cases {
        for shape in [&[][..], &["--json"]] {
            let said = owner.say(&[shape, *arguments].concat());
            assert_ne!(said.exit, Exit::Done, "{arguments:?}");
            for part in ["Canary", "Öztürk", "sings"] {
                assert!(!said.err.contains(part), "{arguments:?}: {}", said.err);
            }
            assert!(said.out.is_empty(), "{arguments:?}: {}", said.out);
        }
    }
    // What cannot be opened says nothing of what is in it.
    for (arguments, exit) in [
        (["--vault", "HOME/plan", "--passphrase-file", "HOME/wrong", "read"], Exit::WrongSecret),
        (
            ["--vault", "HOME/Canary Öztürk sings", "--passphrase-file", "HOME/wrong", "read"],
            Exit::NotFound,
        ),
    ] {
        let said = owner.run(&arguments);
        assert_eq!(said.exit, exit, "{said:?}");
        // Whoever named a folder is told that it was looked for there.
        let told = said.err.lines().filter(|line| !line.starts_with("We looked in "));
        assert!(!told.collect::<String>().contains("Canary"), "{said:?}");
    }
}
