//! A process that writes is killed at any moment. What it had acknowledged is there, whole.

use std::time::Duration;

use landvast::{Device, Place, PlanError};
use landvast_tests::writing::{FIELD, words_of};
use landvast_tests::{Chance, Owner};

use crate::process::{Writer, last_number};

/// How often the process is killed.
const ROUNDS: u64 = 200;
/// After so many rounds a new vault is begun, so that its making is killed too.
const ROUNDS_A_VAULT: u64 = 20;

/// What was seen of one vault so far.
struct Seen {
    owner: Owner,
    /// The newest action that was acknowledged; 0 while the vault was never opened.
    acknowledged: u64,
}

impl Seen {
    fn nothing() -> Self {
        Self { owner: Owner::new(), acknowledged: 0 }
    }

    /// Lets a process write, and kills it.
    fn is_written_and_killed(&mut self, chance: &mut Chance) {
        let count = chance.one_of(&[3, 40, u64::MAX]);
        let mut writer = Writer::start(&self.owner.vault(), count);
        let mut told = Vec::new();
        // While it starts, makes or opens the vault; or after some answers.
        if chance.happens(25) {
            let moment = Duration::from_micros(chance.below(150_000));
            told.extend(writer.hears_within(moment));
        } else {
            let lines = chance.below(25) + 1;
            for _ in 0..lines {
                let Some(line) = writer.hears() else { break };
                told.push(line);
            }
            let moment = Duration::from_micros(chance.below(6_000));
            told.extend(writer.hears_within(moment));
        }
        told.extend(writer.kill());
        assert!(!told.iter().any(|line| line.starts_with("error")), "{told:?}");
        let newest = last_number(&told, "stored").or_else(|| last_number(&told, "open"));
        self.acknowledged = self.acknowledged.max(newest.unwrap_or(0));
    }

    /// Opens the vault and looks at every action that it holds.
    fn is_looked_at(&mut self, chance: &mut Chance) {
        let mut keeper = match self.owner.opens() {
            Ok(keeper) => keeper,
            Err(PlanError::NotFound { .. }) if self.acknowledged == 0 => return,
            Err(error) => panic!("{error}, {} were acknowledged", self.acknowledged),
        };
        let newest = keeper.sequence();
        assert!(newest >= self.acknowledged, "{newest} of {}", self.acknowledged);
        let versions = keeper.history(Place::Plan, FIELD).unwrap();
        let there: Vec<u64> = versions.iter().map(|version| version.seq).collect();
        assert_eq!(there, (2..=newest).collect::<Vec<_>>());
        for version in versions {
            assert_eq!(version.shown, Some(words_of(version.seq)), "action {}", version.seq);
        }
        // What is there and was read counts from now on.
        self.acknowledged = newest;
        if chance.happens(50) {
            keeper.lock().unwrap();
        }
    }
}

#[test]
fn whatever_was_acknowledged_is_there_after_two_hundred_kills() {
    let mut seed = [0; 8];
    (Device::this().random)(&mut seed).unwrap();
    let seed = u64::from_be_bytes(seed);
    println!("seed {seed}");
    let mut chance = Chance::from_seed(seed);
    let mut vault = Seen::nothing();
    let (mut written, mut while_writing) = (0, 0);
    for round in 0..ROUNDS {
        if round % ROUNDS_A_VAULT == 0 {
            vault = Seen::nothing();
        }
        let before = vault.acknowledged;
        vault.is_written_and_killed(&mut chance);
        let acknowledged = vault.acknowledged;
        vault.is_looked_at(&mut chance);
        written += vault.acknowledged - before;
        while_writing += u64::from(acknowledged > before);
    }
    println!("{ROUNDS} kills, {while_writing} of them while writing; {written} actions, all there");
    assert!(while_writing > ROUNDS / 2, "the kills came too early: {while_writing}");
}
