//! The events that clients cause in the audit trail.

use crate::answer::Answer;
use crate::relay::{FailingRelay, site_with};
use crate::request::{PLAIN_FORM, PROGRAM, changed};
use crate::site::{TestSite, other_than};
use crate::visitor::Visitor;
use axum::http::StatusCode;
use server::audit::Recorder;

const ADDRESS: &str = "ada@example.org";
const MASKED: Option<&str> = Some("a…@example.org");
const NETWORK: Option<&str> = Some("198.51.100.0/24");

type Headers = &'static [(&'static str, &'static str)];

/// The two kinds of client.
const CLIENTS: [Headers; 2] = [PLAIN_FORM, PROGRAM];

/// Sends these fields as this kind of client does.
async fn send(visitor: &mut Visitor, client: Headers, path: &str, fields: &[(&str, &str)]) -> Answer {
    visitor.post(path, client, crate::request::form(fields)).await
}

/// Kind, detail, masked address and network of each event, in the order of the trail.
async fn recorded(site: &TestSite) -> Vec<(String, Option<&'static str>, Option<String>, Option<String>)> {
    let entries = site.audited().await.into_iter();
    let fields = entries.map(|entry| {
        let masked = entry.subject.map(|subject| subject.masked);
        (entry.event.kind().name(), entry.event.detail(), masked, entry.network.map(|network| network.to_string()))
    });
    fields.collect()
}

/// An expected row of [`recorded`].
fn row(
    kind: &str,
    detail: Option<&'static str>,
    masked: Option<&str>,
    network: Option<&str>,
) -> (String, Option<&'static str>, Option<String>, Option<String>) {
    (kind.to_owned(), detail, masked.map(ToOwned::to_owned), network.map(ToOwned::to_owned))
}

/// Waits for the mail about a deleted account and returns the events without it, because its position in the trail is undetermined.
async fn without_the_notice(site: &TestSite) -> Vec<(String, Option<&'static str>, Option<String>, Option<String>)> {
    loop {
        let mut recorded = recorded(site).await;
        if recorded.iter().filter(|(kind, ..)| kind == "sent").count() == 3 {
            let notice = recorded.iter().rposition(|(kind, ..)| kind == "sent").expect("it is there");
            assert_eq!(recorded.remove(notice), row("sent", None, Some("A…@example.org"), None));
            return recorded;
        }
    }
}

#[tokio::test]
async fn all_that_matters_is_recorded_for_both_kinds_of_client() {
    for client in CLIENTS {
        let site = TestSite::new().await;
        let mut visitor = site.visitor();
        send(&mut visitor, client, "/api/request-code", &[("email", "no address")]).await;
        send(&mut visitor, client, "/api/request-code", &[("email", "ADA@example.org")]).await;
        send(&mut visitor, client, "/api/resend-code", &[]).await;
        let code = site.code_for("ADA@example.org").await;
        send(&mut visitor, client, "/api/verify-code", &[("code", &other_than(&code))]).await;
        send(&mut visitor, client, "/api/verify-code", &[("code", "12345")]).await;
        send(&mut visitor, client, "/api/verify-code", &[("code", &code)]).await;
        send(&mut visitor, client, "/api/sign-out", &[]).await;
        send(&mut visitor, client, "/api/sign-out", &[]).await;
        send(&mut visitor, client, "/api/request-code", &[("email", ADDRESS)]).await;
        send(&mut visitor, client, "/api/verify-code", &[("code", &site.code_for(ADDRESS).await)]).await;
        send(&mut visitor, client, "/api/delete-account", &[]).await;
        send(&mut visitor, client, "/api/delete-account", &[]).await;
        let upper = Some("A…@example.org");
        let expected = [
            row("refused", Some("address"), None, NETWORK),
            row("code_requested", None, upper, NETWORK),
            row("sent", None, upper, None),
            row("limit_hit", Some("resend_after"), upper, NETWORK),
            row("refused", Some("wrong_code"), upper, NETWORK),
            row("refused", Some("code"), upper, NETWORK),
            row("verified", None, upper, NETWORK),
            row("signed_out", None, upper, NETWORK),
            row("code_requested", None, MASKED, NETWORK),
            row("sent", None, MASKED, None),
            row("verified", None, MASKED, NETWORK),
            // The account keeps the spelling that it was created with.
            row("deleted", None, upper, NETWORK),
            row("refused", Some("not_signed_in"), None, NETWORK),
        ];
        assert_eq!(without_the_notice(&site).await, expected);
        let hashes: Vec<_> = site.audited().await.into_iter().filter_map(|entry| Some(entry.subject?.hash)).collect();
        assert!(hashes.iter().all(|hash| *hash == hashes[0]), "one mailbox, one hash: {hashes:?}");
    }
}

