//! The session's cookie.

use crate::answer::Answer;
use crate::request::{LOADS_A_PAGE, request};
use crate::site::TestSite;
use crate::visitor::Visitor;
use axum::http::{HeaderValue, StatusCode};

/// The cookie's name and its attributes.
fn cookie(answer: &Answer) -> (String, Vec<String>) {
    let mut lines = answer.set_cookies();
    lines.retain(|line| !line.contains("mailcode-device") && !line.contains("mailcode-first"));
    assert_eq!(lines.len(), 1, "{lines:?}");
    let mut parts = lines[0].split(';').map(|part| part.trim().to_owned());
    let pair = parts.next().expect("a pair");
    let (name, value) = pair.split_once('=').expect("a name and a value");
    assert!(value.len() >= 22, "128 bits at least: {value}");
    (name.to_owned(), parts.collect())
}

fn max_age(attributes: &[String]) -> u64 {
    attributes.iter().find_map(|part| part.strip_prefix("Max-Age=")).expect("an age").parse().expect("seconds")
}

#[tokio::test]
async fn over_plain_http_it_is_out_of_reach_of_scripts() {
    let site = TestSite::new().await;
    let (name, attributes) = cookie(&site.visitor().submit("/api/request-code", &[("email", "ada@example.org")]).await);
    assert_eq!(name, site.cookie("mailcode"));
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(attributes.iter().any(|known| known == attribute), "{attribute} in {attributes:?}");
    }
    assert!(!attributes.iter().any(|known| known == "Secure"), "a browser would drop it: {attributes:?}");
}

#[tokio::test]
async fn under_https_it_belongs_to_this_host_alone() {
    let site = TestSite::with(&["--public-url", "https://sign-up.example.org"]).await;
    let (name, attributes) = cookie(&site.visitor().submit("/api/request-code", &[("email", "ada@example.org")]).await);
    assert_eq!(name, "__Host-mailcode");
    for attribute in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(attributes.iter().any(|known| known == attribute), "{attribute} in {attributes:?}");
    }
    assert!(!attributes.iter().any(|known| known.starts_with("Domain")), "{attributes:?}");
}

/// An hour before the sign-up, 30 days afterwards.
#[tokio::test]
async fn it_lives_as_long_as_the_session() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    let (_, attributes) = cookie(&visitor.submit("/api/request-code", &[("email", "ada@example.org")]).await);
    assert!((3590..=3600).contains(&max_age(&attributes)), "{attributes:?}");
    let code = site.code_for("ada@example.org").await;
    let (_, attributes) = cookie(&visitor.submit("/api/verify-code", &[("code", &code)]).await);
    assert!((2_591_990..=2_592_000).contains(&max_age(&attributes)), "{attributes:?}");
}

/// A reader of the database cannot take over a session.
#[tokio::test]
async fn its_value_is_nowhere_in_the_database() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", "ada@example.org")]).await;
    let pending = visitor.session().to_owned();
    let code = site.code_for("ada@example.org").await;
    visitor.submit("/api/verify-code", &[("code", &code)]).await;
    let bytes = site.database_bytes();
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("ada@example.org"), "this is the database");
    assert!(!holds(&pending) && !holds(visitor.session()));
}

/// Browsers separate cookies by host, but not by port.
#[tokio::test]
async fn two_installations_on_one_host_do_not_share_it() {
    let (one, other) = (TestSite::new().await, TestSite::new().await);
    let mut visitor = one.visitor();
    visitor.submit("/api/request-code", &[("email", "ada@example.org")]).await;
    let mut at_other = other.visitor();
    at_other.cookies = visitor.cookies.clone();
    at_other.submit("/api/request-code", &[("email", "ada@example.org")]).await;
    visitor.cookies = at_other.cookies;
    assert_eq!(visitor.cookies.len(), 2, "{:?}", visitor.cookies);
    let code = one.code_for("ada@example.org").await;
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/account");
}

/// Other applications on the host set cookies too, in any encoding.
#[tokio::test]
async fn a_cookie_in_another_encoding_loses_no_session() {
    let site = TestSite::new().await;
    for (address, foreign) in [("ada@example.org", "Jörg".as_bytes()), ("bob@example.org", b"J\xf6rg")] {
        let mut visitor = site.visitor();
        let line = |visitor: &Visitor| {
            [b"user_name=", foreign, b"; ", site.cookie("mailcode").as_bytes(), b"=", visitor.session().as_bytes()].concat()
        };
        visitor.submit("/api/request-code", &[("email", address)]).await;
        let mut request = request("GET", "/code", LOADS_A_PAGE);
        request.headers_mut().insert("cookie", HeaderValue::from_bytes(&line(&visitor)).expect("a header"));
        let page = site.visitor().send(request).await.page(StatusCode::OK);
        assert_eq!(page.tag("main", "data-page", "code").name, "main", "{}", foreign.escape_ascii());
    }
}
