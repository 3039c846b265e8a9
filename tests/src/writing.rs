//! What the writing process writes: words that follow from the number of their action.

/// The field it writes.
pub const FIELD: &str = "c.first";

/// The words of an action: mostly short, now and then a page, seldom a chapter, so that every way
/// in which the store keeps a record is met.
#[must_use]
pub fn words_of(sequence: u64) -> String {
    let sentences = match sequence {
        long if long.is_multiple_of(31) => 700,
        page if page.is_multiple_of(7) => 90,
        _ => 1,
    };
    let sentence = format!("Dit is regel {sequence}. ");
    sentence.repeat(sentences).trim_end().to_owned()
}
