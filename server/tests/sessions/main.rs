//! Sessions: an ended session stays ended, whatever requests are in progress, and no id in the database can be used by a client.

mod concurrent_requests;
mod files;
mod lifetime;
mod site;
mod store;
#[path = "../support/test_database.rs"]
mod test_database;
mod world;

use test_database::Engine;

const ENGINE: Engine = Engine::Sqlite;
