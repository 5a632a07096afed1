use super::visit_session::SIGNED_IN;
use crate::config::Origin;
use crate::store::SqliteSessions;
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};

/// The layer that loads a session for every request and saves it when it changed.
pub type SessionLayer = SessionManagerLayer<SqliteSessions>;

/// Sessions kept in this store, with a cookie fit for this origin.
///
/// Under https the name begins with `__Host-` (RFC 6265bis §4.1.3.2): no other host and no plain-text page can set it.
/// `SameSite=Lax` and not `Strict`: who follows a link to the service from elsewhere is still signed in.
#[must_use]
pub fn session_layer(store: SqliteSessions, origin: &Origin) -> SessionLayer {
    let name = if origin.is_https() { "__Host-mailcode" } else { "mailcode" };
    SessionManagerLayer::new(store)
        .with_name(name)
        .with_secure(origin.is_https())
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnInactivity(SIGNED_IN))
}
