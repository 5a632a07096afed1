use super::{Site, paths};
use crate::brand::BrandFile;
use axum::extract::{Path, State};
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue, VARY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use frontend::{Asset, BUNDLE};
use std::sync::Arc;

/// A year, since the name changes with the content (RFC 8246).
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// Policy for an image that others have made: opened as a page, it runs and loads nothing.
const IMAGE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// `/assets/…`: a file of the bundle, compressed as the client accepts, or a file of the operator.
pub(super) async fn asset(State(site): State<Arc<Site>>, Path(name): Path<String>, headers: HeaderMap) -> Response {
    let path = [paths::ASSETS, &name].concat();
    if let Some(file) = site.brand.file(&path) {
        return brand_response(file);
    }
    let found = BUNDLE.assets().into_iter().find(|asset| asset.path == path);
    found.map_or_else(|| StatusCode::NOT_FOUND.into_response(), |asset| bundle_response(&asset, &headers))
}

/// `/favicon.ico`, which browsers request when a page names no icon.
pub(super) async fn favicon(headers: HeaderMap) -> Response {
    let mut response = bundle_response(&BUNDLE.icon, &headers);
    // A day, since the name does not change with the content.
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=86400"));
    response
}

/// Sends a file of the operator. `CompressionLayer` compresses it.
fn brand_response(file: &BrandFile) -> Response {
    let bytes = file.bytes.to_vec();
    let mut response = ([(CONTENT_TYPE, file.content_type), (CACHE_CONTROL, IMMUTABLE)], bytes).into_response();
    if file.is_untrusted {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(IMAGE_POLICY));
    }
    response
}

fn bundle_response(asset: &Asset, headers: &HeaderMap) -> Response {
    let (encoding, body) = if accepts(headers, "br") {
        (Some("br"), asset.brotli)
    } else if accepts(headers, "gzip") {
        (Some("gzip"), asset.gzip)
    } else {
        (None, asset.plain)
    };
    let mut response = ([(CONTENT_TYPE, asset.content_type), (CACHE_CONTROL, IMMUTABLE), (VARY, "accept-encoding")], body).into_response();
    if let Some(encoding) = encoding {
        response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// Whether `Accept-Encoding` names this coding without refusing it by `q=0` (RFC 9110 §12.5.3).
fn accepts(headers: &HeaderMap, coding: &str) -> bool {
    headers.get_all(ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(',')).any(|offer| {
        let (name, weight) = offer.split_once(';').unwrap_or((offer, ""));
        let refused = weight
            .trim()
            .to_ascii_lowercase()
            .strip_prefix("q=")
            .is_some_and(|weight| weight.parse::<f32>().is_ok_and(|weight| weight == 0.0));
        name.trim().eq_ignore_ascii_case(coding) && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::{ACCEPT_ENCODING, HeaderMap, HeaderValue, accepts};
    use proptest::collection::vec;
    use proptest::prelude::*;

    #[test]
    fn reads_accept_encoding() {
        for (line, brotli) in [
            ("br", true),
            ("gzip, deflate, BR, zstd", true),
            ("gzip, br;q=0.5", true),
            ("br;q=0", false),
            ("br; q=0.0", false),
            ("gzip", false),
            ("", false),
        ] {
            let headers = HeaderMap::from_iter([(ACCEPT_ENCODING, line.parse().expect("a header"))]);
            assert_eq!(accepts(&headers, "br"), brotli, "{line}");
        }
    }

    proptest! {
        #[test]
        fn a_coding_is_accepted_if_it_is_named_and_not_refused(offers in vec(
            ("br|BR|gzip|zstd|identity|\\*|brx|x-br|", "|;q=1|; q=0\\.001| ;Q=1|;q=0|; q=0\\.000|\t; Q=0|;q=x|;"), 0..5,
        )) {
            let is_accepted = |(name, weight): &(String, String)| {
                let weight: String = weight.to_lowercase().split_whitespace().collect();
                name.eq_ignore_ascii_case("br") && ![";q=0", ";q=0.000"].contains(&weight.as_str())
            };
            let line: Vec<_> = offers.iter().map(|(name, weight)| format!("{name}{weight}")).collect();
            let headers = HeaderMap::from_iter([(ACCEPT_ENCODING, line.join(", ").parse().expect("a header"))]);
            prop_assert_eq!(accepts(&headers, "br"), offers.iter().any(is_accepted), "{:?}", headers);
        }

        #[test]
        fn any_accept_encoding_line_can_be_parsed(lines in vec(vec(prop_oneof![32..=126_u8, 128..=255_u8], 0..40), 0..3)) {
            let headers: HeaderMap =
                lines.iter().map(|line| (ACCEPT_ENCODING, HeaderValue::from_bytes(line).expect("a header"))).collect();
            let names_it = lines.iter().any(|line| line.to_ascii_lowercase().windows(2).any(|name| name == b"br"));
            prop_assert!(names_it || !accepts(&headers, "br"));
        }
    }
}
