//! The listeners: which clients may connect, how many at once, and how long each part of a connection may take.
//!
//! Architecture invariant: everything that a client holds open is limited in number and in time, and no failure of one connection ends the
//! loop that accepts them.

mod accept_faults;
mod connection;
mod connection_limit;
mod http2;
mod log_throttle;
mod open_files;
mod serve;
mod timeouts;

pub use connection_limit::{Bounds, ConnectionLimiter};
pub use log_throttle::SharedLogThrottle;
pub use open_files::allow_open_files;
pub use serve::Listener;
pub use timeouts::Timeouts;
