//! `mailcode doctor` against a working Postfix, and against one with each of the mistakes that the doctor recognizes.

use crate::support::relay::Relay;
use crate::support::steps::ADDRESS;
use e2e::{Authority, Exit, Mailcode, Postfix, free_port};
use serde_json::Value;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

/// The names of the relay's stages in the output, in their order with STARTTLS.
const STAGES: [&str; 9] = ["address", "connection", "greeting", "EHLO", "STARTTLS", "certificate", "AUTH offered", "AUTH", "test mail"];

/// Runs the doctor with the settings for this relay and these changes; an empty value unsets a setting. The sender's domain is not public,
/// so that no name server is queried.
pub(crate) async fn doctor(relay: &Relay<'_>, changes: &[(&str, &str)], arguments: &[&str]) -> Exit {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("roots.pem"), relay.authority.pem()).unwrap();
    let port = relay.port.to_string();
    let right = [
        ("SMTP_HOST", "localhost"),
        ("SMTP_PORT", &port),
        ("SMTP_CA_FILE", "roots.pem"),
        ("SMTP_USERNAME", relay.username),
        ("SMTP_PASSWORD", relay.password),
        ("MAIL_FROM", "Mailcode <mailcode@sender.test>"),
    ];
    let kept = right.iter().filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    let settings: Vec<_> = kept.chain(changes.iter().filter(|(_, value)| !value.is_empty())).copied().collect();
    let exit = Mailcode::run_in(directory.path(), &[&["doctor"], arguments].concat(), &settings).await;
    assert!(!exit.output.contains(relay.password) && !exit.output.contains('\u{1b}'), "{}", exit.output);
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1, "the doctor creates no file");
    exit
}

