//! Starting, configuring and moving the binary.

use crate::support::relay::Relay;
use e2e::{HostileRelay, Mailcode, Script, Visitor, binary, until};
use std::os::unix::fs::PermissionsExt;

#[tokio::test]
async fn the_first_start_creates_a_key_and_a_database_for_their_owner_alone() {
    let mailcode = Mailcode::start().await;
    let data = mailcode.directory().join("data");
    let files: Vec<_> = std::fs::read_dir(&data).unwrap().map(Result::unwrap).collect();
    assert!(files.iter().any(|file| file.file_name() == "mailcode.db"), "{files:?}");
    let keys: Vec<_> = files.iter().filter(|file| file.file_name().to_string_lossy().contains("key")).collect();
    let [key] = keys[..] else { panic!("one key among {files:?}") };
    assert_eq!(key.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    assert!(key.metadata().unwrap().len() >= 32, "256 bits");
}

#[tokio::test]
async fn service_links_and_empty_variables_do_not_stop_the_start() {
    let mailcode = Mailcode::start_with(&[
        ("DATABASE_URL", "sqlite://kept/mailcode.db\n"),
        ("SERVICE_NAME", "\"Example\""),
        ("SMTP_HOST", ""),
        ("SMTP_PORT", "tcp://10.0.0.5:587"),
        ("SMTP_USERNAME", ""),
        ("SMTP_PASSWORD", ""),
        ("SMTP_CA_FILE", ""),
        ("TRIES", ""),
        ("PORT", "tcp://10.0.0.7:3000"),
        ("SERVICE_HOST", "10.0.0.7"),
        ("PORT_3000_TCP_ADDR", "10.0.0.7"),
    ])
    .await;
    assert!(mailcode.directory().join("kept/mailcode.db").exists(), "no line end is in its name");
    let output = mailcode.output();
    let warned: Vec<_> = output.lines().filter(|line| line.contains("MAILCODE_SERVICE_HOST")).collect();
    assert!(warned.len() == 1 && warned[0].contains("WARN") && warned[0].contains("MAILCODE_SMTP_PORT"), "{output}");
    let page = Visitor::new(&mailcode).open("/").await;
    assert!(page.text("title").contains("Example") && !page.text("title").contains('"'));
}

#[tokio::test]
async fn the_start_prints_the_files_that_it_uses_and_creates() {
    let mut mailcode = Mailcode::start().await;
    let data = mailcode.directory().canonicalize().unwrap().join("data");
    let [database, key] = [format!("  Database {}/mailcode.db", data.display()), format!("  Key      {}/secret.key", data.display())];
    let first = output_with_files(&mailcode).await;
    for line in [format!("{database} (new)\n"), format!("{key} (new)\n")] {
        assert!(first.contains(&line), "{line}: {first}");
    }
    for words in ["created a new, empty database at", "created a new secret key at"] {
        assert!(first.lines().any(|line| line.contains("WARN") && line.contains(words)), "{words}: {first}");
    }
    mailcode.kill();
    mailcode.restart().await;
    let second = output_with_files(&mailcode).await;
    for line in [database, key] {
        assert!(second.contains(&format!("{line}\n")), "{line}: {second}");
    }
    assert!(!second.contains("created a new"), "{second}");
}

/// The output of the start, which is complete with the lines about the files.
async fn output_with_files(mailcode: &Mailcode) -> String {
    until("the last line that the start prints", async || Some(mailcode.output()).filter(|output| output.contains("  Key      "))).await
}

#[tokio::test]
async fn a_copy_of_the_binary_works_without_other_files() {
    let directory = tempfile::tempdir().unwrap();
    let copy = directory.path().join("mailcode");
    std::fs::copy(binary(), &copy).unwrap();
    let mailcode = Mailcode::start_copy(&copy).await;
    let visitor = Visitor::new(&mailcode);
    let page = visitor.open("/").await;
    assert!(page.has("#address-form"));
    let assets = page.attributes("link[rel=stylesheet]", "href").into_iter().chain(page.attributes("script[src]", "src"));
    for asset in assets {
        assert_eq!(visitor.open(&asset).await.status, 200, "{asset}");
    }
}

#[tokio::test]
async fn with_a_relay_there_is_no_development_mailbox() {
    let relay = HostileRelay::start(Script::WellBehaved).await;
    let mailcode = Relay::hostile(&relay).mailcode().await;
    let visitor = Visitor::new(&mailcode);
    for path in ["/dev/mailbox", "/dev/mailbox/1"] {
        assert_eq!(visitor.open(path).await.status, 404, "{path}");
    }
    assert!(!mailcode.output().contains("/dev/mailbox"));
}

#[tokio::test]
async fn invalid_settings_are_refused_in_one_line() {
    let relay = [("SMTP_HOST", "localhost"), ("MAIL_FROM", "a@example.org")];
    let mut wrong = Vec::new();
    for (settings, named) in [
        (&[("LISTEN", "0.0.0.0:0")][..], "MAILCODE_SMTP_HOST"),
        (&relay[..1], "MAILCODE_MAIL_FROM"),
        (&[relay[0], relay[1], ("LISTEN", "0.0.0.0:0")], "MAILCODE_PUBLIC_URL"),
        (&[relay[0], relay[1], ("SMTP_USERNAME", "me")], "MAILCODE_SMTP_PASSWORD"),
        (&[relay[0], relay[1], ("SMTP_CA_FILE", "/no/such/file")], "MAILCODE_SMTP_CA_FILE"),
        (&[("SMTP_USERNAME", "me"), ("SMTP_PASSWORD", "it")], "MAILCODE_SMTP_HOST"),
        (
            &[("SMPT_HOST", "localhost")],
            "MAILCODE_SMPT_HOST is not a setting of mailcode; unset it or correct its name. The most similar setting is MAILCODE_SMTP_HOST",
        ),
        (&[("PORT", "3000")], "MAILCODE_PORT is not a setting of mailcode"),
        (&[relay[0], relay[1], ("SMTP_PASSWORD", "'secret'")], "MAILCODE_SMTP_PASSWORD is enclosed in quotes"),
        (&[relay[0], relay[1], ("SMTP_PASSWORD_FILE", "/dev/null")], "MAILCODE_SMTP_PASSWORD_FILE names /dev/null, which is empty"),
        (&[("LISTEN", "no address")], "MAILCODE_LISTEN cannot be \"no address\""),
        (&[("PROXY_IDLE", "10s")], "MAILCODE_PROXY_IDLE must be between 20s and 1h"),
        (&[("SMTP_TLS", "none")], "MAILCODE_SMTP_TLS cannot be \"none\""),
        (&[("CODE_IN_SUBJECT", "perhaps")], "MAILCODE_CODE_IN_SUBJECT cannot be \"perhaps\""),
        (&[("DKIM_SELECTOR", "mailcode-2026")], "MAILCODE_DKIM_KEY_FILE is not set"),
        (&[("DKIM_SELECTOR", "mailcode-2026"), ("DKIM_KEY_FILE", "/dev/null")], "MAILCODE_DKIM_KEY_FILE names /dev/null, which is empty"),
        (&[("ACCENT", "#ffcc00")], "MAILCODE_ACCENT is #ffcc00, which has a contrast of only 1.3"),
        (&[("LOGO_FILE", "/dev/null")], "MAILCODE_LOGO_FILE names /dev/null, which is neither a PNG nor an SVG"),
        (&[("CODE_LIFETIME", "ten minutes")], "MAILCODE_CODE_LIFETIME cannot be \"ten minutes\""),
        (&[("MAILS_PER_ADDRESS", "5")], "MAILCODE_MAILS_PER_ADDRESS cannot be \"5\""),
    ] {
        let exit = Mailcode::start_refused(settings).await;
        if exit.status.success() || !exit.output.contains(named) || exit.output.trim().lines().count() != 1 {
            wrong.push(format!("{settings:?} ends with {} and\n{}", exit.status, exit.output));
        }
    }
    assert!(wrong.is_empty(), "each takes one line that names the setting:\n{}", wrong.join("\n"));
}
