//! The rules' ports for time and randomness: the only code that reads the operating system's clock and randomness.

mod clock;
mod randomness;

pub use clock::SystemClock;
pub use randomness::SystemRandomness;
