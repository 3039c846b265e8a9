//! The words of every language, compared.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement,
};
use fluent_syntax::parser;

/// The argument that every message may use without being given it: the owner's word for a crisis.
pub(crate) const OWN_WORD: &str = "crisis";

/// Everything that one language says.
pub(crate) struct Spoken {
    /// The folder's name.
    pub(crate) language: String,
    /// The messages by id.
    pub(crate) messages: BTreeMap<String, Said>,
}

/// One message.
#[derive(Default)]
pub(crate) struct Said {
    /// The file it stands in.
    pub(crate) subject: String,
    /// Its own text and its attributes; its own text has an empty name.
    pub(crate) parts: BTreeMap<String, Part>,
}

/// One text of a message.
#[derive(Default)]
pub(crate) struct Part {
    /// The arguments it needs.
    pub(crate) arguments: BTreeSet<String>,
    /// The other messages and terms it quotes.
    quotes: BTreeSet<String>,
    /// The text as it stands in the file.
    pub(crate) text: String,
}

impl Part {
    /// Shows a placeable by its name: `{name}`.
    fn quote(&mut self, name: &str) {
        self.text.extend(["{", name, "}"]);
    }
}

/// Reads one language's files.
pub(crate) fn gather(language: &str, files: &[(&str, String)]) -> Result<Spoken, Vec<String>> {
    let mut faults = Vec::new();
    let mut messages: BTreeMap<String, Said> = BTreeMap::new();
    for (subject, text) in files {
        let place = format!("words/{language}/{subject}.ftl");
        let resource = match parser::parse(text.as_str()) {
            Ok(resource) => resource,
            Err((_, wrong)) => {
                faults.extend(wrong.iter().map(|fault| unreadable(&place, text, fault)));
                continue;
            }
        };
        for entry in &resource.body {
            let (id, said) = match entry {
                Entry::Message(message) => (message.id.name.to_owned(), said(subject, message)),
                Entry::Term(term) => {
                    let mut said = Said { subject: (*subject).to_owned(), ..Said::default() };
                    said.parts.insert(String::new(), part(&term.value));
                    (format!("-{}", term.id.name), said)
                }
                Entry::Junk { content } => {
                    faults.push(format!("{place}: cannot be read: {}", first_line(content)));
                    continue;
                }
                _ => continue,
            };
            if messages.insert(id.clone(), said).is_some() {
                faults.push(format!("{place}: {id} stands twice in {language}"));
            }
        }
    }
    faults.extend(missing_quotes(language, &messages));
    if faults.is_empty() {
        Ok(Spoken { language: language.to_owned(), messages })
    } else {
        Err(faults)
    }
}

/// Checks that all languages say the same things with the same arguments, in the same files.
pub(crate) fn compare(spoken: &[Spoken]) -> Result<(), Vec<String>> {
    let mut faults = Vec::new();
    for one in spoken {
        for other in spoken.iter().filter(|other| other.language != one.language) {
            faults.extend(one.messages.iter().flat_map(|(id, said)| {
                let place = format!("words/{}/{}.ftl", other.language, said.subject);
                lacking(id, said, other.messages.get(id))
                    .into_iter()
                    .map(move |lack| format!("{place}: {lack}"))
            }));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// What `theirs` lacks of what `ours` says.
fn lacking(id: &str, ours: &Said, theirs: Option<&Said>) -> Vec<String> {
    // Terms are a language's own tool: another language may do without.
    if id.starts_with('-') {
        return Vec::new();
    }
    let Some(theirs) = theirs.filter(|theirs| theirs.subject == ours.subject) else {
        return vec![format!("{id} is missing")];
    };
    let mut lacks = Vec::new();
    for (name, part) in &ours.parts {
        let full = if name.is_empty() { id.to_owned() } else { format!("{id}.{name}") };
        match theirs.parts.get(name) {
            None => lacks.push(format!("{full} is missing")),
            Some(other) => lacks.extend(
                part.arguments
                    .difference(&other.arguments)
                    .filter(|argument| *argument != OWN_WORD)
                    .map(|argument| format!("{full} does not use ${argument}")),
            ),
        }
    }
    lacks
}

fn missing_quotes(language: &str, messages: &BTreeMap<String, Said>) -> Vec<String> {
    let quotes = |said: &Said| -> Vec<String> {
        said.parts.values().flat_map(|part| part.quotes.iter().cloned()).collect()
    };
    messages
        .iter()
        .flat_map(|(id, said)| quotes(said).into_iter().map(move |quoted| (id, quoted)))
        .filter(|(_, quoted)| !messages.contains_key(quoted))
        .map(|(id, quoted)| format!("words/{language}: {id} quotes {quoted}, which is missing"))
        .collect()
}

fn said(subject: &str, message: &Message<&str>) -> Said {
    let mut said = Said { subject: subject.to_owned(), ..Said::default() };
    if let Some(pattern) = &message.value {
        said.parts.insert(String::new(), part(pattern));
    }
    for attribute in &message.attributes {
        said.parts.insert(attribute.id.name.to_owned(), part(&attribute.value));
    }
    said
}

fn part(pattern: &Pattern<&str>) -> Part {
    let mut found = Part::default();
    walk(pattern, &mut found);
    found
}

fn walk(pattern: &Pattern<&str>, found: &mut Part) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => found.text.push_str(value),
            PatternElement::Placeable { expression } => walk_expression(expression, found),
        }
    }
}

fn walk_expression(expression: &Expression<&str>, found: &mut Part) {
    match expression {
        Expression::Inline(inline) => walk_inline(inline, found),
        Expression::Select { selector, variants } => {
            let before = found.text.len();
            walk_inline(selector, found);
            // A choice is shown by its variants, not by what it is chosen by.
            found.text.truncate(before);
            for (index, variant) in variants.iter().enumerate() {
                if index > 0 {
                    found.text.push_str(" | ");
                }
                walk(&variant.value, found);
            }
        }
    }
}

fn walk_inline(inline: &InlineExpression<&str>, found: &mut Part) {
    match inline {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
            found.text.push_str(value);
        }
        InlineExpression::VariableReference { id } => {
            found.arguments.insert(id.name.to_owned());
            found.quote(id.name);
        }
        InlineExpression::MessageReference { id, .. } => {
            found.quotes.insert(id.name.to_owned());
            found.quote(id.name);
        }
        InlineExpression::TermReference { id, arguments, .. } => {
            found.quotes.insert(format!("-{}", id.name));
            found.quote(id.name);
            walk_arguments(arguments.as_ref(), found);
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            walk_arguments(Some(arguments), found);
        }
        InlineExpression::Placeable { expression } => walk_expression(expression, found),
    }
}

fn walk_arguments(arguments: Option<&CallArguments<&str>>, found: &mut Part) {
    let Some(arguments) = arguments else { return };
    for inline in &arguments.positional {
        walk_inline(inline, found);
    }
    for named in &arguments.named {
        walk_inline(&named.value, found);
    }
}

fn unreadable(place: &str, text: &str, fault: &parser::ParserError) -> String {
    let line = text.bytes().take(fault.pos.start).filter(|byte| *byte == b'\n').count() + 1;
    format!("{place}:{line}: {}", fault.kind)
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}
