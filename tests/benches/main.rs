//! What things cost, each beside what it is compared to.

fn main() {}
