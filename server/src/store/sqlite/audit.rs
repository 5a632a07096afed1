use super::{SqliteStore, failed};
use crate::audit::{AuditTrail, AuditedAddress, ClientNetwork, Entry, Event, KeptEntry, Query, Rationed};
use crate::sign_up::Timestamp;
use crate::sign_up::ports::StoreError;
use async_trait::async_trait;
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Row};

// Each method is one statement, and so one transaction.
#[async_trait]
impl AuditTrail for SqliteStore {
    async fn append(&self, entry: &Entry) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO audit_event (at, keep_until, kind, event, address, address_hash, network, left_out, is_rationed)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(entry.at.millis())
        .bind(entry.keep_until.millis())
        .bind(entry.event.kind().name())
        .bind(serde_json::to_string(&entry.event).map_err(failed)?)
        .bind(entry.subject.as_ref().map(|subject| &subject.masked))
        .bind(entry.subject.as_ref().map(|subject| &subject.hash))
        .bind(entry.network.map(|network| network.to_string()))
        .bind(i64::try_from(entry.left_out).unwrap_or(i64::MAX))
        .bind(entry.event.is_rationed())
        .execute(self.pool())
        .await
        .map_err(failed)?;
        Ok(())
    }

    async fn rationed(&self, network: ClientNetwork, since: Timestamp) -> Result<Rationed, StoreError> {
        let row = sqlx::query(
            "SELECT count(*) AS in_total, count(*) FILTER (WHERE network = ?) AS of_network
             FROM audit_event WHERE is_rationed = 1 AND at > ?",
        )
        .bind(network.to_string())
        .bind(since.millis())
        .fetch_one(self.pool())
        .await
        .map_err(failed)?;
        Ok(Rationed { of_network: unsigned(&row, "of_network")?, in_total: unsigned(&row, "in_total")? })
    }

    async fn read(&self, query: &Query) -> Result<Vec<KeptEntry>, StoreError> {
        let mut sql = QueryBuilder::new("SELECT id, at, keep_until, event, address, address_hash, network, left_out FROM audit_event");
        sql.push(" WHERE at >= ").push_bind(query.since.map_or(i64::MIN, Timestamp::millis));
        if let Some(hash) = &query.address_hash {
            sql.push(" AND address_hash = ").push_bind(hash);
        }
        if !query.kinds.is_empty() {
            sql.push(" AND kind IN (");
            let mut kinds = sql.separated(", ");
            for kind in &query.kinds {
                kinds.push_bind(kind.name());
            }
            sql.push(")");
        }
        sql.push(" ORDER BY id DESC LIMIT ").push_bind(i64::from(query.limit));
        let rows = sql.build().fetch_all(self.pool()).await.map_err(failed)?;
        rows.iter().rev().map(kept_entry).collect()
    }

    async fn delete_expired(&self, now: Timestamp) -> Result<u64, StoreError> {
        let deleted = sqlx::query("DELETE FROM audit_event WHERE keep_until <= ?").bind(now.millis()).execute(self.pool()).await;
        Ok(deleted.map_err(failed)?.rows_affected())
    }
}

fn kept_entry(row: &SqliteRow) -> Result<KeptEntry, StoreError> {
    let event: String = row.try_get("event").map_err(failed)?;
    let masked: Option<String> = row.try_get("address").map_err(failed)?;
    let hash: Option<String> = row.try_get("address_hash").map_err(failed)?;
    let network: Option<String> = row.try_get("network").map_err(failed)?;
    let entry = Entry {
        at: Timestamp::from_millis(row.try_get("at").map_err(failed)?),
        keep_until: Timestamp::from_millis(row.try_get("keep_until").map_err(failed)?),
        event: serde_json::from_str(&event).unwrap_or(Event::Unknown),
        subject: masked.zip(hash).map(|(masked, hash)| AuditedAddress { masked, hash }),
        network: network.as_deref().and_then(ClientNetwork::parse),
        left_out: unsigned(row, "left_out")?,
    };
    Ok(KeptEntry { id: row.try_get("id").map_err(failed)?, entry })
}

fn unsigned(row: &SqliteRow, column: &str) -> Result<u64, StoreError> {
    let number: i64 = row.try_get(column).map_err(failed)?;
    u64::try_from(number).map_err(failed)
}
