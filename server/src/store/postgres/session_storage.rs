use super::problem::store_error;
use super::{Argument, PostgresStore, encode};
use crate::sessions::{SessionHandle, SessionStorage, SignedInSession, StoredSession};
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{AccountId, AuditRow, Records, SessionConflict, SessionHash, StoreError};
use async_trait::async_trait;
use serde_json::json;
use sqlx_core::row::Row;
use sqlx_postgres::PgRow;

/// The number of expired sessions that are deleted in one step, so that it holds their locks for a short time only.
const BATCH: i64 = 1000;

#[async_trait]
impl SessionStorage for PostgresStore {
    async fn read(&self, id: SessionHash, now: Timestamp) -> Result<Option<StoredSession>, StoreError> {
        let query = "SELECT data, version FROM session WHERE id_hash = $1 AND expires_at > $2";
        let rows = self.rows(query, &[Argument::Bytes(&id.0), Argument::Number(now.millis())]).await?;
        rows.first().map(stored).transpose().map_err(store_error)
    }

    async fn write(&self, records: &Records) -> Result<Result<(), SessionConflict>, StoreError> {
        self.write_records(records).await
    }

    async fn signed_in(&self, account: AccountId, now: Timestamp) -> Result<Vec<SignedInSession>, StoreError> {
        let query = "SELECT id_hash, data, expires_at, handle FROM session WHERE account = $1 AND expires_at > $2";
        let rows = self.rows(query, &[Argument::Bytes(account.as_bytes()), Argument::Number(now.millis())]).await?;
        rows.iter().map(signed_in).collect::<Result<_, _>>().map_err(store_error)
    }

    async fn end_others(
        &self,
        account: AccountId,
        this: SessionHash,
        handle: Option<SessionHandle>,
        audit: &[AuditRow],
    ) -> Result<u64, StoreError> {
        let step = json!({
            "account": hex::encode(account.as_bytes()),
            "this": hex::encode(this.0),
            "handle": handle.map(|handle| hex::encode(handle.0)),
            "audit": encode::audit(audit),
        });
        self.call("SELECT mailcode_end_others_v1($1::jsonb)::text", &step).await
    }

    async fn delete_expired(&self, now: Timestamp) -> Result<(), StoreError> {
        let delete = "SELECT mailcode_delete_expired_sessions_v1($1, $2)::text";
        let arguments = [Argument::Number(now.millis()), Argument::Number(BATCH)];
        while self.query_json::<i64>(delete, &arguments).await? == BATCH {}
        Ok(())
    }
}

impl PostgresStore {
    /// Ends the sessions of this account, or of all accounts if it is `None`, adds the audit rows, and returns how many were signed in.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end_sessions(&self, account: Option<AccountId>, records: &Records) -> Result<u64, StoreError> {
        let step = encode::end_sessions(account, records);
        let ended: Option<u64> = self.call("SELECT mailcode_end_sessions_v1($1::jsonb)::text", &step).await?;
        ended.ok_or_else(|| StoreError::Failed(Box::new(SessionConflict)))
    }

    /// Writes these records alone.
    pub(super) async fn write_records(&self, records: &Records) -> Result<Result<(), SessionConflict>, StoreError> {
        if records.is_empty() {
            return Ok(Ok(()));
        }
        let is_written: bool = self.call("SELECT mailcode_write_v1($1::jsonb)::text", &encode::records(records)).await?;
        Ok(if is_written { Ok(()) } else { Err(SessionConflict) })
    }
}

fn stored(row: &PgRow) -> sqlx_core::Result<StoredSession> {
    Ok(StoredSession { data: row.try_get::<String, _>(0)?.into_bytes(), version: row.try_get(1)? })
}

fn signed_in(row: &PgRow) -> sqlx_core::Result<SignedInSession> {
    Ok(SignedInSession {
        id: SessionHash(row.try_get(0)?),
        data: row.try_get::<String, _>(1)?.into_bytes(),
        expires_at: Timestamp::from_millis(row.try_get(2)?),
        handle: SessionHandle(row.try_get(3)?),
    })
}
