//! Questions, as far as a task knows of them.
//!
//! The terminal asks them with a library; a test answers from a list.

use zeroize::Zeroizing;

/// Somebody's answer to a question, or why there is none.
pub type Asked<T> = Result<T, NoAnswer>;

/// Why a question got no answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NoAnswer {
    /// The person stopped: Ctrl-C or Esc.
    Stopped,
    /// Nobody can be asked here.
    NobodyThere,
}

/// A way to ask somebody something. `hint` is a short line on how to answer.
pub trait Prompts {
    /// From here on nothing is shown of what is typed while nothing is asked. A command that will ask
    /// for a secret says so when it begins.
    fn hush(&mut self) {}

    /// Asks for something that must not be seen while it is typed.
    ///
    /// # Errors
    /// [`NoAnswer`].
    fn secret(&mut self, question: &str, hint: &str) -> Asked<Zeroizing<String>>;

    /// Asks for a line, with `before` already in it to be changed.
    ///
    /// # Errors
    /// [`NoAnswer`].
    fn line(&mut self, question: &str, hint: &str, before: &str) -> Asked<String>;

    /// Asks for one of several things; gives its place in the list.
    ///
    /// # Errors
    /// [`NoAnswer`].
    fn one(&mut self, question: &str, hint: &str, choices: &[String]) -> Asked<usize>;

    /// Asks for any of several things, of which those at `before` are marked already.
    ///
    /// # Errors
    /// [`NoAnswer`].
    fn several(
        &mut self,
        question: &str,
        hint: &str,
        choices: &[String],
        before: &[usize],
    ) -> Asked<Vec<usize>>;
}
