//! What the tests of the server and the end-to-end tests share.

#![allow(clippy::missing_panics_doc, clippy::expect_used, reason = "what cannot do its work fails the test that uses it")]

mod html;
mod log;
#[cfg(unix)]
pub mod postgres;
pub mod proof_of_work;
mod raw_connection;
#[cfg(unix)]
mod test_database;
mod until;

pub use html::{Element, Html};
pub use log::MemoryLog;
pub use raw_connection::{RawConnection, status};
#[cfg(unix)]
pub use test_database::{Lock, TestDatabase, run_again_on_postgres};
pub use until::{PATIENCE, look_for, until, until_within};
