use crate::sign_up::ports::Randomness;
use rand::CryptoRng;
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;

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
