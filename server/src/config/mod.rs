//! The settings: flags and environment variables of the same name, read once at start.

mod brand;
mod cautions;
mod checked;
mod data;
mod database;
mod dkim;
mod domains;
mod fallback_settings;
mod limits;
mod origin;
#[cfg(test)]
mod parser_tests;
mod password;
mod proxies;
mod relay;
mod secret_key;
mod settings;
mod unknown;
mod unreadable;
mod words;

pub use checked::{Config, ConfigError};
pub use data::DataConfig;
pub use database::DatabaseFile;
pub use origin::Origin;
pub use proxies::TrustedProxies;
pub use secret_key::SecretKeySource;
pub use settings::Settings;
pub use unknown::unknown_variable;
pub use unreadable::unreadable;
