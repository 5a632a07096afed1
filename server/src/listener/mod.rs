//! The listeners: which clients may connect, how many at once, and how long each part of a connection may take.
//!
//! Architecture invariant: everything that a client holds open is limited in number and in time, and no failure of one connection ends the
//! loop that accepts them.

mod accept_faults;
mod bounds;
mod connection;
mod connection_limit;
mod http2;
mod log_throttle;
mod serve;
mod timeouts;

pub use bounds::{Bounds, allow_open_files};
pub use connection_limit::ConnectionLimiter;
pub use log_throttle::{LogThrottle, LogThrottle as SharedLogThrottle};
pub use serve::Listener;
pub use timeouts::Timeouts;
