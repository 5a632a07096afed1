//! The listeners: who may connect, how many at once, and how long a connection may take for what.
//!
//! Architecture invariant: nothing that a stranger holds open is without a bound in number and in time, and nothing
//! that goes wrong with one connection ends the loop that accepts them.

mod accept_faults;
mod connection;
mod linger;
mod open_files;
mod places;
mod serve;
mod timeouts;
mod told;

pub use open_files::allow_open_files;
pub use places::{Bounds, Places};
pub use serve::Listener;
pub use timeouts::Timeouts;
