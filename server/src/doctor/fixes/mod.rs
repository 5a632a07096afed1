//! What to do about a problem with a relay, in plain English. A separate line is a step or a command.

mod certificate;
mod connection;
mod gmail;
mod login;
mod mail;
mod variables;

pub use variables::Variables;

use crate::mail::{Relay, RelayProblem};
use crate::sign_up::Timestamp;

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
        | P::BrokenTls => connection::fix(problem, relay, variables),
        P::NoRoots
        | P::WrongName
        | P::AuthorityAsServer
        | P::UnknownIssuer
        | P::Expired
        | P::NotYetValid
        | P::WeakKey
        | P::UnusableCertificate => certificate::fix(problem, relay, variables, now),
        P::GmailAppPassword | P::GmailPassword | P::GmailWebLogin => gmail::fix(problem, variables),
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
        | P::LoginNeeded => login::fix(problem, relay, variables),
        P::RelayingDenied
        | P::SenderRefused
        | P::RecipientRefused
        | P::Later
        | P::SendingLimit
        | P::MailRefused
        | P::NoInternationalMail
        | P::Unwritable
        | P::NoAnswer => mail::fix(problem, variables),
    }
}

#[cfg(test)]
#[path = "fixes_tests.rs"]
mod tests;
