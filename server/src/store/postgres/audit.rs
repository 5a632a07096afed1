use super::problem::store_error;
use super::{Argument, PostgresStore, encode};
use crate::audit::{AuditTrail, AuditedAddress, ClientNetwork, Entry, Event, KeptEntry, Query, Rationed};
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{AuditRow, StoreError};
use async_trait::async_trait;
use sqlx_core::row::Row;
use sqlx_postgres::PgRow;
use std::slice::from_ref;

/// The greatest number of audit rows that get their ids in one transaction. It takes about a tenth of a second.
const NUMBERED_AT_ONCE: u32 = 5000;

#[async_trait]
impl AuditTrail for PostgresStore {
    async fn append(&self, row: &AuditRow) -> Result<(), StoreError> {
        self.call("SELECT 'null' FROM mailcode_append_audit_v1($1::jsonb)", &encode::audit(from_ref(row))).await
    }

    async fn rationed(&self, network: ClientNetwork, since: Timestamp) -> Result<Rationed, StoreError> {
        let query = "SELECT count(*) FILTER (WHERE network = $1), count(*) FROM (
                 SELECT network FROM audit_event WHERE is_rationed AND at > $2
                 UNION ALL SELECT network FROM audit_arrival WHERE is_rationed AND at > $2
             ) AS rationed";
        let rows = self.rows(query, &[Argument::Text(Some(&network.to_string())), Argument::Number(since.millis())]).await?;
        let row = rows.first().ok_or_else(|| store_error(sqlx_core::Error::RowNotFound))?;
        Ok(Rationed { of_network: unsigned(row, 0).map_err(store_error)?, in_total: unsigned(row, 1).map_err(store_error)? })
    }

    async fn read(&self, query: &Query) -> Result<Vec<KeptEntry>, StoreError> {
        self.number_audit().await?;
        let newest = "SELECT id, at, keep_until, event, address, address_hash, network, left_out FROM audit_event
             WHERE at >= $1 AND ($2::text IS NULL OR address_hash = $2) AND (cardinality($3::text[]) = 0 OR kind = ANY ($3))
             ORDER BY id DESC LIMIT $4";
        let arguments = [
            Argument::Number(query.since.map_or(i64::MIN, Timestamp::millis)),
            Argument::Text(query.address_hash.as_deref()),
            Argument::Texts(query.kinds.iter().map(|kind| kind.name()).collect()),
            Argument::Number(query.limit.into()),
        ];
        let rows = self.rows(newest, &arguments).await?;
        rows.iter().rev().map(kept_entry).collect::<Result<_, _>>().map_err(store_error)
    }

    async fn delete_expired(&self, now: Timestamp) -> Result<u64, StoreError> {
        self.number_audit().await?;
        let delete = "WITH deleted AS (DELETE FROM audit_event WHERE keep_until <= $1 RETURNING 1) SELECT count(*)::text FROM deleted";
        self.query_json(delete, &[Argument::Number(now.millis())]).await
    }
}

impl PostgresStore {
    /// Gives the rows of the audit trail that were added since the last time their ids.
    async fn number_audit(&self) -> Result<(), StoreError> {
        let number = "SELECT mailcode_number_audit_v1($1)::text";
        while self.query_json::<u32>(number, &[Argument::Number(NUMBERED_AT_ONCE.into())]).await? == NUMBERED_AT_ONCE {}
        Ok(())
    }
}

fn kept_entry(row: &PgRow) -> sqlx_core::Result<KeptEntry> {
    let (event, network): (String, Option<String>) = (row.try_get(3)?, row.try_get(6)?);
    let (masked, hash): (Option<String>, Option<String>) = (row.try_get(4)?, row.try_get(5)?);
    let entry = Entry {
        at: Timestamp::from_millis(row.try_get(1)?),
        keep_until: Timestamp::from_millis(row.try_get(2)?),
        event: serde_json::from_str(&event).unwrap_or(Event::Unknown),
        subject: masked.zip(hash).map(|(masked, hash)| AuditedAddress { masked, hash }),
        network: network.as_deref().and_then(ClientNetwork::parse),
        left_out: unsigned(row, 7)?,
    };
    Ok(KeptEntry { id: row.try_get(0)?, entry })
}

fn unsigned(row: &PgRow, column: usize) -> sqlx_core::Result<u64> {
    let number: i64 = row.try_get(column)?;
    u64::try_from(number).map_err(|error| sqlx_core::Error::Decode(Box::new(error)))
}
