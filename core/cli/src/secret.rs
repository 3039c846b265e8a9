//! Passphrases and recovery codes on their way in.
//!
//! A secret comes from a question that does not show it or from a file with one line, never from
//! an argument or the environment, which other programs can see. It lies in memory that is wiped.

use std::io::Read;
use std::path::PathBuf;

use landvast::{
    BackupWords, MessageId, NewPassphrase, Passphrase, PlanError, RecoveryCode, WordSlip, id,
    nearest_backup_word, read_backup_words,
};
use zeroize::Zeroizing;

use crate::desk::Desk;
use crate::files;
use crate::trouble::Trouble;

/// Where a secret comes from.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum SecretSource {
    /// It is asked for.
    Asked,
    /// The next line of the input.
    Input,
    /// The one line of this file.
    File(PathBuf),
}

/// More than the longest passphrase in any alphabet; what is longer is no line with a secret.
const LONGEST_LINE: usize = 8 * 1024;
/// How often something may be typed again before the command gives up.
pub(crate) const TRIES: usize = 3;

type Line = Zeroizing<Vec<u8>>;

/// The passphrase of the plan, from its file or by asking once.
pub(crate) fn passphrase(
    desk: &mut Desk<'_, '_>,
    from: &SecretSource,
) -> Result<Passphrase, Trouble> {
    let next = id::ERROR_NO_TERMINAL_PASSPHRASE;
    if let Some(line) = line_of(desk, from)? {
        return to_passphrase(&line);
    }
    let typed = ask(desk, id::CLI_PROMPT_PASSPHRASE, next)?;
    to_passphrase(typed.as_bytes())
}

/// A new passphrase, from its file or by asking twice. `next` says how to give it without asking.
pub(crate) fn new_passphrase(
    desk: &mut Desk<'_, '_>,
    from: &SecretSource,
    next: MessageId,
) -> Result<NewPassphrase, Trouble> {
    if let Some(line) = line_of(desk, from)? {
        return to_new_passphrase(&line);
    }
    desk.need_screen(next)?;
    desk.note(&desk.words.say(id::CLI_PROMPT_PASSPHRASE_HINT))?;
    let mut last = Trouble::PassphraseDiffers;
    for _ in 0..TRIES {
        let typed = ask(desk, id::CLI_PROMPT_NEW_PASSPHRASE, next)?;
        let checked = to_new_passphrase(typed.as_bytes()).and_then(|passphrase| {
            let again = ask(desk, id::CLI_PROMPT_PASSPHRASE_AGAIN, next)?;
            if *typed == *again { Ok(passphrase) } else { Err(Trouble::PassphraseDiffers) }
        });
        last = match checked {
            Ok(passphrase) => return Ok(passphrase),
            Err(
                trouble @ (Trouble::PassphraseDiffers
                | Trouble::Plan(PlanError::WeakPassphrase { .. })),
            ) => trouble,
            Err(other) => return Err(other),
        };
        desk.note_trouble(&last)?;
    }
    Err(last)
}

/// The recovery code, from its file or by asking for it.
pub(crate) fn recovery_code(
    desk: &mut Desk<'_, '_>,
    from: &SecretSource,
) -> Result<RecoveryCode, Trouble> {
    if let Some(line) = line_of(desk, from)? {
        let text = std::str::from_utf8(&line).map_err(|_| Trouble::CodeMistyped)?;
        return RecoveryCode::parse(text).map_err(|_| Trouble::CodeMistyped);
    }
    for _ in 0..TRIES {
        let typed = ask(desk, id::CLI_PROMPT_RECOVERY_CODE, id::ERROR_NO_TERMINAL_CODE)?;
        if let Ok(code) = RecoveryCode::parse(&typed) {
            return Ok(code);
        }
        desk.note_trouble(&Trouble::CodeMistyped)?;
    }
    Err(Trouble::CodeMistyped)
}

