//! The first page from memory, which browsers without our cookies get, beside the same page as it is rendered for all others.

use crate::answer::Answer;
use crate::limits::limited;
use crate::request::{LOADS_A_PAGE, PLAIN_FORM, form, post, request};
use crate::site::TestSite;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use domain::Limit;
use server::i18n::{Catalogue, Key, Language};
use std::collections::BTreeSet;
use std::io::Read;
use test_support::Html;
use tokio::task::JoinSet;

/// What browsers, programs and proxies accept.
const ACCEPTED: [&str; 8] =
    ["", "br", "gzip", "gzip, deflate, br, zstd", "br;q=0.3, gzip;q=0.8", "identity, br;q=0.5", "*", "br;q=0, gzip;q=0, zstd"];

/// The same page, rendered for this request: one with a query is not answered from memory.
const RENDERED: &str = "/?rendered";

async fn load(site: &TestSite, path: &str, headers: &[(&str, &str)]) -> Answer {
    site.visitor().send(request("GET", path, &[LOADS_A_PAGE, headers].concat())).await
}

/// The page without its compression.
fn plain(answer: &Answer) -> String {
    let mut plain = String::new();
    match answer.header("content-encoding") {
        None => plain.push_str(answer.text()),
        Some("br") => drop(brotli::Decompressor::new(&*answer.body, 4096).read_to_string(&mut plain).expect("brotli")),
        Some("gzip") => drop(flate2::read::GzDecoder::new(&*answer.body).read_to_string(&mut plain).expect("gzip")),
        Some(other) => panic!("{other}"),
    }
    plain
}

/// All header fields but the value of the cookie, sorted. `Vary` is a list, whose order means nothing.
fn fields(answer: &Answer) -> Vec<(String, String)> {
    let of = |headers: &HeaderMap| -> Vec<_> {
        headers.iter().map(|(name, value)| (name.to_string(), value.to_str().expect("text").to_owned())).collect()
    };
    let mut fields = of(&answer.headers);
    for (name, value) in &mut fields {
        if name == "set-cookie" {
            let (cookie, attributes) = value.split_once(';').expect("attributes");
            let (cookie, content) = cookie.split_once('=').expect("a value");
            *value = format!("{cookie}={};{attributes}", content.len());
        }
    }
    fields.sort();
    fields
}

/// Whether a compressed page came from memory: one that is compressed while it is sent has no length.
fn is_from_memory(answer: &Answer) -> bool {
    assert!(answer.header("content-encoding").is_some());
    answer.header("content-length").is_some()
}

#[tokio::test]
async fn it_is_the_rendered_page_in_every_language_and_coding() {
    for flags in [&[][..], &["--public-url", "https://sign-up.example", "--service-name", "Fish & <Chips>"]] {
        let site = TestSite::with(flags).await;
        for language in Language::ALL {
            for accepted in ACCEPTED {
                let headers = &[("accept-language", language.tag()), ("accept-encoding", accepted)];
                let rendered = load(&site, RENDERED, headers).await;
                let is_compressed = rendered.header("content-encoding").is_some();
                assert!(!is_compressed || !is_from_memory(&rendered));
                // The second answer is from memory in any case, the first one fills it.
                for _ in 0..2 {
                    let answer = load(&site, "/", headers).await;
                    assert_eq!(answer.status, StatusCode::OK);
                    assert_eq!(plain(&answer), plain(&rendered), "{language:?} {accepted}");
                    let expected = fields(&rendered);
                    let mut fields = fields(&answer);
                    if is_compressed {
                        assert!(answer.body.len() <= rendered.body.len(), "{language:?} {accepted}");
                        let length = ("content-length".to_owned(), answer.body.len().to_string());
                        assert!(fields.contains(&length), "{fields:?}");
                        fields.retain(|field| *field != length);
                    }
                    assert_eq!(fields, expected, "{language:?} {accepted}");
                }
                let heading = Catalogue::default().translations(language).text(Key::AddressHeading);
                assert_eq!(Html::new(plain(&rendered)).text("h1"), heading);
            }
        }
    }
}

#[tokio::test]
async fn head_has_the_fields_of_get() {
    let site = TestSite::new().await;
    for accepted in ACCEPTED {
        let headers = &[("accept-encoding", accepted), ("accept-language", "fr")];
        let got = load(&site, "/", headers).await;
        let answer = site.visitor().send(request("HEAD", "/", &[LOADS_A_PAGE, headers].concat())).await;
        assert_eq!((answer.status, answer.body.len()), (StatusCode::OK, 0));
        assert_eq!(fields(&answer), fields(&got), "{accepted}");
        assert_eq!(answer.header("content-length"), Some(&*got.body.len().to_string()));
        let rendered = site.visitor().send(request("HEAD", RENDERED, &[LOADS_A_PAGE, headers].concat())).await;
        let without_length = |answer: &Answer| fields(answer).into_iter().filter(|(name, _)| name != "content-length").collect::<Vec<_>>();
        assert_eq!(without_length(&answer), without_length(&rendered), "{accepted}");
    }
}

