//! Heads of requests that are larger than a browser's.

use crate::listener::{SHORT, SPACIOUS, TestListener};
use crate::request::{LOADS_A_PAGE, PROGRAM, changed, form, request};
use crate::site::TestSite;
use axum::http::StatusCode;
use test_support::status;

#[tokio::test]
async fn header_fields_have_16_kilobytes_in_all() {
    let site = TestSite::new().await;
    let (long, rest) = ("a".repeat(9 * 1024), "a".repeat(6 * 1024));
    let fields = [("x-long", long.as_str()), ("x-rest", rest.as_str())];
    let taken = site.visitor().send(request("GET", "/", &changed(LOADS_A_PAGE, "", &fields))).await;
    assert_eq!(taken.status, StatusCode::OK, "15 KB are taken");
    let fields = [("x-long", long.as_str()), ("cookie", long.as_str())];
    let page = site.visitor().send(request("GET", "/", &changed(LOADS_A_PAGE, "", &fields))).await;
    let page = page.page(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
    assert!(page.text("main").contains("cookies"), "{page:?}");
    let email = form(&[("email", "ada@example.org")]);
    let answer = site.visitor().post("/api/request-code", &changed(PROGRAM, "", &fields), email).await;
    assert_eq!((answer.status, answer.json()), (StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE, "Malformed".into()));
    assert!(site.mailed().await.is_empty());
}

#[tokio::test]
async fn there_are_100_header_fields_at_most() {
    let site = TestSite::new().await;
    for (count, expected) in [(98, StatusCode::OK), (101, StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE)] {
        let names: Vec<_> = (0..count).map(|number| format!("x-{number}")).collect();
        let fields: Vec<_> = names.iter().map(|name| (name.as_str(), "a")).collect();
        let answer = site.visitor().send(request("GET", "/", &changed(LOADS_A_PAGE, "", &fields))).await;
        assert_eq!(answer.status, expected, "{count}");
    }
}

#[tokio::test]
async fn a_target_has_8_kilobytes() {
    let site = TestSite::new().await;
    let path = format!("/?{}", "a".repeat(8 * 1024 - 2));
    assert_eq!(site.visitor().get(&path).await.status, StatusCode::OK);
    let page = site.visitor().get(&format!("{path}a")).await.page(StatusCode::URI_TOO_LONG);
    assert_eq!(page.tag("main", "data-page", "notice").name, "main");
}

/// Hyper refuses heads larger than its buffer without the site's page, but with a response and not a reset.
#[tokio::test]
async fn a_large_head_is_answered_whatever_its_size() {
    let site = TestSite::new().await;
    let listener = TestListener::open(site.router(), SPACIOUS, SHORT).await;
    for (size, is_ours) in [(17_000, true), (64 * 1024, true), (90_000, true), (200_000, false), (4_000_000, false)] {
        for fields in [1, 50] {
            let mut client = listener.connect().await;
            client.send("GET / HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n").await;
            for number in 0..fields {
                client.send(format!("X-{number}: {}\r\n", "a".repeat(size / fields))).await;
            }
            client.send("\r\n").await;
            let answer = client.rest().await;
            assert_eq!(status(&answer), 431, "{size} in {fields}: {answer}");
            assert_eq!(answer.contains("content-security-policy") && answer.contains("cookies"), is_ours, "{size} in {fields}: {answer}");
        }
    }
    let mut client = listener.connect().await;
    client.send(format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "a".repeat(80_000))).await;
    assert_eq!(status(&client.rest().await), 414, "a target that hyper cannot keep");
}
