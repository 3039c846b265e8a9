//! What stops the build: words that one language lacks, numbers nobody can vouch for.
//!
//! The build script's own code is taken in here, so that its refusals are seen to work.

#[path = "../build/numbers.rs"]
mod numbers;
#[path = "../build/words.rs"]
mod words;

fn compared(dutch: &str, english: &str) -> Result<(), Vec<String>> {
    let gather = |language, text: &str| words::gather(language, &[("card", text.to_owned())]);
    words::compare(&[gather("nl", dutch)?, gather("en", english)?])
}

fn stops(dutch: &str, english: &str, saying: &str) {
    let faults = compared(dutch, english).expect_err("the build goes on").join("\n");
    assert!(faults.contains(saying), "{faults}");
}

#[test]
fn a_message_that_english_lacks_stops_the_build() {
    stops("a = een\nb = twee\n", "a = one\n", "words/en/card.ftl: b is missing");
    stops("a = een\n", "a = one\nb = two\n", "words/nl/card.ftl: b is missing");
}

#[test]
fn an_attribute_or_an_argument_that_one_language_lacks_stops_the_build() {
    stops("a = een\n    .card = kop\n", "a = one\n", "a.card is missing");
    stops("a = Bel { $name }\n", "a = Call\n", "words/en/card.ftl: a does not use $name");
    stops(
        "a = { $count ->\n    [one] { $name }\n   *[other] meer\n}\n",
        "a = { $name }\n",
        "a does not use $count",
    );
}

#[test]
fn the_owners_own_word_need_not_stand_in_every_language() {
    assert_eq!(compared("a = Na { $crisis }\n", "a = Afterwards\n"), Ok(()));
}

#[test]
fn words_that_cannot_be_read_stop_the_build_with_their_line() {
    stops("a = een\n\nb { = \n", "a = one\n", "words/nl/card.ftl:3");
    stops("a = { b }\n", "a = { b }\n", "words/nl: a quotes b, which is missing");
    stops("a = een\na = twee\n", "a = one\n", "a stands twice in nl");
}

const LINE: &str = r#"
[[line]]
id = "emergency"
name.nl = "Noodnummer"
name.en = "Emergency number"
phone = "112"
source = "rijksoverheid.nl"
basis = "government"
read_on = "2026-11-21"
on_card = true
"#;

#[test]
fn a_help_line_that_says_where_it_was_read_is_taken() {
    let table = numbers::table(LINE).expect("a table");
    assert!(table.contains("day(2026, 11, 21)") && table.contains("Basis::Government"), "{table}");
}

#[test]
fn a_help_line_that_nobody_can_vouch_for_stops_the_build() {
    for (was, becomes, saying) in [
        ("source = \"rijksoverheid.nl\"", "", "source is missing"),
        ("source = \"rijksoverheid.nl\"", "source = \" \"", "source is missing"),
        ("basis = \"government\"", "", "basis is missing"),
        ("basis = \"government\"", "basis = \"hearsay\"", "basis hearsay is unknown"),
        ("read_on = \"2026-11-21\"", "", "read_on is missing"),
        ("read_on = \"2026-11-21\"", "read_on = \"21-11\"", "is no day"),
        ("basis = \"government\"", "basis = \"second_hand\"", "never printed on a card"),
        ("name.en = \"Emergency number\"", "", "name.en is missing"),
        ("phone = \"112\"", "", "phone is missing"),
    ] {
        let faults = numbers::table(&LINE.replace(was, becomes)).expect_err(saying).join("\n");
        assert!(faults.contains(saying), "{faults}");
    }
    assert!(numbers::table("").is_err());
}
