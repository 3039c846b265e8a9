//! What a guess at the passphrase costs.

use landvast::KdfCost;
use landvast_seal::{DataKey, Key, Secret, Slot, SlotRandom, VaultId};
use landvast_tests::owner::{PASSPHRASE, passphrase};

use crate::{Figure, in_turns, time};

/// Deriving a key from a passphrase at the usual cost, beside the least that is accepted.
pub(crate) fn deriving() -> Figure {
    let passphrase = passphrase(PASSPHRASE);
    let data_key = DataKey::make(Secret::take(&mut [7; 32]));
    let derive = |cost: KdfCost| {
        let random = SlotRandom { id: [1; 8], salt: [2; 16], nonce: [3; 24] };
        let key = Key::Passphrase(&passphrase);
        time(|| Slot::make(key, cost, &data_key, VaultId([4; 16]), 1, random).unwrap()).0
    };
    let (usual, least) = in_turns(9, || derive(KdfCost::DEFAULT), || derive(KdfCost::FLOOR));
    Figure {
        what: "deriving a key from a passphrase",
        value: usual,
        unit: "ms",
        beside: Some(("at the least cost accepted", least)),
        most: None,
    }
}
