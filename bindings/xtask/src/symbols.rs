//! What a library is made of: code by crate, and the tables beside the code.
//!
//! Read out of the symbol table of an unstripped build. A generic function counts for the crate
//! that wrote it, not for the one that asked for it, so the figures say where code comes from.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::shell;

/// A named part of a library.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) bytes: u64,
}

/// Sections that are no code, in words.
const TABLES: &[(&str, &str)] = &[
    (".rodata", "constants: fonts, telephone numbers, words, tables"),
    (".eh_frame", "how to unwind after a panic"),
    (".gcc_except_table", "what to clean up after a panic"),
    (".data.rel.ro", "tables of addresses"),
    (".rela.dyn", "addresses to mend when loaded"),
];

/// The parts of a library, biggest first.
pub(crate) fn parts(library: &Path) -> Result<Vec<Part>, String> {
    let symbols =
        shell::read(Command::new("nm").args(["-C", "-S", "--defined-only"]).arg(library))?;
    let sections = shell::read(Command::new("size").args(["-A", "-d"]).arg(library))?;
    let mut parts = code_by_crate(&symbols);
    parts.extend(tables(&sections));
    parts.sort_by(|a, b| b.bytes.cmp(&a.bytes).then_with(|| a.name.cmp(&b.name)));
    Ok(parts)
}

fn code_by_crate(symbols: &str) -> Vec<Part> {
    let mut sums: BTreeMap<String, u64> = BTreeMap::new();
    for (bytes, symbol) in symbols.lines().filter_map(function) {
        *sums.entry(origin(symbol)).or_default() += bytes;
    }
    sums.into_iter().map(|(name, bytes)| Part { name: format!("code of {name}"), bytes }).collect()
}

/// The size and name of a function: `address size kind name`, kind t, T, w or W.
fn function(line: &str) -> Option<(u64, &str)> {
    let mut words = line.splitn(4, ' ');
    let (_address, size) = (words.next()?, words.next()?);
    let is_code = matches!(words.next()?, "t" | "T" | "w" | "W");
    let name = words.next()?;
    is_code.then_some(())?;
    Some((u64::from_str_radix(size, 16).ok()?, name))
}

/// The crate that a demangled name begins with: `<alloc::vec::Vec<T> as …>` is `alloc`.
fn origin(symbol: &str) -> String {
    if symbol.starts_with("uniffi_") || symbol.starts_with("ffi_") {
        return "landvast_ffi".to_owned();
    }
    let mut name = symbol;
    let prefixes = ["<", "&", "*", "[", "(", "dyn ", "mut ", "const ", "impl "];
    while let Some(rest) = prefixes.iter().find_map(|prefix| name.strip_prefix(prefix)) {
        name = rest;
    }
    let end = name.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let (head, rest) = name.split_at(end.unwrap_or(name.len()));
    match head {
        "core" | "alloc" | "std" | "hashbrown" | "gimli" | "addr2line" | "rustc_demangle" => {
            "Rust's own library".to_owned()
        }
        _ if rest.starts_with("::") || rest.starts_with('[') => head.to_owned(),
        _ => "no crate".to_owned(),
    }
}

fn tables(sections: &str) -> Vec<Part> {
    let sized = sections.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        let (section, bytes) = (words.next()?, words.next()?.parse().ok()?);
        let (_, name) = TABLES.iter().find(|(known, _)| *known == section)?;
        Some(Part { name: (*name).to_owned(), bytes })
    });
    sized.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_counts_for_the_crate_that_wrote_it() {
        assert_eq!(origin("sled::tree::Tree::insert"), "sled");
        assert_eq!(origin("<&mut lopdf::Object as core::fmt::Debug>::fmt"), "lopdf");
        assert_eq!(origin("<alloc::vec::Vec<sled::Tree> as Drop>::drop"), "Rust's own library");
        assert_eq!(origin("uniffi_landvast_ffi_fn_method_keeper_lock"), "landvast_ffi");
        assert_eq!(origin("memcpy"), "no crate");
    }

    #[test]
    fn only_code_is_counted_as_code() {
        let symbols = "0000000000001000 0000000000000010 t sled::a\n\
                       0000000000001010 0000000000000020 T sled::b\n\
                       0000000000002000 0000000000000400 r sled::TABLE\n\
                       0000000000003000 t without_a_size\n";
        assert_eq!(code_by_crate(symbols), [Part { name: "code of sled".to_owned(), bytes: 0x30 }]);
    }

    #[test]
    fn fonts_count_as_constants() {
        let sections = "lib.so  :\nsection size addr\n.text 100 0\n.rodata 1200 4096\n";
        let tables = tables(sections);
        assert_eq!(tables.len(), 1);
        assert_eq!(tables.first().unwrap().bytes, 1200);
    }
}
