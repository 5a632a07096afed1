//! Sessions over a real PostgreSQL store: the tests of `sessions`, but for those of SQLite's files.

#![cfg(unix)]
#![allow(dead_code, reason = "some of the world is for the tests of SQLite's files")]

#[path = "../sessions/concurrent_requests.rs"]
mod concurrent_requests;
#[path = "../sessions/lifetime.rs"]
mod lifetime;
#[path = "../sessions/site.rs"]
mod site;
#[path = "../sessions/store.rs"]
mod store;
#[path = "../support/test_database.rs"]
mod test_database;
#[path = "../sessions/world.rs"]
mod world;

use test_database::Engine;

const ENGINE: Engine = Engine::Postgres;
