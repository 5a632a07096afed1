//! A mail as it goes over SMTP.

use crate::steps::Relay;
use e2e::{HostileRelay, Script, Visitor};

/// The mail that a server with these settings and a public address of its own sends here.
pub(crate) async fn sent_mail(address: &str, settings: &[(&str, &str)]) -> String {
    let relay = HostileRelay::start(Script::WellBehaved).await;
    let public = [("PUBLIC_URL", "https://sign-up.example.org")];
    let mailcode = Relay::hostile(&relay).mailcode_with(&[&public, settings].concat()).await;
    let form = Visitor::new(&mailcode).form("/api/request-code", &[("email", address)]).header("Sec-Fetch-Site", "same-origin");
    assert_eq!(Visitor::answer(form).await.status, 303);
    let inside = relay.received().inside;
    let (_, text) = inside.split_once("DATA\r\n").expect("a mail");
    let (text, _) = text.split_once("\r\n.\r\n").expect("its end");
    // RFC 5321 §4.5.2.
    text.replace("\r\n..", "\r\n.") + "\r\n"
}
