use crate::router::Site;
use axum::http::HeaderMap;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use frontend::REFUSAL_STYLE;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// Allows nothing from other origins, nothing inline except the style below, and no framing (ASVS 5.0 V3.4). `wasm-unsafe-eval` lets Wasm be compiled.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; worker-src 'self'; object-src 'none'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// The policy where no file is served and the page has its style inline: that style is allowed by its hash (CSP Level 3, 2.3.1).
static POLICY_WITHOUT_FILES: LazyLock<HeaderValue> = LazyLock::new(|| {
    let hash = STANDARD.encode(Sha256::digest(REFUSAL_STYLE));
    let policy = POLICY.replace("style-src 'self'", &format!("style-src 'sha256-{hash}'"));
    HeaderValue::from_str(&policy).expect("a header of ASCII")
});

/// Header fields of every response. The referrer policy is not `no-referrer`, under which browsers send `Origin: null` with our own forms.
/// Caches store no response except those with their own `Cache-Control`: pages show state, and the visitor's step may have changed. Proxies
/// must not transform a response (RFC 9111 §5.2.2.6): one that hides addresses from robots, as Cloudflare's does, would hide the visitor's
/// own address.
static HEADERS: [(HeaderName, HeaderValue); 8] = [
    (CACHE_CONTROL, HeaderValue::from_static("no-store, no-transform")),
    (CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
];

/// Adds the security headers; under https also HSTS for a year (RFC 6797, ASVS 5.0 V3.4.1).
pub(in crate::router) fn add(site: &Site, headers: &mut HeaderMap) {
    if !site.serves_files {
        headers.insert(CONTENT_SECURITY_POLICY, POLICY_WITHOUT_FILES.clone());
    }
    for (name, value) in &HEADERS {
        // An image has a policy of its own, and files may be cached.
        headers.entry(name).or_insert_with(|| value.clone());
    }
    if site.origin.is_https() {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000; includeSubDomains"));
    }
}
