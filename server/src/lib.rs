//! Mailcode's server.
//!
//! Architecture invariant: `sign_up` knows only its ports; `mail` and `store` implement them, `system` those for time
//! and randomness; `router` joins them and records in `audit` what came of it; `listener` lets clients in; `doctor`
//! tries what `mail` and `store` are made of; `commands` starts what `config` says.

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
pub mod mail;
pub mod messages;
pub mod router;
pub mod sessions;
mod shutdown;
pub mod sign_up;
pub mod store;
pub mod system;
mod telemetry;
mod views;
