use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// The longest request target, in bytes: what RFC 9112 §3 asks every server to support at least, and 200 times our longest.
const MAX_URI: usize = 8 * 1024;
/// The largest size of all header fields, in bytes as sent; the same as nginx and Node.js, and eight times what a browser sends.
const MAX_FIELDS_SIZE: usize = 16 * 1024;
/// The most header fields; a browser sends about 20.
const MAX_FIELDS: usize = 100;

/// Refuses a request whose head is larger than any meant for this server: 414 (RFC 9110 §15.5.15) or 431 (RFC 6585 §5).
pub(super) async fn check(request: Request, next: Next) -> Response {
    if length(request.uri()) > MAX_URI {
        return StatusCode::URI_TOO_LONG.into_response();
    }
    if request.headers().len() > MAX_FIELDS || size(request.headers()) > MAX_FIELDS_SIZE {
        return StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE.into_response();
    }
    next.run(request).await
}

fn length(uri: &Uri) -> usize {
    uri.authority().map_or(0, |authority| authority.as_str().len()) + uri.path_and_query().map_or(0, |path| path.as_str().len())
}

/// Size of all names and values, with the colon, the space and the line end of each.
fn size(headers: &HeaderMap) -> usize {
    headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum()
}
