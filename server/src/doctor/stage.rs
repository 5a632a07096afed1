use crate::mail::RelayStage;
use serde::Serialize;

/// A stage of the check. Programs get its name in snake case, which is stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The settings can be read and agree.
    Settings,
    /// The database can be written and has this version's schema.
    Database,
    /// The secret key can be read, and only by those who should.
    SecretKey,
    /// A relay is set.
    Relay,
    /// The sender's domain publishes who may send for it (SPF, RFC 7208).
    Spf,
    /// The sender's domain publishes the key that signs the mails (DKIM, RFC 6376).
    Dkim,
    /// The sender's domain publishes what to do with mails that pass neither (DMARC, RFC 7489).
    Dmarc,
    /// A stage of the connection to a relay.
    #[serde(untagged)]
    Way(RelayStage),
}

impl Stage {
    /// The title for people, of 12 characters at most.
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
