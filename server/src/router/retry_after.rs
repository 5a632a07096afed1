use axum::http::StatusCode;
use axum::http::header::{HeaderValue, RETRY_AFTER};
use axum::response::Response;

/// Seconds after which a crowd may have gone: a request under way takes some milliseconds, or the
/// [8 s](crate::sign_up::SignUp::ANSWER_WITHIN) of a slow relay.
const SECONDS: u64 = 10;

/// Says when to come back (RFC 9110 §10.2.3) on an answer that refuses for the moment and does not say it itself.
pub(super) async fn add(mut response: Response) -> Response {
    let is_for_the_moment = matches!(response.status(), StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS);
    if is_for_the_moment {
        response.headers_mut().entry(RETRY_AFTER).or_insert(HeaderValue::from(SECONDS));
    }
    response
}
