//! Tests with relays that are right, or wrong in one way each: the stage, the problem and the text of the result.

use super::{RelayStage, StageOutcome, StageResult, TestMail, check_relay_stages};
use crate::dev_mailbox::server_tls::ServerTls;
use crate::mail::scripted_relay::{Act, ScriptedRelay, clear_opening, code_mail, logged_in, one_mail, opening, say};
use crate::mail::{Deadlines, Relay, RelayProblem, Sender, TlsMode};
use crate::sign_up::Timestamp;
use RelayStage::{Auth, AuthMechanisms, Certificate, Connect, Dns, Ehlo, Greeting, Starttls, TestMail as Mail};
use rcgen::{BasicConstraints, CertificateParams, IsCa, KeyPair, date_time_ymd};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls_pki_types::PrivateKeyDer;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;

const SHORT: Duration = Duration::from_millis(300);

async fn examined(relay: &Relay, with_mail: bool, deadlines: Deadlines) -> Vec<StageResult> {
    let from = || "Mailcode <no-reply@example.org>".parse().expect("a mailbox");
    let sender = |service| Sender::new(from(), service, "localhost", "http://localhost/not-me".to_owned()).expect("a sender");
    let mail = TestMail { mail: code_mail("somebody@example.org"), sender: sender("Mailcode test") };
    let now = Timestamp::from_millis(1_763_906_400_000);
    let found =
        check_relay_stages(relay, &sender("Mailcode"), with_mail.then_some(&mail), now, deadlines).await.expect("settings that can be");
    let stages: Vec<_> = found.iter().map(|examined| examined.stage).collect();
    assert_eq!(stages, RelayStage::in_order(relay.tls), "each stage once, in order: {found:?}");
    let failed = found.iter().position(|examined| matches!(examined.outcome, StageOutcome::Failed(_))).unwrap_or(found.len());
    let is_ok_after = found.iter().skip(failed + 1).any(|examined| examined.outcome == StageOutcome::Ok);
    assert!(!is_ok_after, "nothing passes after a failure: {found:?}");
    found
}

/// The failed stage, its problem and its text.
fn failure(found: &[StageResult]) -> (RelayStage, RelayProblem, &str) {
    let failed = found.iter().find_map(|examined| match examined.outcome {
        StageOutcome::Failed(problem) => Some((examined.stage, problem, examined.said.as_str())),
        _ => None,
    });
    failed.unwrap_or_else(|| panic!("nothing failed: {found:?}"))
}

fn said(found: &[StageResult], stage: RelayStage) -> (StageOutcome, &str) {
    let examined = found.iter().find(|examined| examined.stage == stage).expect("all stages are there");
    (examined.outcome, examined.said.as_str())
}

/// Appends `more` to `script`.
fn then(mut script: Vec<Act>, more: impl IntoIterator<Item = Act>) -> Vec<Act> {
    script.extend(more);
    script
}

#[tokio::test]
async fn a_relay_that_is_right_passes_every_stage_in_its_own_words() {
    let script = then(logged_in(), then(one_mail(), [Act::Hear("QUIT"), say("221 Bye")]));
    let relay = ScriptedRelay::start(script).await;
    let found = examined(&relay.settings(), true, Deadlines::default()).await;
    let address = format!("127.0.0.1:{}", relay.settings().port);
    for (stage, words) in [
        (Dns, "127.0.0.1"),
        (Connect, &address),
        (Greeting, "220 relay"),
        (Ehlo, "relay, STARTTLS"),
        (Starttls, "220 Go ahead"),
        (AuthMechanisms, "PLAIN"),
        (Auth, "235 Welcome"),
        (Mail, "250 Taken"),
    ] {
        assert_eq!(said(&found, stage), (StageOutcome::Ok, words), "{stage:?}");
    }
    let (outcome, words) = said(&found, Certificate);
    assert!(outcome == StageOutcome::Ok && words.starts_with("for 127.0.0.1; issued by CN=") && words.ends_with("days left"), "{words}");
    let texts = relay.texts();
    assert!(texts.len() == 1 && texts[0].contains("Subject: ") && texts[0].contains("Mailcode test"), "{texts:?}");
    relay.assert_nothing_leaked();
}

