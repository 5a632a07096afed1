//! The account's page: signing out, deleting, and finding it again.

use crate::site::TestSite;
use axum::http::StatusCode;

const ADDRESS: &str = "ada@example.org";

#[tokio::test]
async fn signing_out_ends_the_session() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, ADDRESS).await;
    let mut thief = visitor.clone();
    let answer = visitor.submit("/api/sign-out", &[]).await;
    assert_eq!((answer.redirect(), answer.header("clear-site-data")), ("/", Some("\"storage\"")));
    assert!(!visitor.has_session(), "the cookie is taken back: {:?}", visitor.cookies);
    assert_eq!(visitor.get("/account").await.redirect(), "/");
    assert_eq!(thief.get("/account").await.redirect(), "/", "a copy of the cookie is worth nothing");
    assert_eq!(site.rows("session").await, 0);
    assert_eq!(site.rows("account").await, 1, "the account stays");
}

#[tokio::test]
async fn under_https_signing_out_takes_the_cookie_back_as_well() {
    let site = TestSite::with(&["--public-url", "https://sign-up.example.org"]).await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, ADDRESS).await;
    let answer = visitor.submit("/api/sign-out", &[]).await;
    assert_eq!(answer.redirect(), "/");
    assert!(!visitor.has_session(), "browsers pass over {:?}", answer.set_cookies());
}

#[tokio::test]
async fn deleting_the_account_deletes_it() {
    let site = TestSite::new().await;
    let (mut visitor, mut elsewhere) = (site.visitor(), site.visitor());
    site.sign_up(&mut visitor, ADDRESS).await;
    site.sign_up(&mut elsewhere, "ADA@example.org").await;
    site.sign_up(&mut site.visitor(), "bob@example.org").await;
    assert_eq!(site.rows("account").await, 2, "one mailbox has one account");

    let answer = visitor.submit("/api/delete-account", &[]).await;
    assert_eq!((answer.redirect(), answer.header("clear-site-data")), ("/", Some("\"storage\"")));
    assert_eq!(site.rows("account").await, 1);
    assert!(visitor.cookies.is_empty(), "{:?}", visitor.cookies);
    assert_eq!(visitor.get("/account").await.redirect(), "/");
    assert_eq!(elsewhere.get("/account").await.redirect(), "/", "its other sessions end with it");
    assert_eq!(site.rows("session").await, 1, "that of the other account");
}

#[tokio::test]
async fn who_comes_again_finds_the_account() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, ADDRESS).await;
    let since = visitor.get("/account").await.page(StatusCode::OK).text_of("time");
    assert!(since.len() == 10 && since.starts_with("20"), "{since}");
    visitor.submit("/api/sign-out", &[]).await;
    site.sign_up(&mut visitor, ADDRESS).await;
    assert_eq!(visitor.get("/account").await.page(StatusCode::OK).text_of("time"), since);
    assert_eq!(site.rows("account").await, 1);
}
