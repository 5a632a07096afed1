//! The limit of mails for each client, and how clients are told apart.

use crate::limits::limited;
use crate::site::TestSite;
use axum::http::StatusCode;
use domain::Limit;

/// Asks for a code for a new address from this peer. Returns whether the limit of the client allowed it.
async fn is_let_through(site: &TestSite, peer: &str, forwarded_for: Option<&'static str>, number: u32) -> bool {
    let mut visitor = site.visitor_at(peer);
    visitor.forwarded_for = forwarded_for;
    let answer = visitor.call("/api/request-code", &[("email", &format!("somebody{number}@example.org"))]).await;
    if answer.status != StatusCode::OK {
        limited(&answer, Limit::MailsPerClient);
    }
    answer.status == StatusCode::OK
}

#[tokio::test]
async fn behind_a_proxy_the_rightmost_untrusted_hop_counts() {
    let site = TestSite::with(&["--mails-per-client", "2/1h", "--trusted-proxies", "10.0.0.0/8,192.0.2.7"]).await;
    for (number, (peer, forwarded_for, expected)) in [
        ("10.0.0.1", Some("198.51.100.7"), true),
        ("10.0.0.1", Some("203.0.113.1, 198.51.100.7"), true),
        // The client can write anything to the left of its own address.
        ("10.0.0.1", Some("203.0.113.2, 198.51.100.7"), false),
        ("10.0.0.1", Some("203.0.113.3, 198.51.100.7, 10.9.9.9"), false),
        ("192.0.2.7", Some("198.51.100.7,10.0.0.5"), false),
        ("10.0.0.1", Some("198.51.100.7, 203.0.113.4"), true),
        ("10.0.0.1", Some("198.51.100.8"), true),
        // A client that connects directly cannot claim another address.
        ("198.51.100.7", Some("203.0.113.5"), false),
        ("198.51.100.7", None, false),
        ("198.51.100.9", Some("198.51.100.7"), true),
    ]
    .into_iter()
    .enumerate()
    {
        let number = u32::try_from(number).expect("a few");
        assert_eq!(is_let_through(&site, peer, forwarded_for, number).await, expected, "{number}: {peer} {forwarded_for:?}");
    }
}

#[tokio::test]
async fn without_trusted_proxies_the_header_changes_nothing() {
    let site = TestSite::with(&["--mails-per-client", "2/1h"]).await;
    for (number, (peer, forwarded_for, expected)) in [
        ("127.0.0.1", Some("198.51.100.1"), true),
        ("127.0.0.1", Some("198.51.100.2"), true),
        ("127.0.0.1", Some("198.51.100.3"), false),
        ("127.0.0.1", None, false),
        ("198.51.100.3", Some("127.0.0.1"), true),
    ]
    .into_iter()
    .enumerate()
    {
        let number = u32::try_from(number).expect("a few");
        assert_eq!(is_let_through(&site, peer, forwarded_for, number).await, expected, "{number}: {peer} {forwarded_for:?}");
    }
}

#[tokio::test]
async fn one_site_of_ipv6_is_one_client() {
    let site = TestSite::with(&["--mails-per-client", "1/1h"]).await;
    assert!(is_let_through(&site, "2001:db8::1", None, 0).await);
    assert!(!is_let_through(&site, "2001:db8::ffff:1", None, 1).await);
    assert!(is_let_through(&site, "2001:db8:0:1::1", None, 2).await);
    assert!(is_let_through(&site, "198.51.100.1", None, 3).await);
    assert!(!is_let_through(&site, "::ffff:198.51.100.1", None, 4).await);
}

#[tokio::test]
async fn a_form_names_the_limit_of_its_network() {
    let site = TestSite::with(&["--mails-per-client", "1/1h"]).await;
    site.visitor().submit("/api/request-code", &[("email", "ada@example.org")]).await;
    let mut visitor = site.visitor();
    assert_eq!(visitor.submit("/api/request-code", &[("email", "bob@example.org")]).await.redirect(), "/");
    let error = visitor.get("/").await.page(StatusCode::OK).text("#error-summary");
    assert_eq!(error, "Please try again laterToo many codes were requested from your network. You can ask for another in 60 minutes.");
    assert_eq!(site.mailed().await, ["ada@example.org"]);
}
