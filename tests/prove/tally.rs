//! What was tried, and what became of it.

use std::time::Duration;

/// How many bad ends are told in words; the rest are counted.
const TOLD: usize = 12;

/// What became of one try.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Verdict {
    /// Everything that was acknowledged is there, and reads as it was written.
    Survived,
    /// The damage was said, and what could be saved came back as it was written.
    Salvaged,
    /// Something that was acknowledged is gone, or nobody could get at it any more.
    Lost,
    /// Other words than were written.
    Wrong,
    /// The program fell over.
    Panicked,
}

/// The count.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    tried: u64,
    survived: u64,
    salvaged: u64,
    lost: u64,
    wrong: u64,
    panicked: u64,
    told: Vec<String>,
    /// Why a part could not be tried here.
    skipped: Option<String>,
}

impl Tally {
    pub(crate) const HEAD: &'static str =
        "part         tried  survived  of them salvaged  lost  wrong  panicked     time";

    /// A part that cannot be tried on this machine: said, and never counted as passed.
    pub(crate) fn skipped(why: &str) -> Self {
        Self { skipped: Some(why.to_owned()), ..Self::default() }
    }

    pub(crate) fn count(&mut self, verdict: Verdict, told: impl FnOnce() -> String) {
        self.tried += 1;
        let bad = match verdict {
            Verdict::Survived => {
                self.survived += 1;
                return;
            }
            Verdict::Salvaged => {
                self.survived += 1;
                self.salvaged += 1;
                return;
            }
            Verdict::Lost => {
                self.lost += 1;
                "lost"
            }
            Verdict::Wrong => {
                self.wrong += 1;
                "wrong"
            }
            Verdict::Panicked => {
                self.panicked += 1;
                "panicked"
            }
        };
        if self.told.len() < TOLD {
            self.told.push(format!("{bad}: {}", told()));
        }
    }

    /// Why it could not be tried here.
    pub(crate) fn why_skipped(&self) -> Option<&str> {
        self.skipped.as_deref()
    }

    /// Something worth knowing about a part.
    pub(crate) fn note(&mut self, words: String) {
        self.told.push(words);
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.tried += other.tried;
        self.survived += other.survived;
        self.salvaged += other.salvaged;
        self.lost += other.lost;
        self.wrong += other.wrong;
        self.panicked += other.panicked;
        let room = TOLD.saturating_sub(self.told.len());
        self.told.extend(other.told.iter().take(room).cloned());
    }

    /// How many came to a bad end, in words; `None` if none did.
    pub(crate) fn bad(&self) -> Option<String> {
        let Self { lost, wrong, panicked, .. } = self;
        let counts = [("lost", lost), ("wrong", wrong), ("panicked", panicked)];
        let said = counts.iter().filter(|(_, count)| **count > 0);
        let said: Vec<String> = said.map(|(what, count)| format!("{what} {count}")).collect();
        (!said.is_empty()).then(|| said.join(", "))
    }

    pub(crate) fn notes(&self) -> &[String] {
        &self.told
    }

    /// Whether something was tried, and every single one came to a good end.
    pub(crate) const fn is_proven(&self) -> bool {
        self.is_not_refuted() && self.tried > 0
    }

    /// The same of a part that could be skipped, which is said.
    pub(crate) const fn is_proven_or_skipped(&self) -> bool {
        self.is_proven() || (self.is_not_refuted() && self.skipped.is_some())
    }

    const fn is_not_refuted(&self) -> bool {
        self.lost + self.wrong + self.panicked == 0
    }

    pub(crate) fn row(&self, name: &str, took: Duration) -> String {
        if let Some(why) = &self.skipped {
            return format!("{name:<10} skipped: {why}");
        }
        let Self { tried, survived, salvaged, lost, wrong, panicked, .. } = self;
        let seconds = took.as_secs_f64();
        format!(
            "{name:<10} {tried:>7} {survived:>9} {salvaged:>17} {lost:>5} {wrong:>6} {panicked:>9} \
             {seconds:>7.1} s"
        )
    }

    pub(crate) fn closing(&self) -> String {
        let Self { tried, survived, lost, wrong, panicked, .. } = self;
        format!(
            "proved: {tried} tried, {survived} survived, {lost} lost, {wrong} wrong, \
             {panicked} panicked"
        )
    }
}

/// A number for a name, the same each time.
pub(crate) fn number_of(name: &str) -> u64 {
    name.bytes().fold(7, |sum, byte| sum.wrapping_mul(131).wrapping_add(u64::from(byte)))
}