/// Shows the recovery code once, and asks for its last group: proof that it was written down.
pub(crate) fn hand_over(desk: &mut Desk<'_, '_>, code: &RecoveryCode) -> Result<(), Trouble> {
    desk.need_screen(id::ERROR_NO_TERMINAL_CODE)?;
    desk.note("")?;
    desk.note(&desk.words.say(id::CLI_RECOVERY_HEADING))?;
    desk.note("")?;
    desk.note_indented(&code.to_groups(), 4)?;
    desk.note("")?;
    desk.note(&desk.words.say(id::CLI_RECOVERY_EXPLAINED))?;
    desk.note(&desk.words.say(id::CLI_RECOVERY_ONLY_NOW))?;
    for _ in 0..TRIES {
        let question = desk.words.say(id::CLI_PROMPT_LAST_GROUP);
        let typed = Zeroizing::new(desk.ask_line(&question, "")?);
        if code.has_last_group(&typed) {
            return Ok(());
        }
        desk.note_trouble(&Trouble::CodeGroupDiffers)?;
    }
    Err(Trouble::CodeGroupDiffers)
}

/// The six words of a backup, from their file or by asking for them.
pub(crate) fn backup_words(
    desk: &mut Desk<'_, '_>,
    from: &SecretSource,
) -> Result<BackupWords, Trouble> {
    if let Some(line) = line_of(desk, from)? {
        let none = PlanError::Words { slip: WordSlip::Count { found: 0 } };
        let text = std::str::from_utf8(&line).map_err(|_| none)?;
        return Ok(read_backup_words(text)?);
    }
    let mut tries = TRIES;
    loop {
        let typed = ask(desk, id::CLI_PROMPT_WORDS, id::ERROR_NO_TERMINAL_WORDS)?;
        tries -= 1;
        match read_backup_words(&typed) {
            Err(error) if tries > 0 => match nearest_backup_word(&typed) {
                Some((position, nearest)) => {
                    let given = [("position", position.into()), ("nearest", nearest.into())];
                    desk.note(&desk.words.say_with(id::ERROR_WORD_UNKNOWN_NEAR, &given))?;
                }
                None => desk.note_trouble(&Trouble::Plan(error))?,
            },
            read => return Ok(read?),
        }
    }
}

/// Shows the words of a backup once, and asks for the last two: proof that they were written down.
pub(crate) fn hand_over_words(desk: &mut Desk<'_, '_>, words: &BackupWords) -> Result<(), Trouble> {
    desk.need_screen(id::ERROR_NO_TERMINAL_WORDS)?;
    desk.note("")?;
    desk.note(&desk.words.say(id::CLI_WORDS_HEADING))?;
    desk.note("")?;
    for (number, word) in (1..).zip(words.words()) {
        desk.note_indented(&format!("{number}. {word}"), 4)?;
    }
    desk.note("")?;
    desk.note(&desk.words.say(id::CLI_WORDS_EXPLAINED))?;
    desk.note(&desk.words.say(id::CLI_WORDS_ONLY_NOW))?;
    for tries_left in (0..TRIES).rev() {
        let question = desk.words.say(id::CLI_PROMPT_LAST_WORDS);
        let typed = Zeroizing::new(desk.ask_line(&question, "").map_err(no_backup_yet)?);
        let mut typed = typed.split_whitespace();
        let is_last =
            |word: Option<&str>, position| word.is_some_and(|word| words.has_word(position, word));
        let (fifth, sixth) = (typed.next(), typed.next());
        let count = BackupWords::COUNT;
        if is_last(fifth, count - 1) && is_last(sixth, count) && typed.next().is_none() {
            return Ok(());
        }
        if tries_left > 0 {
            desk.note_trouble(&Trouble::WordsAgain)?;
        }
    }
    Err(Trouble::WordsDiffer)
}

/// Whoever stops before the words were given back has no backup.
fn no_backup_yet(trouble: Trouble) -> Trouble {
    if matches!(trouble, Trouble::Stopped) { Trouble::StoppedBeforeBackup } else { trouble }
}

