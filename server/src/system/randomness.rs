use crate::sign_up::ports::Randomness;
use rand::CryptoRng;
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;

/// The operating system's CSPRNG, read at every draw. No generator's state lies in the process's memory.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    /// # Panics
    /// At a draw, if the operating system has no randomness to give: nothing safe could be done without.
    fn generator(&self) -> Box<dyn CryptoRng + Send + '_> {
        Box::new(UnwrapErr(SysRng))
    }
}
