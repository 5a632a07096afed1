//! The sessions: what a browser's cookies lead to.

mod cookies;
mod error;
mod layer;
mod notice;
mod pending_cookies;
mod visit_session;

pub(crate) use cookies::Cookies;
pub use error::SessionError;
pub use layer::{Sessions, with_session};
pub use notice::{NotMeNotice, Notice, PageNotice};
pub use visit_session::VisitSession;
