//! The headers that every response must have.

use crate::answer::Answer;
use crate::request::{LOADS_A_PAGE, PLAIN_FORM, PROGRAM, post, request};
use crate::site::TestSite;
use axum::body::Body;
use axum::http::Request;
use std::collections::BTreeMap;

fn check(answer: &Answer, what: &str) {
    let policy = answer.header("content-security-policy").unwrap_or_else(|| panic!("{what} has no policy"));
    let directives: BTreeMap<&str, &str> =
        policy.split(';').map(|directive| directive.trim().split_once(' ').unwrap_or((directive, ""))).collect();
    for (name, value) in [
        ("default-src", "'none'"),
        ("script-src", "'self' 'wasm-unsafe-eval'"),
        ("style-src", "'self'"),
        ("connect-src", "'self'"),
        ("object-src", "'none'"),
        ("worker-src", "'self'"),
        ("form-action", "'self'"),
        ("base-uri", "'none'"),
        ("frame-ancestors", "'none'"),
    ] {
        assert_eq!(directives.get(name), Some(&value), "{what}: {policy}");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'") && !policy.contains('*'), "{what}: {policy}");
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(answer.header(name), Some(value), "{what}");
    }
    assert!(answer.header("permissions-policy").is_some(), "{what}");
    assert!(!answer.headers.keys().any(|name| name.as_str().starts_with("access-control-")), "{what}: no other origin reads it");
}

/// A request for each kind of response, with the expected status.
fn every_kind() -> Vec<(u16, &'static str, Request<Body>)> {
    let large = vec![b'a'; 20_000];
    vec![
        (200, "a page", request("GET", "/", LOADS_A_PAGE)),
        (200, "a page's head", request("HEAD", "/", LOADS_A_PAGE)),
        (303, "a redirect", request("GET", "/account", LOADS_A_PAGE)),
        (404, "no such page", request("GET", "/nowhere", LOADS_A_PAGE)),
        (404, "no such page, for a program", request("GET", "/nowhere", &[("accept", "application/json")])),
        (405, "another method", request("GET", "/api/request-code", LOADS_A_PAGE)),
        (405, "another method, for a program", request("GET", "/api/request-code", PROGRAM)),
        (403, "a foreign form", post("/api/request-code", LOADS_A_PAGE, "email=a%40example.org")),
        (403, "a foreign program", post("/api/request-code", &[], "email=a%40example.org")),
        (413, "a large form", post("/api/request-code", PLAIN_FORM, large.clone())),
        (413, "a large form of a program", post("/api/request-code", PROGRAM, large)),
        (422, "a refusal", post("/api/request-code", PROGRAM, "email=a")),
        (200, "a success", post("/api/request-code", PROGRAM, "email=a%40example.org")),
        (200, "a file", request("GET", frontend::BUNDLE.script.path, &[])),
        (404, "no such file", request("GET", "/assets/none.js", &[])),
        (200, "the health", request("GET", "/healthz", &[])),
        (200, "the readiness", request("GET", "/readyz", &[])),
        (200, "the mailbox", request("GET", "/dev/mailbox", LOADS_A_PAGE)),
        (404, "no such mail", request("GET", "/dev/mailbox/999", LOADS_A_PAGE)),
    ]
}

#[tokio::test]
async fn every_response_has_the_security_headers() {
    let site = TestSite::new().await;
    for (status, what, request) in every_kind() {
        let answer = site.visitor().send(request).await;
        assert_eq!(answer.status, status, "{what}: {}", answer.text());
        check(&answer, what);
        assert_eq!(answer.header("strict-transport-security"), None, "{what} over plain http");
    }
}

#[tokio::test]
async fn under_https_browsers_get_strict_transport_security() {
    let site = TestSite::with(&["--public-url", "https://sign-up.example.org"]).await;
    for path in ["/", "/nowhere", "/healthz", frontend::BUNDLE.wasm.path] {
        let answer = site.visitor().get(path).await;
        check(&answer, path);
        let line = answer.header("strict-transport-security").expect("HSTS");
        let age = line.split(';').find_map(|part| part.trim().strip_prefix("max-age=")).expect("an age");
        assert!(age.parse::<u64>().expect("seconds") >= 31_536_000, "{line}");
        assert!(line.contains("includeSubDomains"), "{line}");
    }
}