#[tokio::test]
async fn requests_refused_before_the_rules_are_recorded_too() {
    for client in CLIENTS {
        let site = TestSite::new().await;
        let mut visitor = site.visitor_at("2001:db8:1:2::3");
        visitor.post("/api/request-code", client, "mail=ada%40example.org").await;
        visitor.post("/api/request-code", &changed(client, "content-type", &[]), "email=ada%40example.org").await;
        let foreign = changed(client, "sec-fetch-site", &[("sec-fetch-site", "cross-site")]);
        assert_eq!(visitor.post("/api/request-code", &foreign, "email=ada%40example.org").await.status, StatusCode::FORBIDDEN);
        visitor.post("/api/request-code", client, "email=ada%40example.org&altcha=no-solution").await;
        let network = Some("2001:db8:1::/48");
        let malformed = |masked| row("refused", Some("malformed"), masked, network);
        let cross_site = row("refused", Some("cross_site"), None, network);
        assert_eq!(recorded(&site).await, [malformed(None), malformed(None), cross_site, malformed(MASKED)]);
    }
}

#[tokio::test]
async fn a_mail_that_is_not_sent_is_recorded() {
    let relay = FailingRelay::start("554 Not you\r\n").await;
    let site = site_with(&relay.port, &[]).await;
    site.visitor().call("/api/request-code", &[("email", ADDRESS)]).await;
    let expected = [row("code_requested", None, MASKED, NETWORK), row("not_sent", Some("rejected"), MASKED, None)];
    assert_eq!(recorded(&site).await, expected);
}

/// The trail knows only the network of a client that reports a mail by its token.
#[tokio::test]
async fn a_mail_that_was_not_asked_for_is_recorded_without_its_token() {
    for client in CLIENTS {
        let site = TestSite::new().await;
        site.visitor().call("/api/request-code", &[("email", ADDRESS)]).await;
        let token = site.token_for(ADDRESS).await;
        let mut reader = site.visitor_at("203.0.113.7");
        send(&mut reader, client, "/api/not-me", &[("token", "K7QM-2XRD-9FHT")]).await;
        send(&mut reader, client, "/api/not-me", &[("token", &token)]).await;
        send(&mut site.visitor(), client, "/api/request-code", &[("email", ADDRESS)]).await;
        let network = Some("203.0.113.0/24");
        let expected = [
            row("refused", Some("token"), None, network),
            row("muted", None, None, network),
            row("limit_hit", Some("muted"), MASKED, NETWORK),
        ];
        assert_eq!(recorded(&site).await[2..], expected);
        assert!(!format!("{:?}", site.audited().await).contains(&token[..4]));
    }
}

/// A single mail would suffice to use its token without end.
#[tokio::test]
async fn a_token_that_is_used_again_and_again_does_not_fill_the_trail() {
    let site = TestSite::new().await;
    site.visitor().call("/api/request-code", &[("email", ADDRESS)]).await;
    let token = site.token_for(ADDRESS).await;
    let mut reader = site.visitor_at("203.0.113.7");
    for _ in 0..Recorder::MAX_OF_NETWORK + 5 {
        assert_eq!(reader.call("/api/not-me", &[("token", &token)]).await.status, StatusCode::OK);
    }
    let muted = recorded(&site).await.into_iter().filter(|(kind, ..)| kind == "muted").count();
    assert_eq!(muted as u64, Recorder::MAX_OF_NETWORK);
}

#[tokio::test]
async fn spent_tries_are_a_limit() {
    let site = TestSite::with(&["--tries", "1"]).await;
    let mut visitor = site.visitor();
    visitor.call("/api/request-code", &[("email", ADDRESS)]).await;
    visitor.call("/api/verify-code", &[("code", &other_than(&site.code_for(ADDRESS).await))]).await;
    assert_eq!(recorded(&site).await.last(), Some(&row("limit_hit", Some("tries_spent"), MASKED, NETWORK)));
}

