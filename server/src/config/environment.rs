use super::Settings;
use super::text::{unquoted, without_byte_order_mark, without_mark_and_line_ends};
use clap::builder::ValueParser;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, CommandFactory};
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

const PREFIX: &str = "MAILCODE_";

/// Variables that the build reads; they may be set in the environment of `cargo run`.
const BUILD_VARIABLES: [&str; 1] = ["MAILCODE_SKIP_BUNDLE"];

/// The settings in the environment. Only this module reads them there, so that one rule applies to all: an empty variable counts as not
/// set; a byte-order mark at the start, line ends at the end and one pair of outer quotes are not part of a value.
#[derive(Default)]
pub struct Environment {
    /// The id of a setting's argument, and the flag that sets it: `--smtp-host=relay.example`.
    flags: Vec<(String, OsString)>,
    /// Names of variables that Kubernetes or a container link has made for a service whose name begins with `mailcode`.
    pub service_links: Vec<String>,
}

/// A variable that keeps the program from starting. The error does not contain its value, which may be a secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EnvironmentError {
    /// The name begins with `MAILCODE_` but is no setting: a typing error would otherwise go unnoticed until the setting is missed.
    #[error(
        "{} is not a setting of mailcode; unset it or correct its name.{} `mailcode --help` lists all settings.",
        name.escape_default(),
        nearest.as_ref().map(|nearest| format!(" The most similar setting is {nearest}.")).unwrap_or_default()
    )]
    Unknown {
        /// Name of the variable.
        name: String,
        /// The setting with the most similar name, if one is similar.
        nearest: Option<String>,
    },
    /// The value is not UTF-8, and does not name a file.
    #[error("{0} is not valid UTF-8; set it again.")]
    NotUnicode(String),
    /// The password is in quotes, and only its owner knows whether they belong to it.
    #[error(
        "{0} is enclosed in quotes, which some env files do not remove; remove them or, if they belong to the password, write the password \
         to a file and set {0}_FILE to its path."
    )]
    QuotedPassword(String),
}

/// How a pair of outer quotes is handled.
#[derive(Clone, Copy)]
enum Quotes {
    /// They are removed, as are blanks around the value.
    Removed,
    /// They may be part of the value, so it is rejected.
    Rejected,
    /// They are part of the value, which is a command for the shell.
    Preserved,
}

impl Environment {
    /// Reads the settings from these variables, which are those of the process.
    ///
    /// # Errors
    /// See [`EnvironmentError`].
    pub fn read(variables: impl IntoIterator<Item = (OsString, OsString)>) -> Result<Self, EnvironmentError> {
        let command = Settings::command();
        let find = |name: &str| command.get_arguments().find(|argument| argument.get_env() == Some(OsStr::new(name)));
        let mut environment = Self::default();
        for (name, value) in variables {
            let name = name.to_string_lossy().into_owned();
            if !without_byte_order_mark(&name).starts_with(PREFIX) || BUILD_VARIABLES.contains(&name.as_str()) {
                continue;
            }
            let argument = find(&name);
            if is_service_link(&name, &value.to_string_lossy(), argument.is_some()) {
                environment.service_links.push(name);
                continue;
            }
            let Some(argument) = argument else {
                let known = command.get_arguments().filter_map(|argument| argument.get_env()?.to_str());
                return Err(EnvironmentError::Unknown { nearest: nearest(&name, known), name });
            };
            if let Some(value) = cleaned(argument, &name, value)? {
                let mut flag = OsString::from(format!("--{}=", argument.get_long().unwrap_or_default()));
                flag.push(value);
                environment.flags.push((argument.get_id().to_string(), flag));
            }
        }
        environment.service_links.sort_unstable();
        Ok(environment)
    }

    /// The flags of all settings that the command line does not set itself.
    pub fn flags_besides(&self, given: &ArgMatches) -> impl Iterator<Item = OsString> {
        let is_given = |id: &str| given.value_source(id) == Some(ValueSource::CommandLine);
        self.flags.iter().filter(move |(id, _)| !is_given(id)).map(|(_, flag)| flag.clone())
    }
}

