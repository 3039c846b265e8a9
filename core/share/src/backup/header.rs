//! The first four lines of a backup, looked at before anything is run or allocated.
//!
//! The age library reads any header that the format allows: many recipients, lines without end. A
//! backup has one shape only, of some two hundred bytes. Whatever has another is refused here, with
//! a reason that a person can act on.

use super::WorkFactor;
use crate::ShareError;

const MAGIC: &[u8] = b"age-encryption.org/";
const VERSION: &[u8] = b"v1";

/// The four lines of a passphrase header end well before this.
const LONGEST_HEADER: usize = 512;

/// How much work the file asks for, if it is an age file for one passphrase.
pub(super) fn read_cost(file: &[u8]) -> Result<WorkFactor, ShareError> {
    let Some(mut rest) = file.strip_prefix(MAGIC) else {
        let is_cut_off = !file.is_empty() && MAGIC.starts_with(file);
        return Err(if is_cut_off { ShareError::Damaged } else { ShareError::NotABackup });
    };
    // Bound before looking for line ends: the file may be hostile.
    rest = rest.get(..LONGEST_HEADER).unwrap_or(rest);

    let version = take_line(&mut rest)?;
    if version != VERSION {
        return Err(other_version(version));
    }
    let cost = read_stanza(take_line(&mut rest)?)?;
    take_line(&mut rest)?; // The wrapped key: age reads it.
    match take_line(&mut rest)? {
        line if line.starts_with(b"--- ") => Ok(cost),
        line if line.starts_with(b"-> ") => Err(ShareError::NotForWords),
        _ => Err(ShareError::Damaged),
    }
}

fn take_line<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8], ShareError> {
    let end = rest.iter().position(|byte| *byte == b'\n').ok_or(ShareError::Damaged)?;
    let (line, after) = rest.split_at(end);
    *rest = after.split_first().map_or(after, |(_, after)| after);
    Ok(line)
}

/// `v2`, `v10`: a later format. Anything else is a first line that was changed.
fn other_version(version: &[u8]) -> ShareError {
    match version.strip_prefix(b"v") {
        Some(number) if is_number(number) => ShareError::NewerFormat,
        _ => ShareError::Damaged,
    }
}

/// `-> scrypt SALT FACTOR`
fn read_stanza(line: &[u8]) -> Result<WorkFactor, ShareError> {
    let arguments = line.strip_prefix(b"-> ").ok_or(ShareError::Damaged)?;
    let mut arguments = arguments.split(|byte| *byte == b' ');
    if arguments.next() != Some(b"scrypt") {
        return Err(ShareError::NotForWords);
    }
    let (Some(_salt), Some(factor), None) = (arguments.next(), arguments.next(), arguments.next())
    else {
        return Err(ShareError::Damaged);
    };
    if !is_number(factor) {
        return Err(ShareError::Damaged);
    }
    let factor = core::str::from_utf8(factor).ok().and_then(|digits| digits.parse().ok());
    // A number too long to be read as one is also too high.
    match factor.map(WorkFactor) {
        Some(cost) if cost <= WorkFactor::HIGHEST => Ok(cost),
        _ => Err(ShareError::TooCostly),
    }
}

/// One or more digits, the first of them no zero.
fn is_number(text: &[u8]) -> bool {
    text.first().is_some_and(|first| *first != b'0') && text.iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str) -> Result<WorkFactor, ShareError> {
        read_cost(lines.as_bytes())
    }

    #[test]
    fn the_four_lines_of_a_backup_tell_its_work_factor() {
        let lines = "age-encryption.org/v1\n-> scrypt c2FsdA 18\nd3JhcHBlZA\n--- bWFj\n";
        assert_eq!(read(lines), Ok(WorkFactor::BACKUP));
        assert_eq!(read(&lines.replace(" 18", " 20")), Ok(WorkFactor::HIGHEST));
    }

    #[test]
    fn what_is_no_backup_says_why() {
        for (lines, why) in [
            ("", ShareError::NotABackup),
            ("{\"plan\":1}", ShareError::NotABackup),
            ("-----BEGIN AGE ENCRYPTED FILE-----\n", ShareError::NotABackup),
            ("age-encr", ShareError::Damaged),
            ("age-encryption.org/v1", ShareError::Damaged),
            ("age-encryption.org/v2\n", ShareError::NewerFormat),
            ("age-encryption.org/v10\n", ShareError::NewerFormat),
            ("age-encryption.org/v\n", ShareError::Damaged),
            ("age-encryption.org/w1\n", ShareError::Damaged),
            (
                "age-encryption.org/v1\n-> X25519 c2FsdA\nd3JhcHBlZA\n--- bWFj\n",
                ShareError::NotForWords,
            ),
            ("age-encryption.org/v1\n-> scrypt c2FsdA 21\n", ShareError::TooCostly),
            (
                "age-encryption.org/v1\n-> scrypt c2FsdA 999999999999999999999\n",
                ShareError::TooCostly,
            ),
            ("age-encryption.org/v1\n-> scrypt c2FsdA 0\n", ShareError::Damaged),
            ("age-encryption.org/v1\n-> scrypt c2FsdA 018\n", ShareError::Damaged),
            ("age-encryption.org/v1\n-> scrypt c2FsdA\n", ShareError::Damaged),
            ("age-encryption.org/v1\n-> scrypt c2FsdA 18 18\n", ShareError::Damaged),
            ("age-encryption.org/v1\nscrypt c2FsdA 18\n", ShareError::Damaged),
            (
                "age-encryption.org/v1\n-> scrypt c2FsdA 18\nd3Jh\n-> scrypt c2FsdA 18\n",
                ShareError::NotForWords,
            ),
            ("age-encryption.org/v1\n-> scrypt c2FsdA 18\nd3Jh\nd3Jh\n", ShareError::Damaged),
        ] {
            assert_eq!(read(lines), Err(why), "{lines}");
        }
    }

    #[test]
    fn a_header_without_end_is_not_read_to_its_end() {
        let mut lines = b"age-encryption.org/v1\n-> scrypt ".to_vec();
        lines.resize(1024 * 1024, b'a');
        assert_eq!(read_cost(&lines), Err(ShareError::Damaged));
    }
}
