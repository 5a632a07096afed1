//! What a request says about its sender and its target: the kind of client, the client's address, and the host that the request is for.

mod client;
mod client_address;
mod host;

pub(super) use client::{Client, is_island, reads_html};
pub use client_address::ClientAddresses;
pub(super) use host::Host;
