//! `passphrase` and `recover`: another passphrase, with the old one or with the recovery code.

use landvast::{Keeper, id};
use serde_json::json;

use super::{At, in_plan};
use crate::desk::Desk;
use crate::secret::{self, SecretSource};
use crate::trouble::Trouble;

pub(super) fn change(
    new: &SecretSource,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let passphrase = secret::new_passphrase(desk, new, id::ERROR_NO_TERMINAL_NEW_PASSPHRASE)?;
    {
        let _busy = desk.busy(id::CLI_BUSY_KEYS);
        keeper.set_passphrase(&passphrase, desk.host.cost)?;
    }
    desk.say_message(id::CLI_DONE_PASSPHRASE)?;
    desk.say_message(id::CLI_OLD_COPIES_OPEN)?;
    desk.give(|| json!({ "done": "passphrase" }))
}

pub(super) fn recover(
    code: &SecretSource,
    new: &SecretSource,
    at: &At,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    landvast::identify(at.vault()?)?;
    let code = secret::recovery_code(desk, code)?;
    let passphrase = secret::new_passphrase(desk, new, id::ERROR_NO_TERMINAL_NEW_PASSPHRASE)?;
    let keeper = {
        let _busy = desk.busy(id::CLI_BUSY_KEYS);
        Keeper::recover(&at.opening(desk)?, &code, &passphrase)?
    };
    in_plan(keeper, at, desk, |_, desk| {
        desk.say_message(id::CLI_DONE_RECOVER)?;
        desk.say_message(id::CLI_OLD_COPIES_OPEN)?;
        desk.give(|| json!({ "done": "recover" }))
    })
}
