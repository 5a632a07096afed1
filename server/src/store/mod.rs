//! The databases that implement the rules' store port: SQLite for one machine, PostgreSQL for several instances on one database.
//!
//! Architecture invariant: only this module holds the SQL of the server's data, and the rules see only `dyn Store`.

mod delivery_text;
mod postgres;
mod schema_state;
mod sqlite;

pub use postgres::{PostgresOpenError, PostgresProblem, PostgresStore};
pub use schema_state::SchemaState;
pub use sqlite::{DatabaseFault, OpenProblem, SqliteStore, StoreOpenError};
