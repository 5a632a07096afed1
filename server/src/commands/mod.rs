//! The commands of the binary.

mod application;
mod audit;
mod background;
mod command_line;
mod data_files;
mod doctor;
mod run;
mod serve;
mod sign_out;
mod start_error;

pub use application::Application;
pub use run::run;
pub use start_error::StartError;
