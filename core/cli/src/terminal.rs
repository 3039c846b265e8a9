//! This device and this terminal: the only place that looks at the process's surroundings.

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::PathBuf;

use etcetera::AppStrategy;
use inquire::ui::{RenderConfig, Styled};
use inquire::{InquireError, MultiSelect, Select, Text};
use landvast::{Device, KdfCost, TABLE, WorkFactor};
use zeroize::Zeroizing;

use crate::host::{Folders, Host, Screen};
use crate::prompts::{Asked, NoAnswer, Prompts};
use crate::shield;

/// Runs `task` with this device's table, clock, folders and terminal.
pub(crate) fn with_this_device<T>(task: impl FnOnce(&mut Host<'_>) -> T) -> T {
    let memory = shield::raise();
    let mut input = Input(None);
    let (mut output, mut errors) = (io::stdout(), io::stderr());
    let mut terminal = Terminal::default();
    let mut host = Host {
        table: TABLE,
        extra_words: "",
        device: Device::this(),
        cost: KdfCost::DEFAULT,
        work: WorkFactor::BACKUP,
        memory,
        locale: sys_locale::get_locale(),
        folders: this_users_folders(),
        input: &mut input,
        output: &mut output,
        errors: &mut errors,
        screen: screen(),
        prompts: &mut terminal,
    };
    task(&mut host)
}

fn this_users_folders() -> Folders {
    let arguments =
        etcetera::AppStrategyArgs { app_name: "Landvast".to_owned(), ..Default::default() };
    let Ok(strategy) = etcetera::app_strategy::choose_native_strategy(arguments) else {
        return Folders::default();
    };
    let data = strategy.data_dir();
    // Some platforms have no folder for state; there it lies beside the plan's folder.
    let state = strategy.state_dir().unwrap_or_else(|| data.join("state"));
    Folders { data: Some(data), state: Some(state) }
}

/// Questions are drawn on the error stream, and answered at the terminal even where the input is
/// a file or a pipe.
fn screen() -> Screen {
    let is_answered = io::stdin().is_terminal() || File::open(PathBuf::from("/dev/tty")).is_ok();
    if io::stderr().is_terminal() && is_answered { Screen::Terminal } else { Screen::Nobody }
}

/// The input, without the buffer that Rust's own would keep a passphrase in.
struct Input(Option<File>);

impl Read for Input {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.0.is_none() {
            self.0 = Some(raw_input()?);
        }
        self.0.as_ref().map_or(Ok(0), |input| read_shown(input, into))
    }
}

#[cfg(unix)]
fn read_shown(mut input: &File, into: &mut [u8]) -> io::Result<usize> {
    crate::hush::shown(input, || input.read(into))
}

#[cfg(not(unix))]
fn read_shown(mut input: &File, into: &mut [u8]) -> io::Result<usize> {
    input.read(into)
}

#[cfg(unix)]
fn raw_input() -> io::Result<File> {
    use std::os::fd::AsFd as _;
    Ok(File::from(io::stdin().as_fd().try_clone_to_owned()?))
}

#[cfg(windows)]
fn raw_input() -> io::Result<File> {
    use std::os::windows::io::AsHandle as _;
    Ok(File::from(io::stdin().as_handle().try_clone_to_owned()?))
}

/// Asks at the terminal.
#[derive(Default)]
struct Terminal {
    #[cfg(unix)]
    hush: Option<crate::hush::Hush>,
}

/// No colours and no English words of the library's own.
fn look() -> RenderConfig<'static> {
    RenderConfig::empty().with_canceled_prompt_indicator(Styled::new(""))
}

impl Prompts for Terminal {
    #[cfg(unix)]
    fn hush(&mut self) {
        // A terminal that cannot be told asks all the same; it shows only what is typed too early.
        self.hush = crate::hush::Hush::begin().ok().flatten();
    }

    #[cfg(unix)]
    fn secret(&mut self, question: &str, hint: &str) -> Asked<Zeroizing<String>> {
        crate::hangup::at_a_secret_question(|| crate::hidden::ask(question, hint))
    }

    #[cfg(not(unix))]
    fn secret(&mut self, question: &str, hint: &str) -> Asked<Zeroizing<String>> {
        inquire::Password::new(question)
            .with_help_message(hint)
            .with_render_config(look())
            .with_formatter(&|_| String::new())
            .without_confirmation()
            .prompt()
            .map(Zeroizing::new)
            .map_err(why)
    }

    fn line(&mut self, question: &str, hint: &str, before: &str) -> Asked<String> {
        let text = Text::new(question)
            .with_help_message(hint)
            .with_initial_value(before)
            .with_render_config(look());
        ask(|| text.prompt()).map_err(why)
    }

    fn one(&mut self, question: &str, hint: &str, choices: &[String]) -> Asked<usize> {
        let list = Select::new(question, choices.to_vec())
            .with_help_message(hint)
            .with_render_config(look());
        ask(|| list.raw_prompt()).map(|chosen| chosen.index).map_err(why)
    }

    fn several(
        &mut self,
        question: &str,
        hint: &str,
        choices: &[String],
        before: &[usize],
    ) -> Asked<Vec<usize>> {
        let list = MultiSelect::new(question, choices.to_vec())
            .with_help_message(hint)
            .with_default(before)
            .with_render_config(look());
        ask(|| list.raw_prompt())
            .map(|chosen| chosen.into_iter().map(|one| one.index).collect())
            .map_err(why)
    }
}

/// Asks with the library, and looks after the terminal meanwhile.
#[cfg(unix)]
fn ask<T>(question: impl FnOnce() -> T) -> T {
    crate::hangup::at_a_visible_question(question)
}

#[cfg(not(unix))]
fn ask<T>(question: impl FnOnce() -> T) -> T {
    question()
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that `map_err` wants")]
fn why(error: InquireError) -> NoAnswer {
    match error {
        InquireError::OperationCanceled | InquireError::OperationInterrupted => NoAnswer::Stopped,
        _ => NoAnswer::NobodyThere,
    }
}
