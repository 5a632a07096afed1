//! What a request says about its caller and its target.
//!
//! - `accept_encoding`: how the response may be compressed.
//! - `caller`: whether it comes from a form, an island or a program, which determines the format of the response.
//! - `client_address`: the IP address of the client, also behind proxies.
//! - `host`: the host that the request is for.

mod accept_encoding;
mod caller;
mod client_address;
mod host;

pub(super) use accept_encoding::ContentCoding;
pub(super) use caller::{CallerKind, is_island, reads_html};
pub use client_address::ClientAddresses;
pub(super) use host::Host;
