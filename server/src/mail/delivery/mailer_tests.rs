use crate::mail::scripted_relay::{Act, ScriptedRelay, code_mail, logged_in, mailer, one_mail, opening, say, up_to_text};
use crate::mail::smtp::RetryClass;
use crate::mail::{AccessTokenSource, Credentials, Deadlines, Relay, Secret, SendError, TlsMode};
use domain::{Delivery, DeliveryFailure};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, timeout};

const TO: &str = "somebody@example.org";

fn joined(scripts: impl IntoIterator<Item = Vec<Act>>) -> Vec<Act> {
    scripts.into_iter().flatten().collect()
}

#[tokio::test]
async fn a_code_goes_out_by_starttls_and_login() {
    let relay = ScriptedRelay::start(joined([logged_in(), one_mail()])).await;
    assert_eq!(relay.mailer().first_attempt(code_mail(TO)).await, Delivery::Accepted);
    let texts = relay.texts();
    assert!(texts[0].contains("\r\nTo: somebody@example.org\r\n") && texts[0].contains("\r\n314159\r\n"), "{texts:?}");
    relay.assert_nothing_leaked();
}

#[tokio::test]
async fn auth_login_is_supported() {
    // `Username:` and `Password:`, `User:` and `Pass:`, the two in the wrong order, text that is not Base64, no text.
    for [name, password] in [
        ["334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6"],
        ["334 VXNlcjo=", "334 UGFzczo="],
        ["334 UGFzc3dvcmQ6", "334 VXNlcm5hbWU6"],
        ["334 Your name?", "334 And your password?"],
        ["334", "334"],
    ] {
        let login = vec![Act::Hear("AUTH LOGIN\r\n"), say(name), Act::Hear("cmVsYXktdXNlcg==\r\n"), say(password)];
        let welcome = vec![Act::Hear("cmVsYXktUGFzc3cwcmQ=\r\n"), say("235 Welcome")];
        let relay = ScriptedRelay::start(joined([opening("250 AUTH CRAM-MD5 LOGIN"), login, welcome, one_mail()])).await;
        assert_eq!(relay.mailer().first_attempt(code_mail(TO)).await, Delivery::Accepted, "{name}");
        relay.assert_nothing_leaked();
    }
}

#[tokio::test]
async fn an_unexpected_reply_in_auth_login_ends_the_attempt() {
    let login = |more: Vec<Act>| joined([opening("250 AUTH LOGIN"), vec![Act::Hear("AUTH LOGIN"), say("334 "), Act::Hear("cmVs")], more]);
    let refused = ScriptedRelay::start(login(vec![say("535 Nobody"), Act::Hang])).await;
    assert_eq!(refused.mailer().first_attempt(code_mail(TO)).await, Delivery::Failed(DeliveryFailure::Credentials));
    let asking = ScriptedRelay::start(login(vec![say("334 "), Act::Hear("cmVs"), say("334 And?"), Act::Hang])).await;
    assert_eq!(asking.mailer().first_attempt(code_mail(TO)).await, Delivery::Failed(DeliveryFailure::Unreachable));
}

#[tokio::test]
async fn extensions_are_recognized_in_any_case_and_in_old_spellings() {
    let plain = || vec![Act::Hear("AUTH PLAIN "), say("235 Welcome")];
    for offer in ["250 auth plain login", "250 AUTH=PLAIN LOGIN", "250-Auth=login\n250 Auth Plain"] {
        let relay = ScriptedRelay::start(joined([opening(offer), plain(), one_mail()])).await;
        assert_eq!(relay.mailer().first_attempt(code_mail(TO)).await, Delivery::Accepted, "{offer}");
    }
    let mail = vec![Act::Hear("MAIL FROM:<no-reply@example.org> SMTPUTF8"), say("250 OK"), Act::Hear("RCPT TO:"), say("250 OK")];
    let text = vec![Act::Hear("DATA"), say("354 Go on"), Act::HearText, say("250 Taken")];
    let relay = ScriptedRelay::start(joined([opening("250-smtputf8\n250-8bitmime\n250 auth plain"), plain(), mail, text])).await;
    assert_eq!(relay.mailer().first_attempt(code_mail("jörg@example.org")).await, Delivery::Accepted);
}

