//! Words in one language.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use landvast_model::Language;

use crate::message::{MessageId, id};

/// The word files of each language, as they were when this crate was built.
mod sources {
    include!(concat!(env!("OUT_DIR"), "/sources.rs"));
}

/// The words of one language. Cheap to make after the first time, and may cross threads.
pub struct Words {
    language: Language,
    bundle: FluentBundle<Arc<FluentResource>>,
    own_word: String,
}

/// What a message is filled in with.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// A text, shown as it is; words of a person are never read as a message.
    Text(Cow<'a, str>),
    /// A number, which also chooses between one and more.
    Number(i64),
}

/// A text that cannot be read as words.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct UnreadableWords;

impl fmt::Display for UnreadableWords {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not readable as a file of words")
    }
}

impl std::error::Error for UnreadableWords {}

impl Words {
    /// The words of `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let locale = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Isolation marks would stand in the card's text and in what a person copies out of it.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource(language));
        let mut words = Self { language, bundle, own_word: String::new() };
        words.own_word = words.say(id::CRISIS_WORD);
        words
    }

    /// The same words with the owner's own word where they would say "crisis".
    ///
    /// `None`, or nothing but spaces, keeps the usual word.
    #[must_use]
    pub fn with_own_word(mut self, own_word: Option<&str>) -> Self {
        // It stands inside sentences and headings, so it is one line whatever was typed.
        let word = own_word.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        self.own_word = if word.is_empty() { self.say(id::CRISIS_WORD) } else { word };
        self
    }

    /// The same words and some more, in the form of a word file: a test that adds a field to the
    /// table brings its words this way.
    ///
    /// # Errors
    /// [`UnreadableWords`] if `file` cannot be read; then nothing of it is taken.
    pub fn with_extra(mut self, file: &str) -> Result<Self, UnreadableWords> {
        let extra = FluentResource::try_new(file.to_owned()).map_err(|_| UnreadableWords)?;
        self.bundle.add_resource_overriding(Arc::new(extra));
        Ok(self)
    }

    /// The language these words are in.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The owner's own word for a crisis, or the usual one.
    #[must_use]
    pub fn own_word(&self) -> &str {
        &self.own_word
    }

    /// Says a message that needs no arguments.
    #[must_use]
    pub fn say(&self, message: MessageId) -> String {
        self.say_with(message, &[])
    }

    /// Says a message, filled in.
    ///
    /// An argument that is not given stands as its name between braces; debug builds stop there.
    #[must_use]
    pub fn say_with(&self, message: MessageId, arguments: &[(&str, Arg<'_>)]) -> String {
        debug_assert!(
            message.arguments.iter().all(|name| arguments.iter().any(|(given, _)| given == name)),
            "{} needs {:?}",
            message.message,
            message.arguments
        );
        self.text(message.message, message.attribute, arguments)
            .unwrap_or_else(|| message.message.to_owned())
    }

    /// The text of a message that is named at run time; `None` if there is none.
    pub(crate) fn text(
        &self,
        message: &str,
        attribute: Option<&str>,
        arguments: &[(&str, Arg<'_>)],
    ) -> Option<String> {
        let found = self.bundle.get_message(message)?;
        let pattern = match attribute {
            Some(name) => found.get_attribute(name)?.value(),
            None => found.value()?,
        };
        let mut given = FluentArgs::with_capacity(arguments.len() + 1);
        given.set("crisis", self.own_word.as_str());
        for (name, argument) in arguments {
            given.set(*name, argument.to_fluent());
        }
        let mut faults = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&given), &mut faults).into_owned())
    }
}

impl fmt::Debug for Words {
    /// Without the owner's own word: it is theirs.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

/// The word files of a language, read once.
fn resource(language: Language) -> Arc<FluentResource> {
    static NL: OnceLock<Arc<FluentResource>> = OnceLock::new();
    static EN: OnceLock<Arc<FluentResource>> = OnceLock::new();
    let (read, files) = match language {
        Language::Nl => (&NL, &sources::NL),
        Language::En => (&EN, &sources::EN),
    };
    let parse = || match FluentResource::try_new(files.join("\n")) {
        // The build script has read the same files, so the second arm is never taken.
        Ok(resource) | Err((resource, _)) => Arc::new(resource),
    };
    Arc::clone(read.get_or_init(parse))
}

impl Arg<'_> {
    fn to_fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(text.as_ref()),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

/// Whole numbers of every size that is counted with; one too large to show is shown as the
/// largest.
macro_rules! number {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Arg<'_> {
            fn from(number: $kind) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}

number!(i32, i64, u64, usize);

/// Sizes that always fit.
macro_rules! small_number {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Arg<'_> {
            fn from(number: $kind) -> Self {
                Self::Number(i64::from(number))
            }
        }
    )*};
}

small_number!(u8, u16, u32);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_owners_own_word_stands_where_crisis_would() {
        let words = Words::new(Language::Nl);
        assert_eq!(words.own_word(), "crisis");
        let words = words.with_own_word(Some("  storm "));
        assert_eq!(words.own_word(), "storm");
        assert_eq!(words.text("section-b", None, &[]).as_deref(), Some("Mijn storm"));
        assert_eq!(words.with_own_word(Some(" ")).own_word(), "crisis");
        let typed = Words::new(Language::En).with_own_word(Some("my\nstorm "));
        assert_eq!(typed.text("section-b", None, &[]).as_deref(), Some("My my storm"));
    }

    #[test]
    fn words_of_a_person_are_never_read_as_a_message() {
        let words = Words::new(Language::En);
        let said = words.say_with(id::PDF_TITLE, &[("name", "{ $crisis } *[other]".into())]);
        assert!(said.contains("{ $crisis } *[other]"), "{said}");
        assert!(!said.contains('\u{2068}'), "{said}");
    }

    #[test]
    fn a_new_field_brings_its_own_words() {
        let words = Words::new(Language::Nl)
            .with_extra("field-x-new = Nieuw\n    .question = Wat is er nieuw?\n")
            .unwrap();
        assert_eq!(words.text("field-x-new", None, &[]).as_deref(), Some("Nieuw"));
        let asked = words.text("field-x-new", Some("question"), &[]);
        assert_eq!(asked.as_deref(), Some("Wat is er nieuw?"));
        assert!(Words::new(Language::Nl).with_extra("not words at all").is_err());
    }

    #[test]
    fn words_may_cross_threads() {
        fn crosses<T: Send + Sync>() {}
        crosses::<Words>();
    }
}
