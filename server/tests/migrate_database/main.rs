//! Moving a database: `mailcode migrate-database`, and the transfer that it runs, between SQLite files and PostgreSQL databases.
#![cfg(unix)]

mod command;
mod databases;
mod interruptions;
mod next_ids;
mod refusals;
mod round_trip;
mod site;
mod visitors;
