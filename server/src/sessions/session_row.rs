//! How a session is stored: its id as a hash, its values and expiry as JSON.

use crate::sign_up::Timestamp;
use crate::sign_up::ports::{AccountId, SessionHash, SessionRow};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::error::Error;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error as SessionStoreError, Result};

/// The keys of the values that every session has. Their texts are in the database and stay.
pub mod session_keys {
    /// The record's version: a number, 1 at the first write and one more at each further one.
    pub const VERSION: &str = "version";
    /// The [`VisitorState`](crate::sign_up::VisitorState).
    pub const VISITOR: &str = "visit";
    /// The signed-in account: an [`AccountId`](crate::sign_up::ports::AccountId) or null.
    pub const ACCOUNT: &str = "account";
    /// The moment at which the account signed in.
    pub const SIGNED_IN_AT: &str = "signed_in";
    /// The time at which the session was last used, to the hour.
    pub const SEEN_AT: &str = "prolonged";
    /// The [`Browser`](crate::sessions::Browser) that signed in.
    pub const BROWSER: &str = "browser";
}

/// The hash under which the session with this id is found.
pub(super) fn hash(id: Id) -> SessionHash {
    SessionHash(Sha256::digest(id.0.to_be_bytes()).into())
}

/// Encodes a record, but not its id.
pub(super) fn encode(record: &Record) -> Result<SessionRow> {
    let expiry = record.expiry_date.unix_timestamp();
    let data = serde_json::to_string(&(&record.data, expiry)).map_err(|error| SessionStoreError::Encode(error.to_string()))?;
    Ok(SessionRow {
        data,
        expires_at: Timestamp::from_millis(expiry.saturating_mul(1000)),
        version: version(record),
        account: value::<Option<AccountId>>(record, session_keys::ACCOUNT).flatten(),
    })
}

/// Decodes what [`encode`] has encoded.
pub(super) fn decode(id: Id, data: &[u8]) -> Result<Record> {
    let undecodable = |error: &dyn Error| SessionStoreError::Decode(error.to_string());
    let (data, expiry) = serde_json::from_slice::<(_, i64)>(data).map_err(|error| undecodable(&error))?;
    let expiry_date = time::OffsetDateTime::from_unix_timestamp(expiry).map_err(|error| undecodable(&error))?;
    Ok(Record { id, data, expiry_date })
}

/// The record's version; 0 in records from before versions.
pub(super) fn version(record: &Record) -> i64 {
    value(record, session_keys::VERSION).unwrap_or_default()
}

/// A value of the session, if it exists and this version can read it.
pub(super) fn value<T: DeserializeOwned>(record: &Record, key: &str) -> Option<T> {
    serde_json::from_value(record.data.get(key)?.clone()).ok()
}
