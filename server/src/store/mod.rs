//! The database that implements the rules' store port.
//!
//! Architecture invariant: only this module holds the SQL of the server's data, and the rules see only `dyn Store`.

mod sqlite;

pub use sqlite::{DatabaseFault, OpenProblem, SchemaState, SqliteStore, StoreOpenError};
