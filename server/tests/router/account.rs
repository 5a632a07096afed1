//! The account's page: signing out, deleting the account, and opening it again.

use crate::request::{PLAIN_FORM, PROGRAM};
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
    assert_eq!((answer.redirect(), answer.header("clear-site-data")), ("/", Some("\"cache\", \"storage\"")));
    assert!(!visitor.has_session(), "the cookie is taken back: {:?}", visitor.cookies);
    assert_eq!(visitor.get("/account").await.redirect(), "/");
    assert_eq!(thief.get("/account").await.redirect(), "/", "a copy of the cookie is worth nothing");
    assert_eq!(site.rows("session"), 0);
    assert_eq!(site.rows("account"), 1, "the account stays");
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
    assert_eq!(site.rows("account"), 2, "one mailbox has one account");

    let answer = visitor.submit("/api/delete-account", &[]).await;
    assert_eq!((answer.redirect(), answer.header("clear-site-data")), ("/", Some("\"cache\", \"storage\"")));
    assert_eq!(site.rows("account"), 1);
    assert_eq!(visitor.cookies.keys().collect::<Vec<_>>(), [&site.cookie("mailcode-farewell")]);
    assert_eq!(visitor.get("/account").await.redirect(), "/");
    assert_eq!(elsewhere.get("/account").await.redirect(), "/", "its other sessions end with it");
    assert_eq!(site.rows("session"), 1, "that of the other account");
}

#[tokio::test]
async fn a_returning_visitor_finds_the_account() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, ADDRESS).await;
    let page = visitor.get("/account").await.page(StatusCode::OK);
    let (since, machine) = (page.text("time"), page.all("time").next().expect("a time").attribute("datetime").expect("a day"));
    assert!(machine.len() == 10 && machine.starts_with("20") && since == "Created today", "{machine}: {since}");
    visitor.submit("/api/sign-out", &[]).await;
    site.sign_up(&mut visitor, ADDRESS).await;
    assert_eq!(visitor.get("/account").await.page(StatusCode::OK).text("time"), since);
    assert_eq!(site.rows("account"), 1);
}

/// Only keyed hashes and the masked addresses of the audit trail remain.
#[tokio::test]
async fn nothing_of_a_deleted_account_is_left_in_the_files_of_the_database() {
    const UNCOMMON: &str = "Quincunx.Ada@uncommon-domain.example";
    let site = TestSite::with(&["--resend-after", "0"]).await;
    let (mut visitor, mut elsewhere) = (site.visitor(), site.visitor());
    // A second code makes the session be written more than once.
    visitor.submit("/api/request-code", &[("email", UNCOMMON)]).await;
    visitor.submit("/api/resend-code", &[]).await;
    let code = site.code_for(UNCOMMON).await;
    visitor.submit("/api/verify-code", &[("code", &code)]).await;
    site.sign_up(&mut elsewhere, UNCOMMON).await;
    site.sign_up(&mut site.visitor(), "bob@example.org").await;
    assert!(holds(&site, "quincunx"), "the account is there");

    assert_eq!(visitor.submit("/api/delete-account", &[]).await.redirect(), "/");
    site.mailed_in_all(5).await;
    assert!(!holds(&site, "quincunx"), "nor in the journal");
    assert!(holds(&site, "q\u{2026}@uncommon-domain.example"), "the mask in the trail");
    assert!(holds(&site, "bob@example.org"), "the other account stays");
}

/// An open read transaction prevents the journal from being truncated; the next clean-up truncates it.
#[tokio::test]
async fn data_held_back_by_a_reader_is_removed_by_the_next_clean_up() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, "quincunx@example.org").await;
    let reader = site.read_database();
    assert_eq!(visitor.submit("/api/delete-account", &[]).await.redirect(), "/");
    assert!(holds(&site, "quincunx"));
    drop(reader);
    site.store().await.truncate_wal().await;
    site.mailed_in_all(2).await;
    assert!(!holds(&site, "quincunx"));
}

fn holds(site: &TestSite, text: &str) -> bool {
    let bytes = site.database_bytes().to_ascii_lowercase();
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[tokio::test]
async fn a_mail_says_that_the_account_was_deleted() {
    for client in [PLAIN_FORM, PROGRAM] {
        let site = TestSite::new().await;
        let mut visitor = site.visitor();
        site.sign_up(&mut visitor, ADDRESS).await;
        visitor.post("/api/delete-account", client, "").await;
        assert_eq!(site.mailed_in_all(2).await, [ADDRESS, ADDRESS]);
        let mail = site.visitor().get("/dev/mailbox/2").await.page(StatusCode::OK).texts("#mail-text").next().expect("a text");
        assert!(mail.contains("was deleted at ") && mail.contains("If it wasn't you"), "{mail}");
    }
}

/// The next page shows a farewell once. It cannot come from the session, which has ended.
#[tokio::test]
async fn a_farewell_is_shown_once_after_leaving() {
    let site = TestSite::new().await;
    for (path, told) in [
        ("/api/sign-out", "You’re signed out."),
        ("/api/sign-out-everywhere", "You’re signed out."),
        ("/api/delete-account", "Your Mailcode account was deleted"),
    ] {
        let mut visitor = site.visitor();
        site.sign_up(&mut visitor, ADDRESS).await;
        assert_eq!(visitor.submit(path, &[]).await.redirect(), "/");
        assert_eq!(visitor.get("/").await.page(StatusCode::OK).text("#told"), told, "{path}");
        assert!(!visitor.get("/").await.page(StatusCode::OK).has("#told"), "{path}");
        assert_eq!(visitor.submit(path, &[]).await.redirect(), "/", "nobody is signed in");
        let is_told = visitor.get("/").await.page(StatusCode::OK).has("#told");
        assert_eq!(is_told, path == "/api/sign-out", "{path}: what needs somebody who is signed in did nothing");
    }
}

/// The cookie names one of the site's own messages, or nothing.
#[tokio::test]
async fn a_forged_flash_cookie_puts_no_text_on_the_page() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.cookies.insert(site.cookie("mailcode-farewell"), "Call-0900-123".to_owned());
    let page = visitor.get("/").await;
    assert!(!page.text().contains("0900") && !page.page(StatusCode::OK).has("#told"));
}