#[tokio::test]
async fn with_implicit_tls_the_certificate_comes_first() {
    let script = [Act::Tls, say("220 relay"), Act::Hear("EHLO "), say("250-relay\n250 AUTH LOGIN"), Act::Hear("AUTH LOGIN")];
    let script = then(script.to_vec(), [say("334 VXNlcm5hbWU6"), Act::Hear(""), say("334 UGFzc3dvcmQ6"), Act::Hear(""), say("235 In")]);
    let relay = ScriptedRelay::start(script).await;
    let found = examined(&Relay { tls: TlsMode::Implicit, ..relay.settings() }, false, Deadlines::default()).await;
    assert_eq!(said(&found, Starttls).0, StageOutcome::Skipped);
    for (stage, words) in [(Greeting, "220 relay"), (Ehlo, "relay, AUTH LOGIN"), (AuthMechanisms, "LOGIN"), (Auth, "235 In")] {
        assert_eq!(said(&found, stage), (StageOutcome::Ok, words), "{stage:?}");
    }
    assert_eq!(said(&found, Mail).0, StageOutcome::Skipped);
    relay.assert_nothing_leaked();
}

#[tokio::test]
async fn without_credentials_there_is_no_login() {
    let relay = ScriptedRelay::start(opening("250 SIZE")).await;
    let found = examined(&Relay { credentials: None, ..relay.settings() }, false, Deadlines::default()).await;
    assert_eq!((said(&found, AuthMechanisms).0, said(&found, Auth).0), (StageOutcome::Ok, StageOutcome::Skipped));
}

