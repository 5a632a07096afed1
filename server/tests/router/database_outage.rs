//! Responses while the database cannot be used, and when one of its rows cannot be read.

use crate::request::{ISLAND, form as form_of, request};
use crate::site::TestSite;
use axum::http::StatusCode;
use std::time::Duration;
use tokio::time::Instant;

const ADDRESS: &str = "ada@example.org";
/// The database's `busy_timeout`.
const LOCK_IS_WAITED_FOR: Duration = Duration::from_secs(5);

/// Each request waits for the lock once and is asked to come back; no flash message is saved, which would wait for the lock again.
#[tokio::test]
async fn a_locked_database_refuses_for_the_moment() {
    let site = TestSite::new().await;
    let mut person = site.visitor();
    person.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let lock = site.lock_database();
    let fields = [("email", "bob@example.org")];
    let begun = Instant::now();
    let (mut form, mut program, mut island) = (site.visitor(), site.visitor(), site.visitor());
    let (form, program, island, ready) = tokio::join!(
        form.submit("/api/request-code", &fields),
        program.call("/api/request-code", &fields),
        island.post("/api/request-code", ISLAND, form_of(&fields)),
        async { site.visitor().send(request("GET", "/readyz", &[])).await },
    );
    assert!(begun.elapsed() < 2 * LOCK_IS_WAITED_FOR, "{:?}", begun.elapsed());
    for answer in [&form, &program, &island] {
        assert_eq!((answer.status, answer.header("retry-after")), (StatusCode::SERVICE_UNAVAILABLE, Some("10")), "{}", answer.text());
        assert!(answer.set_cookies().is_empty());
    }
    assert!(form.page(StatusCode::SERVICE_UNAVAILABLE).text("h1").contains("busy"));
    assert_eq!(program.json(), "Internal");
    assert!(island.text().contains("try again in a few seconds"), "{}", island.text());
    assert_eq!(ready.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(ready.text().contains("database: cannot be written to: it is locked by another program\n"), "{}", ready.text());
    assert!(person.get("/code").await.page(StatusCode::OK).has("#code-form"), "what needs no write is there");
    assert_eq!(site.mailed().await.len(), 1, "no mail leaves for a code that is not stored");
    drop(lock);
    assert_eq!(site.visitor().call("/api/request-code", &fields).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_session_that_cannot_be_read_is_dropped() {
    for damage in [
        "UPDATE session SET data = 'no JSON'",
        "UPDATE session SET data = '[]'",
        "UPDATE session SET version = 0",
        "UPDATE session SET version = 99",
        "UPDATE session SET data = replace(data, '\"version\"', '\"versions\"')",
    ] {
        let site = TestSite::new().await;
        let mut visitor = site.visitor();
        visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
        site.execute(damage);
        assert!(visitor.get("/").await.page(StatusCode::OK).has("#address-form"), "{damage}");
        assert_eq!(site.rows("session"), 0, "{damage}");
        site.sign_up(&mut visitor, "bob@example.org").await;
    }
}

/// The unreadable session can be signed out like any other.
#[tokio::test]
async fn a_session_of_the_account_that_cannot_be_read_keeps_nobody_from_it() {
    let site = TestSite::new().await;
    let (mut lost, mut visitor) = (site.visitor(), site.visitor());
    site.sign_up(&mut lost, ADDRESS).await;
    site.execute("UPDATE session SET data = 'no JSON'");
    site.sign_up(&mut visitor, ADDRESS).await;
    let page = visitor.get("/account").await.page(StatusCode::OK);
    let others = page.all("form").filter(|form| form.attribute("action") == Some("/api/sign-out-browser"));
    assert_eq!(others.count(), 1, "{page:#?}");
}
