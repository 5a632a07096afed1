use crate::mail::RelayProblem;
use serde::Serialize;

/// What is wrong. Programs know it by its name in snake case, which stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// A setting cannot be, or contradicts another.
    Settings,
    /// The directory of the database cannot be made or written to.
    DatabaseDirectory,
    /// The database cannot be opened or read.
    DatabaseUnreadable,
    /// The database cannot be written.
    DatabaseNotWritable,
    /// The database was made by a later version.
    DatabaseNewer,
    /// A migration of the database was left half-way, or was another's.
    DatabaseDamaged,
    /// The file of the secret key cannot be read, or holds no key.
    SecretKeyUnreadable,
    /// Others than its owner can read the file of the secret key.
    SecretKeyNotPrivate,
    /// No relay is set.
    NoRelay,
    /// The sender's domain has no SPF record.
    SpfMissing,
    /// It has several, which counts as an error (RFC 7208 §4.5).
    SpfSeveral,
    /// Its SPF record lets everybody send.
    SpfLetsAll,
    /// Its SPF record does not say what of all others.
    SpfWithoutEnd,
    /// There is no DKIM key where the mails say.
    DkimMissing,
    /// The DKIM key has been revoked.
    DkimRevoked,
    /// The sender's domain has no DMARC record.
    DmarcMissing,
    /// It has several, which counts as none.
    DmarcSeveral,
    /// One of the relay.
    #[serde(untagged)]
    Relay(RelayProblem),
}
