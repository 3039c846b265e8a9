//! Every row of the field table can be said in every language.

use landvast_model::table::Goes;
use landvast_model::{Column, Field, Kind, Language, Section, TABLE};
use landvast_text::{Part, Words};

/// A degree with more steps than this is a plain number.
const MOST_STEPS_WITH_WORDS: u8 = 9;

fn in_every_language(check: impl Fn(&Words)) {
    Language::ALL.map(Words::new).iter().for_each(check);
}

fn tag(words: &Words) -> &'static str {
    words.language().tag()
}

#[test]
fn every_field_is_named_and_asked() {
    in_every_language(|words| {
        for field in TABLE.fields() {
            let has = |part| words.field(field, part).is_some();
            assert!(has(Part::Label), "{}: {} has no label", tag(words), field.id);
            // What is worked out is explained, not asked.
            let asked = if field.is_derived() { Part::Help } else { Part::Question };
            assert!(has(asked), "{}: {} has no {asked:?}", tag(words), field.id);
        }
    });
}

#[test]
fn every_answer_in_own_words_has_an_example() {
    in_every_language(|words| {
        for field in TABLE.fields() {
            let own_words = matches!(
                field.kind,
                Kind::Text | Kind::Lines | Kind::Phones | Kind::Hours | Kind::Rows(_)
            );
            let example = words.field(field, Part::Example);
            assert_eq!(example.is_some(), own_words, "{}: {}", tag(words), field.id);
        }
    });
}

#[test]
fn every_field_on_the_card_has_a_heading_and_only_what_a_paper_shows_has_one() {
    in_every_language(|words| {
        for field in TABLE.fields() {
            let heading = words.field(field, Part::Card);
            assert!(heading.is_some() || field.place.is_none(), "{}: {}", tag(words), field.id);
            let on_paper = field.place.is_some() || field.sheet != Goes::Never;
            assert!(heading.is_none() || on_paper, "{}: {}", tag(words), field.id);
            assert!(heading.is_none_or(|heading| heading.chars().count() <= 34), "{}", field.id);
        }
    });
}

#[test]
fn a_field_that_gives_strangers_less_has_a_line_for_them() {
    in_every_language(|words| {
        for field in TABLE.fields() {
            let line = words.field(field, Part::Public);
            assert_eq!(line.is_some(), field.public_line, "{}: {}", tag(words), field.id);
            let call = [("name", "Ana".into()), ("phone", "06 12345678".into())];
            let line = words.field_with(field, Part::PublicCall, &call);
            assert_eq!(line.is_some(), field.public_line, "{}: {}", tag(words), field.id);
            assert!(line.is_none_or(|line| line.contains("Ana: 06 12345678")), "{}", field.id);
        }
    });
}

#[test]
fn every_column_choice_and_degree_is_named() {
    in_every_language(|words| {
        for field in TABLE.fields() {
            check_kind(words, field, None, field.kind);
            for column in field.kind.columns() {
                assert_ne!(words.column(field, column), column.id, "{}: {}", tag(words), field.id);
                check_kind(words, field, Some(column), column.kind);
            }
        }
    });
}

fn check_kind(words: &Words, field: &Field, column: Option<&Column>, kind: Kind) {
    for choice in kind.choices() {
        let said = match column {
            None => words.choice(field, choice),
            Some(column) => words.column_choice(field, column, choice),
        };
        // A word may be the same in both: "partner". An id with a joint never is one.
        let is_named = !said.contains('_') && !said.is_empty();
        assert!(is_named, "{}: {} {column:?} {choice}", tag(words), field.id);
    }
    let Kind::Degree { most } = kind else { return };
    if most <= MOST_STEPS_WITH_WORDS && column.is_none() {
        for degree in 1..=most {
            assert!(words.degree(field, degree).is_some(), "{} {degree}", field.id);
        }
    }
}

#[test]
fn every_section_is_named_and_explained() {
    in_every_language(|words| {
        for section in Section::ALL {
            assert_ne!(words.section(section), section.id(), "{}", tag(words));
            assert_ne!(words.section_about(section), "", "{}", tag(words));
        }
    });
}

#[test]
fn a_fixed_line_is_said_for_the_reader() {
    let fixed = |id: &str| {
        let field = TABLE.field(id).unwrap();
        Words::new(Language::En).derived(field)
    };
    assert_eq!(fixed("i.replaces").as_deref(), Some("This replaces all older versions."));
    assert!(fixed("i.legal_note").unwrap().contains("see my papers"));
    assert_eq!(fixed("i.version"), None);
}
