//! Requests of a visitor who sends no form.

use crate::request::{LOADS_A_PAGE, request};
use crate::site::TestSite;
use axum::http::StatusCode;

#[tokio::test]
async fn the_first_page_holds_the_whole_form() {
    let site = TestSite::new().await;
    let answer = site.visitor().get("/").await;
    let page = answer.page(StatusCode::OK);
    assert!(answer.text().starts_with("<!DOCTYPE html><html") && answer.text().ends_with("</html>"), "{}", answer.text());
    assert_eq!(page.all("html").next().and_then(|html| html.attribute("lang")), Some("en"));
    assert_eq!(page.text("title"), "Sign up or sign in – Mailcode");
    assert_eq!(page.all("h1").count(), 1);

    let form = page.tag("form", "action", "/api/request-code");
    assert_eq!(form.attribute("method"), Some("post"));
    let input = page.tag("input", "name", "email");
    assert_eq!((input.attribute("type"), input.attribute("autocomplete")), (Some("email"), Some("email")));
    assert_eq!(input.attribute("maxlength"), None);
    assert!(input.attribute("value").unwrap_or_default().is_empty());
    let label = page.tag("label", "for", input.attribute("id").expect("the input has an id"));
    assert!(label.text.contains("Email"), "{label:?}");
    assert!(page.all("button").any(|button| button.attribute("type") == Some("submit")));
    assert!(!page.has("#error-summary"));
}

#[tokio::test]
async fn a_visitor_who_only_looks_leaves_no_trace() {
    let site = TestSite::new().await;
    for (path, status) in
        [("/", 200), ("/code", 303), ("/account", 303), ("/not-me", 200), ("/nowhere", 404), ("/healthz", 200), ("/dev/mailbox", 200)]
    {
        let answer = site.visitor().get(path).await;
        assert_eq!(answer.status, status, "{path}");
        // The cookie that shows, once a form is sent, that the browser keeps cookies.
        let first = if path == "/" { vec![site.cookie("mailcode-first")] } else { vec![] };
        let set: Vec<_> = answer.set_cookies().iter().filter_map(|cookie| cookie.split('=').next()).map(str::to_owned).collect();
        assert_eq!(set, first, "{path}");
    }
    assert_eq!(site.rows("session"), 0);
    // The table is the one that stores sessions.
    site.visitor().submit("/api/request-code", &[("email", "ada@example.org")]).await;
    assert_eq!(site.rows("session"), 1);
}

#[tokio::test]
async fn a_foreign_cookie_opens_nothing() {
    let site = TestSite::new().await;
    for id in ["nonsense", "AAAAAAAAAAAAAAAAAAAAAA", "../../etc", ""] {
        let mut visitor = site.visitor();
        visitor.cookies.insert(site.cookie("mailcode"), id.to_owned());
        assert_eq!(visitor.get("/").await.status, StatusCode::OK, "{id}");
        assert_eq!(visitor.get("/account").await.redirect(), "/", "{id}");
    }
    assert_eq!(site.rows("session"), 0);
}

/// A client cannot choose the id under which another visitor will be signed in (session fixation).
#[tokio::test]
async fn a_session_never_gets_an_id_that_the_client_made_up() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.cookies.insert(site.cookie("mailcode"), "AAAAAAAAAAAAAAAAAAAAAA".to_owned());
    visitor.submit("/api/request-code", &[("email", "ada@example.org")]).await;
    assert_ne!(visitor.session(), "AAAAAAAAAAAAAAAAAAAAAA");
    assert_eq!(visitor.get("/code").await.status, StatusCode::OK);
}

#[tokio::test]
async fn no_page_is_kept_by_a_cache() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    assert_eq!(visitor.get("/").await.header("cache-control"), Some("no-store, no-transform"));
    visitor.submit("/api/request-code", &[("email", "ada@example.org")]).await;
    assert_eq!(visitor.get("/code").await.header("cache-control"), Some("no-store, no-transform"));
    let code = site.code_for("ada@example.org").await;
    visitor.submit("/api/verify-code", &[("code", &code)]).await;
    assert_eq!(visitor.get("/account").await.header("cache-control"), Some("no-store, no-transform"));
    assert_eq!(visitor.get("/not-me").await.header("cache-control"), Some("no-store, no-transform"));
    assert_eq!(visitor.get("/nowhere").await.header("cache-control"), Some("no-store, no-transform"));
}

#[tokio::test]
async fn head_answers_like_get_without_the_page() {
    let site = TestSite::new().await;
    let answer = site.visitor().send(request("HEAD", "/", LOADS_A_PAGE)).await;
    assert_eq!((answer.status, answer.body.len()), (StatusCode::OK, 0));
    assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
}

#[tokio::test]
async fn the_service_has_the_name_that_it_is_given() {
    let site = TestSite::with(&["--service-name", "Fish & <Chips>"]).await;
    let answer = site.visitor().get("/").await;
    assert_eq!(answer.page(StatusCode::OK).text("title"), "Sign up or sign in – Fish & <Chips>");
    assert!(!answer.text().contains("<Chips>"), "{}", answer.text());
}
