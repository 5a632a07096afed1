//! The whole flow through a real mail server.

use crate::support::relay::Relay;
use crate::support::steps::{ADDRESS, ask_for_code, open, type_code};
use e2e::{Browser, Postfix, Scripting, Visitor};
use std::time::Duration;
use tokio::time::Instant;

#[tokio::test]
async fn a_visitor_signs_up_through_postfix_with_starttls() {
    let postfix = Postfix::start().await;
    let mailcode = Relay::postfix(&postfix).mailcode().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let mail = postfix.mail().await;

    assert_eq!(mail.header("From").as_deref(), Some("Mailcode <mailcode@example.org>"));
    assert_eq!(mail.header("To").unwrap().trim_matches(['<', '>']), ADDRESS);
    assert_eq!(mail.header("Auto-Submitted").as_deref(), Some("auto-generated"));
    assert!(mail.header("Message-ID").is_some() && mail.header("Date").is_some() && mail.header("Subject").is_some());
    let received = mail.header("Received").unwrap();
    assert!(received.contains("TLS") && received.contains("with ESMTPSA"), "encrypted and authenticated: {received}");
    let code = mail.code();
    assert!(mail.header("Subject").unwrap().starts_with(&format!("{code} ")) && mail.header("X-Entity-Ref-ID").is_some());
    assert_eq!(mail.text.trim_end().lines().last(), Some(&*format!("@127.0.0.1 #{code}")), "the last line binds the code:\n{}", mail.text);
    assert!(mail.html.contains(&code), "the HTML part has the code too");
    assert!(mail.text.contains("10 minutes"), "it says how long the code works:\n{}", mail.text);

    type_code(&browser, &code).await;
    assert_eq!(browser.text("#account-email").await, ADDRESS);
    for secret in [&code, Postfix::PASSWORD, ADDRESS] {
        assert!(!mailcode.output().contains(secret), "nothing secret is logged");
    }
}

#[tokio::test]
async fn a_visitor_signs_up_through_postfix_with_implicit_tls() {
    let postfix = Postfix::start().await;
    let relay = Relay { port: postfix.implicit_port(), tls: "implicit", ..Relay::postfix(&postfix) };
    let mailcode = relay.mailcode().await;
    let visitor = Visitor::new(&mailcode);
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let page = visitor.submit("/api/verify-code", &[("code", &postfix.mail().await.code())]).await;
    assert_eq!(page.text("#account-email"), ADDRESS);
}

#[tokio::test]
async fn with_a_wrong_password_the_page_says_that_no_mail_was_sent() {
    let postfix = Postfix::start().await;
    let mailcode = Relay { password: "not-the-password", ..Relay::postfix(&postfix) }.mailcode().await;
    let visitor = Visitor::new(&mailcode);
    let start = Instant::now();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    visitor
        .open_until("/code", "the page to show the failure", |page| {
            page.text(crate::support::fault::MAIL_STATUS).contains("couldn’t send the code")
        })
        .await;
    assert!(start.elapsed() < Duration::from_secs(10));
    assert!(postfix.log().contains("authentication failed"), "{}", postfix.log());

    let again = visitor.call("/api/resend-code", &[]).await;
    assert_eq!((again.status, &again.body["Code"]["delivery"]["Failed"]), (200, &"Credentials".into()), "asking again costs no wait");
    assert!(postfix.is_empty());
    assert!(!mailcode.output().contains("not-the-password"));
}

#[tokio::test]
async fn a_certificate_of_an_unknown_authority_is_refused() {
    let postfix = Postfix::start().await;
    let other = e2e::Authority::new();
    let mailcode = Relay { authority: &other, ..Relay::postfix(&postfix) }.mailcode().await;
    let answer = Visitor::new(&mailcode).call("/api/request-code", &[("email", ADDRESS)]).await;
    assert_eq!(answer.body["Code"]["delivery"]["Failed"], "Insecure");
    assert!(postfix.is_empty());
}
