//! The development mailbox exists without a relay, but not with one.

use crate::relay::{CLOSED, site_with};
use crate::site::TestSite;
use axum::http::StatusCode;

#[tokio::test]
async fn the_development_mailbox_shows_the_mails() {
    let site = TestSite::new().await;
    assert!(site.mailed().await.is_empty());
    site.visitor().submit("/api/request-code", &[("email", "ada@example.org")]).await;
    site.visitor().submit("/api/request-code", &[("email", "Bob@EXAMPLE.org")]).await;
    assert_eq!(site.mailed().await, ["Bob@example.org", "ada@example.org"]);
    let page = site.visitor().get("/dev/mailbox/1").await.page(StatusCode::OK);
    let code = site.code_for("ada@example.org").await;
    assert!(page.text("#mail-text").contains(&code) && page.text("#mail-html").contains(&code), "{page:#?}");
    assert!(page.text("#mail-headers").contains("Auto-Submitted: auto-generated"));
}

#[tokio::test]
async fn with_a_relay_there_is_no_development_mailbox() {
    let site = site_with(CLOSED, &[]).await;
    for path in ["/dev/mailbox", "/dev/mailbox/1", "/dev/mailbox/"] {
        let page = site.visitor().get(path).await.page(StatusCode::NOT_FOUND);
        assert_eq!(page.tag("main", "data-page", "not-found").name, "main", "{path}");
    }
}

#[tokio::test]
async fn a_failed_mail_is_reported_and_costs_no_waiting_time() {
    let site = site_with(CLOSED, &[]).await;
    let mut visitor = site.visitor();
    assert_eq!(visitor.submit("/api/request-code", &[("email", "ada@example.org")]).await.redirect(), "/code");
    let page = visitor.get("/code").await.page(StatusCode::OK);
    assert!(page.text("#status").starts_with("Not sent yet: we can’t reach our mail server."), "{page:#?}");
    assert!(page.tag("span", "id", "resend-countdown").attribute("hidden").is_some(), "there is nothing to wait for");

    assert_eq!(visitor.submit("/api/resend-code", &[]).await.redirect(), "/code");
    assert!(!visitor.get("/code").await.page(StatusCode::OK).has("#error-summary"), "no limit stood in the way");
}
