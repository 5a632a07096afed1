use axum::http::StatusCode;
use axum::http::header::{HeaderValue, RETRY_AFTER};
use axum::response::Response;

/// Seconds after which a burst of requests is probably over: a request takes some milliseconds, or the [8
/// s](crate::sign_up::SignUp::ANSWER_WITHIN) of a slow relay.
const SECONDS: u64 = 10;

/// Adds `Retry-After` (RFC 9110 §10.2.3) to a 503 or 429 without it.
pub(super) async fn add(mut response: Response) -> Response {
    let is_for_the_moment = matches!(response.status(), StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS);
    if is_for_the_moment {
        response.headers_mut().entry(RETRY_AFTER).or_insert(HeaderValue::from(SECONDS));
    }
    response
}