fn ask(
    desk: &mut Desk<'_, '_>,
    question: MessageId,
    next: MessageId,
) -> Result<Zeroizing<String>, Trouble> {
    desk.need_screen(next)?;
    let hint = desk.words.say(id::CLI_PROMPT_HINT_SECRET);
    let question = desk.words.say(question);
    Ok(desk.host.prompts.secret(&question, &hint)?)
}

/// The line that a file or the input holds; `None` if it must be asked for.
fn line_of(desk: &mut Desk<'_, '_>, from: &SecretSource) -> Result<Option<Line>, Trouble> {
    match from {
        SecretSource::Asked => Ok(None),
        SecretSource::Input => read_line(desk.host.input).map(Some),
        SecretSource::File(path) => {
            let mut file = files::open(path)?;
            let line = read_line(&mut file)?;
            // More than one line: this may be another file than the owner meant.
            let mut rest = [0; 64];
            let count = file.read(&mut rest).map_err(|_| Trouble::NotReadable)?;
            let is_blank = rest.iter().take(count).all(u8::is_ascii_whitespace);
            if is_blank { Ok(Some(line)) } else { Err(Trouble::NotOneLine) }
        }
    }
}

/// Reads up to the end of the line, byte by byte, so that nothing of what follows is taken and no
/// copy stays in a buffer.
fn read_line(source: &mut dyn Read) -> Result<Line, Trouble> {
    let mut line = Zeroizing::new(Vec::with_capacity(LONGEST_LINE));
    let mut byte = Zeroizing::new([0_u8; 1]);
    loop {
        let count = match source.read(byte.as_mut_slice()) {
            Ok(count) => count,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(_) => return Err(Trouble::NotReadable),
        };
        let [letter] = *byte;
        if count == 0 || letter == b'\n' {
            break;
        }
        if line.len() == LONGEST_LINE {
            return Err(Trouble::NotOneLine);
        }
        line.push(letter);
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    // An editor on another system may have put a byte order mark before the line.
    if line.starts_with(b"\xEF\xBB\xBF") {
        line.drain(..3);
    }
    if line.is_empty() { Err(Trouble::NotOneLine) } else { Ok(line) }
}

fn to_new_passphrase(typed: &[u8]) -> Result<NewPassphrase, Trouble> {
    NewPassphrase::new(typed).map_err(|error| match error {
        PlanError::Invalid { .. } => Trouble::PassphraseUnusable,
        other => Trouble::Plan(other),
    })
}

fn to_passphrase(typed: &[u8]) -> Result<Passphrase, Trouble> {
    if typed.is_empty() {
        // Nothing typed opens nothing.
        return Err(Trouble::Plan(PlanError::WrongSecret));
    }
    Passphrase::new(typed).map_err(|_| Trouble::PassphraseUnusable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_where_it_ends_on_any_system() {
        for typed in ["zeven boten", "zeven boten\n", "zeven boten\r\n", "\u{feff}zeven boten\n"] {
            assert_eq!(**read_line(&mut typed.as_bytes()).unwrap(), *b"zeven boten");
        }
    }

    #[test]
    fn what_follows_the_line_is_left_for_the_next_reader() {
        let mut input = "zeven boten\n{\"landvast\": 1}".as_bytes();
        read_line(&mut input).unwrap();
        assert_eq!(input, b"{\"landvast\": 1}");
    }

    #[test]
    fn an_empty_or_endless_line_is_no_secret() {
        assert!(matches!(read_line(&mut b"\n".as_slice()), Err(Trouble::NotOneLine)));
        assert!(matches!(read_line(&mut b"".as_slice()), Err(Trouble::NotOneLine)));
        let endless = vec![b'a'; LONGEST_LINE + 1];
        assert!(matches!(read_line(&mut endless.as_slice()), Err(Trouble::NotOneLine)));
    }
}
