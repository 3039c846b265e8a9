//! What is meant by the commands that keep a plan for life.

use std::path::PathBuf;

use clap::ArgMatches;
use landvast::Restoring;

use super::hi::{Sure, Whom, secret, sure, whom};
use super::low::{path, text};
use crate::secret::SecretSource;

/// A command that keeps a plan for life, or ends it.
#[derive(Debug)]
pub(crate) enum Keeping {
    Backup {
        out: PathBuf,
        /// Where its words go; they are shown if no file is named.
        words: Option<PathBuf>,
    },
    Restore {
        from: PathBuf,
        words: SecretSource,
        /// How it comes into a plan that is there; asked for if it was not said.
        how: Option<Restoring>,
        sure: Sure,
        recovery_file: Option<PathBuf>,
    },
    Salvage {
        by: SalvageBy,
        pieces: Pieces,
    },
    ForgetDamaged,
    Recovery {
        recovery_file: Option<PathBuf>,
    },
    Renew {
        new: SecretSource,
        recovery_file: Option<PathBuf>,
    },
    Forget {
        field: String,
        whom: Whom,
        sure: Sure,
        recovery_file: Option<PathBuf>,
    },
    Erase,
}

impl Keeping {
    /// Whether somebody will be asked for a secret; the plan's passphrase comes from `passphrase`.
    pub(super) fn ask_for_a_secret(&self, passphrase: &SecretSource) -> bool {
        let of_its_own = match self {
            Self::Restore { words: from, .. }
            | Self::Renew { new: from, .. }
            | Self::Salvage { by: SalvageBy::Code(from), .. } => Some(from),
            _ => None,
        };
        [Some(passphrase), of_its_own]
            .into_iter()
            .flatten()
            .any(|from| *from == SecretSource::Asked)
    }
}

/// What opens a damaged plan.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum SalvageBy {
    Passphrase,
    Code(SecretSource),
}

/// What becomes of the loose pieces that are found.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Pieces {
    /// The owner is asked about each.
    Ask,
    Take,
    Leave,
}

/// What was typed for one of these commands; none if it is another.
pub(super) fn read(name: &str, given: &ArgMatches) -> Option<Keeping> {
    let recovery_file = || path(given, "recovery-file");
    Some(match name {
        "backup" => Keeping::Backup {
            out: path(given, "out").unwrap_or_default(),
            words: path(given, "words-file"),
        },
        "restore" => Keeping::Restore {
            from: path(given, "from").unwrap_or_default(),
            words: secret(path(given, "words-file")),
            how: how(given),
            sure: sure(given.get_flag("yes")),
            recovery_file: recovery_file(),
        },
        "salvage" if given.get_flag("forget") => Keeping::ForgetDamaged,
        "salvage" => Keeping::Salvage {
            by: match recovery_file() {
                None if !given.get_flag("with-code") => SalvageBy::Passphrase,
                file => SalvageBy::Code(secret(file)),
            },
            pieces: pieces(given),
        },
        "recovery" => Keeping::Recovery { recovery_file: recovery_file() },
        "renew" => Keeping::Renew {
            new: secret(path(given, "new-passphrase-file")),
            recovery_file: recovery_file(),
        },
        "forget" => Keeping::Forget {
            field: text(given, "field").unwrap_or_default(),
            whom: whom(text(given, "person")),
            sure: sure(given.get_flag("yes")),
            recovery_file: recovery_file(),
        },
        "erase" => Keeping::Erase,
        _ => return None,
    })
}

fn how(given: &ArgMatches) -> Option<Restoring> {
    if given.get_flag("merge") {
        return Some(Restoring::Merge);
    }
    given.get_flag("replace").then_some(Restoring::Replace)
}

fn pieces(given: &ArgMatches) -> Pieces {
    if given.get_flag("take-all") {
        return Pieces::Take;
    }
    if given.get_flag("leave-all") { Pieces::Leave } else { Pieces::Ask }
}
