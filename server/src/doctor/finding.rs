use crate::mail::{PrintableText, RelayProblem, RelayStage};
use serde::Serialize;

/// The result of one stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The stage.
    pub stage: Stage,
    /// Whether the stage succeeded.
    pub outcome: CheckOutcome,
    /// What was observed or what others replied; for a skipped stage, the reason.
    pub said: PrintableText,
}

/// The outcome of a stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckOutcome {
    /// The stage succeeded.
    Ok,
    /// The stage failed.
    Failed {
        /// What is wrong.
        problem: DoctorProblem,
        /// What to do about it, in sentences; separate lines are steps or commands.
        fix: String,
    },
    /// The stage was skipped.
    Skipped,
}

impl Finding {
    /// The finding that the settings are valid and agree.
    #[must_use]
    pub fn settings_agree() -> Self {
        Self::ok(Stage::Settings, "they are valid and consistent")
    }

    pub(super) fn ok(stage: Stage, said: &str) -> Self {
        Self { stage, outcome: CheckOutcome::Ok, said: PrintableText::new(said) }
    }

    pub(super) fn failed(stage: Stage, problem: DoctorProblem, said: &str, fix: impl Into<String>) -> Self {
        Self { stage, outcome: CheckOutcome::Failed { problem, fix: fix.into() }, said: PrintableText::new(said) }
    }

    pub(super) fn skipped(stage: Stage, why: &str) -> Self {
        Self { stage, outcome: CheckOutcome::Skipped, said: PrintableText::new(why) }
    }

    /// The problem, if the stage failed.
    #[must_use]
    pub const fn problem(&self) -> Option<DoctorProblem> {
        match self.outcome {
            CheckOutcome::Failed { problem, .. } => Some(problem),
            CheckOutcome::Ok | CheckOutcome::Skipped => None,
        }
    }
}

/// The fix of an error, which is a clause, as a sentence.
pub(super) fn as_sentence(fix: &str) -> String {
    let mut rest = fix.chars();
    let first = rest.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(rest).chain(['.']).collect()
}

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
    /// A stage of sending a mail through a relay.
    #[serde(untagged)]
    Sending(RelayStage),
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
            Self::Sending(RelayStage::Dns) => "address",
            Self::Sending(RelayStage::Connect) => "connection",
            Self::Sending(RelayStage::Greeting) => "greeting",
            Self::Sending(RelayStage::Ehlo) => "EHLO",
            Self::Sending(RelayStage::Starttls) => "STARTTLS",
            Self::Sending(RelayStage::Certificate) => "certificate",
            Self::Sending(RelayStage::AuthMechanisms) => "AUTH offered",
            Self::Sending(RelayStage::Auth) => "AUTH",
            Self::Sending(RelayStage::TestMail) => "test mail",
        }
    }
}

/// What is wrong. Programs get its name in snake case, which is stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DoctorProblem {
    /// A setting is invalid or contradicts another.
    Settings,
    /// The directory of the database cannot be created or written to.
    DatabaseDirectory,
    /// The database cannot be opened or read.
    DatabaseUnreadable,
    /// The database cannot be written.
    DatabaseNotWritable,
    /// The database was created or migrated by a later version.
    DatabaseNewer,
    /// A migration of the database was interrupted, or is not one of ours.
    DatabaseDamaged,
    /// The file of the secret key cannot be read, or contains no key.
    SecretKeyUnreadable,
    /// Users other than the owner can read the file of the secret key.
    SecretKeyNotPrivate,
    /// No relay is set.
    NoRelay,
    /// The sender's domain has no SPF record.
    SpfMissing,
    /// The sender's domain has several SPF records, which is an error (RFC 7208 §4.5).
    SpfSeveral,
    /// The SPF record allows everybody to send.
    SpfLetsAll,
    /// The SPF record does not define how to treat all other senders.
    SpfWithoutEnd,
    /// No DKIM key is published where the mails refer to.
    DkimMissing,
    /// The DKIM key has been revoked.
    DkimRevoked,
    /// The published DKIM key is not the one that signs the mails.
    DkimMismatch,
    /// The sender's domain has no DMARC record.
    DmarcMissing,
    /// The sender's domain has several DMARC records, which counts as none.
    DmarcSeveral,
    /// A problem with a relay.
    #[serde(untagged)]
    Relay(RelayProblem),
}