/// A step and its entry are one transaction. A refusal changes nothing, so its entry may be missing.
#[tokio::test]
async fn what_the_trail_cannot_record_is_not_done() {
    for client in CLIENTS {
        let site = TestSite::new().await;
        let mut visitor = site.visitor();
        site.sign_up(&mut visitor, ADDRESS).await;
        let uses = site.rows("bucket_use");
        site.execute("ALTER TABLE audit_event RENAME TO lost");
        let mut newcomer = site.visitor();
        let refused = send(&mut newcomer, client, "/api/request-code", &[("email", "no address")]).await;
        assert!(!refused.status.is_server_error(), "{}", refused.text());
        send(&mut newcomer, client, "/api/request-code", &[("email", "bob@example.org")]).await;
        assert_eq!((site.rows("bucket_use"), site.rows("delivery")), (uses, 1), "no mail is counted or sent");
        send(&mut visitor, client, "/api/delete-account", &[]).await;
        assert_eq!(site.rows("account"), 1);
        site.execute("ALTER TABLE lost RENAME TO audit_event");
        send(&mut visitor, client, "/api/delete-account", &[]).await;
        assert_eq!(site.rows("account"), 0, "the session is still signed in");
    }
}

#[tokio::test]
async fn known_and_unknown_addresses_leave_the_same_traces() {
    let site = TestSite::new().await;
    site.sign_up(&mut site.visitor(), ADDRESS).await;
    let mut traces = Vec::new();
    for address in [ADDRESS, "eve@example.org"] {
        let before = recorded(&site).await.len();
        let mut visitor = site.visitor();
        visitor.submit("/api/request-code", &[("email", address)]).await;
        visitor.submit("/api/verify-code", &[("code", &other_than(&site.code_for(address).await))]).await;
        visitor.submit("/api/resend-code", &[]).await;
        let kinds = recorded(&site).await.into_iter().skip(before).map(|(kind, detail, ..)| (kind, detail));
        traces.push(kinds.collect::<Vec<_>>());
    }
    assert_eq!(traces[0].len(), 4);
    assert_eq!(traces[0], traces[1]);
}

#[tokio::test]
async fn refusals_beyond_the_cap_are_counted_and_not_stored() {
    let site = TestSite::new().await;
    let flooders = ["203.0.113.7", "203.0.113.8"].map(|peer| site.visitor_at(peer));
    for mut flooder in flooders {
        for _ in 0..Recorder::MAX_OF_NETWORK {
            flooder.call("/api/verify-code", &[("code", "no code")]).await;
        }
    }
    assert_eq!(site.audited().await.len() as u64, Recorder::MAX_OF_NETWORK, "both are of one network");
    site.visitor().call("/api/request-code", &[("email", ADDRESS)]).await;
    let left_out = site.audited().await.into_iter().rev().nth(1).map(|entry| entry.left_out);
    assert_eq!(left_out, Some(Recorder::MAX_OF_NETWORK), "the entry of the code says what is missing");
}

#[tokio::test]
async fn the_trail_names_nobody() {
    let site = TestSite::new().await;
    site.sign_up(&mut site.visitor(), "somebody@example.org").await;
    let entries = format!("{:?}", site.audited().await);
    assert!(entries.contains("s…@example.org"), "{entries}");
    for needle in ["somebody", "omebody", "198.51.100.20"] {
        assert!(!entries.contains(needle), "{needle} in {entries}");
    }
}

#[tokio::test]
async fn no_trail_is_kept_if_none_is_wanted() {
    let site = TestSite::with(&["--audit-keep", "0"]).await;
    site.sign_up(&mut site.visitor(), ADDRESS).await;
    assert_eq!(site.audited().await, []);
}

/// The event is about the requested address, not the account's current one.
#[tokio::test]
async fn a_change_of_address_is_recorded_about_the_new_one() {
    for client in CLIENTS {
        let site = TestSite::new().await;
        let mut visitor = site.visitor();
        site.sign_up(&mut visitor, ADDRESS).await;
        let before = recorded(&site).await.len();
        send(&mut visitor, client, "/api/new-address", &[("email", "bob")]).await;
        send(&mut visitor, client, "/api/new-address", &[("email", "bob@example.org")]).await;
        let bob = Some("b…@example.org");
        let expected =
            [row("refused", Some("address"), None, NETWORK), row("code_requested", None, bob, NETWORK), row("sent", None, bob, None)];
        assert_eq!(recorded(&site).await[before..], expected);
    }
}
