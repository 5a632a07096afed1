use super::Site;
use axum::extract::State;
use axum::http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::response::Response;

/// Nothing from elsewhere, nothing inline, no frame around us (ASVS 5.0 V3.4). Wasm is compiled by `wasm-unsafe-eval`.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; worker-src 'self'; object-src 'none'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// On every answer. The referrer policy is not `no-referrer`, under which browsers send `Origin: null` with our own
/// forms.
const HEADERS: [(HeaderName, &str); 7] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Adds the security headers; under https also HSTS for a year (RFC 6797, ASVS 5.0 V3.4.1).
pub(super) async fn add(State(site): State<Site>, mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        // The policy of an image is stricter.
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if site.origin.is_https() {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000; includeSubDomains"));
    }
    response
}
