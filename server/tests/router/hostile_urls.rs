//! URLs and methods that no page of the site uses.

use crate::privacy::told;
use crate::request::{LOADS_A_PAGE, PLAIN_FORM, SERVER_FUNCTIONS, request};
use crate::site::TestSite;
use crate::visitor::Visitor;
use axum::http::{StatusCode, Uri};

const ADDRESS: &str = "ada@example.org";

/// Queries that an attacker might use to inject text into a page.
const QUERIES: [&str; 20] = [
    "code=123456",
    "email=Hacked%40example.org",
    "email=Hacked&email=Hacked",
    "email[]=Hacked",
    "typed=Hacked",
    "error=Hacked+by+Eve",
    "error=%3Cscript%3EHacked%3C/script%3E",
    "message=Hacked",
    "notice=Hacked",
    "refusal=Hacked",
    "refusal={%22Limited%22:{%22limit%22:%22ResendAfter%22,%22retry_after%22:1}}",
    "view=%7B%22typed%22:%22Hacked%22%7D",
    "step=Account",
    // The parameters in which Leptos passes the error of a plain form.
    "__path=%2Fapi%2Frequest-code&__err=%22Internal%22",
    "__path=/api/request-code&__err=SGFja2Vk",
    "%00",
    "%FF%FE",
    "%",
    "%zz=%u0041",
    "&&==&;",
];

async fn shows_the_same_page_whatever_the_query(visitor: &mut Visitor, path: &str) {
    // The first visit prolongs a new session by a new cookie.
    visitor.get(path).await;
    let plain = visitor.get(path).await;
    plain.page(StatusCode::OK);
    let long = format!("Hacked={}", "a".repeat(8000));
    for query in QUERIES.into_iter().chain([long.as_str()]) {
        let answer = visitor.get(&format!("{path}?{query}")).await;
        assert_eq!(told(&answer, ADDRESS), told(&plain, ADDRESS), "{path}?{query}");
        assert!(!answer.text().contains("Hacked"), "{path}?{query}: {}", answer.text());
    }
}

#[tokio::test]
async fn no_query_puts_a_word_on_a_page() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    shows_the_same_page_whatever_the_query(&mut visitor, "/").await;
    assert!(!visitor.has_session());
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    shows_the_same_page_whatever_the_query(&mut visitor, "/code").await;
    let code = site.code_for(ADDRESS).await;
    visitor.submit("/api/verify-code", &[("code", &code)]).await;
    shows_the_same_page_whatever_the_query(&mut visitor, "/account").await;
}

/// Pages that cannot show a query redirect without it: `visitor.send` asserts clean URLs.
#[tokio::test]
async fn no_query_outlives_a_redirect() {
    let site = TestSite::new().await;
    for query in QUERIES {
        for path in ["/code", "/account"] {
            assert_eq!(site.visitor().get(&format!("{path}?{query}")).await.redirect(), "/", "{path}?{query}");
        }
    }
    assert_eq!(site.rows("session"), 0);
}

#[tokio::test]
async fn no_path_causes_an_internal_error() {
    let site = TestSite::new().await;
    let mut asked = 0;
    for path in [
        "//",
        "//evil.example/",
        "/\\evil.example",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/../../etc/passwd",
        "/%00",
        "/%",
        "/%zz",
        "/%FF",
        "/code%00",
        "/code%2f",
        "/CODE",
        "/code;jsessionid=1",
        "/api//request-code",
        "/api/request-code/",
        "/api/%72equest-code",
        "/assets/%00",
        "/assets/%FF",
        "/assets/..%2f..%2fCargo.toml",
        "/assets/%",
        "/dev/mailbox/%FF",
        "/dev/mailbox/1%00",
        "/.git/config",
        "*",
        &format!("/{}", "a".repeat(8000)),
        &format!("/assets/{}", "%41".repeat(2000)),
    ] {
        if path.parse::<Uri>().is_err() {
            continue;
        }
        for method in ["GET", "HEAD", "POST"] {
            let answer = site.visitor().send(request(method, path, PLAIN_FORM)).await;
            assert!(!answer.status.is_server_error(), "{method} {path}: {}", answer.status);
            assert_eq!(answer.header("location"), None, "{method} {path}");
            asked += 1;
        }
    }
    assert!(asked > 60, "{asked}");
}

/// Other methods are refused, and no response repeats the request (as TRACE would, RFC 9110 §9.3.8).
#[tokio::test]
async fn no_method_does_more_than_it_should() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, ADDRESS).await;
    let pages = [
        "/",
        "/code",
        "/account",
        "/account/email",
        "/account/data",
        "/not-me",
        "/healthz",
        "/readyz",
        "/favicon.ico",
        "/dev/mailbox",
        "/nowhere",
    ];
    for path in pages.into_iter().chain(SERVER_FUNCTIONS.map(|(path, _)| path)) {
        for method in ["OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "CONNECT", "PROPFIND", "BREW", "get"] {
            let mut request = request(method, path, PLAIN_FORM);
            request.headers_mut().insert("x-sent-along", "given-back".parse().expect("a header"));
            let answer = visitor.send(request).await;
            let expected = if path == "/nowhere" { StatusCode::NOT_FOUND } else { StatusCode::METHOD_NOT_ALLOWED };
            assert_eq!(answer.status, expected, "{method} {path}: {}", answer.text());
            assert!(!answer.text().contains("given-back") && !format!("{:?}", answer.headers).contains("given-back"), "{method} {path}");
        }
    }
    assert_eq!(visitor.get("/account").await.status, StatusCode::OK);
}

#[tokio::test]
async fn head_says_what_get_would_of_every_page() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, ADDRESS).await;
    for path in ["/", "/code", "/account", "/account/email", "/account/data", "/not-me", "/nowhere"] {
        let get = visitor.get(path).await;
        let head = visitor.send(request("HEAD", path, LOADS_A_PAGE)).await;
        assert_eq!((head.status, head.body.len()), (get.status, 0), "{path}");
        for name in ["location", "content-security-policy", "referrer-policy"] {
            assert_eq!(head.header(name), get.header(name), "{path} {name}");
        }
    }
}
