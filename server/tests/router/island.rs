//! The server functions as the island calls them: each responds with the initial view of the page that would be loaded now.

use crate::answer::initial_view;
use crate::relay::{FailingRelay, site_with};
use crate::request::{ISLAND, form, request};
use crate::site::{TestSite, others_than};
use crate::visitor::Visitor;
use app::view::{Flow, Form, Number, SignUpView, Text};
use axum::http::StatusCode;
use domain::{Delivery, Limit, Refusal, Step};
use std::time::Duration;
use tokio::time::timeout;

const ADDRESS: &str = "Ada@example.org";

/// The view of the page when it is loaded now. It has no flash message, because the island has shown it.
async fn reloaded(visitor: &mut Visitor, path: &str) -> SignUpView {
    initial_view(&visitor.get(path).await.page(StatusCode::OK))
}

/// Polls for the island's view until the state of the mail is final.
async fn settled(visitor: &mut Visitor, path: &str) -> SignUpView {
    let known = async {
        loop {
            let view = visitor.island_looks(path).await;
            if view.is(Number::IsFinal) {
                return view;
            }
            // The site runs on the same thread.
            tokio::task::yield_now().await;
        }
    };
    timeout(Duration::from_secs(30), known).await.expect("it becomes known")
}

/// The view without what depends on the time: the remaining seconds, and their texts.
fn timeless(mut view: SignUpView) -> SignUpView {
    for number in [Number::ResendIn, Number::ExpiresIn] {
        view.numbers.set(number, view.number(number).min(1));
    }
    for text in [Text::Wait, Text::ExpiryFor] {
        view.texts.set(text, String::new());
    }
    view
}

/// The view without the error of a refusal, and without the prefill of its form.
fn without_error(mut view: SignUpView) -> SignUpView {
    for text in [Text::Error, Text::ProblemHeading, Text::TitleProblem, Text::Prefill] {
        view.texts.set(text, String::new());
    }
    view.texts.set(Text::ErrorHeading, "There’s a problem".to_owned());
    for number in [Number::IsFieldInvalid, Number::WantsProof] {
        view.numbers.set(number, 0);
    }
    view
}

/// The view after the same form was posted as a plain one in the same state.
async fn as_plain_form(visitor: &Visitor, path: &str, fields: &[(&str, &str)]) -> SignUpView {
    let mut twin = visitor.clone();
    let page = twin.submit(path, fields).await.redirect().to_owned();
    reloaded(&mut twin, &page).await
}

#[tokio::test]
async fn each_step_is_what_the_page_would_begin_with() {
    let site = TestSite::with(&["--resend-after", "0", "--tries", "2"]).await;
    let mut visitor = site.visitor();
    let view = visitor.island("/api/request-code", &[("email", ADDRESS)]).await;
    assert_eq!((view.form, view.path.as_str(), view.text(Text::LeadAddress).as_str()), (Form::Code, "/code", ADDRESS));
    let view = settled(&mut visitor, "/api/delivery").await;
    assert_eq!(timeless(view), timeless(reloaded(&mut visitor, "/code").await));

    let view = visitor.island("/api/resend-code", &[]).await;
    assert_eq!((view.form, view.text(Text::Error).as_str()), (Form::Code, ""));
    settled(&mut visitor, "/api/delivery").await;
    let view = visitor.island("/api/change-address", &[]).await;
    assert_eq!((view.form, view.path.as_str(), view.text(Text::Prefill).as_str()), (Form::Address, "/", ADDRESS));
    assert_eq!(without_error(view), reloaded(&mut visitor, "/").await);
    // The mailed code is still valid.
    let view = visitor.island("/api/request-code", &[("email", ADDRESS)]).await;
    assert_eq!(view.form, Form::Code);
    settled(&mut visitor, "/api/delivery").await;
    let code = site.code_for(ADDRESS).await;
    let spent = [Form::Code, Form::Spent];
    for (form, wrong) in spent.into_iter().zip(others_than(&code)) {
        let view = visitor.island("/api/verify-code", &[("code", &wrong)]).await;
        assert_eq!(view.form, form);
        assert!(!view.text(Text::Error).is_empty());
        let page = reloaded(&mut visitor, "/code").await;
        let view = if form == Form::Code { without_error(view) } else { view };
        assert_eq!(timeless(view), timeless(page));
    }
}

