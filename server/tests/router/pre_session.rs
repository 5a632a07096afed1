//! The cookie of a browser that has no session yet.

use crate::request::{ISLAND, PLAIN_FORM, form, post};
use crate::site::TestSite;
use crate::visitor::Visitor;
use axum::http::StatusCode;
use domain::Refusal;
use server::audit::Event;

const ADDRESS: &str = "ada@example.org";
const FIELDS: &[(&str, &str)] = &[("email", ADDRESS)];

fn first_cookie<'a>(site: &TestSite, visitor: &'a Visitor) -> Option<&'a String> {
    visitor.cookies.get(&site.cookie("mailcode-first"))
}

#[tokio::test]
async fn the_page_gives_it_and_the_session_takes_its_place() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    let answer = visitor.get("/").await;
    let cookie = answer.set_cookies()[0].to_owned();
    assert!(["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=3600"].iter().all(|attribute| cookie.contains(attribute)), "{cookie}");
    assert_eq!(site.rows("session"), 0);

    assert_eq!(visitor.send(post("/api/request-code", PLAIN_FORM, form(FIELDS))).await.redirect(), "/code", "at once");
    assert!(visitor.has_session() && first_cookie(&site, &visitor).is_none(), "{:?}", visitor.cookies);
    assert!(visitor.get("/code").await.set_cookies().is_empty());
}

/// The page is older than its cookie, or a proxy has removed the cookie from its response.
#[tokio::test]
async fn a_browser_that_keeps_cookies_sends_the_form_again_by_itself() {
    for headers in [PLAIN_FORM, ISLAND] {
        let site = TestSite::new().await;
        let mut visitor = site.visitor();
        let asked = visitor.send(post("/api/request-code", headers, form(FIELDS))).await;
        assert_eq!((asked.status, asked.header("location")), (StatusCode::TEMPORARY_REDIRECT, Some("/api/request-code?cookie")));
        assert!(site.mailed().await.is_empty() && site.rows("session") == 0);
        visitor.send(post("/api/request-code?cookie", headers, form(FIELDS))).await;
        assert_eq!(site.mailed_in_all(1).await, [ADDRESS]);
        assert!(visitor.has_session());
    }
}

#[tokio::test]
async fn a_browser_without_cookies_is_told_so_and_gets_no_mail() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    for _ in 0..2 {
        visitor.cookies.clear();
        visitor.send(post("/api/request-code", PLAIN_FORM, form(FIELDS))).await;
        visitor.cookies.clear();
        let page = visitor.send(post("/api/request-code?cookie", PLAIN_FORM, form(FIELDS))).await.page(StatusCode::FORBIDDEN);
        assert_eq!(page.text("h1"), "Allow cookies to continue");
        assert!(page.text("title").starts_with("Error: "), "{}", page.text("title"));
        assert_eq!(page.tag("input", "name", "email").attribute("value"), Some(ADDRESS), "what was typed stays");

        visitor.cookies.clear();
        let view = visitor.send(post("/api/request-code?cookie", ISLAND, form(FIELDS))).await.view();
        assert_eq!(view.text(app::view::Text::ProblemHeading), "Allow cookies to continue");
        assert!(view.text(app::view::Text::Error).contains("haven’t sent a code"), "{view:?}");
        assert_eq!(view.text(app::view::Text::Prefill), ADDRESS);
    }
    assert!(site.mailed().await.is_empty() && site.rows("session") == 0);
    let refused = site.audited().await.into_iter().filter(|entry| entry.event == Event::Refused(Refusal::NoCookie));
    assert_eq!(refused.count(), 4, "each form is recorded once");
    assert_eq!(site.visitor().call("/api/request-code", FIELDS).await.status, StatusCode::OK, "a program keeps what it is given");
}

/// A button is pressed twice without scripts: the browser drops the first response, with its cookie.
#[tokio::test]
async fn a_form_that_is_sent_twice_comes_to_one_session() {
    let site = TestSite::with(&["--resend-after", "0"]).await;
    let mut visitor = site.visitor();
    visitor.get("/").await;
    let mut given_up = visitor.clone();
    assert_eq!(given_up.submit("/api/request-code", FIELDS).await.redirect(), "/code");
    let first_code = site.code_for(ADDRESS).await;

    assert_eq!(visitor.submit("/api/request-code", FIELDS).await.redirect(), "/code");
    assert_eq!(site.rows("session"), 1);
    assert_eq!(visitor.session(), given_up.session());
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &first_code)]).await.redirect(), "/account");
}

