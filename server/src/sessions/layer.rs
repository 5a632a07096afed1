use super::VisitSession;
use super::cookies::Cookies;
use crate::config::Origin;
use crate::store::SqliteSessions;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

/// Where the sessions are kept, and what their cookies are like.
#[derive(Clone, Debug)]
pub struct Sessions {
    store: SqliteSessions,
    cookies: Cookies,
}

impl Sessions {
    /// Sessions kept in this store, with cookies fit for this origin.
    #[must_use]
    pub fn new(store: SqliteSessions, origin: &Origin) -> Self {
        Self { store, cookies: Cookies::of(origin) }
    }
}

/// Gives every request its [`VisitSession`], which saves itself, and sets the cookies that it asks for.
///
/// tower-sessions' own layer would save a second time when the request ends. What another request has changed
/// meanwhile would be lost, and its cookie taken back.
pub async fn with_session(State(sessions): State<Sessions>, mut request: Request, next: Next) -> Response {
    let session = VisitSession::open(sessions.store.for_request(), sessions.cookies, request.headers());
    request.extensions_mut().insert(session.clone());
    let mut response = next.run(request).await;
    session.set_cookies(response.headers_mut());
    response
}
