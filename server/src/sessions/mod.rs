//! The sessions: what a browser's cookies lead to.

mod browser;
mod cookies;
mod error;
mod flash;
mod handle;
mod layer;
mod pending_cookies;
mod signed_in;
mod visit_session;

pub use browser::Browser;
pub(crate) use cookies::Cookies;
pub use error::SessionError;
pub use flash::{Flash, Message};
pub use handle::{SessionHandle, SessionHandleError};
pub use layer::{Sessions, with_session};
pub use signed_in::SignedIn;
pub use visit_session::VisitSession;
