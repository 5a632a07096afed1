//! What a visitor learns about the delivery of the mail, and how a mail is refused while the queue is full.

use crate::answer::{Answer, initial_view};
use crate::relay::{FailingRelay, site_with};
use crate::request::{LOADS_A_PAGE, PROGRAM, request};
use crate::site::TestSite;
use crate::visitor::Visitor;
use app::view::{Number, Text};
use axum::http::StatusCode;
use domain::{Delivery, DeliveryFailure, Limit, Refusal, Step};

const PATH: &str = "/api/delivery";

#[tokio::test]
async fn programs_can_poll_the_state_of_the_mail() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    let answer = ask(&mut visitor).await;
    assert_eq!((answer.status, answer.refusal()), (StatusCode::CONFLICT, Refusal::NothingPending));
    let asked = visitor.call("/api/request-code", &[("email", "ada@gmail.com")]).await.step();
    let Step::Code(code) = ask(&mut visitor).await.step() else { panic!("it is pending") };
    assert_eq!(asked, Step::Code(code.clone()));
    assert_eq!((code.delivery, code.is_final, code.webmail.as_str()), (Delivery::Accepted, true, "Gmail"));
    assert!(code.status.starts_with("Sent at ") && code.link.contains("no-reply%40localhost"), "{code:?}");

    let typed = site.code_for("ada@gmail.com").await;
    visitor.call("/api/verify-code", &[("code", &typed)]).await;
    assert_eq!(ask(&mut visitor).await.step(), Step::Account);
}

/// Requests the state of the delivery as a program.
async fn ask(visitor: &mut Visitor) -> Answer {
    visitor.send(request("GET", PATH, PROGRAM)).await
}

/// The island's request does not consume a flash message, which another window may be about to show.
#[tokio::test]
async fn the_island_gets_the_same_as_the_page() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", "ada@gmail.com")]).await;
    visitor.submit("/api/verify-code", &[("code", "12345")]).await;
    let news = visitor.island_looks(PATH).await;
    assert_eq!(news.text(Text::Error), "");
    let page = visitor.get("/code").await.page(StatusCode::OK);
    assert!(page.text("#code-error").contains("all 6 digits"), "{page:#?}");
    for text in [Text::Status, Text::StatusMoment, Text::Webmail, Text::WebmailLink] {
        assert!(!news.text(text).is_empty());
        assert_eq!(news.text(text), initial_view(&page).text(text), "{text:?}");
    }
    assert!(news.is(Number::IsFinal) && page.tag("div", "id", "status").attribute("data-final").is_some());
}

/// There is no page at the path, and Leptos would redirect a browser to the referring page.
#[tokio::test]
async fn a_browser_that_opens_the_endpoint_gets_json() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", "ada@gmail.com")]).await;
    let headers = [LOADS_A_PAGE, &[("referer", "https://example.org/")]].concat();
    assert!(matches!(visitor.send(request("GET", PATH, &headers)).await.step(), Step::Code(_)));
    assert_eq!(visitor.send(request("HEAD", PATH, PROGRAM)).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_page_says_where_to_look() {
    let site = TestSite::new().await;
    for (address, is_known) in [("ada@gmail.com", true), ("ada@example.org", false)] {
        let mut visitor = site.visitor();
        visitor.submit("/api/request-code", &[("email", address)]).await;
        let page = visitor.get("/code").await.page(StatusCode::OK);
        let links: Vec<_> = page.all("a").filter(|link| link.attribute("id") == Some("webmail")).collect();
        assert_eq!(links.len(), usize::from(is_known), "{address}");
        assert!(links.iter().all(|link| link.attribute("href").is_some_and(|to| to.starts_with("https://mail.google.com/"))));
    }
}

#[tokio::test]
async fn a_refusal_is_stored_with_the_role_of_the_relay() {
    let relay = FailingRelay::start("554 Not you\r\n").await;
    let site = site_with(&relay.port, &[]).await;
    let mut visitor = site.visitor();
    let Step::Code(code) = visitor.call("/api/request-code", &[("email", "ada@example.org")]).await.step() else { panic!("it is pending") };
    assert_eq!(code.delivery, Delivery::Failed(DeliveryFailure::Rejected));
    assert_eq!(site.number("SELECT count(*) FROM delivery WHERE outcome = 'failed: rejected' AND relay = 'main'"), 1);
}

#[tokio::test]
async fn a_full_queue_says_when_to_come_back() {
    let relay = FailingRelay::start("").await;
    let site = site_with(&relay.port, &["--smtp-queue", "1"]).await;
    let mut first = site.visitor();
    let waiting = tokio::spawn(async move { first.call("/api/request-code", &[("email", "ada@example.org")]).await });
    relay.is_asked().await;
    assert_eq!(site.number("SELECT count(*) FROM delivery WHERE outcome = 'sending'"), 1);

    let answer = site.visitor_at("203.0.113.7").call("/api/request-code", &[("email", "bob@example.org")]).await;
    assert_eq!((answer.status, answer.header("retry-after")), (StatusCode::SERVICE_UNAVAILABLE, Some("5")));
    assert_eq!(answer.refusal(), Refusal::Limited { limit: Limit::MailQueue, retry_after: 5 });
    let mut plain = site.visitor_at("203.0.113.8");
    assert_eq!(plain.submit("/api/request-code", &[("email", "bob@example.org")]).await.redirect(), "/");
    let page = plain.get("/").await.page(StatusCode::OK);
    assert!(page.text("#error-summary").contains("others are waiting too"), "{page:#?}");
    assert_eq!(page.tag("input", "name", "email").attribute("value"), Some("bob@example.org"));
    waiting.abort();
}
