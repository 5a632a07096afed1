use super::Site;
use crate::sign_up::Challenge;
use axum::Json;
use axum::extract::State;

/// `/api/challenge`: creates a challenge for a proof of work. It costs one hash and two MACs and is not stored, so the number of requests
/// is not limited.
pub(super) async fn challenge(State(site): State<Site>) -> Json<Challenge> {
    Json(site.sign_up.challenge())
}
