use super::session_row::{decode, hash};
use super::{SqliteSessions, SqliteStore, failed};
use crate::sessions::{SessionHandle, SignedIn};
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{AccountId, StoreError};
use serde::de::DeserializeOwned;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use std::cmp::Reverse;
use tower_sessions::session::{Id, Record};

impl SqliteSessions {
    /// The signed-in sessions of this account: the one with the id `this` first, then the others, the last used first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn signed_in(&self, account: AccountId, this: Option<Id>) -> Result<Vec<SignedIn>, StoreError> {
        let rows =
            sqlx::query("SELECT id_hash, CAST(data AS BLOB) AS data, expires_at, handle FROM session WHERE account = ? AND expires_at > ?")
                .bind(account.as_bytes().as_slice())
                .bind(self.now().millis())
                .fetch_all(self.store().pool())
                .await
                .map_err(failed)?;
        let this = this.as_ref().map(hash);
        let sessions = rows.iter().map(|row| signed_in(row, this.as_deref()));
        let mut sessions = sessions.collect::<Result<Vec<_>, _>>()?;
        sessions.sort_by_key(|session| (!session.is_this, Reverse(session.seen_at), session.handle.0));
        Ok(sessions)
    }

    /// Ends all sessions of this account except `this`, or only the one with this handle, and returns how many were ended. It ends none if
    /// `this` is not a session of the account any more: if two browsers end each other, only one succeeds.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end_others(&self, account: AccountId, this: Id, handle: Option<SessionHandle>) -> Result<u64, StoreError> {
        let (account, this) = (account.as_bytes().to_vec(), hash(&this));
        let ended = sqlx::query(
            "DELETE FROM session WHERE account = ?1 AND id_hash <> ?2 AND (?3 IS NULL OR handle = ?3)
             AND EXISTS (SELECT 1 FROM session WHERE id_hash = ?2 AND account = ?1)",
        )
        .bind(account)
        .bind(this)
        .bind(handle.map(|handle| handle.0.to_vec()))
        .execute(self.store().pool())
        .await
        .map_err(failed)?;
        Ok(ended.rows_affected())
    }
}

impl SqliteStore {
    /// Ends the sessions of this account, or of all accounts if it is `None`, and returns how many were signed in.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end_sessions(&self, account: Option<AccountId>) -> Result<u64, StoreError> {
        let ended = match account {
            Some(id) => sqlx::query("DELETE FROM session WHERE account = ?").bind(id.as_bytes().to_vec()),
            None => sqlx::query("DELETE FROM session WHERE account IS NOT NULL"),
        };
        Ok(ended.execute(self.pool()).await.map_err(failed)?.rows_affected())
    }
}

fn signed_in(row: &SqliteRow, this: Option<&[u8]>) -> Result<SignedIn, StoreError> {
    let (id_hash, data): (Vec<u8>, Vec<u8>) = (row.try_get("id_hash").map_err(failed)?, row.try_get("data").map_err(failed)?);
    let handle: Vec<u8> = row.try_get("handle").map_err(failed)?;
    // The id is only in the browser's cookie and not needed here. A session whose record cannot be read is listed with an unknown browser:
    // it can be signed out, and does not break the owner's page.
    let record = decode(Id(0), &data).ok();
    Ok(SignedIn {
        handle: SessionHandle(handle.as_slice().try_into().map_err(failed)?),
        browser: value(record.as_ref(), SqliteSessions::BROWSER).unwrap_or_default(),
        signed_in_at: value(record.as_ref(), SqliteSessions::SIGNED_IN_AT),
        seen_at: value(record.as_ref(), SqliteSessions::SEEN_AT),
        ends_at: Timestamp::from_millis(row.try_get("expires_at").map_err(failed)?),
        is_this: this == Some(&*id_hash),
    })
}

/// A value of the session, if it exists and this version can read it.
fn value<T: DeserializeOwned>(record: Option<&Record>, key: &str) -> Option<T> {
    serde_json::from_value(record?.data.get(key)?.clone()).ok()
}
