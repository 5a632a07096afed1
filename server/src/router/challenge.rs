use super::Site;
use crate::sign_up::Challenge;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderName;
use axum::http::header::CACHE_CONTROL;

/// `/api/challenge`: a number to find, for a proof of work. It costs us a hash and two MACs and is not kept, so anybody may
/// have as many as they like.
pub(super) async fn challenge(State(site): State<Site>) -> ([(HeaderName, &'static str); 1], Json<Challenge>) {
    ([(CACHE_CONTROL, "no-store")], Json(site.sign_up.challenge()))
}
