//! Moving a database: `mailcode migrate-database`, and the transfer that it runs, between SQLite files and PostgreSQL databases.
#![cfg(unix)]
#![allow(dead_code, reason = "the world of the rules is for other tests, too")]

mod command;
mod databases;
mod interruptions;
mod next_ids;
mod refusals;
mod round_trip;
mod rules;
#[path = "../support/test_database.rs"]
mod test_database;
#[path = "../sign_up/world.rs"]
mod world;

use test_database::Engine;

/// The database of the world of the rules.
const ENGINE: Engine = Engine::Sqlite;
