//! The operating system behind the rules' ports: the only places that read its clock and its randomness.

mod clock;
mod randomness;

pub use clock::SystemClock;
pub use randomness::SystemRandomness;
