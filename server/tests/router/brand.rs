//! The parts of the pages that the operator can replace.

use crate::request::{LOADS_A_PAGE, request};
use crate::site::TestSite;
use axum::http::StatusCode;
use clap::Parser;
use frontend::BUNDLE;
use server::config::{Config, Settings};
use std::fs;
use std::io::Read;
use std::path::PathBuf;
use tempfile::TempDir;

const PAGES: [(&str, StatusCode); 4] =
    [("/", StatusCode::OK), ("/not-me", StatusCode::OK), ("/nowhere", StatusCode::NOT_FOUND), ("/dev/mailbox", StatusCode::OK)];
const SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 2"><script>alert(1)</script><path d="M0 0h8v2z"/></svg>"#;

/// A file with this content, deleted with its directory.
fn file(content: &[u8]) -> (TempDir, PathBuf) {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("logo");
    fs::write(&path, content).expect("a file");
    (directory, path)
}

/// The path of a page's stylesheet.
async fn stylesheet(site: &TestSite, path: &str, status: StatusCode) -> String {
    let page = site.visitor().send(request("GET", path, LOADS_A_PAGE)).await.page(status);
    page.tag("link", "rel", "stylesheet").attribute("href").expect("a path").to_owned()
}

#[tokio::test]
async fn without_settings_the_look_is_ours() {
    let site = TestSite::new().await;
    for (path, status) in PAGES {
        assert_eq!(stylesheet(&site, path, status).await, BUNDLE.stylesheet.path, "{path}");
    }
    let page = site.visitor().get("/").await.page(StatusCode::OK);
    assert_eq!(page.all("img").count(), 0);
}

#[tokio::test]
async fn the_accent_is_in_the_stylesheet_of_every_page() {
    let site = TestSite::with(&["--accent", "#0a7d4f"]).await;
    let path = stylesheet(&site, "/", StatusCode::OK).await;
    for (page, status) in PAGES {
        assert_eq!(stylesheet(&site, page, status).await, path, "{page}");
    }
    let answer = site.visitor().get(&path).await;
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, Some("text/css; charset=utf-8")));
    assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"));
    let ours = std::str::from_utf8(BUNDLE.stylesheet.plain).expect("text");
    let added = answer.text().strip_prefix(ours).expect("it begins as ours");
    assert!(added.starts_with(":root{--accent:#0a7d4f}@media(prefers-color-scheme:dark){:root{--accent:#"), "{added}");

    let compressed = site.visitor().send(request("GET", &path, &[("accept-encoding", "br")])).await;
    assert_eq!(compressed.header("content-encoding"), Some("br"));
    let mut plain = Vec::new();
    brotli::Decompressor::new(&*compressed.body, 4096).read_to_end(&mut plain).expect("brotli");
    assert_eq!(plain, answer.body);
    // Another colour gives another name, because the file is cached forever.
    let other = TestSite::with(&["--accent", "#0a7d4e"]).await;
    assert_ne!(stylesheet(&other, "/", StatusCode::OK).await, path);
}

#[tokio::test]
async fn the_logo_takes_the_place_of_the_name_and_runs_nothing() {
    let (_directory, logo) = file(SVG.as_bytes());
    let site = TestSite::with(&["--logo-file", &logo.to_string_lossy(), "--service-name", "Acme <b>"]).await;
    for path in ["/", "/nowhere"] {
        let answer = site.visitor().send(request("GET", path, LOADS_A_PAGE)).await;
        let page = answer.page(answer.status);
        let image = page.tag("img", "class", "logo");
        assert_eq!(image.attribute("alt"), Some("Acme <b>"), "{path}");
        assert_eq!(page.text("header"), "", "{path}: the name is not said twice");
        assert!(page.text("title").ends_with("Acme <b>"), "{path}");

        let answer = site.visitor().get(image.attribute("src").expect("a path")).await;
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, Some("image/svg+xml")));
        assert_eq!(answer.text(), SVG);
        assert_eq!(answer.header("content-security-policy"), Some("default-src 'none'; style-src 'unsafe-inline'; sandbox"));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"));
    }
}

#[test]
fn an_unreadable_accent_or_logo_is_refused() {
    let (_one, text) = file(b"hello");
    let (_two, large) = file(&[b"\x89PNG\r\n\x1a\n".to_vec(), vec![0; 64 * 1024]].concat());
    for (flag, value, told) in [
        ("--accent", "red", "MAILCODE_ACCENT must be # and six hexadecimal digits, such as #2450c8."),
        ("--accent", "#ffcc00", "MAILCODE_ACCENT is #ffcc00, which has a contrast of only 1.3"),
        ("--logo-file", &text.to_string_lossy(), "which is neither a PNG nor an SVG"),
        ("--logo-file", &large.to_string_lossy(), "which has 65544 bytes, more than the maximum of 65536."),
        ("--logo-file", "/nowhere/logo.svg", "MAILCODE_LOGO_FILE names /nowhere/logo.svg, which does not exist; "),
    ] {
        let settings = Settings::try_parse_from(["mailcode", flag, value]).expect("the settings are known");
        let error = Config::try_from(settings).expect_err(value).to_string();
        assert!(error.contains(told), "{error}");
    }
}
