use crate::mail::TlsMode;
use serde::Serialize;

/// A stage on the way of a mail to the relay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RelayStage {
    /// The relay's name has addresses.
    Dns,
    /// One of them takes a TCP connection.
    Connect,
    /// The relay greets.
    Greeting,
    /// It answers `EHLO`.
    Ehlo,
    /// It offers `STARTTLS` and begins it.
    Starttls,
    /// Its certificate is to be trusted.
    Certificate,
    /// It offers a mechanism to log in by.
    AuthMechanisms,
    /// It takes user name and password.
    Auth,
    /// It takes a mail.
    TestMail,
}

impl RelayStage {
    /// All stages in the order in which they come.
    #[must_use]
    pub const fn in_order(tls: TlsMode) -> [Self; 9] {
        use RelayStage::{Auth, AuthMechanisms, Certificate, Connect, Dns, Ehlo, Greeting, Starttls, TestMail};
        match tls {
            TlsMode::StartTls => [Dns, Connect, Greeting, Ehlo, Starttls, Certificate, AuthMechanisms, Auth, TestMail],
            TlsMode::Implicit => [Dns, Connect, Starttls, Certificate, Greeting, Ehlo, AuthMechanisms, Auth, TestMail],
        }
    }
}
