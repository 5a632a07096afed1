//! `mailcode doctor`: checks whether mail can be sent, and prints what to do if not. `output` writes the report for people or as JSON.

// The comments are the text of `--help`, which has no Markdown.
#![allow(clippy::doc_markdown)]

mod output;

use crate::config::{Config, Origin, Settings, address};
use crate::doctor::{
    Finding, Report, Scope, Section, SystemDnsResolver, Variables, check_database, check_relay, check_secret_key, check_sender_domain,
    test_mail,
};
use crate::mail::{Deadlines, TestMail};
use crate::sign_up::CanonicalAddress;
use crate::sign_up::ports::{Clock, Randomness};
use crate::system::{SystemClock, SystemRandomness};
use clap::Args;
use output::{as_json, for_people};
use std::error::Error;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

/// What is checked, and how the result is printed. In `--help` these come before the settings.
#[derive(Debug, Args)]
pub(super) struct DoctorArguments {
    /// Sends a test mail to this address; its code is not valid anywhere
    #[arg(long, display_order = 0, value_name = "ADDRESS", value_parser = address)]
    send_to: Option<CanonicalAddress>,

    /// Prints one JSON object, for programs
    #[arg(long, display_order = 0)]
    json: bool,
}

/// Exit status for invalid settings, as in the other commands.
const USAGE: u8 = 2;

/// Checks everything that may keep mail from being sent, and prints the result. Succeeds only if mail can be sent.
///
/// # Errors
/// If the output is closed or full.
#[tokio::main(flavor = "current_thread")]
pub(super) async fn diagnose(settings: Settings, arguments: &DoctorArguments) -> io::Result<ExitCode> {
    let key_file = settings.secret_key_file.clone();
    let checked = match Config::try_from(settings) {
        Ok(config) => check(config, key_file.as_deref(), arguments).await.map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    let (report, failure) = match checked {
        Ok(report) => (report, ExitCode::FAILURE),
        Err(said) => (Report::of_settings(&said), ExitCode::from(USAGE)),
    };
    let text = if arguments.json { as_json(&report)? + "\n" } else { for_people(&report, has_colours()) };
    match io::stdout().lock().write_all(text.as_bytes()) {
        // A reader that closes the output early still gets the exit status.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error),
        _ => (),
    }
    Ok(if report.can_send() { ExitCode::SUCCESS } else { failure })
}

/// Runs all stages.
///
/// # Errors
/// A setting whose value is found invalid only when it is used.
async fn check(config: Config, key_file: Option<&Path>, arguments: &DoctorArguments) -> Result<Report, Box<dyn Error>> {
    let now = SystemClock.now();
    let origin = config.public_origin.clone().unwrap_or_else(|| Origin::of(config.listen));
    let sender_called = |name: &str| config.sender(name, &origin);
    let sender = sender_called(&config.service_name)
        .map_err(|error| format!("MAILCODE_MAIL_FROM or MAILCODE_SERVICE_NAME cannot be used: {error}."))?;
    let test_mail: Option<TestMail> = match &arguments.send_to {
        Some(to) => {
            let mut generator = SystemRandomness.generator();
            let lifetime = config.limits.code_lifetime;
            Some(test_mail(to.clone(), sender_called, &config.service_name, lifetime, now, &mut *generator)?)
        }
        None => None,
    };
    let installation =
        vec![Finding::settings_agree(), check_database(&config.data.database).await, check_secret_key(&config.data.secret_key, key_file)];
    let mut sections = vec![Section { scope: Scope::Installation, findings: installation }];
    if config.relay.is_none() {
        sections[0].findings.extend(Finding::without_relay(Variables::RELAY));
    }
    let deadlines = Deadlines::with_open(config.smtp_open_within);
    for (relay, variables) in [(&config.relay, Variables::RELAY), (&config.fallback, Variables::FALLBACK)] {
        let Some(relay) = relay else { continue };
        let checked = check_relay(relay, variables, &sender, test_mail.as_ref(), now, deadlines).await;
        sections.push(checked.map_err(|error| format!("{} cannot be used: {error}.", variables.of("HOST")))?);
    }
    let relay_host = config.relay.as_ref().map_or("relay.example.org", |relay| relay.host.as_str());
    sections
        .push(check_sender_domain(sender.from().email.domain(), config.dkim.as_ref(), relay_host, &SystemDnsResolver::from_system()).await);
    Ok(Report { sections })
}

/// Whether to print colours: on a terminal that supports them, unless they are disabled (<https://no-color.org>).
fn has_colours() -> bool {
    let is_unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    io::stdout().is_terminal() && !is_unwanted && std::env::var_os("TERM").is_none_or(|terminal| terminal != "dumb")
}
