//! What can stop the command, and what is said about it.
//!
//! Holds no words of a person, no secret and no path: what happened, how the plan is, what to do.

use landvast::{
    MessageId, Part, PlanError, Table, Words, id, say_error, say_full_before, say_problem,
};
use serde_json::{Value as Json, json};

use crate::args::Misread;
use crate::exit::Exit;
use crate::prompts::NoAnswer;

/// Why the command could not do what was asked.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// The plan could not be opened, read or written.
    Plan(PlanError),
    /// The disk turned out to be full while something was written: it may be stored or not. Mostly
    /// room is asked for before, and then nothing was.
    FullInDoubt,
    /// A salvage found nothing to begin with: this part is damaged beyond it.
    BeyondSalvage(Part),
    /// What was typed is no command.
    Usage(Misread),
    /// The person stopped at a question.
    Stopped,
    /// Somebody stopped before there was a plan: a code that was shown opens nothing.
    StoppedBeforePlan,
    /// Something must be asked and nobody is there; `next` says what to give instead.
    NobodyThere {
        /// What to do instead.
        next: MessageId,
    },
    /// The two new passphrases differ.
    PassphraseDiffers,
    /// The passphrase was wrong, and may be typed once more.
    WrongAgain,
    /// The passphrase was wrong as often as it could be typed.
    WrongThrice,
    /// The passphrase is longer than any that can be used.
    PassphraseUnusable,
    /// A secret's file holds no line, or more than one.
    NotOneLine,
    /// The recovery code has a slip in it.
    CodeMistyped,
    /// The last group was not given back.
    CodeGroupDiffers,
    /// A file to read is not there.
    NoSuchFile,
    /// A file cannot be read.
    NotReadable,
    /// A file cannot be written.
    NotWritable,
    /// No room for a file.
    NoRoom,
    /// A file is there already.
    FileThere {
        /// What to do instead.
        next: MessageId,
    },
    /// A folder where a file should be.
    IsFolder,
    /// A card that should become neither a PDF nor a PNG.
    UnknownEnding,
    /// The last two words of a backup were not given back, and may be typed once more.
    WordsAgain,
    /// The last two words of a backup were not given back.
    WordsDiffer,
    /// Somebody stopped before there was a backup: words that were shown open nothing.
    StoppedBeforeBackup,
    /// There is a plan, and nobody said how a backup comes into it.
    HowToRestore,
    /// Somebody stopped before a new code counted: the old one does.
    StoppedBeforeCode,
    /// The device refused while keys were changed: the old ones count, or the new ones.
    KeysInDoubt,
    /// The sentence before erasing was not typed.
    SentenceDiffers,
    /// The platform does not say where this user's plans are.
    NoFolder,
    /// A person's field without a person.
    NeedsPerson,
    /// Nobody in the list is meant.
    NoSuchPerson,
    /// These people have no copy that could come back.
    NothingOut,
    /// Nothing to change was given.
    NothingGiven,
    /// An answer was to come in from elsewhere, and none did.
    NothingCame,
    /// Nobody reads the output any more.
    NobodyReads,
}

/// What is said: what happened, how the plan is, what to do next.
struct Saying(MessageId, MessageId, MessageId);

