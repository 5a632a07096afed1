//! The database behind the rules' store port.
//!
//! Architecture invariant: SQL stands in this module only, and the rest of the server sees `dyn Store`.

mod sqlite;

pub use sqlite::{Form, SqliteSessions, SqliteStore, StoreOpenError};
