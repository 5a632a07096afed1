use crate::mail::RelayProblem;
use serde::Serialize;

/// What is wrong. Programs get its name in snake case, which is stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// A setting is invalid or contradicts another.
    Settings,
    /// The directory of the database cannot be created or written to.
    DatabaseDirectory,
    /// The database cannot be opened or read.
    DatabaseUnreadable,
    /// The database cannot be written.
    DatabaseNotWritable,
    /// The database was made by a later version.
    DatabaseNewer,
    /// A migration of the database was interrupted, or is not one of ours.
    DatabaseDamaged,
    /// The file of the secret key cannot be read, or holds no key.
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