/// RFC 5321 §4.2: a reply may have no text, and its text is for people.
#[tokio::test]
async fn replies_without_a_readable_text_are_accepted() {
    let bare = |code: &'static str| say(code);
    let clear =
        vec![bare("220"), Act::Hear("EHLO "), say("250-relay\n250-\n250- \n250 STARTTLS"), Act::Hear("STARTTLS"), bare("220"), Act::Tls];
    let login =
        vec![Act::Hear("EHLO "), Act::SayBytes(b"250-\xb9\xfa\r\n250- \r\n250 AUTH PLAIN\r\n"), Act::Hear("AUTH PLAIN "), bare("235")];
    let mail = vec![Act::Hear("MAIL FROM:"), bare("250"), Act::Hear("RCPT TO:"), Act::SayBytes(b"250 \xbd\xd3\xca\xd5\r\n")];
    let text = vec![Act::Hear("DATA"), bare("354"), Act::HearText, bare("250")];
    let relay = ScriptedRelay::start(joined([clear, login, mail, text])).await;
    assert_eq!(relay.mailer().first_attempt(code_mail(TO)).await, Delivery::Accepted);
    // The reply to `EHLO` may lack the relay's name, too.
    let relay = ScriptedRelay::start(vec![say("220 relay"), Act::Hear("EHLO "), bare("250"), Act::Hang]).await;
    assert_eq!(relay.mailer().first_attempt(code_mail(TO)).await, Delivery::Failed(DeliveryFailure::Insecure));
}

#[tokio::test]
async fn without_credentials_there_is_no_login() {
    let relay = ScriptedRelay::start(joined([opening("250 AUTH PLAIN"), one_mail()])).await;
    let mailer = mailer(Relay { credentials: None, ..relay.settings() }, Deadlines::default());
    assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Accepted);
}

#[tokio::test]
async fn a_mail_goes_out_by_implicit_tls() {
    let opening = vec![Act::Tls, say("220 relay"), Act::Hear("EHLO "), say("250-relay\n250 AUTH PLAIN")];
    let login = vec![Act::Hear("AUTH PLAIN "), say("235 Welcome")];
    let relay = ScriptedRelay::start(joined([opening, login, one_mail()])).await;
    let mailer = mailer(Relay { tls: TlsMode::Implicit, ..relay.settings() }, Deadlines::default());
    assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Accepted);
    relay.assert_nothing_leaked();
}

/// Every connection is checked before it is used again.
const NEVER_FRESH: Deadlines = Deadlines { fresh: Duration::ZERO, ..DEFAULT };
const DEFAULT: Deadlines = Deadlines {
    dial: Duration::from_secs(5),
    open: Duration::from_secs(30),
    reply: Duration::from_secs(10),
    final_reply: Duration::from_secs(30),
    send: Duration::from_secs(70),
    check: Duration::from_secs(1),
    fresh: Duration::from_secs(30),
    proven: Duration::from_secs(60),
    availability: Duration::from_secs(6),
    keep_alive: Duration::from_secs(20),
    idle: Duration::from_secs(300),
};

/// Idle connections get keep-alive checks almost at once, and no check before they are used again.
const KEPT: Deadlines = Deadlines { keep_alive: Duration::from_millis(20), fresh: Duration::from_secs(60 * 60), ..DEFAULT };

/// The reply to `QUIT`, which a relay sends only if the connection is closed properly.
fn is_goodbye(act: &Act) -> bool {
    matches!(act, Act::Say(text) if text.starts_with("221 "))
}

