//! The rules' ports for time and randomness: the only code that reads the operating system's clock and randomness, and the clock that all
//! tests use instead.

mod clock;
mod fake_clock;
mod randomness;

pub use clock::SystemClock;
pub use fake_clock::FakeClock;
pub use randomness::SystemRandomness;
