//! The sign-up by plain forms, from the first page to the account.

use crate::site::{TestSite, others_than};
use axum::http::StatusCode;

const ADDRESS: &str = "Ada.Lovelace@example.org";

#[tokio::test]
async fn an_address_becomes_an_account() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    assert_eq!(visitor.submit("/api/request-code", &[("email", ADDRESS)]).await.redirect(), "/code");
    let page = visitor.get("/code").await.page(StatusCode::OK);
    assert_eq!(page.text("#code-email"), ADDRESS);
    assert!(page.text("#status").starts_with("Sent at "), "{}", page.text("#status"));
    assert!(page.text("#code-hint").contains("10 minutes"), "{}", page.text("#code-hint"));
    assert!(!page.has("#error-summary"));
    let input = page.tag("input", "name", "code");
    assert_eq!((input.attribute("autocomplete"), input.attribute("maxlength")), (Some("one-time-code"), None));
    for action in ["/api/verify-code", "/api/resend-code", "/api/change-address"] {
        assert_eq!(page.tag("form", "action", action).attribute("method"), Some("post"));
    }

    assert_eq!(site.mailed().await, [ADDRESS]);
    let code = site.code_for(ADDRESS).await;
    let before = visitor.clone();
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/account");
    assert_ne!(visitor.session(), before.session(), "the session's id is renewed");
    let page = visitor.get("/account").await.page(StatusCode::OK);
    assert_eq!(page.text("#account-email"), ADDRESS);
    assert_eq!(site.rows("account"), 1);

    let mut old = before.clone();
    assert_eq!(old.get("/account").await.redirect(), "/");
    let mut old = before;
    assert_eq!(old.get("/code").await.redirect(), "/", "the old session's id is dead");
}

#[tokio::test]
async fn a_code_is_taken_however_it_is_pasted() {
    let site = TestSite::new().await;
    for (number, written) in ["{} ", "{a}-{b}", "{a}\u{a0}{b}", "\t{a} {b}\n"].into_iter().enumerate() {
        let (mut visitor, address) = (site.visitor(), format!("ada{number}@example.org"));
        visitor.submit("/api/request-code", &[("email", &address)]).await;
        let code = site.code_for(&address).await;
        let typed = written.replace("{a}", &code[..3]).replace("{b}", &code[3..]).replace("{}", &code);
        assert_eq!(visitor.submit("/api/verify-code", &[("code", &typed)]).await.redirect(), "/account", "{typed:?}");
    }
}

#[tokio::test]
async fn an_address_is_taken_however_it_is_pasted() {
    let site = TestSite::new().await;
    for (typed, mailed) in [
        (" ada@example.org\n", "ada@example.org"),
        ("mailto:bob@example.org", "bob@example.org"),
        ("carol@B\u{fc}cher.example", "carol@xn--bcher-kva.example"),
    ] {
        assert_eq!(site.visitor().submit("/api/request-code", &[("email", typed)]).await.redirect(), "/code", "{typed:?}");
        assert_eq!(site.mailed().await[0], mailed, "{typed:?}");
    }
}

#[tokio::test]
async fn a_wrong_code_is_reported_once() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let code = site.code_for(ADDRESS).await;
    for (tries_left, wrong) in ["4 tries", "3 tries"].into_iter().zip(others_than(&code)) {
        assert_eq!(visitor.submit("/api/verify-code", &[("code", &wrong)]).await.redirect(), "/code");
        let page = visitor.get("/code").await.page(StatusCode::OK);
        assert!(page.text("#code-error").contains("isn’t right"), "{}", page.text("#code-error"));
        assert!(page.text("#code-error").contains(tries_left), "{}", page.text("#code-error"));
        assert!(page.text("title").starts_with("Error"), "{}", page.text("title"));
        let input = page.tag("input", "name", "code");
        assert_eq!(input.attribute("aria-invalid"), Some("true"));
        assert!(input.attribute("value").unwrap_or_default().is_empty(), "a code is never kept: {input:?}");
        assert!(input.attribute("aria-describedby").is_some_and(|ids| ids.contains("code-error")));

        let page = visitor.get("/code").await.page(StatusCode::OK);
        assert!(!page.has("#error-summary"), "the second load tells it no more");
        assert_eq!(page.tag("input", "name", "code").attribute("aria-invalid"), None);
    }
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/account");
}

#[tokio::test]
async fn a_code_works_once() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let code = site.code_for(ADDRESS).await;
    let mut twin = visitor.clone();
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/account");
    let late = twin.submit("/api/verify-code", &[("code", &code)]).await;
    assert_eq!(late.redirect(), "/account", "where a browser that has the new session's cookie by now belongs");
    assert!(late.set_cookies().is_empty(), "they would take that session's place");
    assert_eq!(twin.get("/account").await.redirect(), "/");
}

#[tokio::test]
async fn a_code_works_in_the_session_alone_that_asked_for_it() {
    let site = TestSite::new().await;
    site.visitor().submit("/api/request-code", &[("email", ADDRESS)]).await;
    let code = site.code_for(ADDRESS).await;
    let mut stranger = site.visitor();
    assert_eq!(stranger.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/");
    assert!(stranger.get("/").await.page(StatusCode::OK).text("#error-summary").contains("not waiting for a code"));
    stranger.submit("/api/request-code", &[("email", "eve@example.org")]).await;
    assert_eq!(stranger.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/code");
}

#[tokio::test]
async fn another_code_leaves_the_first_one_working() {
    let site = TestSite::with(&["--resend-after", "0"]).await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let first = site.code_for(ADDRESS).await;
    assert_eq!(visitor.submit("/api/resend-code", &[]).await.redirect(), "/code");
    assert_eq!(site.mailed().await, [ADDRESS, ADDRESS]);
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &first)]).await.redirect(), "/account");
}
