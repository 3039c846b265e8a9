//! The Rust that stands for the words: a constant a message, and the files themselves.

use std::fmt::Write as _;

use crate::words::{OWN_WORD, Said, Spoken};

/// Messages that are found through the field table, so nobody should name them in code.
const BY_TABLE: [&str; 5] = ["field-", "column-", "choice-", "degree-", "section-"];

/// A constant for every message that code may name.
pub(crate) fn ids(spoken: &Spoken) -> String {
    let mut code = String::new();
    let named = |id: &str| !id.starts_with('-') && !BY_TABLE.iter().any(|by| id.starts_with(by));
    for (id, said) in spoken.messages.iter().filter(|(id, _)| named(id)) {
        constants(id, said, &mut code);
    }
    // Lets a test ask whether every message can be said.
    let all: Vec<String> = spoken
        .messages
        .iter()
        .filter(|(id, _)| named(id))
        .flat_map(|(id, said)| said.parts.keys().map(move |part| constant(id, part)))
        .collect();
    let _ = writeln!(code, "/// Every message that has a constant here.");
    let _ = writeln!(code, "pub const ALL: &[MessageId] = &[{}];", all.join(", "));
    code
}

fn constants(id: &str, said: &Said, code: &mut String) {
    for (name, part) in &said.parts {
        let attribute = if name.is_empty() { "None".to_owned() } else { format!("Some({name:?})") };
        let arguments: Vec<&str> =
            part.arguments.iter().map(String::as_str).filter(|name| *name != OWN_WORD).collect();
        // Fenced, so that nothing in the words is read as a link or as code to run.
        for line in ["```text", part.text.as_str(), "```"].iter().flat_map(|text| text.lines()) {
            let _ = writeln!(code, "#[doc = {line:?}]");
        }
        let _ = writeln!(
            code,
            "pub const {}: MessageId = MessageId {{ message: {id:?}, attribute: {attribute}, \
             arguments: &{arguments:?} }};",
            constant(id, name),
        );
    }
}

fn constant(id: &str, attribute: &str) -> String {
    let joint = if attribute.is_empty() { "" } else { "_" };
    format!("{id}{joint}{attribute}").replace('-', "_").to_uppercase()
}

/// The files of each language, to be read when words are first asked for.
pub(crate) fn sources(languages: &[&str], subjects: &[&str]) -> String {
    let mut code = String::new();
    for language in languages {
        let files: Vec<String> = subjects
            .iter()
            .map(|subject| {
                let path = format!("/words/{language}/{subject}.ftl");
                format!("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?}))")
            })
            .collect();
        let _ = writeln!(
            code,
            "pub(crate) const {}: [&str; {}] = [{}];",
            language.to_uppercase(),
            files.len(),
            files.join(", "),
        );
    }
    code
}