#[tokio::test]
async fn each_refusal_has_the_message_of_the_plain_form() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    for typed in ["", "ada", "ada@localhost", "ada@example.org, bob@example.org", "123456", "a\u{202e}b@example.org"] {
        let fields = [("email", typed)];
        let view = visitor.island("/api/request-code", &fields).await;
        assert_eq!(view, as_plain_form(&visitor, "/api/request-code", &fields).await, "{typed:?}");
    }
    visitor.island("/api/request-code", &[("email", ADDRESS)]).await;
    settled(&mut visitor, "/api/delivery").await;
    for typed in ["", "12345", "1234567", "letters"] {
        let fields = [("code", typed)];
        let view = visitor.island("/api/verify-code", &fields).await;
        assert_eq!(timeless(view), timeless(as_plain_form(&visitor, "/api/verify-code", &fields).await), "{typed:?}");
    }
    let view = visitor.island("/api/resend-code", &[]).await;
    assert_eq!(timeless(view), timeless(as_plain_form(&visitor, "/api/resend-code", &[]).await));
    let mut stranger = site.visitor();
    let view = stranger.island("/api/verify-code", &[("code", "123456")]).await;
    assert_eq!(view, as_plain_form(&stranger, "/api/verify-code", &[("code", "123456")]).await);
}

/// The next page does not repeat a message that the island has shown.
#[tokio::test]
async fn no_message_is_left_for_the_next_page() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.island("/api/request-code", &[("email", ADDRESS)]).await;
    let view = visitor.island("/api/verify-code", &[("code", "12345")]).await;
    assert!(view.text(Text::Error).contains("all 6 digits"));
    assert!(!visitor.get("/code").await.page(StatusCode::OK).has("#error-summary"));
}

#[tokio::test]
async fn the_right_code_leads_to_the_account() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.island("/api/request-code", &[("email", ADDRESS)]).await;
    site.mailed_in_all(1).await;
    let code = site.code_for(ADDRESS).await;
    let view = visitor.island("/api/verify-code", &[("code", &code)]).await;
    assert_eq!((view.form, view.path.as_str()), (Form::Elsewhere, "/account"));
    assert_eq!(visitor.get("/account").await.page(StatusCode::OK).text("#account-email"), ADDRESS);
    // The same holds for every later request.
    for (path, fields) in [("/api/request-code", &[("email", ADDRESS)][..]), ("/api/resend-code", &[])] {
        assert_eq!(visitor.island(path, fields).await.form, Form::Elsewhere, "{path}");
    }
    assert_eq!(visitor.island_looks("/api/delivery").await.path, "/account");
}

