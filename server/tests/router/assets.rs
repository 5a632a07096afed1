//! The files of the bundle.

use crate::request::request;
use crate::site::TestSite;
use axum::http::StatusCode;
use frontend::BUNDLE;
use std::io::Read;

fn unbrotli(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    brotli::Decompressor::new(bytes, 4096).read_to_end(&mut plain).expect("brotli");
    plain
}

fn gunzip(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain).expect("gzip");
    plain
}

#[tokio::test]
async fn each_asset_comes_in_an_accepted_coding_and_is_cached_forever() {
    let site = TestSite::new().await;
    for asset in BUNDLE.assets() {
        for (accepted, encoding) in [
            ("gzip, deflate, br, zstd", Some("br")),
            ("br", Some("br")),
            ("gzip, deflate", Some("gzip")),
            ("br;q=0, gzip", Some("gzip")),
            ("br;q=0, gzip;q=0", None),
            ("identity", None),
            ("", None),
        ] {
            let what = format!("{} as {accepted}", asset.path);
            let answer = site.visitor().send(request("GET", asset.path, &[("accept-encoding", accepted)])).await;
            assert_eq!(answer.status, StatusCode::OK, "{what}");
            assert_eq!(answer.header("content-type"), Some(asset.content_type), "{what}");
            assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"), "{what}");
            assert_eq!(answer.header("content-encoding"), encoding, "{what}");
            assert!(answer.header("vary").is_some_and(|names| names.to_ascii_lowercase().contains("accept-encoding")), "{what}");
            assert!(answer.set_cookies().is_empty(), "{what}");
            let plain = match encoding {
                Some("br") => unbrotli(&answer.body),
                Some(_) => gunzip(&answer.body),
                None => answer.body,
            };
            assert!(!plain.is_empty() && plain == asset.plain, "{what}");
        }
    }
}

#[tokio::test]
async fn each_asset_has_the_content_type_that_browsers_require() {
    for (asset, content_type) in [
        (BUNDLE.stylesheet, "text/css"),
        (BUNDLE.icon, "image/svg+xml"),
        (BUNDLE.start, "text/javascript"),
        (BUNDLE.script, "text/javascript"),
        (BUNDLE.wasm, "application/wasm"),
    ] {
        assert_eq!(asset.content_type.split(';').next(), Some(content_type), "{}", asset.path);
    }
    assert!(BUNDLE.wasm.plain.starts_with(b"\0asm"), "the bundle is the real one");
}

#[tokio::test]
async fn head_has_the_headers_of_get() {
    let site = TestSite::new().await;
    for asset in BUNDLE.assets() {
        let headers = [("accept-encoding", "br")];
        let get = site.visitor().send(request("GET", asset.path, &headers)).await;
        let head = site.visitor().send(request("HEAD", asset.path, &headers)).await;
        assert_eq!((head.status, head.body.len()), (StatusCode::OK, 0), "{}", asset.path);
        for name in ["content-type", "content-encoding", "cache-control", "vary"] {
            assert_eq!(head.header(name), get.header(name), "{} {name}", asset.path);
        }
        assert_eq!(head.header("content-length"), Some(get.body.len().to_string().as_str()), "{}", asset.path);
    }
}

#[tokio::test]
async fn an_unknown_name_is_not_found_and_not_cached() {
    let site = TestSite::new().await;
    let cut = &BUNDLE.script.path[..BUNDLE.script.path.len() - 1];
    for path in ["/assets/none.js", "/assets/", "/assets/..%2fCargo.toml", "/assets/%2e%2e/Cargo.toml", "/assets/a/b.js", cut] {
        let answer = site.visitor().get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.header("cache-control").is_some_and(|line| line.starts_with("no-store")), "{path}: {answer:?}");
    }
}

/// The icon's name does not change with its content, so that it is not cached forever.
#[tokio::test]
async fn the_icon_is_where_browsers_ask_for_it() {
    let site = TestSite::new().await;
    let answer = site.visitor().send(request("GET", "/favicon.ico", &[])).await;
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, Some("image/svg+xml")));
    assert!(answer.body == BUNDLE.icon.plain);
    assert_eq!(answer.header("cache-control"), Some("public, max-age=86400"));
}

#[tokio::test]
async fn a_page_is_compressed_too() {
    let site = TestSite::new().await;
    let plain = site.visitor().get("/").await;
    for (accepted, decode) in [("br", unbrotli as fn(&[u8]) -> Vec<u8>), ("gzip", gunzip)] {
        let answer = site.visitor().send(request("GET", "/", &[("accept", "text/html"), ("accept-encoding", accepted)])).await;
        assert_eq!(answer.header("content-encoding"), Some(accepted));
        assert_eq!(decode(&answer.body), plain.body, "{accepted}");
    }
}