impl Trouble {
    /// How the command ends.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Plan(error) => error.into(),
            Self::BeyondSalvage(_) => Exit::Damaged,
            Self::Usage(_)
            | Self::NobodyThere { .. }
            | Self::UnknownEnding
            | Self::NeedsPerson
            | Self::NothingGiven
            | Self::HowToRestore
            | Self::NoFolder => Exit::Usage,
            Self::Stopped
            | Self::StoppedBeforePlan
            | Self::StoppedBeforeBackup
            | Self::StoppedBeforeCode => Exit::Interrupted,
            Self::WrongAgain
            | Self::WrongThrice
            | Self::WordsAgain
            | Self::CodeMistyped
            | Self::CodeGroupDiffers
            | Self::WordsDiffer
            | Self::SentenceDiffers => Exit::WrongSecret,
            Self::PassphraseDiffers
            | Self::PassphraseUnusable
            | Self::NotOneLine
            | Self::NothingCame => Exit::Invalid,
            Self::NoSuchFile | Self::NoSuchPerson | Self::NothingOut => Exit::NotFound,
            Self::NotReadable | Self::NotWritable | Self::IsFolder | Self::KeysInDoubt => {
                Exit::Refused
            }
            Self::FullInDoubt | Self::NoRoom => Exit::StorageFull,
            Self::FileThere { .. } => Exit::AlreadyThere,
            Self::NobodyReads => Exit::Done,
        }
    }

    /// What is said, a line each.
    pub(crate) fn say(&self, table: &Table, words: &Words) -> Vec<String> {
        match self {
            Self::Plan(PlanError::Damaged { part }) => {
                let mut said = say_error(&PlanError::Damaged { part: *part }, table, words);
                // Here it can be said what to type.
                said.push(words.say(match part {
                    Part::Store => id::ERROR_DAMAGED_SALVAGE,
                    Part::Header => id::ERROR_DAMAGED_RESTORE,
                }));
                said
            }
            Self::BeyondSalvage(part) => {
                let mut said = say_error(&PlanError::Damaged { part: *part }, table, words);
                said.push(words.say(id::ERROR_DAMAGED_RESTORE));
                said
            }
            Self::Plan(PlanError::StorageFull) => say_full_before(words),
            Self::FullInDoubt => say_error(&PlanError::StorageFull, table, words),
            Self::Plan(error) => say_error(error, table, words),
            Self::Usage(misread) => misread.say(words),
            Self::NobodyReads => Vec::new(),
            other => {
                let Saying(what, kept, next) = other.messages();
                vec![words.say(what), words.say(kept), words.say(next)]
            }
        }
    }

    /// The same for a program: a name that stays, the exit code, every fault by its place.
    pub(crate) fn to_json(&self, table: &Table, words: &Words) -> Json {
        let faults: Vec<Json> = match self {
            Self::Plan(PlanError::Invalid { faults }) => faults
                .iter()
                .map(|fault| {
                    let sentence = say_problem(&fault.at, &fault.problem, table, words);
                    json!({ "at": fault.at, "problem": fault.problem.id(), "sentence": sentence })
                })
                .collect(),
            _ => Vec::new(),
        };
        json!({
            "error": self.name(),
            "exit": self.exit().code(),
            "faults": faults,
            "sentences": self.say(table, words),
        })
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Plan(error) => error.id(),
            Self::BeyondSalvage(part) => PlanError::Damaged { part: *part }.id(),
            Self::FullInDoubt => PlanError::StorageFull.id(),
            other => {
                let Saying(what, ..) = other.messages();
                let name = what.name();
                name.strip_prefix("error-").unwrap_or(name)
            }
        }
    }

    fn messages(&self) -> Saying {
        match self {
            Self::Plan(_) | Self::FullInDoubt | Self::BeyondSalvage(_) | Self::NobodyReads => {
                Saying(id::ERROR_INTERNAL, id::ERROR_INTERNAL_KEPT, id::ERROR_INTERNAL_NEXT)
            }
            Self::Usage(_) => Saying(id::ERROR_USAGE, id::ERROR_USAGE_KEPT, id::ERROR_USAGE_NEXT),
            Self::Stopped => Saying(
                id::ERROR_INTERRUPTED,
                id::ERROR_INTERRUPTED_KEPT,
                id::ERROR_INTERRUPTED_NEXT,
            ),
            Self::StoppedBeforePlan => Saying(
                id::ERROR_INTERRUPTED_INIT,
                id::ERROR_INTERRUPTED_INIT_KEPT,
                id::ERROR_INTERRUPTED_INIT_NEXT,
            ),
            Self::NobodyThere { next } => {
                Saying(id::ERROR_NO_TERMINAL, id::ERROR_NO_TERMINAL_KEPT, *next)
            }
            Self::PassphraseDiffers => Saying(
                id::ERROR_PASSPHRASE_DIFFERS,
                id::ERROR_PASSPHRASE_DIFFERS_KEPT,
                id::ERROR_PASSPHRASE_DIFFERS_NEXT,
            ),
            Self::WrongAgain => Saying(
                id::ERROR_WRONG_SECRET,
                id::ERROR_WRONG_SECRET_KEPT,
                id::ERROR_WRONG_SECRET_AGAIN,
            ),
            Self::WrongThrice => Saying(
                id::ERROR_WRONG_SECRET_THRICE,
                id::ERROR_WRONG_SECRET_KEPT,
                id::ERROR_WRONG_SECRET_RECOVER,
            ),
            Self::PassphraseUnusable => Saying(
                id::ERROR_PASSPHRASE_UNUSABLE,
                id::ERROR_PASSPHRASE_UNUSABLE_KEPT,
                id::ERROR_PASSPHRASE_UNUSABLE_NEXT,
            ),
            Self::NotOneLine => Saying(
                id::ERROR_NOT_ONE_LINE,
                id::ERROR_NOT_ONE_LINE_KEPT,
                id::ERROR_NOT_ONE_LINE_NEXT,
            ),
            Self::CodeMistyped => Saying(
                id::ERROR_CODE_MISTYPED,
                id::ERROR_CODE_MISTYPED_KEPT,
                id::ERROR_CODE_MISTYPED_NEXT,
            ),
            Self::CodeGroupDiffers => Saying(
                id::ERROR_CODE_GROUP_DIFFERS,
                id::ERROR_CODE_GROUP_DIFFERS_KEPT,
                id::ERROR_CODE_GROUP_DIFFERS_NEXT,
            ),
            Self::WordsAgain => Saying(
                id::ERROR_WORDS_AGAIN,
                id::ERROR_WORDS_AGAIN_KEPT,
                id::ERROR_WORDS_AGAIN_NEXT,
            ),
            Self::StoppedBeforeBackup => Saying(
                id::ERROR_INTERRUPTED_BACKUP,
                id::ERROR_INTERRUPTED_BACKUP_KEPT,
                id::ERROR_INTERRUPTED_BACKUP_NEXT,
            ),
            Self::WordsDiffer => Saying(
                id::ERROR_WORDS_DIFFER,
                id::ERROR_WORDS_DIFFER_KEPT,
                id::ERROR_WORDS_DIFFER_NEXT,
            ),
            Self::StoppedBeforeCode => Saying(
                id::ERROR_INTERRUPTED,
                id::ERROR_INTERRUPTED_CODE,
                id::ERROR_INTERRUPTED_NEXT,
            ),
            Self::KeysInDoubt => Saying(
                id::ERROR_KEYS_IN_DOUBT,
                id::ERROR_KEYS_IN_DOUBT_KEPT,
                id::ERROR_KEYS_IN_DOUBT_NEXT,
            ),
            Self::SentenceDiffers => Saying(
                id::ERROR_ERASE_DIFFERS,
                id::ERROR_ERASE_DIFFERS_KEPT,
                id::ERROR_ERASE_DIFFERS_NEXT,
            ),
            Self::HowToRestore => Saying(
                id::ERROR_HOW_TO_RESTORE,
                id::ERROR_HOW_TO_RESTORE_KEPT,
                id::ERROR_HOW_TO_RESTORE_NEXT,
            ),
            _ => self.messages_of_files_and_people(),
        }
    }

    fn messages_of_files_and_people(&self) -> Saying {
        match self {
            Self::NoSuchFile => Saying(
                id::ERROR_NO_SUCH_FILE,
                id::ERROR_NO_SUCH_FILE_KEPT,
                id::ERROR_NO_SUCH_FILE_NEXT,
            ),
            Self::NotReadable => Saying(
                id::ERROR_NOT_READABLE,
                id::ERROR_NOT_READABLE_KEPT,
                id::ERROR_NOT_READABLE_NEXT,
            ),
            Self::NoRoom => {
                Saying(id::ERROR_NO_ROOM, id::ERROR_NO_ROOM_KEPT, id::ERROR_NO_ROOM_NEXT)
            }
            Self::FileThere { next } => {
                Saying(id::ERROR_FILE_THERE, id::ERROR_FILE_THERE_KEPT, *next)
            }
            Self::IsFolder => {
                Saying(id::ERROR_IS_FOLDER, id::ERROR_IS_FOLDER_KEPT, id::ERROR_IS_FOLDER_NEXT)
            }
            Self::UnknownEnding => Saying(
                id::ERROR_UNKNOWN_ENDING,
                id::ERROR_UNKNOWN_ENDING_KEPT,
                id::ERROR_UNKNOWN_ENDING_NEXT,
            ),
            Self::NoFolder => {
                Saying(id::ERROR_NO_FOLDER, id::ERROR_NO_FOLDER_KEPT, id::ERROR_NO_FOLDER_NEXT)
            }
            Self::NeedsPerson => Saying(
                id::ERROR_NEEDS_PERSON,
                id::ERROR_NEEDS_PERSON_KEPT,
                id::ERROR_NEEDS_PERSON_NEXT,
            ),
            Self::NoSuchPerson => Saying(
                id::ERROR_NO_SUCH_PERSON,
                id::ERROR_NO_SUCH_PERSON_KEPT,
                id::ERROR_NO_SUCH_PERSON_NEXT,
            ),
            Self::NothingOut => Saying(
                id::ERROR_NOTHING_OUT,
                id::ERROR_NOTHING_OUT_KEPT,
                id::ERROR_NOTHING_OUT_NEXT,
            ),
            Self::NothingGiven => Saying(
                id::ERROR_NOTHING_GIVEN,
                id::ERROR_NOTHING_GIVEN_KEPT,
                id::ERROR_NOTHING_GIVEN_NEXT,
            ),
            Self::NothingCame => Saying(
                id::ERROR_NOTHING_CAME,
                id::ERROR_NOTHING_CAME_KEPT,
                id::ERROR_NOTHING_CAME_NEXT,
            ),
            _ => Saying(
                id::ERROR_NOT_WRITABLE,
                id::ERROR_NOT_WRITABLE_KEPT,
                id::ERROR_NOT_WRITABLE_NEXT,
            ),
        }
    }
}

impl From<PlanError> for Trouble {
    fn from(error: PlanError) -> Self {
        Self::Plan(error)
    }
}

impl From<NoAnswer> for Trouble {
    fn from(answer: NoAnswer) -> Self {
        match answer {
            NoAnswer::Stopped => Self::Stopped,
            NoAnswer::NobodyThere => Self::NobodyThere { next: id::ERROR_NO_TERMINAL_VALUE },
        }
    }
}
