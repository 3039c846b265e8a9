//! Running other programs: quietly, into a log, or in plain sight.

use std::env;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Whether a program of this name can be started here.
pub(crate) fn has(tool: &str) -> bool {
    let Some(path) = env::var_os("PATH") else { return false };
    env::split_paths(&path).any(|folder| folder.join(tool).is_file())
}

/// Runs it and hands back what it printed; if it failed, what it complained about.
pub(crate) fn read(command: &mut Command) -> Result<String, String> {
    let name = name_of(command);
    let output = command.stdin(Stdio::null()).output();
    let output = output.map_err(|error| format!("{name} does not start: {error}"))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{name} failed:\n{}", tail(&complaint, 20)));
    }
    String::from_utf8(output.stdout)
        .map_err(|_| format!("{name} printed something that is no text"))
}

/// Runs it in plain sight.
pub(crate) fn show(command: &mut Command) -> Result<(), String> {
    let name = name_of(command);
    let status = command.status().map_err(|error| format!("{name} does not start: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} ended with {status}")) }
}

/// Runs it with everything it says added to `log`.
pub(crate) fn log(command: &mut Command, log: &Path) -> Result<(), String> {
    let name = name_of(command);
    let open = || -> std::io::Result<(fs::File, fs::File)> {
        let mut file = OpenOptions::new().create(true).append(true).open(log)?;
        writeln!(file, "$ {name}")?;
        Ok((file.try_clone()?, file))
    };
    let (out, err) = open().map_err(|error| format!("{}: {error}", log.display()))?;
    show(command.stdin(Stdio::null()).stdout(out).stderr(err))
}

/// Does the work and says how long it took.
#[allow(clippy::disallowed_methods, reason = "telling how long a step took is all it is used for")]
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

/// A duration as people say it.
pub(crate) fn spoken(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 60 {
        return format!("{:.1} s", duration.as_secs_f64());
    }
    format!("{} min {} s", seconds / 60, seconds % 60)
}

/// The last `count` lines of a text.
pub(crate) fn tail(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let start = lines.len().saturating_sub(count);
    lines.get(start..).unwrap_or_default().join("\n")
}

/// What went wrong first: the lines in which a test or a tool says so, each panic with what it
/// said. Empty if nothing in the text looks like that.
pub(crate) fn complaints(text: &str, most: usize) -> String {
    let mut said = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let is_test = line.starts_with("test ") && line.ends_with("FAILED");
        let is_fault = line.starts_with("error") || line.starts_with("[ERROR]");
        let is_panic = line.starts_with("thread '") && line.contains("panicked at");
        if is_test || is_fault || is_panic {
            said.push(line);
        }
        if is_panic {
            said.extend(lines.by_ref().take(3));
        }
    }
    said.truncate(most);
    said.join("\n")
}

/// The command as somebody would type it.
fn name_of(command: &Command) -> String {
    let mut name = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        name.push(' ');
        name.push_str(&argument.to_string_lossy());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_said_to_be_missing() {
        assert!(has("cargo"));
        assert!(!has("no-such-program-anywhere"));
        let error = read(&mut Command::new("no-such-program-anywhere")).unwrap_err();
        assert!(error.contains("does not start"), "{error}");
    }

    #[test]
    fn a_program_that_fails_is_never_taken_for_one_that_passed() {
        assert!(show(Command::new("cargo").arg("--no-such-option").stderr(Stdio::null())).is_err());
        assert!(read(Command::new("cargo").arg("--no-such-option")).is_err());
    }

    #[test]
    fn the_name_of_a_failed_test_is_found_far_from_the_end() {
        let log = format!(
            "test a ... ok\ntest b ... FAILED\nthread 'b' (7) panicked at b.rs:1:1:\n2 != 3\n{}",
            "test c ... ok\n".repeat(100)
        );
        let said = complaints(&log, 3);
        assert!(said.starts_with("test b ... FAILED\n"), "{said}");
        assert!(said.contains("2 != 3"), "{said}");
        assert_eq!(complaints("all is well", 3), "");
    }

    #[test]
    fn a_long_log_is_cut_to_its_end() {
        assert_eq!(tail("a\nb\nc", 2), "b\nc");
        assert_eq!(tail("a", 5), "a");
    }

    #[test]
    fn durations_are_spoken_in_minutes_once_they_are_long() {
        assert_eq!(spoken(Duration::from_millis(1234)), "1.2 s");
        assert_eq!(spoken(Duration::from_secs(192)), "3 min 12 s");
    }
}
