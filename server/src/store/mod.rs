//! The databases that implement the rules' store port: SQLite for one machine, PostgreSQL for several instances on one database. `location`
//! says which, and `database` is the open one, whichever it is. `transfer` copies everything from one to another, and `tables` lists what
//! that is.
//!
//! Architecture invariant: only this module holds the SQL of the server's data, and the rules see only `dyn Store`.

mod database;
mod delivery_text;
mod location;
mod postgres;
mod schema_state;
mod sqlite;
mod tables;
mod transfer;

pub use database::{Database, DatabaseOpenError, DatabaseProblem};
pub use location::{DatabaseLocation, LocationError};
pub use postgres::{PostgresOpenError, PostgresProblem, PostgresStore, PostgresUrl, PostgresUrlError};
pub use schema_state::SchemaState;
pub use sqlite::{DatabaseFault, DatabaseFile, OpenProblem, SqliteStore, StoreOpenError};
pub use tables::Table;
pub use transfer::{TableCount, Transfer, TransferError, TransferProblem};
