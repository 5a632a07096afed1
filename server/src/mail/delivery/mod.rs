//! Sends a mail through the first relay that accepts it, and retries.
//!
//! The `mailer` tries the relays in rounds, as often as the `retry_budget` allows. Each relay has a `relay_client`, which leases
//! connections from its `pool`, within the `connection_limit`, behind a circuit `breaker` and writes the `relay_log`.

mod breaker;
mod connection_limit;
mod mailer;
mod pool;
mod relay_client;
mod relay_log;
mod retry_budget;

pub use mailer::{Mailer, RelayStatus, RelayUnusable};

#[cfg(test)]
mod route_tests;
