//! The commands of the binary.

mod application;
mod audit;
mod cleanup;
mod command_line;
mod data_files;
mod doctor;
mod run;
mod serve;
mod sign_out;

pub use application::{Application, StartError};
pub use run::run;