#[tokio::test]
async fn a_relay_that_is_wrong_fails_where_it_is_wrong() {
    let after_auth = |reply| then(opening("250 AUTH PLAIN"), [Act::Hear("AUTH PLAIN "), say(reply)]);
    let after_ehlo = |reply| vec![say("220 relay"), Act::Hear("EHLO "), say(reply)];
    for (script, stage, problem, words) in [
        (vec![say("421 4.3.2 Too busy")], Greeting, RelayProblem::Busy, "421 4.3.2 Too busy"),
        (vec![say("554 Not you")], Greeting, RelayProblem::NotWelcome, "554 Not you"),
        (vec![say("SSH-2.0-OpenSSH_9.2"), Act::Hang], Greeting, RelayProblem::NotSmtp, "SSH-2.0-OpenSSH_9.2"),
        (vec![], Greeting, RelayProblem::HungUp, "the relay cannot be reached: unexpected end of file"),
        (after_ehlo("550 Who?"), Ehlo, RelayProblem::NotWelcome, "550 Who?"),
        (after_ehlo("250-relay\n250 AUTH PLAIN"), Starttls, RelayProblem::NoStartTls, "it does not offer STARTTLS: relay, AUTH PLAIN"),
        (
            then(after_ehlo("250-relay\n250 STARTTLS"), [Act::Hear("STARTTLS"), say("454 4.7.0 Not now")]),
            Starttls,
            RelayProblem::StartTlsRefused,
            "454 4.7.0 Not now",
        ),
        (
            then(after_ehlo("250-relay\n250 STARTTLS"), [Act::Hear("STARTTLS"), say("220 Go\n250 forged"), Act::Hang]),
            Starttls,
            RelayProblem::Injected,
            "unencrypted bytes followed the reply to STARTTLS",
        ),
        (then(clear_opening(), [say("250 no TLS"), Act::Hang]), Certificate, RelayProblem::BrokenTls, "TLS failed: "),
        (
            then(clear_opening(), [Act::Tls, Act::Hear("EHLO "), say("502 Not inside TLS")]),
            AuthMechanisms,
            RelayProblem::NotWelcome,
            "502 Not inside TLS",
        ),
        (opening("250 SIZE"), AuthMechanisms, RelayProblem::NoAuth, "it offers no AUTH: relay, SIZE"),
        (opening("250 AUTH XOAUTH2"), Auth, RelayProblem::NoMechanism, "the relay offers no supported AUTH mechanism: "),
        (after_auth("535 5.7.8 Error: no"), Auth, RelayProblem::WrongPassword, "535 5.7.8 Error: no"),
        (after_auth("534-5.7.9 App password required\n534 5.7.9 x - gsmtp"), Auth, RelayProblem::GmailAppPassword, "534 5.7.9 App "),
        (
            after_auth("535 no relay-Passw0rd, no AHJlbGF5LXVzZXIAcmVsYXktUGFzc3cwcmQ= \u{202e}"),
            Auth,
            RelayProblem::WrongPassword,
            "535 no ***, no *** \\u{202e}",
        ),
        (
            then(logged_in(), [Act::Hear("MAIL FROM:"), say("553 5.7.1 Not yours")]),
            Mail,
            RelayProblem::SenderRefused,
            "553 5.7.1 Not yours",
        ),
        (
            then(logged_in(), [Act::Hear("MAIL FROM:"), say("250 OK"), Act::Hear("RCPT"), say("550 5.1.1 Nobody")]),
            Mail,
            RelayProblem::RecipientRefused,
            "550 5.1.1 Nobody",
        ),
        // Of several replies to pipelined commands, the error reply counts.
        (
            then(
                opening("250-PIPELINING\n250 AUTH PLAIN"),
                [
                    Act::Hear("AUTH PLAIN "),
                    say("235 In"),
                    Act::Hear("MAIL FROM:"),
                    say("250 OK\n550 5.1.1 Nobody\n554 5.5.1 Nothing to do"),
                ],
            ),
            Mail,
            RelayProblem::RecipientRefused,
            "550 5.1.1 Nobody",
        ),
    ] {
        let relay = ScriptedRelay::start(script).await;
        let found = examined(&relay.settings(), true, Deadlines::default()).await;
        let failure = failure(&found);
        assert_eq!((failure.0, failure.1), (stage, problem), "{found:?}");
        assert!(failure.2.starts_with(words), "{found:?}");
        assert!(found.iter().all(|examined| !examined.said.as_str().contains("Passw0rd")), "{found:?}");
        relay.assert_nothing_leaked();
    }
}

#[tokio::test]
async fn starttls_on_a_port_of_implicit_tls_is_found_out() {
    let relay = ScriptedRelay::start(vec![Act::Tls, Act::Hang]).await;
    let found = examined(&relay.settings(), false, Deadlines { open: SHORT, ..Deadlines::default() }).await;
    assert_eq!(
        failure(&found),
        (Greeting, RelayProblem::ImplicitTlsPort, "the relay did not answer in time; TLS begins at once on this port")
    );
    assert_eq!(relay.connections(), 2, "it was tried");

    let relay = ScriptedRelay::start(vec![Act::Tls, Act::Hang]).await;
    let untrusted = Relay { extra_roots: Vec::new(), ..relay.settings() };
    let found = examined(&untrusted, false, Deadlines { open: SHORT, ..Deadlines::default() }).await;
    assert_eq!((failure(&found).0, failure(&found).1), (Greeting, RelayProblem::ImplicitTlsPort), "trusted or not");

    let relay = ScriptedRelay::start(vec![Act::Hang]).await;
    let found = examined(&relay.settings(), false, Deadlines { open: SHORT, ..Deadlines::default() }).await;
    assert_eq!(failure(&found), (Greeting, RelayProblem::Silent, "the relay did not answer in time"));
}

