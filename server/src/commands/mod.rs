//! What the binary does when it is called.

mod address;
mod application;
mod audit;
mod command_line;
mod doctor;
mod run;
mod sender;
mod serve;
mod sign_out;
mod tidy;

pub use application::{Application, StartError};
pub use run::run;
