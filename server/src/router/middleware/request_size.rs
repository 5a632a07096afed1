use axum::body::{Body, HttpBody};
use axum::extract::Request;
use axum::http::header::CONNECTION;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use std::time::Duration;
use tokio::time::timeout;

/// The longest request target, in bytes: what RFC 9112 §3 asks every server to support at least, and 200 times our longest.
const MAX_URI: usize = 8 * 1024;
/// The largest size of all header fields, in bytes as sent; the same as nginx and Node.js, and eight times what a browser sends.
const MAX_FIELDS_SIZE: usize = 16 * 1024;
/// The most header fields; a browser sends about 20.
const MAX_FIELDS: usize = 100;
/// The largest body accepted, in bytes: every form has one short field, of at most four octets per character, percent-encoded.
pub(in crate::router) const MAX_BODY_SIZE: usize = 16 * 1024;
/// Time limit for reading a whole body, however slowly it arrives: 16 KB at 9 kbit/s.
const READ_WITHIN: Duration = Duration::from_secs(15);

/// Refuses a request whose head is larger than any meant for this server: 414 (RFC 9110 §15.5.15) or 431 (RFC 6585 §5).
///
/// # Errors
/// The status of the refusal.
pub(in crate::router) fn check_head(request: &Request) -> Result<(), StatusCode> {
    if length(request.uri()) > MAX_URI {
        return Err(StatusCode::URI_TOO_LONG);
    }
    if request.headers().len() > MAX_FIELDS || size(request.headers()) > MAX_FIELDS_SIZE {
        return Err(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
    }
    Ok(())
}

/// Reads the body before any other work is done for the request, so that a slow body holds nothing but its connection. A body with a
/// declared size above the limit is not read, nor requested from a client that waits for that (`Expect: 100-continue`, RFC 9110 §10.1.1).
///
/// # Errors
/// The refusal.
pub(in crate::router) async fn receive_body(body: Body) -> Result<Body, Response> {
    if body.is_end_stream() {
        return Ok(Body::empty());
    }
    if body.size_hint().lower() > u64::try_from(MAX_BODY_SIZE).unwrap_or(u64::MAX) {
        return Err(StatusCode::PAYLOAD_TOO_LARGE.into_response());
    }
    let status = match timeout(READ_WITHIN, Limited::new(body, MAX_BODY_SIZE).collect()).await {
        Ok(Ok(whole)) => return Ok(Body::from(whole.to_bytes())),
        Ok(Err(error)) if error.is::<LengthLimitError>() => StatusCode::PAYLOAD_TOO_LARGE,
        // The chunks are malformed, or the client has disconnected.
        Ok(Err(_)) => StatusCode::BAD_REQUEST,
        // The rest of the body is not read (RFC 9110 §15.5.9).
        Err(_) => return Err((StatusCode::REQUEST_TIMEOUT, [(CONNECTION, "close")]).into_response()),
    };
    Err(status.into_response())
}

fn length(uri: &Uri) -> usize {
    uri.authority().map_or(0, |authority| authority.as_str().len()) + uri.path_and_query().map_or(0, |path| path.as_str().len())
}

/// Size of all names and values, with the colon, the space and the line end of each.
fn size(headers: &HeaderMap) -> usize {
    headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum()
}
