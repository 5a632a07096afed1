//! The `mailcode` binary.
fn main() {}
