//! While no code can be entered, the page says so, has no field for it and offers the next step, for plain forms and for the island.

use crate::answer::Answer;
use crate::relay::{FailingRelay, site_with};
use crate::site::{TestSite, other_than};
use crate::visitor::Visitor;
use app::view::{Form, Number, SignUpView, Text};
use axum::http::StatusCode;

const ADDRESS: &str = "ada@example.org";

/// Asserts that the page has no field for a code, and that page and view have the same heading, title and buttons. Returns the page's error
/// with the view.
async fn check_recovery(visitor: &mut Visitor, form: Form) -> (String, SignUpView) {
    let view = visitor.island_looks("/api/delivery").await;
    assert_eq!(view.form, form, "{view:?}");
    let answer: Answer = visitor.get("/code").await;
    let page = answer.page(StatusCode::OK);
    assert!(!page.has("#code") && !page.has("#status") && !page.has("#code-error"), "{page:#?}");
    assert_eq!(page.text("title"), view.text(Text::TitleProblem));
    assert!(page.text("title").starts_with(&format!("Error: {}", view.text(Text::ProblemHeading))));
    assert_eq!((page.all("h1").count(), page.text("h1")), (1, view.text(Text::ProblemHeading)));
    let summary = page.text("#error-summary");
    assert_eq!(summary, [view.text(Text::ProblemHeading), view.text(Text::Error)].concat());
    assert_eq!(page.text("#code-email"), ADDRESS);
    for (id, button) in [("resend-form", Text::Resend), ("change-form", Text::Change)] {
        assert!(page.text(&format!("#{id}")).starts_with(&view.text(button)), "#{id} in {page:#?}");
    }
    assert_eq!(page.all("button").filter(|button| button.attribute("class") == Some("primary")).count(), 1, "one main action");
    (summary, view)
}

#[tokio::test]
async fn a_relay_that_refuses_leads_to_another_try() {
    let relay = FailingRelay::start("554 Not you\r\n").await;
    let site = site_with(&relay.port, &[]).await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    while !visitor.island_looks("/api/delivery").await.is(Number::IsFinal) {
        tokio::task::yield_now().await;
    }
    let (summary, view) = check_recovery(&mut visitor, Form::Failed).await;
    assert!(summary.starts_with("We couldn’t send the code"), "{summary}");
    assert_eq!((view.number(Number::ResendIn), view.is(Number::LeadsToChange)), (0, false), "another try may follow at once");
}

#[tokio::test]
async fn an_expired_code_leads_to_a_new_one() {
    let site = TestSite::with(&["--code-lifetime", "1s", "--resend-after", "0"]).await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let code = site.code_for(ADDRESS).await;
    while visitor.island_looks("/api/delivery").await.form == Form::Code {
        tokio::task::yield_now().await;
    }
    let (summary, view) = check_recovery(&mut visitor, Form::Expired).await;
    assert_eq!(summary, "Your code has expiredGet a new one to continue.");
    assert!(!view.is(Number::LeadsToChange));
    // Entering the expired code anyway does not change the message.
    visitor.submit("/api/verify-code", &[("code", &code)]).await;
    assert_eq!(check_recovery(&mut visitor, Form::Expired).await.0, summary);
    visitor.submit("/api/resend-code", &[]).await;
    assert!(visitor.get("/code").await.page(StatusCode::OK).has("#code"));
}

#[tokio::test]
async fn spent_tries_lead_to_a_new_code() {
    let site = TestSite::with(&["--tries", "1"]).await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let wrong = other_than(&site.code_for(ADDRESS).await);
    visitor.submit("/api/verify-code", &[("code", &wrong)]).await;
    let (summary, view) = check_recovery(&mut visitor, Form::Spent).await;
    assert!(summary.starts_with("Too many wrong codes"), "{summary}");
    assert!(view.number(Number::ResendIn) > 0 && view.text(Text::Wait).starts_with("You can do this in"), "{view:?}");
}

/// The address that was meant is accepted with one button, with and without scripts.
#[tokio::test]
async fn the_address_that_was_meant_is_one_press_away() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    let view = visitor.island("/api/request-code", &[("email", "ada@gmial.com")]).await;
    assert_eq!(view.text(Text::Meant), "ada@gmail.com");
    let page = visitor.get("/code").await.page(StatusCode::OK);
    assert!(page.text("#meant-form").starts_with("Did you mean ada@gmail.com"), "{}", page.text("#meant-form"));
    assert_eq!(page.tag("form", "id", "meant-form").attribute("action"), Some("/api/request-code"));
    assert_eq!(page.tag("input", "value", "ada@gmail.com").attribute("name"), Some("email"));
    assert_eq!(visitor.submit("/api/request-code", &[("email", "ada@gmail.com")]).await.redirect(), "/code");
    let page = visitor.get("/code").await.page(StatusCode::OK);
    assert!(page.text("#code-email") == "ada@gmail.com" && !page.has("#meant-form"), "{page:#?}");
}