#[tokio::test]
async fn implicit_tls_on_a_port_of_starttls_is_found_out() {
    let relay = ScriptedRelay::start(vec![say("220 relay"), Act::Hang]).await;
    let found = examined(&Relay { tls: TlsMode::Implicit, ..relay.settings() }, false, Deadlines::default()).await;
    assert_eq!((failure(&found).0, failure(&found).1), (Certificate, RelayProblem::ClearTextPort), "{found:?}");
}

#[tokio::test]
async fn a_closed_port_refuses_the_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let relay = Relay { host: "127.0.0.1".to_owned(), port, tls: TlsMode::StartTls, credentials: None, extra_roots: Vec::new() };
    let found = examined(&relay, false, Deadlines::default()).await;
    assert_eq!((failure(&found).0, failure(&found).1), (Connect, RelayProblem::ConnectionRefused));
}

/// A self-signed certificate for 127.0.0.1, as changed by `make`.
fn self_signed(make: impl FnOnce(&mut CertificateParams)) -> ServerTls {
    let key = KeyPair::generate().expect("a key");
    let mut params = CertificateParams::new(vec!["127.0.0.1".to_owned()]).expect("a name");
    make(&mut params);
    let certificate = params.self_signed(&key).expect("a certificate");
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], PrivateKeyDer::Pkcs8(key.serialize_der().into()))
        .expect("the key fits");
    ServerTls { config: Arc::new(config), root: certificate.der().clone() }
}

#[tokio::test]
async fn a_certificate_that_is_not_to_be_trusted_is_shown_all_the_same() {
    let authority = |params: &mut CertificateParams| params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let expired = |params: &mut CertificateParams| params.not_after = date_time_ymd(2025, 1, 1);
    let not_yet = |params: &mut CertificateParams| params.not_before = date_time_ymd(4000, 1, 1);
    let elsewhere = |params: &mut CertificateParams| {
        params.subject_alt_names = CertificateParams::new(vec!["relay.example".to_owned()]).expect("a name").subject_alt_names;
    };
    let nameless = |params: &mut CertificateParams| params.subject_alt_names.clear();
    for (tls, problem, words) in [
        (self_signed(authority), RelayProblem::AuthorityAsServer, "for 127.0.0.1; "),
        (self_signed(expired), RelayProblem::Expired, "ended 326 days ago"),
        (self_signed(not_yet), RelayProblem::NotYetValid, "begins in 721026 days"),
        (self_signed(elsewhere), RelayProblem::WrongName, "for relay.example; "),
        (self_signed(nameless), RelayProblem::WrongName, "for no name; "),
    ] {
        let relay = ScriptedRelay::start_as(tls, opening("250 AUTH PLAIN")).await;
        let found = examined(&relay.settings(), true, Deadlines::default()).await;
        assert_eq!((failure(&found).0, failure(&found).1), (Certificate, problem), "{found:?}");
        assert!(failure(&found).2.contains(words) && failure(&found).2.contains("issued by CN="), "{found:?}");
        relay.assert_nothing_leaked();
    }
    let relay = ScriptedRelay::start(opening("250 AUTH PLAIN")).await;
    let found = examined(&Relay { extra_roots: Vec::new(), ..relay.settings() }, true, Deadlines::default()).await;
    assert_eq!((failure(&found).0, failure(&found).1), (Certificate, RelayProblem::UnknownIssuer), "{found:?}");
    relay.assert_nothing_leaked();
}

/// The fix that the doctor advises for [`RelayProblem::AuthorityAsServer`].
#[tokio::test]
async fn a_certificate_signed_by_itself_that_is_no_authority_can_be_its_own_root() {
    let tls = self_signed(|params| params.is_ca = IsCa::ExplicitNoCa);
    let relay = ScriptedRelay::start_as(tls, opening("250 AUTH PLAIN")).await;
    let found = examined(&relay.settings(), false, Deadlines::default()).await;
    assert_eq!(said(&found, Certificate).0, StageOutcome::Ok, "{found:?}");
}
