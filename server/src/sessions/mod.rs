//! The sessions of browsers, which cookies identify.

mod browser;
mod cookies;
mod error;
mod flash;
mod layer;
mod pending_cookies;
mod pre_session;
mod signed_in;
mod visitor_session;

pub use browser::Browser;
pub(crate) use cookies::Cookies;
pub use error::SessionError;
pub use flash::{Flash, Message};
pub use layer::{Sessions, with_session};
pub use signed_in::{SessionHandle, SessionHandleError, SignedIn};
pub use visitor_session::VisitorSession;
