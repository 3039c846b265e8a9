//! Every package that we build on may be used by anybody.
//!
//! The list of what is allowed stands in deny.toml, where cargo-deny reads it too. Here it is read
//! so that the rule holds on machines without cargo-deny.

use super::Finding;
use super::tree::{Package, Tree};

const LIST: &str = "deny.toml";

/// What deny.toml allows: for everybody, and for one package each.
#[derive(Debug, Default, PartialEq)]
struct Allowed {
    everybody: Vec<String>,
    exceptions: Vec<(String, String)>,
}

/// Every package says under which licence it comes, and we may take one that it offers.
pub(super) fn allowed(tree: &Tree) -> Vec<Finding> {
    let allowed = read(tree.text(LIST));
    if allowed.everybody.is_empty() {
        return vec![Finding::fault(LIST, "no licence is allowed: has the list moved?")];
    }
    tree.packages.iter().filter_map(|package| refused(package, &allowed)).collect()
}

fn refused(package: &Package, allowed: &Allowed) -> Option<Finding> {
    let Some(offer) = &package.licence else {
        return Some(Finding::fault(&package.name, "does not say its licence"));
    };
    let may_take = |licence: &str| {
        let mut exceptions = allowed.exceptions.iter();
        allowed.everybody.iter().any(|one| one == licence)
            || exceptions.any(|(name, one)| *name == package.name && one == licence)
    };
    let good = acceptable(offer, &may_take);
    (!good).then(|| Finding::fault(&package.name, format!("its licence is not allowed: {offer}")))
}

/// Whether one way through `A OR (B AND C)` is allowed; old manifests write `A/B` for `A OR B`.
fn acceptable(offer: &str, may_take: &dyn Fn(&str) -> bool) -> bool {
    let spaced = offer.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let good = either(&mut rest, may_take);
    good && rest.is_empty()
}

fn either(words: &mut &[&str], may_take: &dyn Fn(&str) -> bool) -> bool {
    let mut good = both(words, may_take);
    while let ["OR", rest @ ..] = *words {
        *words = rest;
        good |= both(words, may_take);
    }
    good
}

fn both(words: &mut &[&str], may_take: &dyn Fn(&str) -> bool) -> bool {
    let mut good = one(words, may_take);
    while let ["AND", rest @ ..] = *words {
        *words = rest;
        good &= one(words, may_take);
    }
    good
}

fn one(words: &mut &[&str], may_take: &dyn Fn(&str) -> bool) -> bool {
    match *words {
        ["(", rest @ ..] => {
            *words = rest;
            let good = either(words, may_take);
            let [")", rest @ ..] = *words else { return false };
            *words = rest;
            good
        }
        [licence, "WITH", exception, rest @ ..] => {
            *words = rest;
            may_take(&format!("{licence} WITH {exception}"))
        }
        [licence, rest @ ..] => {
            *words = rest;
            may_take(licence)
        }
        [] => false,
    }
}

/// Reads the two lists of the `[licenses]` section.
fn read(list: &str) -> Allowed {
    let mut allowed = Allowed::default();
    let mut section = "";
    for line in list.lines().map(str::trim) {
        if line.starts_with('[') {
            section = line;
            continue;
        }
        if section != "[licenses]" || line.starts_with('#') {
            continue;
        }
        let quoted: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
        match quoted.as_slice() {
            [name, licence] if line.contains("crate =") => {
                allowed.exceptions.push(((*name).to_owned(), (*licence).to_owned()));
            }
            [licence] => allowed.everybody.push((*licence).to_owned()),
            _ => {}
        }
    }
    allowed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::made_up;

    const DENY: &str = "[licenses]\nallow = [\n    \"MIT\",\n    \"Apache-2.0\", # ours\n    \
        \"Unicode-3.0\",\n]\nexceptions = [\n    { crate = \"uniffi\", allow = [\"MPL-2.0\"] },\n]\n\
        [bans]\nmultiple-versions = \"warn\"\n";

    fn with(name: &str, licence: Option<&str>) -> Vec<Finding> {
        let mut tree = made_up::files(&[(LIST, DENY)]);
        let licence = licence.map(str::to_owned);
        tree.packages.push(Package { name: name.to_owned(), licence, ..Package::default() });
        allowed(&tree)
    }

    #[test]
    fn one_allowed_offer_is_enough() {
        assert!(with("a", Some("GPL-3.0 OR MIT")).is_empty());
        assert!(with("a", Some("GPL-3.0/MIT")).is_empty());
        assert!(with("a", Some("(MIT OR GPL-3.0) AND Unicode-3.0")).is_empty());
    }

    #[test]
    fn a_licence_that_asks_too_much_is_refused() {
        for offer in ["GPL-3.0", "MIT AND GPL-3.0", "(MIT", "Apache-2.0 WITH X", ""] {
            assert_eq!(with("a", Some(offer)).len(), 1, "{offer}");
        }
        assert_eq!(with("a", None).len(), 1);
    }

    #[test]
    fn an_exception_holds_for_one_package() {
        assert!(with("uniffi", Some("MPL-2.0")).is_empty());
        assert_eq!(with("another", Some("MPL-2.0")).len(), 1);
    }

    #[test]
    fn without_a_list_nothing_is_allowed() {
        assert_eq!(allowed(&Tree::default()).len(), 1);
    }
}
