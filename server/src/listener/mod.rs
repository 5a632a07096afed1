//! The listeners: which clients may connect, how many at once, and how long each part of a connection may take.
//!
//! Architecture invariant: everything that a client holds open is limited in number and in time, and no failure of one connection ends the
//! loop that accepts them.
//!
//! - `serve`: the loop; `accept_faults`: what it does when it cannot accept; `connection`: one connection, from its first byte to its last.
//! - `bounds`: how many connections may be open; `connection_limit`: counts them; `timeouts`: how long each part may take.
//! - `http2`: the refusal of HTTP/2; `requests_in_progress`: counts them.

mod accept_faults;
mod bounds;
mod connection;
mod connection_limit;
mod http2;
mod requests_in_progress;
mod serve;
mod timeouts;

pub use bounds::{Bounds, allow_open_files};
pub use connection_limit::ConnectionLimiter;
pub use requests_in_progress::RequestsInProgress;
pub use serve::Listener;
pub use timeouts::Timeouts;
