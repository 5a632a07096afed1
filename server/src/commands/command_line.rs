// The comments are the text of `--help`, which has no Markdown.
#![allow(clippy::doc_markdown, rustdoc::bare_urls)]

use super::audit::AuditArguments;
use super::doctor::DoctorArguments;
use super::migrate_database::MigrateDatabaseArguments;
use super::sign_out::SignOutArguments;
use crate::config::{Environment, EnvironmentError, FORMS, Settings};
use clap::builder::Resettable;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use std::ffi::OsString;

/// Signs people up by a one-time code sent to their e-mail address.
///
/// Without a command, mailcode serves the site. Without any setting, it can be tried on this machine: it listens on a loopback address, and a
/// development mailbox shows its mails. Every setting is a flag and an environment variable of the same name: --smtp-host is
/// MAILCODE_SMTP_HOST. The flag takes precedence, and may be written before or after a command.
#[derive(Debug, Parser)]
#[command(name = "mailcode", disable_help_subcommand = true)]
pub(super) struct CommandLine {
    #[command(flatten)]
    pub(super) settings: Settings,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// Names of variables that are ignored: see [`Environment::service_links`].
    #[arg(skip)]
    pub(super) service_links: Vec<String>,
}

/// Why the command line cannot be run.
#[derive(Debug, thiserror::Error)]
pub(super) enum LineError {
    /// The arguments or values are invalid, or ask for help, which clap returns as an error, too.
    #[error(transparent)]
    Arguments(#[from] clap::Error),
    /// Environment variables are invalid.
    #[error(transparent)]
    Environment(#[from] EnvironmentError),
}

/// The commands of the binary besides serving.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Prints the audit trail: what happened when, for which address, from which network
    Audit(AuditArguments),
    /// Checks whether mail can be sent, and prints what to do if not; the exit status is 0 only if it can
    #[command(after_help = FORMS)]
    Doctor(DoctorArguments),
    /// Copies everything from one database to another, such as from SQLite to PostgreSQL; stop the server first
    ///
    /// Accounts, sessions, live codes, limits and the audit trail stay as they are. All or nothing is copied, and the database that is read is
    /// not changed. The secret key is in no database: the server needs the same one afterwards.
    MigrateDatabase(MigrateDatabaseArguments),
    /// Ends the sessions of one account or of all accounts; the users then have to sign in with a new code
    SignOut(SignOutArguments),
}

/// The commands that read only some settings, with those settings. Their `--help` shows no others.
const SETTINGS_READ: [(&str, &[&str]); 3] = [
    ("audit", &["database_url", "secret_key", "secret_key_file"]),
    ("migrate-database", &["secret_key", "secret_key_file"]),
    ("sign-out", &["database_url", "secret_key", "secret_key_file", "audit_keep"]),
];

impl CommandLine {
    /// Parses these arguments (the first is the program's name) and these variables, which are those of the process.
    ///
    /// # Errors
    /// See [`LineError`].
    pub(super) fn read(
        arguments: impl Iterator<Item = OsString>,
        variables: impl Iterator<Item = (OsString, OsString)>,
    ) -> Result<Self, LineError> {
        let arguments: Vec<OsString> = arguments.collect();
        // clap would take every variable as it is, so it gets flags instead, after the program's name.
        let command = Self::command().mut_args(|argument| argument.env(Resettable::<clap::builder::OsStr>::Reset));
        let given = match command.clone().try_get_matches_from(&arguments) {
            Err(error) if !error.use_stderr() => return Err(Self::help(&arguments).err().unwrap_or(error).into()),
            given => given?,
        };
        let environment = Environment::read(variables)?;
        let (program, rest) = arguments.split_at(arguments.len().min(1));
        let all = program.iter().cloned().chain(environment.flags_besides(&given)).chain(rest.iter().cloned());
        let line = Self::from_arg_matches(&command.try_get_matches_from(all)?)?;
        Ok(Self { service_links: environment.service_links, ..line })
    }

    /// Parses arguments that ask for help, which shows the names of the variables and their values.
    fn help(arguments: &[OsString]) -> Result<clap::ArgMatches, clap::Error> {
        let mut command = Self::command();
        command.build();
        for (name, settings) in SETTINGS_READ {
            if let Some(subcommand) = command.find_subcommand_mut(name) {
                let own = std::mem::take(subcommand);
                *subcommand = own.mut_args(|argument| {
                    let is_of_others = argument.is_global_set() && !settings.contains(&argument.get_id().as_str());
                    argument.hide(is_of_others)
                });
            }
        }
        command.try_get_matches_from(arguments)
    }
}

#[cfg(test)]
mod tests {
    use super::{CommandLine, LineError};
    use crate::config::clap_error;
    use clap::CommandFactory;
    use clap::error::ErrorKind;
    use std::ffi::OsString;

