//! The mode of TLS, which both relays have, and the settings of the second relay.

// The comments are the text of `--help`, and the fields are named as the settings are.
#![allow(clippy::doc_markdown, clippy::struct_field_names)]

use super::value_parsers::port;
use clap::{Args, ValueEnum};
use secrecy::SecretString;
use std::path::PathBuf;

/// The heading of the second relay in `--help`.
const SECOND_RELAY: &str = "Second relay";

/// How TLS is started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SmtpTls {
    /// By the STARTTLS command, which the relay must offer
    Starttls,
    /// From the first byte
    Implicit,
}

/// The settings of the second relay, named like those of the first.
#[derive(Debug, Args)]
pub struct FallbackSettings {
    /// The second relay, for mails that the first cannot send [default: none]
    #[arg(long, global = true, help_heading = SECOND_RELAY, env = "MAILCODE_SMTP_FALLBACK_HOST", value_name = "HOST")]
    pub smtp_fallback_host: Option<String>,

    /// The port of the second relay [default: 587, or 465 with implicit TLS]
    #[arg(long, global = true, help_heading = SECOND_RELAY, env = "MAILCODE_SMTP_FALLBACK_PORT", value_name = "PORT", value_parser = port)]
    pub smtp_fallback_port: Option<u16>,

    /// How TLS is started [default: starttls]
    #[arg(long, global = true, help_heading = SECOND_RELAY, env = "MAILCODE_SMTP_FALLBACK_TLS", value_name = "MODE")]
    pub smtp_fallback_tls: Option<SmtpTls>,

    /// The user name for the second relay
    #[arg(long, global = true, help_heading = SECOND_RELAY, env = "MAILCODE_SMTP_FALLBACK_USERNAME", value_name = "NAME")]
    pub smtp_fallback_username: Option<String>,

    /// The password for the second relay
    #[arg(long, global = true, help_heading = SECOND_RELAY, env = "MAILCODE_SMTP_FALLBACK_PASSWORD", value_name = "PASSWORD", hide_env_values = true)]
    pub smtp_fallback_password: Option<SecretString>,

    /// A file that contains the password
    #[arg(long, global = true, help_heading = SECOND_RELAY, env = "MAILCODE_SMTP_FALLBACK_PASSWORD_FILE", value_name = "FILE")]
    pub smtp_fallback_password_file: Option<PathBuf>,

    /// A file whose first line is an OAuth 2.0 access token
    #[arg(long, global = true, help_heading = SECOND_RELAY, env = "MAILCODE_SMTP_FALLBACK_TOKEN_FILE", value_name = "FILE")]
    pub smtp_fallback_token_file: Option<PathBuf>,

    /// A shell command that prints such a token
    #[arg(
        long,
        global = true,
        help_heading = SECOND_RELAY,
        env = "MAILCODE_SMTP_FALLBACK_TOKEN_COMMAND",
        value_name = "COMMAND",
        hide_env_values = true
    )]
    pub smtp_fallback_token_command: Option<String>,

    /// CA certificates (PEM) that are trusted for the second relay in addition to the system's
    #[arg(long, global = true, help_heading = SECOND_RELAY, env = "MAILCODE_SMTP_FALLBACK_CA_FILE", value_name = "FILE")]
    pub smtp_fallback_ca_file: Option<PathBuf>,
}