/// Neither a part of the page nor a part of a compressed one is asked for by browsers, and no page has a validator.
#[tokio::test]
async fn conditions_and_ranges_change_nothing() {
    let site = TestSite::new().await;
    for header in [("range", "bytes=0-9"), ("if-none-match", "*"), ("if-modified-since", "Sun, 29 Nov 2026 00:00:00 GMT")] {
        let headers = &[header, ("accept-encoding", "br")];
        let (rendered, answer) = (load(&site, RENDERED, headers).await, load(&site, "/", headers).await);
        assert_eq!((answer.status, plain(&answer)), (rendered.status, plain(&rendered)), "{header:?}");
    }
}

#[tokio::test]
async fn every_browser_gets_a_cookie_of_its_own_that_is_good_for_a_sign_up() {
    let site = TestSite::new().await;
    let mut cookies = BTreeSet::new();
    for number in 0..10 {
        let mut visitor = site.visitor();
        let answer = visitor.send(request("GET", "/", &[LOADS_A_PAGE, &[("accept-encoding", "br")]].concat())).await;
        assert!(is_from_memory(&answer));
        assert!(cookies.insert(visitor.cookies[&site.cookie("mailcode-first")].clone()), "it was given before");
        let address = format!("ada{number}@example.org");
        // The form is accepted at once: the server knows that this browser keeps cookies.
        let asked = visitor.send(post("/api/request-code", PLAIN_FORM, form(&[("email", &address)]))).await;
        assert_eq!(asked.redirect(), "/code");
        let code = site.code_for(&address).await;
        assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/account");
    }
}

#[tokio::test]
async fn a_request_with_one_of_our_cookies_is_not_answered_from_memory() {
    for (flags, prefix) in [(&[][..], ""), (&["--public-url", "https://sign-up.example"], "__Host-")] {
        let site = TestSite::with(flags).await;
        for name in ["mailcode", "mailcode-first", "mailcode-device", "mailcode-farewell", "mailcode-language"] {
            let name = format!("{prefix}{}", site.cookie(name));
            for value in ["", "nonsense", "\u{fc}"] {
                for line in [format!("{name}={value}"), format!("theme=dark;  {name} = {value} ;x=y")] {
                    let answer = load(&site, "/", &[("cookie", &line), ("accept-encoding", "br")]).await;
                    assert_eq!(answer.status, StatusCode::OK);
                    assert!(!is_from_memory(&answer), "{line}");
                }
            }
            let lines = [HeaderValue::from_static("a=\"b"), HeaderValue::try_from(format!("{name}=x")).expect("a header")];
            let mut request = request("GET", "/", &[LOADS_A_PAGE, &[("accept-encoding", "br")]].concat());
            for line in lines {
                request.headers_mut().append("cookie", line);
            }
            assert!(!is_from_memory(&site.visitor().send(request).await), "{name}");
        }
        let foreign = load(&site, "/", &[("cookie", "theme=dark; mailcodes=1; xmailcode-first=2"), ("accept-encoding", "br")]).await;
        assert!(is_from_memory(&foreign), "cookies of other applications on this host");
    }
}

/// The pages that memory must not hide: a chosen language, the step of a sign-up, the error of a form, the end of a session.
#[tokio::test]
async fn what_a_cookie_tells_is_on_the_page() {
    let site = TestSite::new().await;
    load(&site, "/", &[]).await;

    let mut visitor = site.visitor();
    visitor.submit("/api/language", &[("language", "ja"), ("back", "/")]).await;
    assert_eq!(visitor.get("/").await.header("content-language"), Some("ja"));

    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", "ada")]).await;
    assert!(visitor.get("/").await.page(StatusCode::OK).has("#error-summary"));
    assert!(!site.visitor().get("/").await.page(StatusCode::OK).has("#error-summary"), "nobody else sees it");

    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", "ada@example.org")]).await;
    assert_eq!(visitor.get("/").await.redirect(), "/code");
    let code = site.code_for("ada@example.org").await;
    visitor.submit("/api/verify-code", &[("code", &code)]).await;
    assert_eq!(visitor.get("/").await.redirect(), "/account");
    visitor.submit("/api/sign-out", &[]).await;
    let ended = visitor.get("/").await;
    assert!(ended.page(StatusCode::OK).has("#told"));
    assert!(!site.visitor().get("/").await.page(StatusCode::OK).has("#told"), "nobody else sees it");
}

