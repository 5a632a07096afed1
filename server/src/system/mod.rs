//! The rules' ports for time and randomness: the only code that reads the operating system's clock and randomness, and the clock that all
//! tests use instead.

mod fake_clock;

pub use fake_clock::FakeClock;

use crate::sign_up::Timestamp;
use crate::sign_up::ports::{Clock, Randomness};
use rand::CryptoRng;
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use std::time::{SystemTime, UNIX_EPOCH};

/// The system's wall clock: its times are stored in the database and must survive a restart.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    fn now(&self) -> Timestamp {
        // A clock before 1970 was never set and counts as 1970.
        let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Timestamp::from_millis(0) + since_epoch
    }
}

/// The operating system's CSPRNG, read at every draw, so that the process's memory holds no generator state.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    /// # Panics
    /// A draw panics if the operating system has no randomness: the server can do nothing safe without it.
    fn generator(&self) -> Box<dyn CryptoRng + Send + '_> {
        Box::new(UnwrapErr(SysRng))
    }
}
