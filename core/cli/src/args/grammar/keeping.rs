//! The commands that keep a plan for life: backup, salvage, keys, and the end of it.

use clap::{Arg, Command};
use landvast::id;

use super::Grammar;

impl Grammar<'_> {
    pub(super) fn keeping(&self) -> Vec<Command> {
        vec![
            self.backup(),
            self.restore(),
            self.salvage(),
            self.sub("recovery", id::CLI_RECOVERY_ABOUT, &[id::CLI_RECOVERY_LONG])
                .arg(self.flag("new", id::CLI_RECOVERY_NEW).required(true))
                .arg(self.code_file()),
            self.sub("renew", id::CLI_RENEW_ABOUT, &[id::CLI_RENEW_LONG])
                .arg(self.new_passphrase())
                .arg(self.code_file()),
            self.sub("forget", id::CLI_FORGET_ABOUT, &[id::CLI_FORGET_LONG])
                .arg(self.field())
                .arg(self.text("person", id::CLI_NAME_NAME, id::CLI_HISTORY_PERSON))
                .arg(self.flag("yes", id::CLI_PERSON_REMOVE_YES))
                .arg(self.code_file()),
            self.sub("erase", id::CLI_ERASE_ABOUT, &[id::CLI_ERASE_LONG]),
        ]
    }

    fn backup(&self) -> Command {
        self.sub("backup", id::CLI_BACKUP_ABOUT, &[id::CLI_BACKUP_LONG, id::CLI_BACKUP_OPENS])
            .arg(self.place("out", id::CLI_ARG_BACKUP_OUT))
            .arg(self.path("words-file", id::CLI_NAME_FILE, id::CLI_WORDS_FILE_WRITE))
    }

    fn restore(&self) -> Command {
        let long = [id::CLI_RESTORE_LONG, id::CLI_RESTORE_INTO];
        self.sub("restore", id::CLI_RESTORE_ABOUT, &long)
            .arg(self.place("from", id::CLI_ARG_BACKUP_IN))
            .arg(self.path("words-file", id::CLI_NAME_FILE, id::CLI_WORDS_FILE_READ))
            .arg(self.flag("merge", id::CLI_RESTORE_MERGE).conflicts_with("replace"))
            .arg(self.flag("replace", id::CLI_RESTORE_REPLACE))
            .arg(self.flag("yes", id::CLI_RESTORE_YES))
            .arg(self.code_file())
    }

    fn salvage(&self) -> Command {
        self.sub("salvage", id::CLI_SALVAGE_ABOUT, &[id::CLI_SALVAGE_LONG])
            .arg(self.flag("with-code", id::CLI_SALVAGE_CODE))
            .arg(self.path("recovery-file", id::CLI_NAME_FILE, id::CLI_RECOVERY_FILE_READ))
            .arg(self.flag("take-all", id::CLI_SALVAGE_TAKE).conflicts_with("leave-all"))
            .arg(self.flag("leave-all", id::CLI_SALVAGE_LEAVE))
            .arg(self.flag("forget", id::CLI_SALVAGE_FORGET).conflicts_with_all([
                "take-all",
                "leave-all",
                "with-code",
                "recovery-file",
            ]))
    }

    fn code_file(&self) -> Arg {
        self.path("recovery-file", id::CLI_NAME_FILE, id::CLI_RECOVERY_FILE_WRITE)
    }
}
