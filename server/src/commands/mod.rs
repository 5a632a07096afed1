//! The commands of the binary.
//!
//! `run` parses the `command_line` and runs one command: `serve`, `audit`, `doctor`, `migrate_database` or `sign_out`. `serve` runs an
//! `application`, which connects the parts of the server. `background` has the tasks beside it, `database_and_key` describes the files that
//! it opens, and `relay_names` checks that the names of the relays resolve.

mod application;
mod audit;
mod background;
mod command_line;
mod database_and_key;
mod doctor;
mod migrate_database;
mod relay_names;
mod run;
mod serve;
mod sign_out;
mod start_error;

pub use application::Application;
pub use run::run;
pub use start_error::StartError;
