use crate::mail::TlsMode;
use serde::Serialize;

/// A stage of sending a mail to the relay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RelayStage {
    /// The relay's name has addresses.
    Dns,
    /// One of the addresses accepts a TCP connection.
    Connect,
    /// The relay greets.
    Greeting,
    /// The relay answers `EHLO`.
    Ehlo,
    /// The relay offers `STARTTLS` and accepts it.
    Starttls,
    /// The relay's certificate can be trusted.
    Certificate,
    /// The relay offers a mechanism for the login.
    AuthMechanisms,
    /// The relay accepts our credentials.
    Auth,
    /// The relay accepts a mail.
    TestMail,
}

impl RelayStage {
    /// All stages, in the order in which they are run.
    #[must_use]
    pub const fn in_order(tls: TlsMode) -> [Self; 9] {
        use RelayStage::{Auth, AuthMechanisms, Certificate, Connect, Dns, Ehlo, Greeting, Starttls, TestMail};
        match tls {
            TlsMode::StartTls => [Dns, Connect, Greeting, Ehlo, Starttls, Certificate, AuthMechanisms, Auth, TestMail],
            TlsMode::Implicit => [Dns, Connect, Starttls, Certificate, Greeting, Ehlo, AuthMechanisms, Auth, TestMail],
        }
    }
}