/// The value of a variable, cleaned for its setting; `None` if it is empty.
fn cleaned(argument: &Arg, name: &str, value: OsString) -> Result<Option<OsString>, EnvironmentError> {
    let Some(text) = value.to_str() else {
        return if names_a_file(argument.get_value_parser()) {
            Ok(Some(value))
        } else {
            Err(EnvironmentError::NotUnicode(name.to_owned()))
        };
    };
    let text = without_mark_and_line_ends(text);
    let text = match quotes(argument) {
        Quotes::Preserved => text,
        Quotes::Rejected if unquoted(text).is_some_and(|inside| !inside.is_empty()) => {
            return Err(EnvironmentError::QuotedPassword(name.to_owned()));
        }
        Quotes::Rejected => unquoted(text).unwrap_or(text),
        Quotes::Removed => {
            let text = text.trim();
            without_mark_and_line_ends(unquoted(text).unwrap_or(text)).trim()
        }
    };
    Ok((!text.is_empty()).then(|| OsString::from(text)))
}

fn quotes(argument: &Arg) -> Quotes {
    let name = argument.get_id().as_str();
    if name.ends_with("_command") {
        Quotes::Preserved
    } else if name.ends_with("_password") {
        Quotes::Rejected
    } else {
        Quotes::Removed
    }
}

fn names_a_file(parser: &ValueParser) -> bool {
    parser.type_id() == std::any::TypeId::of::<PathBuf>()
}

/// How similar a name must be to be suggested, from 0 to 1. Typing errors and other endings are above (`SMPT_HOST` 0.97, `SMTP_PASS` 0.94),
/// other words are below (`PORT` 0.57, `FOO` 0.63).
const SIMILAR: f64 = 0.85;

/// The known name that is most similar to this one, compared without their common prefix.
fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let end = |name: &str| without_byte_order_mark(name).trim_start_matches(PREFIX).to_owned();
    let similar =
        known.map(|known| (strsim::jaro_winkler(&end(name), &end(known)), known)).filter(|(similarity, _)| *similarity >= SIMILAR);
    similar.max_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, known)| known.to_owned())
}

/// Whether this variable was made by Kubernetes for a service (its documentation: "Discovering services", environment variables) or by a
/// container link of Docker, not by an operator for Mailcode. Both name variables after the service: one called `mailcode` gets
/// `MAILCODE_PORT=tcp://10.0.0.7:3000`, one called `mailcode-smtp` even a `MAILCODE_SMTP_PORT`. `is_setting` is whether the name is that of
/// a setting.
fn is_service_link(name: &str, value: &str, is_setting: bool) -> bool {
    let words: Vec<&str> = name.split('_').skip(1).collect();
    match words[..] {
        [.., "PORT"] if is_address(value) => true,
        _ if is_setting => false,
        [.., "SERVICE", "HOST"] => true,
        [.., "NAME"] => is_pair_of_containers(value),
        // A link's variables of this kind end in the name of a variable of the linked container: `…_ENV_<name>`.
        [.., "ENV"] => false,
        _ => {
            let has_port = words.windows(3).any(|words| matches!(words, ["PORT", number, "TCP" | "UDP" | "SCTP"] if is_number(number)));
            has_port || words.contains(&"ENV") || words.windows(2).any(|words| words == ["SERVICE", "PORT"])
        }
    }
}

/// Whether the value has the form `tcp://10.0.0.7:3000`.
fn is_address(value: &str) -> bool {
    value.split_once("://").is_some_and(|(scheme, _)| matches!(scheme, "tcp" | "udp" | "sctp"))
}

/// Whether the value has the form `/web/mailcode`: the linked container, by the name that the container `web` uses for it.
fn is_pair_of_containers(value: &str) -> bool {
    value.strip_prefix('/').is_some_and(|names| names.contains('/'))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
#[path = "environment_tests.rs"]
mod tests;