#[tokio::test]
async fn an_account_gets_another_address() {
    let site = TestSite::with(&["--resend-after", "0"]).await;
    let mut visitor = site.visitor();
    let view = visitor.island("/api/new-address", &[("email", "new@example.org")]).await;
    assert_eq!((view.form, view.path.as_str()), (Form::Elsewhere, "/"), "nobody is signed in");
    assert!(visitor.get("/").await.page(StatusCode::OK).text("#error-summary").contains("not signed in"));
    site.sign_up(&mut visitor, ADDRESS).await;
    let fields = [("email", "new")];
    let view = visitor.island("/api/new-address", &fields).await;
    assert_eq!(view, as_plain_form(&visitor, "/api/new-address", &fields).await);
    let view = visitor.island("/api/new-address", &[("email", "new@example.org")]).await;
    assert_eq!((view.flow, view.form, view.path.as_str()), (Flow::EmailChange, Form::Code, "/account/email"));
    let view = settled(&mut visitor, "/api/new-address-delivery").await;
    assert_eq!(timeless(view), timeless(reloaded(&mut visitor, "/account/email").await));
    let view = visitor.island("/api/cancel-new-address", &[]).await;
    assert_eq!((view.form, view.text(Text::Prefill).as_str()), (Form::Address, "new@example.org"));
    assert_eq!(without_error(view), reloaded(&mut visitor, "/account/email").await);

    visitor.island("/api/new-address", &[("email", "new@example.org")]).await;
    site.mailed_in_all(3).await;
    let code = site.code_for("new@example.org").await;
    let view = visitor.island("/api/verify-new-address", &[("code", &code)]).await;
    assert_eq!((view.form, view.path.as_str()), (Form::Elsewhere, "/account"));
    let page = visitor.get("/account").await.page(StatusCode::OK);
    assert_eq!(page.text("#account-email"), "new@example.org");
    assert!(page.text("#account-done").contains("Your email address is changed"), "{page:#?}");
}

/// The island shows the code form before the state of the mail is known; a plain form waits a little, a program as long as possible.
#[tokio::test]
async fn the_page_comes_before_the_relay_has_answered() {
    let relay = FailingRelay::start("").await;
    let site = site_with(&relay.port, &[]).await;
    let mut visitor = site.visitor();
    let view = timeout(Duration::from_secs(1), visitor.island("/api/request-code", &[("email", ADDRESS)])).await.expect("at once");
    assert_eq!((view.form, view.is(Number::IsFinal)), (Form::Code, false));
    assert_eq!(view.text(Text::Status), "Sending…");
    relay.is_asked().await;

    let mut plain = site.visitor();
    let answer = timeout(Duration::from_secs(5), plain.submit("/api/request-code", &[("email", "bob@example.org")])).await;
    assert_eq!(answer.expect("within 1.5 s and what the machine takes").redirect(), "/code");
    let page = plain.get("/code").await.page(StatusCode::OK);
    assert!(page.text("#status").starts_with("Sending…"), "{page:#?}");
    assert_eq!(page.text("#status-reload"), "Reload this page to see if it was sent.");

    let mut program = site.visitor();
    let headers = [crate::request::PROGRAM, &[("prefer", "respond-async")]].concat();
    let asks = program.post("/api/request-code", &headers, form(&[("email", "eve@example.org")]));
    let answer = timeout(Duration::from_secs(1), asks).await.expect("at once");
    let Step::Code(code) = answer.step() else { panic!("{}", answer.text()) };
    assert_eq!((code.delivery, answer.header("preference-applied")), (Delivery::Sending, Some("respond-async")));
}

/// When a mail fails later, its visitor does not have to wait before the next one.
#[tokio::test]
async fn a_later_failure_is_reported_and_enables_the_button() {
    let relay = FailingRelay::start("554 Not you\r\n").await;
    let site = site_with(&relay.port, &[]).await;
    let mut visitor = site.visitor();
    let view = visitor.island("/api/request-code", &[("email", ADDRESS)]).await;
    // The failure may already be known.
    assert!(matches!(view.form, Form::Code | Form::Failed), "{view:?}");
    let view = settled(&mut visitor, "/api/delivery").await;
    assert_eq!((view.form, view.number(Number::ResendIn), view.is(Number::IsSent)), (Form::Failed, 0, false));
    assert_eq!(view.text(Text::ProblemHeading), "We couldn’t send the code");
}

