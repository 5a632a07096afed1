//! The settings: flags and environment variables of the same name, read once at start.
//!
//! `settings` and `smtp_settings` declare them, `value_parsers` parses their values, and `environment` reads the variables. `server_config` checks them all, with the help of a
//! file for each subject: `database`, `secret_key`, `origin`, `proxies`, `relay`, `dkim`, `appearance` and `limits`. `text` reads values and files, `errors`
//! words what is wrong, and `warnings` lists what is valid but weak.

mod appearance;
mod database;
mod dkim;
mod environment;
mod errors;
mod limits;
mod origin;
#[cfg(test)]
mod parser_tests;
mod proxies;
mod relay;
mod secret_key;
mod server_config;
mod settings;
mod smtp_settings;
mod text;
mod value_parsers;
mod warnings;

pub use environment::{Environment, EnvironmentError};
pub use errors::{ConfigError, clap_error};
pub use origin::Origin;
pub use proxies::TrustedProxies;
pub use secret_key::{SecretKeyError, SecretKeySource};
pub use server_config::{Config, DataConfig};
pub use settings::{FORMS, Settings};
pub use text::{absolute_path, describe};
pub(crate) use value_parsers::{address, count};
