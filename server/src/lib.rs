//! Mailcode's server.
//!
//! Architecture invariant: `sign_up` uses only its ports. `mail` and `store` implement them, `system` those for time and randomness.
//! `router` connects them and records the results in `audit`; `listener` accepts connections; `doctor` tests what `mail` and `store` are
//! built from; `commands` starts what `config` describes.

// The pages' types are nested as deep as their elements.
#![recursion_limit = "512"]

pub mod audit;
pub mod brand;
pub mod commands;
pub mod config;
pub mod dev_mailbox;
pub mod doctor;
pub mod i18n;
pub mod listener;
mod log_throttle;
pub mod mail;
pub mod messages;
mod per_client_limit;
mod private_files;
pub mod router;
pub mod sessions;
mod shutdown;
pub mod sign_up;
pub mod store;
pub mod system;
mod telemetry;
