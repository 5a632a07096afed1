//! Starting, configuring and moving the binary.

use crate::support::relay::Relay;
use e2e::{HostileRelay, Mailcode, Script, Visitor, binary, until};
use std::fs::Permissions;
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

/// Creates a directory with a data directory that all users may search, as an administrator does by `mkdir data`.
fn directory_with_open_data() -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    std::fs::create_dir(directory.path().join("data")).unwrap();
    std::fs::set_permissions(directory.path().join("data"), Permissions::from_mode(0o755)).unwrap();
    directory
}

#[tokio::test]
async fn a_database_in_an_existing_directory_is_private_too() {
    let mut mailcode = Mailcode::start_in(directory_with_open_data(), &[]).await;
    let data = mailcode.directory().join("data");
    for file in ["mailcode.db", "mailcode.db-wal", "mailcode.db-shm", "secret.key"] {
        let mode = std::fs::metadata(data.join(file)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{file}: {mode:o}");
    }
    assert!(!mailcode.output().contains("chmod"), "{}", mailcode.output());
    mailcode.kill();
    std::fs::set_permissions(data.join("mailcode.db"), Permissions::from_mode(0o644)).unwrap();
    mailcode.restart().await;
    let data = data.canonicalize().unwrap();
    let cure = format!("{0}/mailcode.db has mode 0644; run: chmod 600 {0}/mailcode.db*", data.display());
    log_line(&mailcode, &["WARN", &cure]).await;
}

/// Waits for a line of the log that contains all of these texts.
async fn log_line(mailcode: &Mailcode, texts: &[&str]) -> String {
    until(format!("a line with {texts:?}"), async || {
        let output = mailcode.output();
        output.lines().find(|line| texts.iter().all(|text| line.contains(text))).map(str::to_owned)
    })
    .await
}

#[tokio::test]
async fn the_log_has_a_line_about_the_start_and_one_about_the_stop() {
    let mut mailcode = Mailcode::start().await;
    let (address, database) =
        (format!("address={}", mailcode.address()), mailcode.directory().canonicalize().unwrap().join("data/mailcode.db"));
    let start = log_line(&mailcode, &[" INFO ", "started; mails stay on this machine, in the development mailbox", &address]).await;
    assert!(start.contains("version=\"") && start.contains(&format!("database={}", database.display())), "{start}");
    mailcode.terminate();
    let exit = mailcode.wait_for_end().await;
    assert!(exit.status.success(), "{}", exit.output);
    let stop: Vec<_> = exit.output.lines().filter(|line| line.contains("stopp")).collect();
    let [asked, stopped] = stop[..] else { panic!("two lines: {}", exit.output) };
    assert!(
        asked.contains("SIGTERM") && stopped.contains("requests=0 mails=0") && stopped.contains("stopped after waiting 0."),
        "{}",
        exit.output
    );
}

#[tokio::test]
async fn a_stop_waits_for_a_request_and_counts_it() {
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = silent.local_addr().unwrap().port().to_string();
    let relay = [("SMTP_HOST", "127.0.0.1"), ("SMTP_PORT", &port), ("SMTP_OPEN_WITHIN", "2s"), ("MAIL_FROM", "a@example.org")];
    let mut mailcode = Mailcode::start_with(&relay).await;
    let answer = tokio::spawn(reqwest::get(mailcode.url("/readyz")));
    let _connection = silent.accept().await.unwrap();
    mailcode.terminate();
    let exit = mailcode.wait_for_end().await;
    assert!(exit.output.contains("requests=1 mails=0"), "{}", exit.output);
    assert_eq!(answer.await.unwrap().unwrap().status(), 503);
}

#[tokio::test]
async fn a_relay_whose_name_does_not_resolve_is_warned_of_at_the_start() {
    let relay = [("SMTP_HOST", "no-such-host.invalid"), ("MAIL_FROM", "a@example.org")];
    let mailcode = Mailcode::start_with(&relay).await;
    log_line(&mailcode, &[" INFO ", "started; mails are sent through the relay", "relays=\"no-such-host.invalid:587\""]).await;
    let warning = log_line(&mailcode, &["WARN", "cannot resolve the host name no-such-host.invalid of MAILCODE_SMTP_HOST"]).await;
    assert!(warning.contains("run `mailcode doctor`"), "{warning}");
}

#[tokio::test]
async fn a_failed_start_says_once_what_is_wrong_and_what_to_do() {
    let directory = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    std::fs::write(directory.path().join("text"), "x".repeat(1000)).unwrap();
    let mut wrong = Vec::new();
    for (settings, problem, cure) in [
        (("DATABASE_URL", "sqlite://text"), "/text: it is not an SQLite database", "set MAILCODE_DATABASE_URL to Mailcode's database"),
        (("DATABASE_URL", "sqlite://."), "it is a directory", "set MAILCODE_DATABASE_URL to the path of a file"),
        (
            ("DATABASE_URL", "sqlite://text/mailcode.db"),
            "cannot create the directory",
            "set MAILCODE_DATABASE_URL to a file in another one",
        ),
        (("LISTEN", &address), "another program listens there", "set MAILCODE_LISTEN to another address and port"),
        (("ADMIN_LISTEN", &address), "another program listens there", "set MAILCODE_ADMIN_LISTEN to another address and port"),
    ] {
        let exit = Mailcode::run_in(directory.path(), &[], &[settings]).await;
        let last = exit.output.trim().lines().last().unwrap_or_default();
        let is_right = last.starts_with("mailcode: cannot ") && last.contains(problem) && last.contains(cure);
        if exit.status.code() != Some(1) || !is_right || last.contains("(code") || last.contains("os error") {
            wrong.push(format!("{settings:?} ends with {} and\n{}", exit.status, exit.output));
        }
    }
    let directory = tempfile::tempdir().unwrap();
    for command in [&["audit"][..], &["sign-out", "--all"]] {
        let exit = Mailcode::run_in(directory.path(), command, &[]).await;
        let place = directory.path().canonicalize().unwrap().join("data/mailcode.db");
        let expected = format!(
            "mailcode: cannot open the database {}: it does not exist; set MAILCODE_DATABASE_URL to the database that the server uses\n",
            place.display()
        );
        if exit.output != expected || exit.status.code() != Some(1) {
            wrong.push(format!("{command:?} ends with {} and\n{}", exit.status, exit.output));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
        (&[relay[0], relay[1], ("SMTP_CA_FILE", "/no/such/file")], "MAILCODE_SMTP_CA_FILE names /no/such/file, which does not exist; "),
        (&[relay[0], relay[1], ("SMTP_CA_FILE", "/dev/null")], "MAILCODE_SMTP_CA_FILE names /dev/null, which contains no certificate; "),
        (&[("SMTP_HOST", "no host"), relay[1]], "MAILCODE_SMTP_HOST must be only a host name or an IP address"),
        (&[relay[0], relay[1], ("SMTP_PORT", "many")], "MAILCODE_SMTP_PORT cannot be \"many\": write a port from 1 to 65535, such as 587."),
        (&[("FOO", "1")], "MAILCODE_FOO is not a setting of mailcode; unset it or correct its name. `mailcode --help` lists all settings."),
        (&[("LOG", "info,[")], "MAILCODE_LOG is not a log filter"),
        (&[("TRIES", "0")], "MAILCODE_TRIES cannot be \"0\": write a whole number from 1 to 100"),
        (&[("SMTP_USERNAME", "me"), ("SMTP_PASSWORD", "it")], "MAILCODE_SMTP_HOST"),
        (
            &[("SMPT_HOST", "localhost")],
            "MAILCODE_SMPT_HOST is not a setting of mailcode; unset it or correct its name. The most similar setting is MAILCODE_SMTP_HOST",
        ),
        (&[("PORT", "3000")], "MAILCODE_PORT is not a setting of mailcode"),
        (&[relay[0], relay[1], ("SMTP_PASSWORD", "'secret'")], "MAILCODE_SMTP_PASSWORD is enclosed in quotes"),
        (&[relay[0], relay[1], ("SMTP_PASSWORD_FILE", "/dev/null")], "MAILCODE_SMTP_PASSWORD_FILE names /dev/null, which is empty"),
        (&[("LISTEN", "no address")], "MAILCODE_LISTEN cannot be \"no address\": write an IP address and a port from 0 to 65535"),
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
        if exit.status.code() != Some(2) || !exit.output.contains(named) || exit.output.trim().lines().count() != 1 {
            wrong.push(format!("{settings:?} ends with {} and\n{}", exit.status, exit.output));
        }
    }
    assert!(wrong.is_empty(), "each takes one line that names the setting:\n{}", wrong.join("\n"));
}
