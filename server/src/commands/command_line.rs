// The comments are the text of `--help`, which knows no Markdown.
#![allow(clippy::doc_markdown, rustdoc::bare_urls)]

use super::audit::AuditArguments;
use super::doctor::DoctorArguments;
use super::sign_out::SignOutArguments;
use crate::config::Settings;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use std::ffi::OsString;

/// Signs people up by a one-time code sent to their e-mail address.
///
/// Without a command it serves the site. Without any setting it does so on this machine alone, with a mailbox of its own to
/// try it with. Every setting is a flag and an environment variable of the same name: --smtp-host is MAILCODE_SMTP_HOST.
/// The flag wins.
#[derive(Debug, Parser)]
#[command(name = "mailcode", disable_help_subcommand = true)]
pub(super) struct CommandLine {
    #[command(flatten)]
    pub(super) settings: Settings,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// What the binary does besides serving.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Prints the audit trail: what happened, about whom, from where and when
    Audit(AuditArguments),
    /// Finds out whether mail can be sent, and says what to do if not; succeeds only if it can
    Doctor(DoctorArguments),
    /// Ends the sessions of an account, or of all: whoever is signed in has to type a code again
    SignOut(SignOutArguments),
}

/// The settings that commands need which only look at what a server keeps.
const OF_DATA: [&str; 4] = ["database_url", "secret_key", "secret_key_file", "audit_keep"];

impl CommandLine {
    /// Reads these arguments (the first is the program's name) and the process's environment.
    ///
    /// # Errors
    /// Those of clap, which are also how it says that help is wanted.
    pub(super) fn read(arguments: impl Iterator<Item = OsString>) -> Result<Self, clap::Error> {
        let mut command = Self::command();
        command.build();
        for name in ["audit", "sign-out"] {
            if let Some(subcommand) = command.find_subcommand_mut(name) {
                let own = std::mem::take(subcommand);
                *subcommand = own.mut_args(|argument| {
                    let is_of_others = argument.is_global_set() && !OF_DATA.contains(&argument.get_id().as_str());
                    argument.hide(is_of_others)
                });
            }
        }
        Self::from_arg_matches(&command.try_get_matches_from(arguments)?)
    }
}
