//! The sessions of browsers, which cookies identify.
//!
//! [`with_session`] gives each request a [`VisitorSession`]. That file decides how long sessions live; `session_record` reads and saves the
//! values through `request_store`, which keeps the writes of a request until they are stored. [`SessionStorage`] is the port of the storage,
//! `session_row` the form of what it stores. `flash` and `signed_in` add the messages and the sessions of an account. `cookies` reads and sets the cookies, `pre_session` has
//! the cookie before the first session, `browser` the description of a browser.

mod browser;
mod cookies;
mod flash;
mod pre_session;
mod request_store;
mod session_handle;
mod session_record;
mod session_row;
mod session_storage;
mod signed_in;
mod visitor_session;

pub use browser::Browser;
pub(crate) use cookies::{CookieName, Cookies};
pub use flash::{Flash, FlashMessage};
pub use session_handle::{SessionHandle, SessionHandleError};
pub use session_record::SessionError;
pub use session_row::session_keys;
pub use session_storage::{SessionStorage, SignedInSession, StoredSession};
pub use signed_in::SignedIn;
pub use visitor_session::{SessionChange, VisitorSession};

use crate::config::Origin;
use crate::sign_up::MacKey;
use crate::sign_up::ports::Clock;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;
use pre_session::PreSession;
use std::fmt;
use std::sync::Arc;
use tower_sessions::session::Id;

/// Where sessions are stored, and the form of their cookies.
#[derive(Clone)]
pub struct Sessions {
    storage: Arc<dyn SessionStorage>,
    clock: Arc<dyn Clock>,
    cookies: Cookies,
    key: MacKey,
}

impl Sessions {
    /// Sessions in this storage, which expire by this clock, with cookies for this origin. `key` makes the MACs of pre-session cookies.
    #[must_use]
    pub fn new(storage: Arc<dyn SessionStorage>, clock: Arc<dyn Clock>, origin: &Origin, key: MacKey) -> Self {
        Self { storage, clock, cookies: Cookies::of(origin), key }
    }

    /// Whether the request has a cookie of this server, even one that is not valid.
    pub(crate) fn has_cookie(&self, headers: &HeaderMap) -> bool {
        self.cookies.any(headers)
    }

    /// Sets the pre-session cookie for a browser without cookies, as [`VisitorSession::offer_pre_session_cookie`] does.
    pub(crate) fn set_pre_session_cookie(&self, headers: &mut HeaderMap) {
        let pre_session = PreSession::new(Id::default(), self.clock.now()).to_cookie(&self.key);
        self.cookies.set(headers, CookieName::PreSession, &pre_session, PreSession::LIFETIME);
    }
}

impl fmt::Debug for Sessions {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Sessions").finish_non_exhaustive()
    }
}

/// Gives every request its [`VisitorSession`], which saves itself, and sets its cookies with the response.
///
/// tower-sessions' own layer would save again when the request ends. That would undo the changes of concurrent requests and expire their
/// cookies.
pub async fn with_session(State(sessions): State<Sessions>, mut request: Request, next: Next) -> Response {
    let session = VisitorSession::open(&sessions, request.headers());
    request.extensions_mut().insert(session.clone());
    let mut response = next.run(request).await;
    session.set_cookies(response.headers_mut());
    response
}
