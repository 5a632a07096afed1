//! Refusals of plain forms, shown on the page that the response redirects to.

use crate::site::TestSite;
use axum::http::StatusCode;

#[tokio::test]
async fn a_malformed_address_is_reported_and_kept_for_correction() {
    let site = TestSite::new().await;
    for (typed, told) in [
        ("ada", "with an @"),
        ("", "Enter your email address"),
        ("ada@", "after the @"),
        ("@example.org", "before the @"),
        ("ada@localhost", "incomplete"),
        ("ada@example.org, bob@example.org", "only one email address"),
        ("\"ada\"@example.org", "quotation marks"),
        ("ada(x)@example.org", "brackets"),
        ("ada..b@example.org", "dot"),
        ("\"><script>alert(1)</script>@example.org", "quotation marks"),
        ("<script>alert(1)</script>", ""),
        ("a'b&amp;<b>@x", ""),
    ] {
        let mut visitor = site.visitor();
        assert_eq!(visitor.submit("/api/request-code", &[("email", typed)]).await.redirect(), "/", "{typed}");
        let answer = visitor.get("/").await;
        let page = answer.page(StatusCode::OK);
        let error = page.text("#email-error");
        assert!(!error.is_empty() && error.contains(told), "{typed}: {error}");
        assert!(page.text("title").starts_with("Error"), "{typed}");
        let input = page.tag("input", "name", "email");
        assert_eq!(input.attribute("value").unwrap_or_default(), typed);
        assert_eq!(input.attribute("aria-invalid"), Some("true"), "{typed}");
        assert!(!answer.text().contains("<script>") && !answer.text().contains("<b>"), "{}", answer.text());

        let page = visitor.get("/").await.page(StatusCode::OK);
        assert!(!page.has("#error-summary"), "{typed}: the second load tells it no more");
        assert_eq!(page.tag("input", "name", "email").attribute("value").unwrap_or_default(), "", "{typed}");
    }
    assert!(site.mailed().await.is_empty());
    assert_eq!(site.rows("bucket_use"), 0, "no limit is used up");
}

#[tokio::test]
async fn an_overlong_address_is_refused_and_cut() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    let typed = format!("{}@example.org", "a".repeat(10_000));
    assert_eq!(visitor.submit("/api/request-code", &[("email", &typed)]).await.redirect(), "/");
    let page = visitor.get("/").await.page(StatusCode::OK);
    assert!(page.text("#email-error").contains("too long"), "{}", page.text("#email-error"));
    assert!(page.tag("input", "name", "email").attribute("value").is_some_and(|kept| kept.len() < 400));
}

/// The longest valid address (RFC 5321 §4.5.3.1), and one character more.
#[tokio::test]
async fn an_address_has_up_to_254_characters() {
    let site = TestSite::new().await;
    let domain = format!("{0}.{0}.{0}", "d".repeat(63));
    let longest = format!("{}@{domain}.de", "a".repeat(254 - domain.len() - 4));
    assert_eq!(longest.len(), 254);
    assert_eq!(site.visitor().submit("/api/request-code", &[("email", &longest)]).await.redirect(), "/code");
    assert_eq!(site.visitor().submit("/api/request-code", &[("email", &format!("a{longest}"))]).await.redirect(), "/");
    assert_eq!(site.mailed().await, [longest]);
}

#[tokio::test]
async fn what_is_no_code_costs_no_try() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", "ada@example.org")]).await;
    let code = site.code_for("ada@example.org").await;
    for (typed, told) in
        [("", "6‑digit code"), ("12345", "all 6 digits"), ("1234567", "too long"), ("12345a", "only digits"), ("<b>", "only digits")]
    {
        for _ in 0..2 {
            assert_eq!(visitor.submit("/api/verify-code", &[("code", typed)]).await.redirect(), "/code", "{typed}");
            let answer = visitor.get("/code").await;
            let page = answer.page(StatusCode::OK);
            assert!(page.text("#code-error").contains(told), "{typed}: {}", page.text("#code-error"));
            assert!(!answer.text().contains("<b>"));
        }
    }
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/account");
}

#[tokio::test]
async fn a_form_that_comes_too_late_leads_to_the_start() {
    let site = TestSite::new().await;
    for (path, fields) in [("/api/verify-code", &[("code", "123456")][..]), ("/api/resend-code", &[])] {
        let mut visitor = site.visitor();
        assert_eq!(visitor.submit(path, fields).await.redirect(), "/");
        let page = visitor.get("/").await.page(StatusCode::OK);
        assert!(page.text("#error-summary").contains("not waiting for a code"), "{path}: {}", page.text("#error-summary"));
        assert_eq!(page.tag("input", "name", "email").attribute("value").unwrap_or_default(), "", "a code is never kept");
    }
    let mut visitor = site.visitor();
    assert_eq!(visitor.submit("/api/delete-account", &[]).await.redirect(), "/");
    assert!(visitor.get("/").await.page(StatusCode::OK).text("#error-summary").contains("not signed in"));
    assert_eq!(site.visitor().submit("/api/change-address", &[]).await.redirect(), "/");
    assert_eq!(site.visitor().submit("/api/sign-out", &[]).await.redirect(), "/");
}

/// A flash message is shown once, also under https, where removing its cookie needs more attributes.
#[tokio::test]
async fn under_https_an_error_is_shown_once_as_well() {
    let site = TestSite::with(&["--public-url", "https://sign-up.example.org"]).await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", "ada")]).await;
    assert_ne!(visitor.get("/").await.page(StatusCode::OK).text("#email-error"), "");
    assert!(!visitor.get("/").await.page(StatusCode::OK).has("#error-summary"));
}
