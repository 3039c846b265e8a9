//! Runs UniFFI's own generator, of the very version that `ffi` is built with.
fn main() {
    uniffi::uniffi_bindgen_main();
}
