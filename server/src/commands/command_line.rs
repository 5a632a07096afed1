// The comments are the text of `--help`, which knows no Markdown.
#![allow(clippy::doc_markdown, rustdoc::bare_urls)]

use super::audit::AuditArguments;
use super::sign_out::SignOutArguments;
use crate::config::Settings;
use clap::{Parser, Subcommand};

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
    /// Ends the sessions of an account, or of all: whoever is signed in has to type a code again
    SignOut(SignOutArguments),
}
