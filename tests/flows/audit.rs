//! `mailcode audit`, while a server runs and afterwards.

use crate::support::steps::ADDRESS;
use e2e::{DevMailbox, Exit, Mailcode, Visitor, until};
use serde_json::Value;

/// A server on which a visitor has entered a wrong code, signed up and signed out.
async fn server_with_events() -> Mailcode {
    let mailcode = Mailcode::start().await;
    let visitor = Visitor::new(&mailcode);
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    visitor.submit("/api/verify-code", &[("code", crate::support::steps::wrong_code(&code))]).await;
    visitor.submit("/api/verify-code", &[("code", &code)]).await;
    visitor.submit("/api/sign-out", &[]).await;
    mailcode
}

/// The lines that a successful command printed.
fn lines(exit: &Exit) -> Vec<&str> {
    assert!(exit.status.success(), "{}", exit.output);
    exit.output.lines().collect()
}

fn json(exit: &Exit) -> Vec<Value> {
    lines(exit).iter().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn kinds(events: &[Value]) -> Vec<&str> {
    events.iter().map(|event| event["kind"].as_str().unwrap()).collect()
}

const ALL: [&str; 5] = ["code_requested", "sent", "refused", "verified", "signed_out"];

#[tokio::test]
async fn the_command_shows_events_while_the_server_runs_and_after() {
    let mut mailcode = server_with_events().await;
    let exit = mailcode.run(&["audit"]).await;
    let lines = lines(&exit);
    assert_eq!(lines.len(), ALL.len(), "{}", exit.output);
    for (line, kind) in lines.iter().zip(ALL) {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [time, found, _, network, address, hash] = fields[..] else { panic!("{line}") };
        assert!(time.ends_with('Z') && found == kind && address == "v...@example.org" && hash.len() == 16, "{line}");
        assert_eq!(network, if kind == "sent" { "-" } else { "127.0.0.0/24" }, "{line}");
    }
    let running = json(&mailcode.run(&["audit", "--json"]).await);
    assert_eq!(kinds(&running), ALL);
    assert_eq!(running[2]["detail"], "wrong_code");

    Visitor::new(&mailcode).call("/api/request-code", &[("email", "other@example.org")]).await;
    let with_other = json(&mailcode.run(&["audit", "--json"]).await);
    assert_eq!(with_other.len(), ALL.len() + 2, "the server keeps recording");
    mailcode.kill();
    assert_eq!(json(&mailcode.run(&["audit", "--json"]).await), with_other, "the events remain after its end");
    assert!(!exit.output.contains(ADDRESS));
}

#[tokio::test]
async fn filters_select_events() {
    let mailcode = server_with_events().await;
    Visitor::new(&mailcode).call("/api/request-code", &[("email", "other@example.org")]).await;
    let events = async |arguments: &[&str]| {
        let exit = mailcode.run(&[&["audit", "--json"], arguments].concat()).await;
        json(&exit)
    };
    assert_eq!(kinds(&events(&["--address", "VISITOR@Example.ORG."]).await), ALL, "in any spelling of the address");
    assert_eq!(kinds(&events(&["--kind", "refused,signed_out"]).await), ["refused", "signed_out"]);
    assert_eq!(events(&["--since", "1h"]).await.len(), ALL.len() + 2);
    assert_eq!(events(&["--since", "0"]).await.len(), 0);
    let last = mailcode.run(&["audit", "--limit", "1"]).await;
    let lines = lines(&last);
    assert_eq!(lines.len(), 2, "{}", last.output);
    assert!(lines.iter().any(|line| line.contains("sent")) && lines.iter().any(|line| line.contains("only the newest 1")), "{lines:?}");
}

#[tokio::test]
async fn events_older_than_the_setting_are_deleted() {
    let mut mailcode = Mailcode::start_with(&[("AUDIT_KEEP", "1s")]).await;
    Visitor::new(&mailcode).call("/api/verify-code", &[("code", "123456")]).await;
    assert_eq!(kinds(&json(&mailcode.run(&["audit", "--json"]).await)), ["refused"]);
    // The server deletes old events when it starts.
    until("the old event to be deleted", async || {
        mailcode.kill();
        mailcode.restart().await;
        json(&mailcode.run(&["audit", "--json"]).await).is_empty().then_some(())
    })
    .await;
}

#[tokio::test]
async fn the_command_creates_neither_database_nor_key() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    std::fs::create_dir(&data).unwrap();
    let exit = Mailcode::run_in(directory.path(), &["audit"], &[]).await;
    assert!(exit.output.contains("MAILCODE_DATABASE_URL") && exit.output.trim().lines().count() == 1, "{}", exit.output);
    assert_eq!(std::fs::read_dir(&data).unwrap().count(), 0, "no database");

    let mailcode = server_with_events().await;
    let key = mailcode.directory().join("data/secret.key");
    std::fs::remove_file(&key).unwrap();
    let exit = mailcode.run(&["audit", "--address", ADDRESS]).await;
    assert!(exit.output.contains("secret key") && exit.output.trim().lines().count() == 1, "{}", exit.output);
    assert!(!key.exists(), "no key");
}

