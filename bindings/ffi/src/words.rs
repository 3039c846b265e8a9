//! The words that screens say themselves: on buttons, above boxes, after saving.
//!
//! Whatever is said about one field, finding or error comes with that. A word that a screen needs
//! is one line here and a line in each language's word files; one that is missing does not build.

use landvast::{Words, id};

/// Writes the record of words and how it is filled.
macro_rules! screen_words {
    ($($name:ident = $message:ident),* $(,)?) => {
        /// The words of the screens, in one language.
        #[derive(Clone, Debug, uniffi::Record)]
        pub struct ScreenWords {
            $(
                #[allow(missing_docs, reason = "the word files are its documentation")]
                pub $name: String,
            )*
        }

        impl From<&Words> for ScreenWords {
            fn from(words: &Words) -> Self {
                Self { $($name: words.say(id::$message)),* }
            }
        }
    };
}

screen_words! {
    product = PRODUCT_NAME,
    back = SCREEN_BACK,
    saved = SCREEN_SAVED,
    example = SCREEN_EXAMPLE_USE,
    add_line = SCREEN_ADD_LINE,
    add_number = SCREEN_ADD_NUMBER,
    add_row = SCREEN_ADD_ROW,
    remove_line = SCREEN_REMOVE_LINE,
    remove_row = SCREEN_REMOVE_ROW,
    clear_answer = SCREEN_CLEAR_ANSWER,
    show = SCREEN_SHOW,
    read_by = SCREEN_READ_BY,
    nothing_yet = NOTHING_YET,
    needs_care = SCREEN_NEEDS_CARE,
    not_whole = SCREEN_NOT_WHOLE,
    day = SCREEN_DAY,
    month = SCREEN_MONTH,
    year = SCREEN_YEAR,
    no_such_day = SCREEN_NO_SUCH_DAY,
    hours_always = HOURS_ALWAYS,
    hours_some = SCREEN_HOURS_SOME,
    from = SCREEN_FROM,
    until = SCREEN_UNTIL,
    add_hours = SCREEN_ADD_HOURS,
    remove_hours = SCREEN_REMOVE_HOURS,
    weekday_1 = WEEKDAY_1,
    weekday_2 = WEEKDAY_2,
    weekday_3 = WEEKDAY_3,
    weekday_4 = WEEKDAY_4,
    weekday_5 = WEEKDAY_5,
    weekday_6 = WEEKDAY_6,
    weekday_7 = WEEKDAY_7,
}