/// The windows of a browser share its cookies.
#[tokio::test]
async fn forms_of_two_windows_come_to_one_session() {
    let site = TestSite::with(&["--resend-after", "0"]).await;
    let mut visitor = site.visitor();
    visitor.get("/").await;
    let mut first_window = visitor.clone();
    visitor.get("/").await;
    for window in [&mut first_window, &mut visitor] {
        assert_eq!(window.submit("/api/request-code", FIELDS).await.redirect(), "/code");
    }
    assert_eq!((site.rows("session"), visitor.session()), (1, first_window.session()));
}

#[tokio::test]
async fn two_forms_at_the_same_time_come_to_one_session() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.get("/").await;
    let mut twins = [visitor.clone(), visitor.clone(), visitor.clone(), visitor.clone()];
    let [one, two, three, four] = &mut twins;
    let answers = tokio::join!(
        one.submit("/api/request-code", FIELDS),
        two.submit("/api/request-code", FIELDS),
        three.submit("/api/request-code", FIELDS),
        four.submit("/api/request-code", FIELDS)
    );
    for answer in [answers.0, answers.1, answers.2, answers.3] {
        assert!(["/", "/code", "/account"].contains(&answer.redirect()), "{}", answer.redirect());
    }
    assert_eq!((site.rows("session"), site.mailed_in_all(1).await), (1, vec![ADDRESS.to_owned()]));
    // This holds for each response that the browser may have waited for, and if it waited for none.
    for mut twin in [visitor].into_iter().chain(twins) {
        assert_eq!(twin.get("/").await.redirect(), "/code");
        assert_eq!(twin.get("/code").await.status, StatusCode::OK);
        assert!(twin.has_session());
    }
}

/// The cookie of the pre-session is worthless once its visitor has signed in.
#[tokio::test]
async fn a_copy_of_it_signs_nobody_in() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.get("/").await;
    let mut thief = visitor.clone();
    visitor.submit("/api/request-code", FIELDS).await;
    let code = site.code_for(ADDRESS).await;
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/account");
    assert_eq!(thief.get("/account").await.redirect(), "/");
    thief.submit("/api/request-code", &[("email", "bob@example.org")]).await;
    assert_eq!(visitor.get("/account").await.page(StatusCode::OK).text("#account-email"), ADDRESS);
}

/// This holds also if the browser received no response with its session, so that it signs in by this cookie alone.
#[tokio::test]
async fn a_sign_in_by_it_gets_another_id() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.get("/").await;
    let mut thief = visitor.clone();
    visitor.clone().submit("/api/request-code", FIELDS).await;
    let code = site.code_for(ADDRESS).await;
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/account");
    assert_eq!(visitor.get("/account").await.page(StatusCode::OK).text("#account-email"), ADDRESS);
    assert_eq!(thief.get("/account").await.redirect(), "/");
}

#[tokio::test]
async fn one_of_the_clients_own_making_is_none() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.cookies.insert(site.cookie("mailcode-first"), "A".repeat(54));
    let asked = visitor.send(post("/api/request-code", PLAIN_FORM, form(FIELDS))).await;
    assert_eq!(asked.status, StatusCode::TEMPORARY_REDIRECT);
    assert!(site.mailed().await.is_empty());
}

/// A flash message for the next page would need a cookie.
#[tokio::test]
async fn a_report_is_confirmed_without_cookies_too() {
    let site = TestSite::new().await;
    site.visitor().submit("/api/request-code", FIELDS).await;
    let token = site.token_for(ADDRESS).await;
    for (typed, title) in [("no token", "Error: "), (&token, "Those codes no longer work")] {
        let page = site.visitor().send(post("/api/not-me?cookie", PLAIN_FORM, form(&[("token", typed)]))).await.page(StatusCode::OK);
        assert!(page.text("title").starts_with(title), "{}", page.text("title"));
    }
}
