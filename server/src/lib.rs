//! Mailcode's server.
//!
//! Architecture invariant: `sign_up` knows only its ports; `mail` and `store` implement them; `router` joins them.

pub mod dev_mailbox;
pub mod mail;
pub mod sign_up;
pub mod store;
pub mod system;
