//! The sessions: what a browser's cookie leads to.

mod host_cookie;
mod layer;
mod notice;
mod visit_session;

pub use host_cookie::complete_host_cookies;
pub use layer::{SessionLayer, session_layer};
pub use notice::Notice;
pub use visit_session::{SessionError, VisitSession};