#[test]
fn the_default_deadlines_are_the_documented_ones() {
    assert_eq!(Deadlines::default(), DEFAULT);
}

#[tokio::test]
async fn a_fresh_connection_is_reused_without_a_check() {
    let relay = ScriptedRelay::start(joined([logged_in(), one_mail(), one_mail()])).await;
    let mailer = relay.mailer();
    assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Accepted);
    assert_eq!(mailer.first_attempt(code_mail("else@example.org")).await, Delivery::Accepted);
    assert_eq!((relay.connections(), relay.texts().len()), (1, 2));
    assert!(relay.texts()[1].contains("else@example.org") && !relay.texts()[1].contains(TO));
}

#[tokio::test]
async fn an_older_connection_is_reused_after_a_noop() {
    let noop = vec![Act::Hear("NOOP"), say("250 OK")];
    let relay = ScriptedRelay::start(joined([logged_in(), one_mail(), noop, one_mail()])).await;
    let mailer = relay.mailer_with(NEVER_FRESH);
    assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Accepted);
    assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Accepted);
    assert_eq!((relay.connections(), relay.texts().len()), (1, 2));
}

#[tokio::test]
async fn a_dead_or_silent_connection_is_replaced() {
    for ending in [vec![], vec![say("421 Closing")], vec![Act::Hear("NOOP"), say("421 Closing")], vec![Act::Hear("NOOP"), Act::Hang]] {
        let relay = ScriptedRelay::start(joined([logged_in(), one_mail(), ending])).await;
        let mailer = relay.mailer_with(Deadlines { check: Duration::from_millis(300), ..NEVER_FRESH });
        assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Accepted);
        assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Accepted);
        assert_eq!((relay.connections(), relay.texts().len()), (2, 2));
    }
}

#[tokio::test]
async fn a_mail_refused_on_a_reused_connection_is_sent_on_a_new_one() {
    let refused = |reply| vec![Act::Hear("MAIL FROM:"), say(reply), Act::Hang];
    let counted = "450 4.7.0 Too many messages over this connection";
    for ending in [vec![], refused("421 Closing"), refused(counted), refused("451 4.3.0 Not now"), vec![Act::Hear("MAIL FROM:")]] {
        let relay = ScriptedRelay::start(joined([logged_in(), one_mail(), ending])).await;
        let mailer = relay.mailer();
        for _ in 0..2 {
            assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Accepted);
        }
        assert_eq!((relay.connections(), relay.texts().len()), (2, 2));
    }
}

#[tokio::test]
async fn a_connection_lost_during_a_mail_is_not_silently_retried() {
    let lost = vec![Act::Hear("MAIL FROM:"), say("250 OK"), Act::Hear("RCPT TO:")];
    let relay = ScriptedRelay::start(joined([logged_in(), one_mail(), lost])).await;
    let mailer = relay.mailer();
    assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Accepted);
    assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Failed(DeliveryFailure::Unreachable));
    assert_eq!(relay.connections(), 1);
}

#[tokio::test]
async fn an_idle_connection_is_kept_alive() {
    let noop = || vec![Act::Hear("NOOP"), say("250 OK")];
    let relay = ScriptedRelay::start(joined([logged_in(), one_mail(), noop(), noop(), noop(), vec![Act::Hang]])).await;
    let mailer = relay.mailer_with(KEPT);
    assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Accepted);
    let asked = relay.wait_for(3, |act| matches!(act, Act::Hear("NOOP")));
    timeout(Duration::from_secs(60), asked).await.expect("a sign of life was asked for");
    assert_eq!((relay.connections(), mailer.status()[0].connections), (1, 1));
}

