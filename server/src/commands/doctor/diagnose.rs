use super::DoctorArguments;
use super::as_json::as_json;
use super::for_people::for_people;
use crate::commands::sender::sender;
use crate::config::{Config, Origin, Settings};
use crate::doctor::{
    DkimKeys, Finding, Report, Section, Subject, SystemNames, Variables, examine_database, examine_relay, examine_secret_key,
    examine_sender_domain, test_mail,
};
use crate::mail::TestMail;
use crate::sign_up::ports::{Clock, Randomness};
use crate::system::{SystemClock, SystemRandomness};
use std::error::Error;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

/// Status of settings that cannot be, as elsewhere.
const USAGE: u8 = 2;

/// Looks at everything that keeps mail from being sent, and prints what it found. Succeeds only if mail can be sent.
///
/// # Errors
/// The output is closed or full.
#[tokio::main(flavor = "current_thread")]
pub(in crate::commands) async fn diagnose(settings: Settings, arguments: &DoctorArguments) -> io::Result<ExitCode> {
    let key_file = settings.secret_key_file.clone();
    let examined = match Config::try_from(settings) {
        Ok(config) => examine(config, key_file.as_deref(), arguments).await.map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    let (report, failure) = match examined {
        Ok(report) => (report, ExitCode::FAILURE),
        Err(said) => (Report::of_settings(&said), ExitCode::from(USAGE)),
    };
    let text = if arguments.json { as_json(&report)? + "\n" } else { for_people(&report, has_colours()) };
    match io::stdout().lock().write_all(text.as_bytes()) {
        // Who has read enough still wants to know how it ended.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error),
        _ => (),
    }
    Ok(if report.can_send() { ExitCode::SUCCESS } else { failure })
}

/// All stages.
///
/// # Errors
/// A setting that cannot be, which only shows when it is used.
async fn examine(config: Config, key_file: Option<&Path>, arguments: &DoctorArguments) -> Result<Report, Box<dyn Error>> {
    let now = SystemClock.now();
    let origin = config.public_origin.clone().unwrap_or_else(|| Origin::of(config.listen));
    let sender_called = |name: &str| sender(&config, name, &origin);
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
    let installation = vec![
        Finding::settings_agree(),
        examine_database(&config.data.database).await,
        examine_secret_key(&config.data.secret_key, key_file),
    ];
    let mut sections = vec![Section { subject: Subject::Installation, findings: installation }];
    if config.relay.is_none() {
        sections[0].findings.extend(Finding::without_relay(Variables::RELAY));
    }
    for (relay, variables) in [(&config.relay, Variables::RELAY), (&config.fallback, Variables::FALLBACK)] {
        let Some(relay) = relay else { continue };
        let examined = examine_relay(relay, variables, &sender, test_mail.as_ref(), now).await;
        sections.push(examined.map_err(|error| format!("{} cannot be used: {error}.", variables.of("HOST")))?);
    }
    let relay_host = config.relay.as_ref().map_or("relay.example.org", |relay| relay.host.as_str());
    let keys = config
        .dkim
        .as_ref()
        .map(|dkim| DkimKeys { domain: dkim.domain().to_owned(), selectors: dkim.selectors().map(str::to_owned).collect() });
    sections.push(examine_sender_domain(sender.from().email.domain(), keys.as_ref(), relay_host, &SystemNames::of_system()).await);
    Ok(Report { sections })
}

/// On a terminal that can show them, unless somebody does not want them (<https://no-color.org>).
fn has_colours() -> bool {
    let is_unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    io::stdout().is_terminal() && !is_unwanted && std::env::var_os("TERM").is_none_or(|terminal| terminal != "dumb")
}
