//! The real mail servers of the tests.

mod exim;
mod mail_server;
mod postfix;
mod root;

pub use exim::Exim;
pub(crate) use mail_server::until_listening;
pub use postfix::Postfix;
