//! What the binary does when it is called.

mod application;
mod run;
mod tidy;

pub use application::{Application, StartError};
pub use run::run;
