use axum::body::{Body, HttpBody};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::CONNECTION;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use std::time::Duration;
use tokio::time::timeout;

/// The largest body accepted, in bytes: every form has one short field, of at most four octets per character, percent-encoded.
const MAX_BODY: usize = 16 * 1024;
/// Time limit for reading a whole body, however slowly it arrives: 16 KB at 9 kbit/s.
const WITHIN: Duration = Duration::from_secs(15);

/// Reads the body before any other work is done for the request, so that a slow body holds nothing but its connection. A body with a
/// declared size above the limit is not read, nor requested from a client that waits for that (`Expect: 100-continue`, RFC 9110 §10.1.1).
pub(super) async fn receive(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    if body.size_hint().lower() > u64::try_from(MAX_BODY).unwrap_or(u64::MAX) {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    }
    match timeout(WITHIN, Limited::new(body, MAX_BODY).collect()).await {
        Ok(Ok(whole)) => next.run(Request::from_parts(parts, Body::from(whole.to_bytes()))).await,
        Ok(Err(error)) if error.is::<LengthLimitError>() => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        // The chunks are malformed, or the client has disconnected.
        Ok(Err(_)) => StatusCode::BAD_REQUEST.into_response(),
        // The rest of the body is not read (RFC 9110 §15.5.9).
        Err(_) => (StatusCode::REQUEST_TIMEOUT, [(CONNECTION, "close")]).into_response(),
    }
}