/// The output with its line breaks removed.
fn flat(exit: &Exit) -> String {
    exit.output.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Asserts that the doctor fails at this stage only, with this message, tries no later stage, and prints this fix.
pub(crate) fn assert_stops_at(exit: &Exit, stage: &str, message: &str, fix: &str) {
    assert_eq!(exit.status.code(), Some(1), "{}", exit.output);
    let failed: Vec<_> = exit.output.lines().filter(|line| line.contains('✗')).collect();
    let [failed] = failed[..] else { panic!("one stage fails:\n{}", exit.output) };
    let words = failed.strip_prefix(&format!("  ✗ {stage:<12}  "));
    assert!(words.is_some_and(|words| words.contains(message)), "✗ {stage} with {message:?}:\n{}", exit.output);
    let place = STAGES.iter().position(|known| *known == stage).map_or(0, |place| place + 1);
    for later in &STAGES[place..] {
        assert!(exit.output.contains(&format!("  – {later:<12}  not tried\n")), "{later} is not tried:\n{}", exit.output);
    }
    assert!(flat(exit).contains(fix), "{fix:?} in\n{}", exit.output);
    assert!(exit.output.ends_with("\nMail cannot be sent.\n"), "{}", exit.output);
}

#[tokio::test]
async fn a_working_relay_passes_every_stage_and_delivers_the_test_mail() {
    let postfix = Postfix::start().await;
    let exit = doctor(&Relay::postfix(&postfix), &[], &["--send-to", ADDRESS]).await;
    assert_eq!(exit.status.code(), Some(0), "{}", exit.output);
    for stage in ["settings", "database", "secret key", "relay"].iter().chain(&STAGES) {
        assert!(exit.output.contains(&format!("  ✓ {stage:<12}  ")), "{stage}:\n{}", exit.output);
    }
    for words in [
        "220 localhost ESMTP Postfix",
        "STARTTLS",
        "220 2.0.0 Ready to start TLS",
        "for localhost; issued by CN=Mailcode test authority",
        "days left",
        "PLAIN LOGIN",
        "235 2.7.0 Authentication successful",
        "250 2.0.0 Ok: queued as",
        "the relay has accepted it, which is not yet delivery",
        "sender.test is not a public domain",
    ] {
        assert!(exit.output.contains(words), "{words:?} in\n{}", exit.output);
    }
    assert!(exit.output.ends_with("\nMail can be sent.\n") && !exit.output.contains(ADDRESS), "{}", exit.output);

    let mail = postfix.mail().await;
    assert_eq!((mail.code().as_str(), mail.header("To").unwrap().trim_matches(['<', '>'])), ("000000", ADDRESS));
    let subject = mail.header("Subject").unwrap();
    assert!(subject.contains("Mailcode test") && mail.text.contains("Mailcode test"), "marked as a test: {subject}\n{}", mail.text);
    assert!(mail.header("Received").unwrap().contains("with ESMTPSA"), "encrypted and authenticated");
}

#[tokio::test]
async fn the_json_is_one_object_with_stable_keys() {
    let postfix = Postfix::start().await;
    let port = postfix.implicit_port().to_string();
    let implicit = [("SMTP_TLS", "implicit"), ("SMTP_PORT", port.as_str())];
    let stages = |exit: &Exit| -> Vec<Value> {
        assert_eq!(exit.output.lines().count(), 1, "{}", exit.output);
        let report: Value = serde_json::from_str(&exit.output).unwrap();
        assert_eq!(report["can_send"], exit.status.success(), "{report}");
        report["stages"].as_array().unwrap().clone()
    };
    let right = stages(&doctor(&Relay::postfix(&postfix), &implicit, &["--json"]).await);
    let names: Vec<_> = right.iter().map(|stage| stage["name"].as_str().unwrap()).collect();
    let way = ["dns", "connect", "starttls", "certificate", "greeting", "ehlo", "auth_mechanisms", "auth", "test_mail"];
    assert_eq!(names, [&["settings", "database", "secret_key", "relay"][..], &way, &["spf", "dkim", "dmarc"]].concat());
    for stage in &right {
        let is_skipped = ["starttls", "test_mail", "spf", "dkim", "dmarc"].contains(&stage["name"].as_str().unwrap());
        assert_eq!(stage["outcome"], if is_skipped { "skipped" } else { "ok" }, "{stage}");
        assert!(stage["said"].is_string() && stage["problem"].is_null() && stage["fix"].is_null(), "{stage}");
        assert_eq!(stage["relay"].is_string(), stage["name"] == "relay" || way.contains(&stage["name"].as_str().unwrap()), "{stage}");
    }
    assert!(postfix.is_empty(), "no mail without --send-to");

    let wrong =
        stages(&doctor(&Relay::postfix(&postfix), &[("SMTP_PASSWORD", "not-the-password")], &["--json", "--send-to", ADDRESS]).await);
    let failed: Vec<_> = wrong.iter().filter(|stage| stage["outcome"] == "failed").collect();
    let [failed] = failed[..] else { panic!("one stage fails: {failed:?}") };
    assert_eq!((&failed["name"], &failed["problem"]), (&"auth".into(), &"wrong_password".into()));
    assert!(
        failed["said"].as_str().unwrap().starts_with("535 5.7.8 ") && failed["fix"].as_str().unwrap().contains("MAILCODE_SMTP_PASSWORD")
    );
    assert!(postfix.is_empty());
}

#[tokio::test]
async fn each_wrong_setting_is_reported_with_its_fix() {
    let postfix = Postfix::start().await;
    let [implicit, closed] = [postfix.implicit_port(), free_port()].map(|port| port.to_string());
    let other_root = tempfile::NamedTempFile::new().unwrap();
    fs::write(other_root.path(), Authority::new().pem()).unwrap();
    let token = [("SMTP_PASSWORD", ""), ("SMTP_TOKEN_COMMAND", "echo t0ken")];
    for (changes, stage, message, fix) in [
        (&[("SMTP_HOST", "no-such-host.invalid")][..], "address", "", "Correct MAILCODE_SMTP_HOST if no-such-host.invalid is misspelled."),
        (&[("SMTP_PORT", &closed)], "connection", "refused", "Set MAILCODE_SMTP_PORT to the port that the relay documents: 587"),
        (
            &[("SMTP_PORT", &implicit)],
            "greeting",
            "did not answer in time; TLS begins at once on this port",
            "Set MAILCODE_SMTP_TLS=implicit",
        ),
        (&[("SMTP_TLS", "implicit")], "certificate", "InvalidContentType", "Set MAILCODE_SMTP_TLS=starttls"),
        (
            &[("SMTP_HOST", "127.0.0.1")],
            "certificate",
            "is for another name: for localhost; issued by ",
            "The certificate must name 127.0.0.1.",
        ),
        (
            &[("SMTP_CA_FILE", other_root.path().to_str().unwrap())],
            "certificate",
            "from an unknown authority: for localhost; issued by CN=Mailcode test authority",
            "MAILCODE_SMTP_CA_FILE names another CA than the relay's",
        ),
        (
            &[("SMTP_CA_FILE", "")],
            "certificate",
            "from an unknown authority: for localhost; issued by CN=Mailcode test authority",
            "set MAILCODE_SMTP_CA_FILE to a PEM file with the CA's certificate",
        ),
        (
            &[("SMTP_PASSWORD", "not-the-password")],
            "AUTH",
            "535 5.7.8 Error: authentication failed",
            "The relay does not accept this user name with this password.",
        ),
        (&token, "AUTH", "no supported AUTH mechanism", "A token needs XOAUTH2, which the relay does not offer."),
        (
            &[("SMTP_PASSWORD", ""), ("SMTP_TOKEN_COMMAND", "false")],
            "AUTH",
            "",
            "The first line of the file that MAILCODE_SMTP_TOKEN_FILE names",
        ),
        (&[("SMTP_USERNAME", ""), ("SMTP_PASSWORD", "")], "test mail", "Access denied", "the relay accepts mail only after a login"),
    ] {
        // With implicit TLS the certificate is checked before the greeting.
        let exit = doctor(&Relay::postfix(&postfix), changes, &["--send-to", ADDRESS]).await;
        if changes.contains(&("SMTP_TLS", "implicit")) {
            assert!(exit.output.contains("– greeting      not tried"), "{}", exit.output);
        }
        assert_stops_at(&exit, stage, message, fix);
        assert!(!exit.output.contains("not-the-password") && !exit.output.contains("t0ken"), "{}", exit.output);
    }
    assert!(postfix.is_empty());
}

#[tokio::test]
async fn a_misconfigured_relay_is_reported_with_the_fix() {
    let (authority, ca_as_server) = (Authority::new(), Authority::of_server("localhost"));
    let (expired, root) = (authority.issue_expired("localhost"), ca_as_server.root_certificate());
    for (postfix, stage, message, fix) in [
        (
            Postfix::start_with(&[("smtpd_tls_security_level", "none")]).await,
            "STARTTLS",
            "it does not offer STARTTLS: localhost, PIPELINING",
            "Nothing is sent without TLS.",
        ),
        (Postfix::start_as(authority, &expired).await, "certificate", "has expired: for localhost; ", "must renew the certificate"),
        (
            Postfix::start_as(ca_as_server, &root).await,
            "certificate",
            "for localhost; issued by ",
            "The relay presents a CA certificate (CA:TRUE)",
        ),
        (
            Postfix::start_with(&[("smtpd_sasl_auth_enable", "no")]).await,
            "AUTH offered",
            "it offers no AUTH: localhost, PIPELINING",
            "offers no login",
        ),
    ] {
        let exit = doctor(&Relay::postfix(&postfix), &[], &["--send-to", ADDRESS]).await;
        assert_stops_at(&exit, stage, message, fix);
        assert!(postfix.is_empty());
    }
}

#[tokio::test]
async fn without_a_relay_the_doctor_fails() {
    let directory = tempfile::tempdir().unwrap();
    let exit = Mailcode::run_in(directory.path(), &["doctor"], &[]).await;
    assert_stops_at(&exit, "relay", "stay on this machine", "Set MAILCODE_SMTP_HOST");
}

#[tokio::test]
async fn the_database_and_the_key_are_examined_too() {
    let mailcode = Mailcode::start().await;
    let exit = mailcode.run(&["doctor"]).await;
    let data = mailcode.directory().canonicalize().unwrap().join("data");
    let data = data.display();
    for words in [
        format!("✓ database      {data}/mailcode.db is writable and has the schema of this version"),
        format!("✓ secret key    {data}/secret.key exists and is private"),
    ] {
        assert!(exit.output.contains(&words), "{words:?} in\n{}", exit.output);
    }
    let key = mailcode.directory().join("data/secret.key");
    fs::set_permissions(&key, Permissions::from_mode(0o644)).unwrap();
    let exit = mailcode.run(&["doctor"]).await;
    assert!(exit.output.contains(&format!("✗ secret key    {data}/secret.key has mode 0644")), "{}", exit.output);
    assert!(exit.output.contains(&format!("chmod 600 {data}/secret.key")), "{}", exit.output);
}

#[tokio::test]
async fn invalid_settings_fail_at_the_first_stage() {
    let directory = tempfile::tempdir().unwrap();
    let exit = Mailcode::run_in(directory.path(), &["doctor"], &[("SMTP_HOST", "localhost")]).await;
    assert_eq!(exit.status.code(), Some(2), "{}", exit.output);
    assert!(exit.output.contains("✗ settings      ") && exit.output.contains("MAILCODE_MAIL_FROM"), "{}", exit.output);
    assert!(!exit.output.contains("not tried") && exit.output.contains("\nNothing else was checked.\n"), "{}", exit.output);
    for (arguments, settings, named) in [
        (&["doctor", "--send-to", "nobody"][..], &[][..], "--send-to cannot be \"nobody\": it is not an e-mail address"),
        (&["doctor", "--hurry"], &[], "--hurry is not a flag"),
        (&["doctor"], &[("SMPT_HOST", "localhost")], "MAILCODE_SMPT_HOST is not a setting"),
        (&["doctor"], &[("SMTP_PORT", "many")], "MAILCODE_SMTP_PORT cannot be \"many\""),
    ] {
        let exit = Mailcode::run_in(directory.path(), arguments, settings).await;
        assert_eq!(exit.status.code(), Some(2), "{arguments:?}: {}", exit.output);
        assert!(exit.output.contains(named) && exit.output.lines().count() == 1, "{arguments:?}: {}", exit.output);
    }
}

#[tokio::test]
async fn the_relays_flags_may_come_before_and_after_the_command() {
    let directory = tempfile::tempdir().unwrap();
    let port = free_port().to_string();
    let flags = ["--smtp-host", "localhost", "--mail-from", "mailcode@sender.test", "--smtp-port", &port];
    for arguments in [[&["doctor"], &flags[..]].concat(), [&flags[..], &["doctor"]].concat()] {
        let exit = Mailcode::run_in(directory.path(), &arguments, &[]).await;
        assert!(exit.output.contains(&format!("Relay localhost:{port}")), "{}", exit.output);
        assert_stops_at(&exit, "connection", "refused", "MAILCODE_SMTP_PORT");
    }
    let dkim = Mailcode::run_in(directory.path(), &["doctor", "--dkim-domain", "example.org"], &[]).await;
    assert!(dkim.output.contains("MAILCODE_DKIM_DOMAIN is set, but MAILCODE_DKIM_SELECTOR is not"), "{}", dkim.output);
    let help = Mailcode::run_in(directory.path(), &["doctor", "--help"], &[]).await;
    for flag in
        ["--send-to", "--json", "--smtp-host", "--smtp-ca-file", "--database-url", "--dkim-selector", "--smtp-fallback-host", "--listen"]
    {
        assert!(help.status.success() && help.output.contains(flag), "{flag}:\n{}", help.output);
    }
    assert!(!Mailcode::run_in(directory.path(), &["audit", "--help"], &[]).await.output.contains("--smtp-host"));
}