#[tokio::test]
async fn a_dead_idle_connection_is_dropped() {
    let relay = ScriptedRelay::start(joined([logged_in(), one_mail(), vec![Act::Hear("NOOP")]])).await;
    let mailer = relay.mailer_with(KEPT);
    assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Accepted);
    relay.wait_for(1, |act| matches!(act, Act::Hear("NOOP"))).await;
    let let_go = async {
        while mailer.status()[0].connections > 0 {
            tokio::task::yield_now().await;
        }
    };
    timeout(Duration::from_secs(60), let_go).await.expect("it was let go");
    assert_eq!(relay.connections(), 1, "none is opened in its place");
}

#[tokio::test]
async fn a_connection_idle_for_too_long_is_closed_with_quit() {
    let quit = vec![Act::Hear("QUIT"), say("221 Bye")];
    let relay = ScriptedRelay::start(joined([logged_in(), one_mail(), quit])).await;
    let mailer = relay.mailer_with(Deadlines { idle: Duration::from_millis(50), ..DEFAULT });
    assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Accepted);
    relay.wait_for(1, is_goodbye).await;
    let closed = async {
        while mailer.status()[0].connections > 0 {
            tokio::task::yield_now().await;
        }
    };
    timeout(Duration::from_secs(60), closed).await.expect("it is closed");
}

#[tokio::test]
async fn closing_the_mailer_sends_quit() {
    let quit = vec![Act::Hear("QUIT"), say("221 Bye")];
    let relay = ScriptedRelay::start(joined([logged_in(), one_mail(), quit])).await;
    let mailer = relay.mailer();
    assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Accepted);
    mailer.close().await;
    relay.wait_for(1, is_goodbye).await;
    assert_eq!(mailer.status()[0].connections, 0);
}

#[tokio::test]
async fn a_relay_with_pipelining_gets_several_commands_at_once() {
    let login = vec![Act::Hear("AUTH PLAIN "), say("235 Welcome")];
    let mail = ["MAIL FROM:", "RCPT TO:", "DATA"].map(Act::Hear);
    let rest = vec![say("250 OK\n250 OK\n354 Go on"), Act::HearText, say("250 Taken")];
    let script = joined([opening("250-PIPELINING\n250 AUTH PLAIN"), login, mail.to_vec(), rest.clone(), mail.to_vec(), rest]);
    let relay = ScriptedRelay::start(script).await;
    let mailer = relay.mailer();
    for sent in 1..3 {
        assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Accepted);
        assert_eq!((relay.connections(), relay.texts().len()), (1, sent));
    }
}

#[tokio::test]
async fn a_surplus_reply_after_pipelining_ends_the_connection() {
    let login = vec![Act::Hear("AUTH PLAIN "), say("235 Welcome")];
    let mail = ["MAIL FROM:", "RCPT TO:", "DATA"].map(Act::Hear);
    let taken = vec![say("250 OK\n250 OK\n354 Go on"), Act::HearText, say("250 Taken\n250 forged")];
    let again = vec![Act::Hear("MAIL FROM:"), say("250 never said"), Act::Hang];
    let relay = ScriptedRelay::start(joined([opening("250-PIPELINING\n250 AUTH PLAIN"), login, mail.to_vec(), taken, again])).await;
    let mailer = relay.mailer();
    assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Accepted);
    assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Failed(DeliveryFailure::Unreachable));
    assert_eq!((mailer.status()[0].connections, relay.texts().len()), (0, 1));
    assert_eq!(relay.count(|act| matches!(act, Act::Say(text) if text.contains("never said"))), 0, "nothing more was written");
}

