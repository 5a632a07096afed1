//! Posts from other sites are refused without effect.

use crate::request::{FORM, PLAIN_FORM, PROGRAM, SERVER_FUNCTIONS, changed, form, post};
use crate::site::{TestSite, other_than};
use crate::visitor::Visitor;
use axum::http::{HeaderValue, StatusCode};
use domain::Refusal;
use proptest::collection::vec;
use proptest::prelude::*;

const ADDRESS: &str = "ada@example.org";

/// Headers of a request whose page is on another site, or unknown.
fn foreign(site: &TestSite) -> Vec<Vec<(&'static str, String)>> {
    let own = site.origin.clone();
    let port = own.rsplit(':').next().expect("a port").to_owned();
    let fetch_site = |value: &str| ("sec-fetch-site", value.to_owned());
    let origin = |value: String| ("origin", value);
    vec![
        vec![],
        vec![fetch_site("cross-site")],
        vec![fetch_site("same-site")],
        vec![fetch_site("none")],
        vec![fetch_site("")],
        vec![fetch_site("Same-Origin")],
        vec![fetch_site("cross-site"), origin(own.clone())],
        vec![fetch_site("none"), origin(own.clone())],
        vec![origin("https://evil.example".to_owned())],
        vec![origin("null".to_owned())],
        vec![origin(String::new())],
        vec![origin(own.replace("http:", "https:"))],
        vec![origin(format!("http://127.0.0.1:1{port}"))],
        vec![origin("http://127.0.0.1".to_owned())],
        vec![origin(format!("http://127.0.0.1.evil.example:{port}"))],
        vec![origin(format!("{own}.evil.example"))],
        vec![origin(format!("http://localhost.evil.example:{port}"))],
    ]
}

/// Posts these fields with each set of foreign headers, as a form and as a program; all must be refused.
async fn all_refused(site: &TestSite, visitor: &mut Visitor, path: &str, fields: &[(&str, &str)]) {
    for provenance in foreign(site) {
        for usual in [PLAIN_FORM, PROGRAM] {
            let with: Vec<_> = provenance.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let answer = visitor.post(path, &changed(usual, "sec-fetch-site", &with), form(fields)).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {provenance:?}: {}", answer.text());
            assert!(answer.set_cookies().is_empty(), "{path} {provenance:?}");
            if usual == PROGRAM {
                assert_eq!(serde_json::from_slice::<Refusal>(&answer.body).expect("JSON"), Refusal::CrossSite);
                assert_eq!(answer.header("content-type"), Some("application/json"));
            } else {
                assert_eq!(answer.page(StatusCode::FORBIDDEN).tag("main", "data-page", "notice").name, "main");
            }
        }
    }
}

#[tokio::test]
async fn no_other_site_requests_a_code() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    all_refused(&site, &mut visitor, "/api/request-code", &[("email", ADDRESS)]).await;
    assert!(site.mailed().await.is_empty());
    assert_eq!((site.rows("bucket_use"), site.rows("session")), (0, 0));
    assert_eq!(visitor.submit("/api/request-code", &[("email", ADDRESS)]).await.redirect(), "/code");
}

#[tokio::test]
async fn no_other_site_acts_on_a_pending_sign_up() {
    let site = TestSite::with(&["--resend-after", "0", "--tries", "1"]).await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let code = site.code_for(ADDRESS).await;

    all_refused(&site, &mut visitor, "/api/resend-code", &[]).await;
    assert_eq!(site.mailed().await, [ADDRESS]);
    all_refused(&site, &mut visitor, "/api/change-address", &[]).await;
    assert_eq!(visitor.get("/").await.redirect(), "/code");
    all_refused(&site, &mut visitor, "/api/verify-code", &[("code", &other_than(&code))]).await;
    all_refused(&site, &mut visitor, "/api/verify-code", &[("code", &code)]).await;
    assert_eq!(site.rows("account"), 0);
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/account", "the only try is left");
}

#[tokio::test]
async fn no_other_site_reports_a_mail() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    all_refused(&site, &mut visitor, "/api/not-me", &[("token", &site.token_for(ADDRESS).await)]).await;
    let code = site.code_for(ADDRESS).await;
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/account", "nothing was voided");
}

