//! The rules of sign-up.

mod canonical_address;
mod limits;
pub mod ports;
mod timestamp;

pub use canonical_address::CanonicalAddress;
pub use limits::{Cap, Caps, LimitError, Limits, format_duration, parse_duration};
pub use timestamp::Timestamp;
