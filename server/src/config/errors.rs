//! Errors of settings, in one sentence that names the setting and the fix.

use super::Settings;
use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error;
use std::fmt;
use std::path::Path;

/// An invalid setting, by name, with the fix.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{setting} {problem}")]
pub struct ConfigError {
    /// Environment variable of the setting.
    pub setting: &'static str,
    /// What is wrong and what to do, as the rest of the sentence that begins with `setting`.
    pub problem: String,
}

impl ConfigError {
    /// An error that reads `setting` `problem`.
    pub(super) fn new(setting: &'static str, problem: impl Into<String>) -> Self {
        Self { setting, problem: problem.into() }
    }

    /// An error of a `setting` that names an unusable `file`.
    pub(super) fn of_file(setting: &'static str, file: &Path, error: &dyn fmt::Display) -> Self {
        Self::new(setting, format!("names {}, which {error}.", file.display()))
    }
}

/// Describes an error of the command line or the environment in one sentence that names the variable and the fix.
#[must_use]
pub fn clap_error(error: &clap::Error) -> String {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        Some(ContextValue::Strings(texts)) => texts.first().map(String::as_str),
        _ => None,
    };
    match (error.kind(), text(ContextKind::InvalidArg), text(ContextKind::InvalidValue)) {
        (ErrorKind::ValueValidation | ErrorKind::InvalidValue, Some(argument), Some(value)) => {
            format!("{} cannot be {value:?}: {}.", variable(argument), reason(error))
        }
        (ErrorKind::UnknownArgument, Some(argument), _) => {
            let argument = without_url(argument);
            format!("{argument} is not a flag of mailcode; `mailcode --help` lists all.")
        }
        (ErrorKind::InvalidSubcommand, ..) => {
            let name = without_url(text(ContextKind::InvalidSubcommand).unwrap_or("that"));
            format!("{name} is not a command of mailcode; `mailcode --help` lists all.")
        }
        (ErrorKind::MissingRequiredArgument, Some(argument), _) => {
            format!("{argument} is missing; --help of the command shows how to write it.")
        }
        _ => {
            let text = error.to_string();
            text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned()
        }
    }
}

/// An argument in a place where none is known. A URL may have a password.
fn without_url(argument: &str) -> &str {
    if argument.contains("://") { "a URL without a flag before it" } else { argument }
}

/// What is wrong with a value.
fn reason(error: &clap::Error) -> String {
    match (error.source(), error.get(ContextKind::ValidValue)) {
        (Some(source), _) => source.to_string(),
        (None, Some(ContextValue::Strings(values))) if values.is_empty() => "it must not be empty".to_owned(),
        (None, Some(ContextValue::Strings(values))) => format!("write one of {}", values.join(", ")),
        _ => "`mailcode --help` shows how to write it".to_owned(),
    }
}

/// The environment variable of a flag, `MAILCODE_SMTP_TLS` for `--smtp-tls <MODE>`, or the name of an argument without a flag, `ADDRESS` for
/// `[ADDRESS]`.
fn variable(argument: &str) -> String {
    let flag = argument.split_whitespace().next().unwrap_or(argument);
    let command = Settings::command();
    let known = command.get_arguments().find(|argument| argument.get_long() == flag.strip_prefix("--"));
    let variable = known.and_then(|argument| argument.get_env()?.to_str()).map(ToOwned::to_owned);
    variable.unwrap_or_else(|| flag.trim_matches(['[', ']', '<', '>']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::clap_error;
    use crate::config::Settings;
    use clap::Parser;

    fn sentence(arguments: &[&str]) -> String {
        let error = Settings::try_parse_from([&["mailcode"], arguments].concat()).expect_err("unreadable");
        clap_error(&error)
    }

    #[test]
    fn names_the_variable_the_value_and_the_fix() {
        for (arguments, expected) in [
            (
                ["--listen", "no address"],
                "MAILCODE_LISTEN cannot be \"no address\": write an IP address and a port from 0 to 65535, such as 127.0.0.1:3000 or [::1]:3000; a host name is not accepted.",
            ),
            (
                ["--code-lifetime", "ten minutes"],
                "MAILCODE_CODE_LIFETIME cannot be \"ten minutes\": not a duration; write a whole number and a unit, such as 60s, 10m, \
                 24h or 30d, at most 366d.",
            ),
            (
                ["--mails-total", "many"],
                "MAILCODE_MAILS_TOTAL cannot be \"many\": not a cap; write a count and a window, such as 5/1h, several with commas, or \
                 0 for none.",
            ),
            (["--smtp-tls", "none"], "MAILCODE_SMTP_TLS cannot be \"none\": write one of starttls, implicit."),
            (["--tries", "0"], "MAILCODE_TRIES cannot be \"0\": write a whole number from 1 to 100, such as 5."),
            (["--smtp-ca-file", ""], "MAILCODE_SMTP_CA_FILE cannot be \"\": it must not be empty."),
            (["postgres://u:secret@h/d", ""], "a URL without a flag before it is not a flag of mailcode; `mailcode --help` lists all."),
            (["--smpt-host", "x"], "--smpt-host is not a flag of mailcode; `mailcode --help` lists all."),
        ] {
            assert_eq!(sentence(&arguments), expected);
        }
    }
}