#[tokio::test]
async fn no_other_site_acts_on_an_account() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, ADDRESS).await;
    for path in ["/api/sign-out", "/api/delete-account"] {
        all_refused(&site, &mut visitor, path, &[]).await;
        assert_eq!(visitor.get("/account").await.status, StatusCode::OK, "{path}");
    }
    assert_eq!(site.rows("account"), 1);
}

/// Browsers send no `Sec-Fetch-Site` over plain http, and old ones never send it.
#[tokio::test]
async fn our_own_origin_is_enough() {
    let site = TestSite::new().await;
    let localhost = site.origin.replace("127.0.0.1", "localhost");
    assert_ne!(localhost, site.origin);
    for (path, fields) in SERVER_FUNCTIONS {
        for origin in [&site.origin, &localhost] {
            for accept in ["text/html", "application/json"] {
                let headers = [("accept", accept), ("content-type", FORM), ("origin", origin)];
                let answer = site.visitor().post(path, &headers, form(fields)).await;
                assert_ne!(answer.status, StatusCode::FORBIDDEN, "{path} {origin} {accept}: {}", answer.text());
            }
        }
    }
    assert!(!site.mailed().await.is_empty());
}

#[tokio::test]
async fn behind_a_proxy_the_public_origin_counts() {
    let site = TestSite::with(&["--public-url", "https://sign-up.example.org"]).await;
    for (origin, status) in [
        ("https://sign-up.example.org", StatusCode::SEE_OTHER),
        ("http://sign-up.example.org", StatusCode::FORBIDDEN),
        ("https://sign-up.example.org:8443", StatusCode::FORBIDDEN),
        ("https://example.org", StatusCode::FORBIDDEN),
        ("http://localhost", StatusCode::FORBIDDEN),
    ] {
        let headers = [("accept", "text/html"), ("content-type", FORM), ("origin", origin), ("host", "evil.example")];
        let answer = site.visitor().post("/api/sign-out", &headers, "").await;
        assert_eq!(answer.status, status, "{origin}");
    }
}

/// A visitor who follows a link from another site gets the page, and is still signed in.
#[tokio::test]
async fn a_link_from_elsewhere_works() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, ADDRESS).await;
    let headers = [("accept", "text/html"), ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")];
    assert_eq!(visitor.send(crate::request::request("GET", "/account", &headers)).await.status, StatusCode::OK);
}

/// A change to an origin of this length at one position, or another value altogether.
fn any_provenance() -> impl Strategy<Value = (bool, usize, Vec<u8>)> {
    (any::<bool>(), 0..40_usize, prop_oneof![2 => vec(prop_oneof![32..=126_u8, 128..=255_u8], 0..3), 1 => vec(32..=126_u8, 0..40)])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1))]

    /// Only one value of `Sec-Fetch-Site` and one `Origin` are accepted, compared byte by byte.
    #[test]
    fn a_value_that_differs_by_one_byte_is_foreign(changes in vec(any_provenance(), 200)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let site = TestSite::new().await;
            let localhost = site.origin.replace("127.0.0.1", "localhost");
            for (is_origin, place, put_in) in changes {
                let (name, ours) = if is_origin { ("origin", site.origin.as_str()) } else { ("sec-fetch-site", "same-origin") };
                let (before, after) = ours.as_bytes().split_at(place.min(ours.len()));
                for after in [after, &after[after.len().min(1)..]] {
                    let value = [before, &put_in, after].concat();
                    let mut request = post("/api/sign-out", &changed(PROGRAM, "sec-fetch-site", &[]), "");
                    request.headers_mut().insert(name, HeaderValue::from_bytes(&value).expect("a header"));
                    let status = site.visitor().send(request).await.status;
                    let is_ours = value == ours.as_bytes() || (is_origin && value == localhost.as_bytes());
                    let expected = if is_ours { StatusCode::OK } else { StatusCode::FORBIDDEN };
                    assert_eq!(status, expected, "{name}: {}", value.escape_ascii());
                }
            }
        });
    }
}