    fn read(arguments: &[&str], variables: &[(&str, &str)]) -> Result<CommandLine, LineError> {
        let arguments = ["mailcode"].iter().chain(arguments).map(OsString::from);
        CommandLine::read(arguments, variables.iter().map(|(name, value)| (OsString::from(name), OsString::from(value))))
    }

    #[test]
    fn a_flag_overrides_the_variable_before_and_after_the_command() {
        let variables = [("MAILCODE_SMTP_HOST", "a.example"), ("MAILCODE_DKIM_SELECTOR", "a, b"), ("MAILCODE_CODE_IN_SUBJECT", "false\n")];
        for (arguments, host) in [
            (&[][..], "a.example"),
            (&["doctor"], "a.example"),
            (&["--smtp-host", "b.example"], "b.example"),
            (&["doctor", "--smtp-host", "b.example"], "b.example"),
            (&["--smtp-host", "b.example", "doctor"], "b.example"),
            (&["audit", "--smtp-host", "b.example"], "b.example"),
        ] {
            let line = read(arguments, &variables).expect("settings");
            assert_eq!(line.settings.smtp_host.as_deref(), Some(host), "{arguments:?}");
            assert_eq!(line.settings.dkim_selector, ["a", " b"]);
            assert!(!line.settings.code_in_subject);
        }
    }

    #[test]
    fn every_setting_may_stand_before_and_after_a_command() {
        let command = CommandLine::command();
        for argument in command.get_arguments().filter(|argument| argument.get_env().is_some()) {
            let flag = argument.get_long().expect("a flag");
            let value = argument.get_default_values().first().map(|value| value.to_string_lossy().into_owned());
            let possible = argument.get_possible_values().first().map(|value| value.get_name().to_owned());
            let value = value.or(possible).unwrap_or_else(|| if flag.ends_with("port") { "25" } else { "127.0.0.1:25" }.to_owned());
            let flag = format!("--{flag}={value}");
            for arguments in [["doctor", &flag], [&flag, "doctor"]] {
                assert!(read(&arguments, &[]).is_ok(), "{arguments:?}");
            }
        }
    }

    /// The flags in the help of this command, except its own.
    fn settings_in_help(command: &str) -> Vec<String> {
        let Err(LineError::Arguments(help)) = read(&[command, "--help"], &[]) else { panic!("help of {command}") };
        let help = help.to_string();
        let flags = help.lines().filter_map(|line| line.trim_start().strip_prefix("--")?.split(' ').next());
        let own = ["help", "send-to", "json", "all", "since", "address", "kind", "limit", "from", "to"];
        flags.filter(|flag| !own.contains(flag)).map(str::to_owned).collect()
    }

    #[test]
    fn the_help_of_a_command_lists_what_it_reads() {
        let command = CommandLine::command();
        let all: Vec<_> = command.get_arguments().filter_map(|argument| argument.get_env().and(argument.get_long())).collect();
        assert_eq!(settings_in_help("doctor"), all, "the doctor checks all settings, in one order");
        assert_eq!(settings_in_help("audit"), ["database-url", "secret-key", "secret-key-file"]);
        assert_eq!(settings_in_help("migrate-database"), ["secret-key", "secret-key-file"]);
        assert_eq!(settings_in_help("sign-out"), ["database-url", "secret-key", "secret-key-file", "audit-keep"]);
    }

    #[test]
    fn an_empty_variable_leaves_the_default() {
        let line = read(&[], &[("MAILCODE_LISTEN", ""), ("MAILCODE_TRIES", "\n"), ("MAILCODE_SMTP_CA_FILE", "")]).expect("settings");
        assert_eq!((line.settings.listen.port(), line.settings.tries, line.settings.smtp_ca_file), (3000, 5, None));
    }

    #[test]
    fn an_invalid_variable_is_reported_by_its_own_name() {
        match read(&["doctor"], &[("MAILCODE_TRIES", "many")]) {
            Err(LineError::Arguments(error)) => assert!(clap_error(&error).starts_with("MAILCODE_TRIES cannot be \"many\":")),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn help_is_shown_even_with_invalid_variables() {
        match read(&["--help"], &[("MAILCODE_TRIES", "many"), ("MAILCODE_TRYS", "5")]) {
            Err(LineError::Arguments(help)) => {
                assert_eq!(help.kind(), ErrorKind::DisplayHelp);
                assert!(help.to_string().contains("[env: MAILCODE_TRIES="), "{help}");
            }
            other => panic!("{other:?}"),
        }
    }
}