/// The island gets the refusal of any layer as a text in the visitor's language, and keeps its form.
#[tokio::test]
async fn requests_refused_before_the_service_get_a_message() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    let view = visitor.island("/api/request-code", &[("mail", ADDRESS)]).await;
    assert_eq!((view.form, view.text(Text::Error).as_str()), (Form::Address, "The form didn’t arrive as it should. Please try again."));
    let cross_site = crate::request::changed(ISLAND, "sec-fetch-site", &[("sec-fetch-site", "cross-site")]);
    let answer = visitor.post("/api/request-code", &cross_site, form(&[("email", ADDRESS)])).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let view: SignUpView = serde_json::from_slice(&answer.body).expect("a view");
    assert_eq!(view.form, Form::None);
    assert!(view.text(Text::Error).starts_with("We didn’t carry it out."), "{view:?}");
    let large = visitor.post("/api/request-code", ISLAND, vec![b'a'; 20_000]).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(serde_json::from_slice::<SignUpView>(&large.body).expect("a view").form, Form::None);
}

#[tokio::test]
async fn a_rush_asks_for_a_proof() {
    let site = TestSite::with(&["--proof-of-work-above", "1/1h", "--proof-of-work-wait", "30m"]).await;
    site.visitor().island("/api/request-code", &[("email", "first@example.org")]).await;
    let mut visitor = site.visitor();
    let view = visitor.island("/api/request-code", &[("email", ADDRESS)]).await;
    assert_eq!((view.form, view.is(Number::WantsProof), view.is(Number::IsFieldInvalid)), (Form::Address, true, false));
    assert_eq!(view.text(Text::Prefill), ADDRESS);
    let refusal = visitor.call("/api/request-code", &[("email", ADDRESS)]).await.refusal();
    assert!(matches!(refusal, Refusal::Limited { limit: Limit::ProofOfWork, .. }), "{refusal:?}");
}

/// Polling from a window that was left open creates no session and leaves no message, even if the visitor has signed out meanwhile.
#[tokio::test]
async fn polling_changes_nothing() {
    let site = TestSite::new().await;
    for path in ["/api/delivery", "/api/new-address-delivery"] {
        let answer = site.visitor().send(request("GET", path, ISLAND)).await;
        assert!(answer.set_cookies().is_empty(), "{path}: {:?}", answer.set_cookies());
        assert_eq!((answer.view().form == Form::Elsewhere, site.rows("session")), (path != "/api/delivery", 0), "{path}");
    }
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, ADDRESS).await;
    let mut left_open = visitor.clone();
    visitor.submit("/api/sign-out", &[]).await;
    assert_eq!(left_open.island_looks("/api/new-address-delivery").await.path, "/");
    assert!(!left_open.get("/").await.page(StatusCode::OK).has("#error-summary"));
}

/// The script of earlier versions fetches the page before it loads it.
#[tokio::test]
async fn a_message_waits_for_a_page_that_is_seen() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", "ada")]).await;
    let by_script = [crate::request::LOADS_A_PAGE, &[("sec-fetch-dest", "empty")]].concat();
    for _ in 0..2 {
        assert!(visitor.send(request("GET", "/", &by_script)).await.page(StatusCode::OK).has("#error-summary"));
    }
    assert!(visitor.get("/").await.page(StatusCode::OK).has("#error-summary"));
    assert!(!visitor.get("/").await.page(StatusCode::OK).has("#error-summary"));
    // A response that the island has shown also removes the message.
    visitor.submit("/api/request-code", &[("email", "ada")]).await;
    visitor.island("/api/request-code", &[("email", "bob")]).await;
    assert!(!visitor.get("/").await.page(StatusCode::OK).has("#error-summary"));
}

#[tokio::test]
async fn respond_async_is_confirmed_only_where_it_applies() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    let headers = [crate::request::PROGRAM, &[("prefer", "respond-async")]].concat();
    let answer = visitor.post("/api/change-address", &headers, "").await;
    assert_eq!((answer.step(), answer.header("preference-applied")), (Step::Address, None));
    let answer = visitor.post("/api/request-code", &headers, form(&[("email", "ada")])).await;
    assert_eq!((answer.header("preference-applied"), answer.header("serverfnerror")), (None, None));
    answer.refusal();
}