#[tokio::test]
async fn only_get_and_head_of_the_bare_path_are_answered_from_memory() {
    let site = TestSite::new().await;
    let compressed = &[("accept-encoding", "br")];
    for path in ["/?", "/?language=de", "/?email=ada@example.org", RENDERED] {
        assert!(!is_from_memory(&load(&site, path, compressed).await), "{path}");
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
        let headers = [LOADS_A_PAGE, &[("sec-fetch-site", "same-origin")]].concat();
        assert_eq!(site.visitor().send(request(method, "/", &headers)).await.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
    }
    assert_eq!(load(&site, "//", &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_language_is_chosen_by_accept_language() {
    let site = TestSite::new().await;
    for (accepted, tag) in [
        ("de-AT,de;q=0.9,en;q=0.5", "de"),
        ("en;q=0.2, fr-CA;q=0.9, de;q=0.5", "fr"),
        ("zh-TW,uk;q=0.5", "uk"),
        ("sv, da", "en"),
        ("", "en"),
        ("iw", "he"),
    ] {
        for _ in 0..2 {
            let answer = load(&site, "/", &[("accept-language", accepted), ("accept-encoding", "gzip")]).await;
            assert!(is_from_memory(&answer));
            assert_eq!(answer.header("content-language"), Some(tag), "{accepted}");
            assert_eq!(Html::new(plain(&answer)).all("html").next().and_then(|html| html.attribute("lang")), Some(tag));
        }
    }
}

/// The demand for a proof of work comes with the answer to a form.
#[tokio::test]
async fn it_is_the_rendered_page_in_a_rush_too() {
    let site = TestSite::with(&["--proof-of-work-above", "1/1h", "--proof-of-work-cost", "1000"]).await;
    let before = plain(&load(&site, "/", &[]).await);
    site.visitor_at("203.0.113.1").call("/api/request-code", &[("email", "ada@example.org")]).await;
    limited(&site.visitor().call("/api/request-code", &[("email", "bob@example.org")]).await, Limit::ProofOfWork);
    let (rendered, answer) = (load(&site, RENDERED, &[]).await, load(&site, "/", &[]).await);
    assert_eq!(plain(&answer), plain(&rendered));
    assert_eq!(plain(&answer), before);
}

#[tokio::test]
async fn requests_at_the_same_time_get_the_same_page() {
    let site = TestSite::new().await;
    let mut loads = JoinSet::new();
    for number in 0..40_u8 {
        let mut visitor = site.visitor_at(&format!("192.0.2.{number}"));
        let headers = [LOADS_A_PAGE, &[("accept-encoding", ["br", "gzip"][usize::from(number % 2)])]].concat();
        loads.spawn(async move { visitor.send(request("GET", "/", &headers)).await });
    }
    let rendered = plain(&load(&site, RENDERED, &[]).await);
    while let Some(answer) = loads.join_next().await {
        let answer = answer.expect("no panic");
        assert!(is_from_memory(&answer));
        assert_eq!(plain(&answer), rendered);
    }
}

/// The limits on requests in progress, of one client and of all, apply to it as to any page. `overload` has the limits themselves.
#[tokio::test]
async fn a_client_at_its_limit_does_not_get_it() {
    let site = TestSite::new().await;
    assert_eq!(site.visitor_at("192.0.2.1").get("/").await.status, StatusCode::OK);
    let lock = site.lock_database();
    let mut posts = JoinSet::new();
    for _ in 0..64 {
        let mut visitor = site.visitor_at("192.0.2.1");
        posts.spawn(async move { visitor.submit("/api/request-code", &[("email", "no address")]).await });
    }
    let mut refused = site.visitor_at("192.0.2.1").get("/").await;
    while refused.status == StatusCode::OK {
        // The posts have not begun yet.
        tokio::task::yield_now().await;
        refused = site.visitor_at("192.0.2.1").get("/").await;
    }
    assert_eq!((refused.status, refused.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, Some("10")));
    assert_eq!(site.visitor_at("192.0.2.2").get("/").await.status, StatusCode::OK, "another client");
    drop(lock);
    posts.join_all().await;
}

#[tokio::test]
async fn a_malformed_request_is_refused_though_the_page_is_in_memory() {
    let site = TestSite::new().await;
    load(&site, "/", &[]).await;
    for host in ["", "a, b", "example.org:port"] {
        assert_eq!(load(&site, "/", &[("host", host)]).await.status, StatusCode::BAD_REQUEST, "{host}");
    }
    let long = "x".repeat(20_000);
    assert_eq!(load(&site, "/", &[("x-long", &long)]).await.status, StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
}