#[tokio::test]
async fn the_first_refusal_of_several_replies_counts_and_no_mail_text_follows() {
    for (replies, failure) in [
        ("250 OK\n550 5.1.1 Nobody\n354 Go on", DeliveryFailure::Recipient),
        ("250 OK\n552 5.2.2 Full\n503 No recipient", DeliveryFailure::MailboxFull),
        ("550 Not from you\n503 No sender\n503 No recipient", DeliveryFailure::Rejected),
        ("250 OK\n451 Later\n554 No recipient", DeliveryFailure::Later),
        ("250 OK\n250 OK\n250 What?", DeliveryFailure::Unreachable),
        ("250 OK\n250 OK\n354 Go on\n250 Taken", DeliveryFailure::Unreachable),
    ] {
        let login = vec![Act::Hear("AUTH PLAIN "), say("235 Welcome")];
        let mail = ["MAIL FROM:", "RCPT TO:", "DATA"].map(Act::Hear);
        let script = joined([opening("250-PIPELINING\n250 AUTH PLAIN"), login, mail.to_vec(), vec![say(replies), Act::Hang]]);
        let relay = ScriptedRelay::start(script).await;
        let mailer = relay.mailer();
        assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Failed(failure), "{replies}");
        assert_eq!((mailer.status()[0].connections, relay.connections()), (0, 1));
    }
}

#[tokio::test]
async fn a_token_goes_by_xoauth2_and_is_read_anew_at_every_login() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("token");
    let credentials =
        || Credentials { username: "me@example.org".to_owned(), secret: Secret::AccessToken(AccessTokenSource::File(file.clone())) };
    // `user=me@example.org ^A auth=Bearer first ^A ^A` and the same with `second`.
    let first = "AUTH XOAUTH2 dXNlcj1tZUBleGFtcGxlLm9yZwFhdXRoPUJlYXJlciBmaXJzdAEB";
    let second = "AUTH XOAUTH2 dXNlcj1tZUBleGFtcGxlLm9yZwFhdXRoPUJlYXJlciBzZWNvbmQBAQ==";
    for (token, said) in [("first", first), ("second", second)] {
        std::fs::write(&file, token).expect("written");
        let login = vec![Act::Hear(said), say("235 Welcome")];
        let relay = ScriptedRelay::start(joined([opening("250 AUTH PLAIN LOGIN XOAUTH2"), login, one_mail()])).await;
        let mailer = mailer(Relay { credentials: Some(credentials()), ..relay.settings() }, DEFAULT);
        assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Accepted);
        assert!(!relay.overheard().contains(&said["AUTH XOAUTH2 ".len()..]), "nothing in clear");
    }
    // A rejected token: the reason comes as a challenge, and the error reply after an empty response to it.
    let refused = vec![Act::Hear("AUTH XOAUTH2 "), say("334 eyJzdGF0dXMiOiI0MDEifQ=="), Act::Hear("\r\n"), say("535 5.7.8 Not accepted")];
    let relay = ScriptedRelay::start(joined([opening("250 AUTH XOAUTH2"), refused])).await;
    let settings = Relay { credentials: Some(credentials()), ..relay.settings() };
    assert!(matches!(mailer(settings, DEFAULT).check_main().await, Err(SendError::Refused { code: 535, .. })));
    // A token is sent only by `XOAUTH2`, and without a token no connection is opened.
    let relay = ScriptedRelay::start(opening("250 AUTH PLAIN LOGIN")).await;
    let settings = || Relay { credentials: Some(credentials()), ..relay.settings() };
    assert!(matches!(mailer(settings(), DEFAULT).check_main().await, Err(SendError::NoLogin)));
    std::fs::remove_file(&file).expect("removed");
    let error = mailer(settings(), DEFAULT).check_main().await.expect_err("no token");
    assert!(error.is_about_credentials() && relay.connections() == 1, "{error}");
}

#[tokio::test]
async fn a_connection_is_not_used_again_after_an_error() {
    let refusal = vec![Act::Hear("MAIL FROM:"), say("250 OK"), Act::Hear("RCPT TO:"), say("550 Nobody"), Act::Hang];
    let relay = ScriptedRelay::start(joined([logged_in(), refusal])).await;
    let mailer = relay.mailer();
    for _ in 0..2 {
        assert_eq!(mailer.first_attempt(code_mail(TO)).await, Delivery::Failed(DeliveryFailure::Recipient));
        assert_eq!(mailer.status()[0].connections, 0);
    }
    assert_eq!(relay.connections(), 2);
}

