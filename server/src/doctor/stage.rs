use crate::mail::RelayStage;
use serde::Serialize;

/// What is looked at. Programs know it by its name in snake case, which stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The settings can be read and agree.
    Settings,
    /// The database can be written, and its tables have the form of this version.
    Database,
    /// The secret key is there and nobody else's business.
    SecretKey,
    /// A relay is set.
    Relay,
    /// The sender's domain says who may send for it (SPF, RFC 7208).
    Spf,
    /// The sender's domain has the key that mails are signed with (DKIM, RFC 6376).
    Dkim,
    /// The sender's domain says what is to be done with mails that are neither (DMARC, RFC 7489).
    Dmarc,
    /// One on the way to the relay.
    #[serde(untagged)]
    Way(RelayStage),
}

impl Stage {
    /// What people are shown, in 12 characters at most.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Database => "database",
            Self::SecretKey => "secret key",
            Self::Relay => "relay",
            Self::Spf => "SPF",
            Self::Dkim => "DKIM",
            Self::Dmarc => "DMARC",
            Self::Way(RelayStage::Dns) => "address",
            Self::Way(RelayStage::Connect) => "connection",
            Self::Way(RelayStage::Greeting) => "greeting",
            Self::Way(RelayStage::Ehlo) => "EHLO",
            Self::Way(RelayStage::Starttls) => "STARTTLS",
            Self::Way(RelayStage::Certificate) => "certificate",
            Self::Way(RelayStage::AuthMechanisms) => "AUTH offered",
            Self::Way(RelayStage::Auth) => "AUTH",
            Self::Way(RelayStage::TestMail) => "test mail",
        }
    }
}
