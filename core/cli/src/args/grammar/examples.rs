//! What somebody types: examples at the foot of each command's help.

/// Each command that takes something, with how it is typed. Names and numbers are invented.
const EXAMPLES: [(&str, &[&str]); 28] = [
    ("init", &["landvast init", "landvast init --language en --recovery-file code.txt"]),
    ("fields", &["landvast fields", "landvast fields c", "landvast fields f.meds"]),
    (
        "write",
        &[
            "landvast write",
            "landvast write c.first",
            "landvast write c.first \"…\"",
            "landvast write c.first --audience next-of-kin,professionals",
            "landvast write a.birth_date 3 april 1990",
            "landvast write f.meds --row 'name=Lithium; dose=400 mg'",
            "landvast write f.meds --row '{\"name\": \"Lithium\", \"dose\": \"400 mg\"}'",
        ],
    ),
    ("read", &["landvast read", "landvast read c", "landvast read --person Sam"]),
    ("person", &["landvast person list", "landvast person add --help"]),
    (
        "person add",
        &[
            "landvast person add Sam --phone \"06 12345678\" --kind friend",
            "landvast person add Sam --hours \"mo-fr 9-17\" --agreed \"yes 3 april 2026\"",
            "landvast person add Sam --task 'task=…; days=3'",
        ],
    ),
    (
        "person edit",
        &[
            "landvast person edit Sam --phone \"06 12345678\"",
            "landvast person edit 2 --hours \"\"",
        ],
    ),
    ("person remove", &["landvast person remove Sam", "landvast person remove 2"]),
    ("history", &["landvast history c.first", "landvast history hours --person Sam"]),
    ("check", &["landvast check", "landvast check --all"]),
    ("import", &["landvast import plan.json", "landvast import plan.json --yes"]),
    ("export", &["landvast export plan.json", "landvast export - | jq .answers"]),
    (
        "card",
        &[
            "landvast card card.pdf",
            "landvast card card.pdf --layout mini",
            "landvast card card.png --layout screen",
            "landvast card card.pdf --language nl --second-language en",
        ],
    ),
    ("sheet", &["landvast sheet sam.pdf --for Sam"]),
    (
        "plan",
        &[
            "landvast plan plan.pdf",
            "landvast plan plan.pdf --with c.suicide",
            "landvast plan gp.pdf --for Sam",
        ],
    ),
    ("wishes", &["landvast wishes wishes.pdf", "landvast wishes wishes.pdf --for Sam"]),
    ("agreements", &["landvast agreements us.pdf", "landvast agreements us.pdf --for Sam"]),
    ("blank", &["landvast blank card.pdf", "landvast blank plan.pdf --what plan --language nl"]),
    ("copies", &["landvast copies", "landvast copies back Sam"]),
    ("copies add", &["landvast copies add Sam --what sheet --form paper"]),
    ("copies back", &["landvast copies back Sam", "landvast copies back Sam --what sheet"]),
    ("recover", &["landvast recover", "landvast recover --recovery-file code.txt"]),
    (
        "backup",
        &[
            "landvast backup plan.age",
            "landvast backup plan.age --words-file words.txt",
            "age -d plan.age",
        ],
    ),
    (
        "restore",
        &[
            "landvast restore plan.age",
            "landvast restore plan.age --merge",
            "landvast --vault NEW restore plan.age",
        ],
    ),
    ("salvage", &["landvast salvage", "landvast salvage --with-code", "landvast salvage --forget"]),
    ("recovery", &["landvast recovery --new"]),
    ("forget", &["landvast forget c.first", "landvast forget own_message --person Sam"]),
    ("completions", &["landvast completions bash"]),
];

/// The examples of the command that is named so: `person add`.
pub(super) fn of(command: &str) -> &'static [&'static str] {
    let found = EXAMPLES.iter().find(|(name, _)| *name == command);
    found.map_or(&[], |(_, examples)| examples)
}
