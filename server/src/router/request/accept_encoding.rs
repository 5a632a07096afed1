use axum::http::HeaderMap;
use axum::http::header::ACCEPT_ENCODING;

/// The coding of a response's content (RFC 9110 §8.4.1), the least preferred first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::router) enum ContentCoding {
    /// Not compressed.
    Identity,
    /// `gzip`.
    Gzip,
    /// `br`.
    Brotli,
}

impl ContentCoding {
    /// The coding that `Accept-Encoding` prefers (RFC 9110 §12.5.3), exactly as `CompressionLayer` chooses it, whose own function is
    /// private.
    pub(in crate::router) fn accepted(headers: &HeaderMap) -> Self {
        let lines = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
        let offers = lines.flat_map(|line| line.split(',')).filter_map(offer);
        offers.filter(|(weight, _)| *weight > 0).max().map_or(Self::Identity, |(_, coding)| coding)
    }

    /// The name in `Content-Encoding`; `None` if the content is not compressed.
    pub(in crate::router) const fn name(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }
}

/// The weight in thousandths and the coding of one offer; `None` if either is unknown or invalid.
fn offer(text: &str) -> Option<(u16, ContentCoding)> {
    let (name, weight) = text.split_once(';').map_or((text, None), |(name, weight)| (name, Some(weight)));
    let name = name.trim();
    let is = |known: &str| name.eq_ignore_ascii_case(known);
    let coding = if is("br") {
        ContentCoding::Brotli
    } else if is("gzip") || is("x-gzip") {
        ContentCoding::Gzip
    } else if is("identity") {
        ContentCoding::Identity
    } else {
        return None;
    };
    Some((weight.map_or(Some(1000), |weight| thousandths(weight.trim()))?, coding))
}

/// Parses the weight `q` in thousandths (RFC 9110 §12.4.2).
fn thousandths(parameter: &str) -> Option<u16> {
    let number = parameter.strip_prefix("q=").or_else(|| parameter.strip_prefix("Q="))?;
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if !matches!(whole, "0" | "1") || fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    format!("{whole}{fraction:0<3}").parse().ok().filter(|weight| *weight <= 1000)
}

#[cfg(test)]
mod tests {
    use super::ContentCoding;
    use axum::body::Body;
    use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING};
    use axum::http::{HeaderMap, HeaderValue, Request, Response};
    use proptest::collection::vec;
    use proptest::prelude::*;
    use std::convert::Infallible;
    use tower::{ServiceExt, service_fn};
    use tower_http::compression::Compression;

    /// The coding that `CompressionLayer` chooses.
    fn chosen(headers: &HeaderMap) -> Option<String> {
        let respond = async |_: Request<()>| Ok::<_, Infallible>(Response::new(Body::from("x".repeat(100))));
        let mut request = Request::new(());
        headers.clone_into(request.headers_mut());
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let response = runtime.block_on(Compression::new(service_fn(respond)).oneshot(request)).expect("a response");
        response.headers().get(CONTENT_ENCODING).map(|value| value.to_str().expect("a name").to_owned())
    }

    fn of_lines(lines: &[Vec<u8>]) -> HeaderMap {
        lines.iter().map(|line| (ACCEPT_ENCODING, HeaderValue::from_bytes(line).expect("a header"))).collect()
    }

    #[test]
    fn the_preferred_coding_is_chosen() {
        use ContentCoding::{Brotli, Gzip, Identity};
        for (line, coding) in [
            ("", Identity),
            ("gzip, deflate, br, zstd", Brotli),
            ("gzip, deflate", Gzip),
            ("X-GZIP", Gzip),
            ("br;q=0.5, gzip;q=0.8", Gzip),
            ("br;q=0, gzip;q=0", Identity),
            ("identity, br;q=0.999", Identity),
            ("identity, br", Brotli),
            ("*", Identity),
            ("br;q=1.001, gzip;q=0.0001", Identity),
            ("zstd", Identity),
        ] {
            let headers = of_lines(&[line.as_bytes().to_vec()]);
            assert_eq!(ContentCoding::accepted(&headers), coding, "{line}");
            assert_eq!(chosen(&headers).as_deref(), coding.name(), "{line}");
        }
    }

    proptest! {
        #[test]
        fn the_choice_is_that_of_the_compression_layer(lines in vec(
            vec("(br|BR|gzip|x-gzip|zstd|deflate|identity|\\*|x-br|)( |\t)?(|;q=1|; q=0\\.00[01]| ;Q=1|;q=0|; q=0\\.5[0-9]{0,3}|;q=1\\.0|;q=1\\.|;q=1\\.2|;q=|;q=x|;|;q=0;x)", 0..5), 0..3,
        )) {
            let lines: Vec<_> = lines.into_iter().map(|offers| offers.join(", ").into_bytes()).collect();
            let headers = of_lines(&lines);
            let chosen = chosen(&headers);
            prop_assert_eq!(ContentCoding::accepted(&headers).name(), chosen.as_deref(), "{:?}", headers);
        }

        #[test]
        fn any_bytes_are_read_as_the_compression_layer_reads_them(lines in vec(vec(prop_oneof![32..=126_u8, 128..=255_u8], 0..40), 0..3)) {
            let headers = of_lines(&lines);
            let chosen = chosen(&headers);
            prop_assert_eq!(ContentCoding::accepted(&headers).name(), chosen.as_deref(), "{:?}", headers);
        }
    }
}
