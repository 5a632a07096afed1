//! What the binary does when it is called.

mod application;
mod audit;
mod command_line;
mod run;
mod serve;
mod tidy;

pub use application::{Application, StartError};
pub use run::run;
