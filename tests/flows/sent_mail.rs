//! A mail as the relay receives it.

use crate::steps::Relay;
use e2e::{HostileRelay, Script, Visitor};
use reqwest::Method;

/// The mail that a server with these settings and a public URL sends to this address.
pub(crate) async fn sent_mail(address: &str, settings: &[(&str, &str)]) -> String {
    let relay = HostileRelay::start(Script::WellBehaved).await;
    let public = [("PUBLIC_URL", "https://sign-up.example.org")];
    let mailcode = Relay::hostile(&relay).mailcode_with(&[&public, settings].concat()).await;
    // As a program: the `Secure` cookies of a public URL do not come back over plain http.
    let request = Visitor::new(&mailcode).request(Method::POST, "/api/request-code").form(&[("email", address)]);
    let request = request.header("Accept", "application/json").header("Sec-Fetch-Site", "same-origin");
    assert_eq!(Visitor::answer(request).await.status, 200);
    let inside = relay.received().inside;
    let (_, text) = inside.split_once("DATA\r\n").expect("a mail");
    let (text, _) = text.split_once("\r\n.\r\n").expect("its end");
    // Dot-unstuffing (RFC 5321 §4.5.2).
    text.replace("\r\n..", "\r\n.") + "\r\n"
}