#[tokio::test]
async fn invalid_arguments_and_settings_are_reported_in_one_line() {
    let directory = tempfile::tempdir().unwrap();
    for (arguments, settings, named) in [
        (&["audit", "--since", "soon"][..], &[][..], "--since cannot be \"soon\""),
        (&["audit", "--address", "nobody"], &[], "--address cannot be \"nobody\": it is not an e-mail address (no @); write one such as"),
        (&["audit", "--kind", "all"], &[], "--kind cannot be \"all\""),
        (&["audit", "--limit", "0"], &[], "--limit cannot be \"0\": write a whole number from 1 to 1000000"),
        (&["audit"], &[("DATABSE_URL", "x")], "MAILCODE_DATABSE_URL is not a setting"),
        (&["audit"], &[("SECRET_KEY", "short")], "MAILCODE_SECRET_KEY must be"),
        (&["audit", "--database-url", "postgres://x"], &[], "MAILCODE_DATABASE_URL names no database"),
        (&["audits"], &[], "audits is not a command"),
        (&["audit", "--since", "400d"], &[], "at most 366d"),
    ] {
        let exit = Mailcode::run_in(directory.path(), arguments, settings).await;
        assert_eq!(exit.status.code(), Some(2), "{arguments:?}: {}", exit.output);
        assert!(exit.output.contains(named) && exit.output.trim().lines().count() == 1, "{arguments:?}: {}", exit.output);
    }
}

#[tokio::test]
async fn help_shows_the_settings_and_the_command() {
    let mailcode = server_with_events().await;
    let help = mailcode.run(&["--help"]).await;
    assert!(help.status.success() && help.output.contains("--smtp-host") && help.output.contains("\n  audit "), "{}", help.output);
    let help = mailcode.run(&["audit", "--help"]).await;
    assert!(help.output.contains("--since") && help.output.contains("--database-url") && !help.output.contains("--smtp-host"));
}

#[tokio::test]
async fn the_log_has_the_events_too_and_no_address() {
    let mailcode = server_with_events().await;
    let visitor = Visitor::new(&mailcode);
    visitor.form("/api/sign-out", &[]).header("Sec-Fetch-Site", "cross-site").send().await.unwrap();
    // The server logs the event when it sends the response, and another thread collects the log.
    let log = until("the last event in the log", async || Some(mailcode.output()).filter(|log| log.contains("cross_site"))).await;
    for (level, event) in [
        ("INFO", "event=\"code_requested\" address=\"v…@example.org\" network=127.0.0.0/24"),
        ("WARN", "event=\"refused\" detail=\"wrong_code\" address=\"v…@example.org\" network=127.0.0.0/24"),
        ("INFO", "event=\"verified\" address=\"v…@example.org\" network=127.0.0.0/24"),
        ("INFO", "event=\"signed_out\" address=\"v…@example.org\" network=127.0.0.0/24"),
        ("WARN", "event=\"refused\" detail=\"cross_site\" network=127.0.0.0/24"),
    ] {
        let lines: Vec<_> = log.lines().filter(|line| line.contains(event)).collect();
        assert!(lines.len() == 1 && lines[0].contains(level), "{event} once in\n{log}");
    }
    assert!(!log.contains("event=\"sent\""), "the mailer has logged it already:\n{log}");
    assert!(!log.contains(ADDRESS), "{log}");
}
