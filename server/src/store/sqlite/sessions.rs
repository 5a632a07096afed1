use super::step::BATCH;
use crate::sessions::{SessionHandle, SignedInSession, StoredSession};
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{AccountId, SessionConflict, SessionHash, SessionRow, SessionWrite};
use rusqlite::{Connection, OptionalExtension, Result, Row, params};

/// Writes these rows in this order, up to the first conflict.
pub(super) fn write_all(connection: &Connection, writes: &[SessionWrite]) -> Result<Result<(), SessionConflict>> {
    for one in writes {
        if let Err(conflict) = write(connection, one)? {
            return Ok(Err(conflict));
        }
    }
    Ok(Ok(()))
}

/// Writes a session's row. A slow request neither brings back a session that another request has ended (ASVS 5.0 V7.4.1) nor overwrites the
/// changes of another request: that is a conflict.
fn write(connection: &Connection, write: &SessionWrite) -> Result<Result<(), SessionConflict>> {
    let written = match write {
        SessionWrite::Create { id, row, now } => create(connection, *id, row, *now)?,
        SessionWrite::Update { id, row } => update(connection, *id, row)?,
        // If two requests renew the id of one session, only one succeeds.
        SessionWrite::Delete { id } => connection.prepare_cached("DELETE FROM session WHERE id_hash = ?")?.execute([id.0])?,
    };
    Ok(if written == 0 { Err(SessionConflict) } else { Ok(()) })
}

/// Ids of 128 random bits do not collide, but two requests may have the same first id. The second one replaces the row only if it has
/// expired, or if it has no visitor state (`visit` in its data) and so contains only a flash message.
fn create(connection: &Connection, id: SessionHash, row: &SessionRow, now: Timestamp) -> Result<usize> {
    let insert = "INSERT INTO session (id_hash, data, expires_at, version, account, handle) VALUES (?1, ?2, ?3, ?4, ?5, randomblob(16))
         ON CONFLICT (id_hash) DO UPDATE SET data = ?2, expires_at = ?3, version = ?4, account = ?5, handle = excluded.handle
         WHERE session.expires_at <= ?6 OR json_extract(session.data, '$[0].visit') IS NULL";
    let account = row.account.as_ref().map(AccountId::as_bytes);
    let values = params![id.0, row.data, row.expires_at.millis(), row.version, account, now.millis()];
    connection.prepare_cached(insert)?.execute(values)
}

fn update(connection: &Connection, id: SessionHash, row: &SessionRow) -> Result<usize> {
    let update = "UPDATE session SET data = ?, expires_at = ?, version = ?4, account = ?3 WHERE id_hash = ?5 AND version = ?4 - 1";
    let account = row.account.as_ref().map(AccountId::as_bytes);
    connection.prepare_cached(update)?.execute(params![row.data, row.expires_at.millis(), account, row.version, id.0])
}

/// Deletes the sessions of the account, or all that are signed in, and returns how many there were.
pub(super) fn delete_of(connection: &Connection, account: Option<AccountId>) -> Result<u64> {
    let deleted = match account {
        Some(id) => connection.prepare_cached("DELETE FROM session WHERE account = ?")?.execute([id.as_bytes()])?,
        None => connection.prepare_cached("DELETE FROM session WHERE account IS NOT NULL")?.execute([])?,
    };
    Ok(deleted as u64)
}

pub(super) fn delete_others(connection: &Connection, account: AccountId, this: SessionHash, handle: Option<SessionHandle>) -> Result<u64> {
    let delete = "DELETE FROM session WHERE account = ?1 AND id_hash <> ?2 AND (?3 IS NULL OR handle = ?3)
         AND EXISTS (SELECT 1 FROM session WHERE id_hash = ?2 AND account = ?1)";
    let deleted = connection.prepare_cached(delete)?.execute(params![account.as_bytes(), this.0, handle.map(|handle| handle.0)])?;
    Ok(deleted as u64)
}

/// Deletes expired sessions, at most [`BATCH`], and returns how many there were.
pub(super) fn delete_batch(connection: &Connection, now: Timestamp) -> Result<usize> {
    let delete = "DELETE FROM session WHERE rowid IN (SELECT rowid FROM session WHERE expires_at <= ? LIMIT ?)";
    connection.prepare_cached(delete)?.execute(params![now.millis(), BATCH])
}

/// The data is read as bytes, so that malformed data causes no database error.
pub(super) fn read(connection: &Connection, id: SessionHash, now: Timestamp) -> Result<Option<StoredSession>> {
    let query = "SELECT CAST(data AS BLOB), version FROM session WHERE id_hash = ? AND expires_at > ?";
    let stored = |row: &Row<'_>| Ok(StoredSession { data: row.get(0)?, version: row.get(1)? });
    connection.prepare_cached(query)?.query_row(params![id.0, now.millis()], stored).optional()
}

pub(super) fn signed_in(connection: &Connection, account: AccountId, now: Timestamp) -> Result<Vec<SignedInSession>> {
    let query = "SELECT id_hash, CAST(data AS BLOB), expires_at, handle FROM session WHERE account = ? AND expires_at > ?";
    let session = |row: &Row<'_>| {
        Ok(SignedInSession {
            id: SessionHash(row.get(0)?),
            data: row.get(1)?,
            expires_at: Timestamp::from_millis(row.get(2)?),
            handle: SessionHandle(row.get(3)?),
        })
    };
    connection.prepare_cached(query)?.query_map(params![account.as_bytes(), now.millis()], session)?.collect()
}
