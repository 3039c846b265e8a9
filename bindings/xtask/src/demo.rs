//! `cargo xtask demo`: an example plan, sealed on disk, and every paper that comes out
//! of it.
//!
//! It types what a new user would type, shows each line before it runs, and says at the end in
//! plain words what lies where. The person in the example does not exist.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::project::Project;
use crate::shell;

/// Invented with the rest of the example; a real one is only in its owner's head.
const PASSPHRASE: &str = "zeven blauwe bootjes aan de kade";

const EXAMPLE: &str = "tests/examples/noor.nl.json";
const FOLDER: &str = "out/demo";
const VAULT: &str = "out/demo/vault";
const SECRET: &str = "out/demo/passphrase.txt";
const RECOVERY: &str = "out/demo/recovery-code.txt";
const CARD: &str = "out/demo/card.pdf";
const PICTURE: &str = "out/demo/card.png";
const SMALL: &str = "out/demo/small-card.pdf";
const SCREEN: &str = "out/demo/lock-screen.png";
const SHEET: &str = "out/demo/sheet-for-ana.pdf";
const PLAN: &str = "out/demo/plan.pdf";
const WISHES: &str = "out/demo/wishes.pdf";
const AGREEMENTS: &str = "out/demo/agreements.pdf";
const FORM: &str = "out/demo/form-for-a-pen.pdf";

/// Everything that is made.
const MADE: &[&str] =
    &[VAULT, RECOVERY, CARD, PICTURE, SMALL, SCREEN, SHEET, PLAN, WISHES, AGREEMENTS, FORM];

/// Builds the command, makes the example and says what can be done with it.
pub(crate) fn run(project: &Project) -> Result<(), String> {
    println!("1. Building the command `landvast`. The first time this takes some minutes on two");
    println!(
        "   cores: encryption and PDF are built to be fast. cargo names each part as it goes."
    );
    let (built, took) = shell::timed(|| {
        shell::show(&mut project.cargo(&["build", "--locked", "-p", "landvast-cli"]))
    });
    built?;
    println!("   Built in {}.\n", shell::spoken(took));

    println!("2. Making the example in {FOLDER}. What runs is what you would type yourself,");
    println!("   with `landvast` for target/debug/landvast.");
    start_afresh(project).map_err(|error| format!("{FOLDER}: {error}"))?;
    let landvast = project.dev_program("landvast");
    landvast_says(project, &landvast, &["init", "--language", "nl", "--recovery-file", RECOVERY])?;
    landvast_says(project, &landvast, &["import", EXAMPLE])?;
    landvast_says(project, &landvast, &["check"])?;
    landvast_says(project, &landvast, &["card", CARD])?;
    landvast_says(project, &landvast, &["card", PICTURE])?;
    landvast_says(project, &landvast, &["card", "--layout", "mini", SMALL])?;
    landvast_says(project, &landvast, &["card", "--layout", "screen", SCREEN])?;
    landvast_says(project, &landvast, &["sheet", "--for", "Ana", SHEET])?;
    landvast_says(project, &landvast, &["plan", PLAN])?;
    landvast_says(project, &landvast, &["wishes", WISHES])?;
    landvast_says(project, &landvast, &["agreements", AGREEMENTS])?;
    landvast_says(project, &landvast, &["blank", "--what", "plan", FORM])?;
    for made in MADE {
        if !project.root.join(made).exists() {
            return Err(format!("{made} should have been made and was not"));
        }
    }
    println!("{}", farewell(&project.shown(&landvast)));
    Ok(())
}

fn landvast_says(project: &Project, landvast: &Path, arguments: &[&str]) -> Result<(), String> {
    let common = ["--vault", VAULT, "--passphrase-file", SECRET];
    println!("\n   $ landvast {} {}", common.join(" "), arguments.join(" "));
    let mut command = Command::new(landvast);
    shell::show(command.current_dir(&project.root).args(common).args(arguments))
}

/// An example from an earlier run is thrown away; nothing else is touched.
fn start_afresh(project: &Project) -> std::io::Result<()> {
    let folder = project.root.join(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    fs::write(project.root.join(SECRET), format!("{PASSPHRASE}\n"))
}

fn farewell(landvast: &str) -> String {
    format!(
        "
3. Done. This is what you have now:

   {CARD}
      Noor's card. Print it on A4 at 100 %: the ruler on the sheet must measure 50 mm. Cut along
      the line, fold as the small drawing shows, and it fits where a bank card fits.
   {PICTURE}
      The same sheet as a picture, to look at or to keep on a phone.
   {SMALL}, {SCREEN}
      The same card in a smaller form, and as a picture for the lock screen of a phone.
   {SHEET}
      What Noor's sister gets: what to do, in the order in which somebody frightened needs it.
   {PLAN}, {WISHES}, {AGREEMENTS}
      The whole plan, what Noor wants of care, and who does what with lines to sign.
   {FORM}
      The plan as an empty form, for whoever writes by hand.
   {VAULT}
      The plan itself, sealed. Nothing in it can be read without the passphrase.
   {SECRET}, {RECOVERY}
      What opens it. They lie here because this is an example; nobody's real plan should keep
      them beside the vault.

   To go on:
      {landvast} --vault {VAULT} --passphrase-file {SECRET} read
      {landvast} --help
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_user_is_told_where_everything_lies() {
        let words = farewell("target/debug/landvast");
        for made in MADE.iter().chain(&[SECRET, "100 %", "--help"]) {
            assert!(words.contains(made), "{made} is not named");
        }
    }
}