#[tokio::test]
async fn a_send_that_is_cancelled_closes_its_connection() {
    let relay = ScriptedRelay::start(joined([logged_in(), up_to_text(), vec![Act::HearText, Act::Hang]])).await;
    let mailer = relay.mailer();
    {
        let mut send = pin!(mailer.first_attempt(code_mail(TO)));
        tokio::select! {
            delivery = &mut send => panic!("{delivery:?} without an answer"),
            () = relay.wait_for(1, |act| matches!(act, Act::HearText)) => {}
        }
        assert_eq!(mailer.status()[0].connections, 1);
    }
    assert_eq!(mailer.status()[0].connections, 0);
    relay.wait_for(1, |act| matches!(act, Act::Hang)).await;
}

#[tokio::test]
async fn at_most_sixteen_connections_are_open() {
    let script = joined([logged_in(), one_mail()].into_iter().chain((0..40).map(|_| one_mail())));
    let relay = ScriptedRelay::start(script).await;
    let mailer = Arc::new(relay.mailer());
    let sends: Vec<_> = (0..40)
        .map(|_| {
            let mailer = Arc::clone(&mailer);
            tokio::spawn(async move { mailer.first_attempt(code_mail(TO)).await })
        })
        .collect();
    for send in sends {
        assert_eq!(send.await.expect("no panic"), Delivery::Accepted);
    }
    assert!((2..=16).contains(&relay.connections()), "{}", relay.connections());
    assert_eq!(relay.texts().len(), 40);
}

/// A 4yz reply of a relay still holds when the relay recovers.
#[tokio::test(start_paused = true)]
async fn recovery_of_the_relay_ends_the_wait_for_a_soon_retry_only() {
    for (class, seconds) in [(RetryClass::Soon, 0), (RetryClass::Later, 60)] {
        let relay =
            Relay { host: "relay.example".to_owned(), port: 587, tls: TlsMode::StartTls, credentials: None, extra_roots: Vec::new() };
        let (mailer, start) = (mailer(relay, DEFAULT), Instant::now());
        let (goes_on, ()) = tokio::join!(mailer.wait(Duration::from_secs(60), class), async { mailer.recovered.notify_waiters() });
        assert_eq!((goes_on, start.elapsed().as_secs()), (true, seconds), "{class:?}");
    }
}

#[tokio::test]
async fn a_check_sends_no_mail() {
    let relay = ScriptedRelay::start(logged_in()).await;
    assert!(relay.mailer().check_main().await.is_ok());
    assert!(relay.texts().is_empty());

    let refused = ScriptedRelay::start(joined([opening("250 AUTH PLAIN"), vec![Act::Hear("AUTH"), say("535 Wrong")]])).await;
    let error = refused.mailer().check_main().await.expect_err("refused");
    assert!(error.is_about_credentials(), "{error}");
}

#[tokio::test]
async fn an_international_local_part_needs_smtputf8() {
    let relay = ScriptedRelay::start(logged_in()).await;
    assert_eq!(relay.mailer().first_attempt(code_mail("jörg@example.org")).await, Delivery::Failed(DeliveryFailure::Unsupported));

    let login = vec![Act::Hear("AUTH PLAIN "), say("235 Welcome")];
    let mail =
        [Act::Hear("MAIL FROM:<no-reply@example.org> SMTPUTF8"), say("250 OK"), Act::Hear("RCPT TO:<jörg@example.org>"), say("250 OK")];
    let text = vec![Act::Hear("DATA"), say("354 Go on"), Act::HearText, say("250 Taken")];
    let offer = "250-SMTPUTF8\n250-8BITMIME\n250 AUTH PLAIN";
    let relay = ScriptedRelay::start(joined([opening(offer), login, mail.to_vec(), text])).await;
    assert_eq!(relay.mailer().first_attempt(code_mail("jörg@example.org")).await, Delivery::Accepted);
}
