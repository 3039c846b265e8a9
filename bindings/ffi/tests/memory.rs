//! What the library lets go of is wiped, whoever held it: the app's calls and the core's own.
#![cfg(target_os = "linux")]

use std::fs::File;
use std::os::unix::fs::FileExt;

// The allocator comes with the library that is linked.
use landvast_ffi as _;

/// Long enough that the system's own notes in freed memory are not all there is.
const LENGTH: usize = 4_000;
const INK: u8 = 0xA5;

#[test]
fn what_the_library_of_the_phones_lets_go_of_is_wiped() {
    let memory = File::open("/proc/self/mem").unwrap();
    let mut seen = vec![0; LENGTH];
    let words = vec![INK; LENGTH];
    let place = u64::try_from(words.as_ptr().addr()).unwrap();
    let mut look = || {
        memory.read_exact_at(&mut seen, place).unwrap();
        seen.clone()
    };

    assert_eq!(look(), words, "while it is held it can be seen");
    drop(words);
    assert!(!look().contains(&INK));
}
