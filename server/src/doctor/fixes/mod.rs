//! What to do about a problem with a relay, in plain English. A separate line is a step or a command.
//!
//! `connection` has the fixes from the look-up of the relay's name to its certificate, `sending` those from the login to the mail.

mod connection;
mod sending;

use crate::mail::{Relay, RelayProblem};
use crate::sign_up::Timestamp;
use connection::{fix_certificate, fix_connection};
use sending::{fix_gmail_login, fix_login, fix_mail};

/// The environment variables that set one relay: the first or the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variables(&'static str);

impl Variables {
    /// The variables of the first relay: `MAILCODE_SMTP_HOST` and so on.
    pub const RELAY: Self = Self("MAILCODE_SMTP_");
    /// The variables of the second relay: `MAILCODE_SMTP_FALLBACK_HOST` and so on.
    pub const FALLBACK: Self = Self("MAILCODE_SMTP_FALLBACK_");

    /// The variable with this end, such as `HOST`.
    #[must_use]
    pub fn of(self, end: &str) -> String {
        format!("{}{end}", self.0)
    }
}

/// The fix for a problem. `variables` are those that set this relay; `now` is the time of this machine's clock.
pub(super) fn fix(problem: RelayProblem, relay: &Relay, variables: Variables, now: Timestamp) -> String {
    use RelayProblem as P;
    match problem {
        P::UnknownHost
        | P::ConnectionRefused
        | P::NoRoute
        | P::ConnectTimedOut
        | P::Port25
        | P::Silent
        | P::HungUp
        | P::NotSmtp
        | P::ImplicitTlsPort
        | P::ClearTextPort
        | P::Busy
        | P::NotWelcome
        | P::NoStartTls
        | P::StartTlsRefused
        | P::Injected
        | P::OldTls
        | P::BrokenTls => fix_connection(problem, relay, variables),
        P::NoRoots
        | P::WrongName
        | P::AuthorityAsServer
        | P::UnknownIssuer
        | P::Expired
        | P::NotYetValid
        | P::WeakKey
        | P::UnusableCertificate => fix_certificate(problem, relay, variables, now),
        P::GmailAppPassword | P::GmailPassword | P::GmailWebLogin => fix_gmail_login(problem, variables),
        P::NoAuth
        | P::NoMechanism
        | P::NoToken
        | P::TokenRefused
        | P::MustStartTls
        | P::MicrosoftAuthDisabled
        | P::MicrosoftPassword
        | P::SesPassword
        | P::SendGridPassword
        | P::WrongPassword
        | P::LoginLater
        | P::SaslBackend
        | P::LoginNeeded => fix_login(problem, relay, variables),
        P::RelayingDenied
        | P::SenderRefused
        | P::RecipientRefused
        | P::Later
        | P::SendingLimit
        | P::MailRefused
        | P::NoInternationalMail
        | P::Unwritable
        | P::NoAnswer => fix_mail(problem, variables),
    }
}

#[cfg(test)]
#[path = "fixes_tests.rs"]
mod tests;
