//! Sessions: an ended session stays ended, whatever requests are in progress, and no id in the database can be used by a client.

mod concurrent_requests;
mod files;
mod lifetime;
mod on_postgres;
mod site;
mod store;
mod world;
