//! How a session is stored in its row: its id as a hash, its values and expiry as JSON.

use crate::sign_up::Timestamp;
use sha2::{Digest, Sha256};
use std::error::Error;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error as SessionStoreError, Result};

/// The hash under which the row is found.
pub(super) fn hash(id: &Id) -> Vec<u8> {
    Sha256::digest(id.0.to_be_bytes()).to_vec()
}

/// When the session expires, in the column by which expired ones are deleted.
pub(super) fn expiry(record: &Record) -> Timestamp {
    Timestamp::from_millis(record.expiry_date.unix_timestamp().saturating_mul(1000))
}

/// Encodes the values and the expiry, but not the id.
pub(super) fn encode(record: &Record) -> Result<String> {
    let record = (&record.data, record.expiry_date.unix_timestamp());
    serde_json::to_string(&record).map_err(|error| SessionStoreError::Encode(error.to_string()))
}

/// Decodes what [`encode`] has encoded.
pub(super) fn decode(id: Id, data: &[u8]) -> Result<Record> {
    let undecodable = |error: &dyn Error| SessionStoreError::Decode(error.to_string());
    let (data, expiry) = serde_json::from_slice::<(_, i64)>(data).map_err(|error| undecodable(&error))?;
    let expiry_date = time::OffsetDateTime::from_unix_timestamp(expiry).map_err(|error| undecodable(&error))?;
    Ok(Record { id, data, expiry_date })
}
