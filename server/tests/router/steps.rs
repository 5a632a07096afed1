//! Every visitor gets the page of their step, whichever path they open.

use crate::site::{TestSite, others_than};
use axum::http::StatusCode;

const ADDRESS: &str = "ada@example.org";

#[tokio::test]
async fn without_a_sign_up_all_leads_to_the_first_page() {
    let site = TestSite::new().await;
    assert_eq!(site.visitor().get("/").await.status, StatusCode::OK);
    assert_eq!(site.visitor().get("/code").await.redirect(), "/");
    assert_eq!(site.visitor().get("/account").await.redirect(), "/");
}

#[tokio::test]
async fn a_visitor_who_waits_for_a_code_finds_its_page() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    assert_eq!(visitor.get("/").await.redirect(), "/code");
    assert_eq!(visitor.get("/account").await.redirect(), "/code");
    for _ in 0..2 {
        assert_eq!(visitor.get("/code").await.page(StatusCode::OK).text("#code-email"), ADDRESS);
    }
}

#[tokio::test]
async fn a_signed_in_visitor_finds_the_account() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, ADDRESS).await;
    assert_eq!(visitor.get("/").await.redirect(), "/account");
    assert_eq!(visitor.get("/code").await.redirect(), "/account");
    assert_eq!(visitor.get("/account").await.status, StatusCode::OK);
    let mailed = site.mailed().await;
    assert_eq!(visitor.submit("/api/request-code", &[("email", "bob@example.org")]).await.redirect(), "/account");
    assert_eq!(site.mailed().await, mailed, "an old tab's form mails nothing");
}

#[tokio::test]
async fn changing_the_address_keeps_it_in_the_form() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", "adda@example.org")]).await;
    let code = site.code_for("adda@example.org").await;
    assert_eq!(visitor.submit("/api/change-address", &[]).await.redirect(), "/");
    let page = visitor.get("/").await.page(StatusCode::OK);
    assert_eq!(page.tag("input", "name", "email").attribute("value"), Some("adda@example.org"));
    assert!(!page.has("#error-summary"));
    assert_eq!(visitor.get("/code").await.redirect(), "/");

    assert_eq!(visitor.submit("/api/request-code", &[("email", ADDRESS)]).await.redirect(), "/code");
    assert_eq!(visitor.get("/code").await.page(StatusCode::OK).text("#code-email"), ADDRESS);
    visitor.submit("/api/verify-code", &[("code", &code)]).await;
    let page = visitor.get("/code").await.page(StatusCode::OK);
    assert!(page.text("#code-error").contains("isn’t right"), "the first address's code is worth nothing: {page:#?}");
}

/// The mail is being sent, and another may not be sent yet.
#[tokio::test]
async fn entering_the_same_address_again_continues() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let code = site.code_for(ADDRESS).await;
    visitor.submit("/api/change-address", &[]).await;
    assert_eq!(visitor.submit("/api/request-code", &[("email", ADDRESS)]).await.redirect(), "/code");
    let page = visitor.get("/code").await.page(StatusCode::OK);
    assert!(page.has("#code") && !page.text("title").starts_with("Error"), "{page:#?}");
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/account");
    assert_eq!(site.mailed().await.len(), 1);
}

/// Since no code works any more, the page asks for none; it offers the next step, with the time to wait for it.
#[tokio::test]
async fn after_the_last_try_the_page_shows_the_next_step_at_every_load() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    for wrong in others_than(&site.code_for(ADDRESS).await).take(5) {
        visitor.submit("/api/verify-code", &[("code", &wrong)]).await;
    }
    for _ in 0..2 {
        let page = visitor.get("/code").await.page(StatusCode::OK);
        assert!(!page.has("#code") && !page.has("#status") && page.text("title").starts_with("Error: "));
        let error = page.text("#error-summary");
        assert!(error.starts_with("Too many wrong codes") && error.contains("no longer works"), "{error}");
        assert!(page.text("#resend-form").contains("Send a new code"));
        assert!(page.text("#resend-countdown").starts_with("You can do this in"));
        assert_eq!(page.tag("form", "id", "resend-form").attribute("action"), Some("/api/request-code"));
        assert_eq!(page.tag("input", "name", "email").attribute("value"), Some(ADDRESS));
    }
    assert_eq!(visitor.submit("/api/request-code", &[("email", ADDRESS)]).await.redirect(), "/code");
    let error = visitor.get("/code").await.page(StatusCode::OK).text("#error-summary");
    assert!(error.contains("You can ask for another in"), "{error}");
}

#[tokio::test]
async fn after_the_last_try_a_new_code_can_be_requested() {
    let site = TestSite::with(&["--resend-after", "0"]).await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    for wrong in others_than(&site.code_for(ADDRESS).await).take(5) {
        visitor.submit("/api/verify-code", &[("code", &wrong)]).await;
    }
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let page = visitor.get("/code").await.page(StatusCode::OK);
    assert!(page.has("#code") && !page.text("title").starts_with("Error"), "{} {}", page.text("title"), page.text("main"));
    let code = site.code_for(ADDRESS).await;
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/account");
}

/// The id of one sign-up's session is worthless for the next.
#[tokio::test]
async fn starting_over_begins_a_new_session() {
    for (path, fields) in [("/api/change-address", &[][..]), ("/api/request-code", &[("email", "bob@example.org")])] {
        let site = TestSite::new().await;
        let mut visitor = site.visitor();
        visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
        let mut left_behind = visitor.clone();
        visitor.submit(path, fields).await;
        assert_ne!(visitor.session(), left_behind.session(), "{path}");
        assert_eq!(left_behind.get("/code").await.redirect(), "/", "{path}: the old one is dead");
        let code = site.code_for(ADDRESS).await;
        assert_eq!(left_behind.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/account", "{path}");
        assert_eq!(left_behind.get("/account").await.redirect(), "/", "{path}");
    }
}

#[tokio::test]
async fn another_code_for_the_same_address_keeps_the_session() {
    let site = TestSite::with(&["--resend-after", "0"]).await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let session = visitor.session().to_owned();
    visitor.submit("/api/resend-code", &[]).await;
    visitor.submit("/api/request-code", &[("email", "ADA@example.org")]).await;
    assert_eq!(visitor.session(), session);
}
