use super::step::{BATCH, is_full_batch};
use super::{SqliteStore, Step};
use crate::audit::{AuditTrail, AuditedAddress, ClientNetwork, Entry, Event, KeptEntry, Query, Rationed};
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{AuditRow, StoreError};
use async_trait::async_trait;
use rusqlite::types::Value;
use rusqlite::{Connection, Error, Result, Row, params, params_from_iter};

/// Adds these rows.
pub(super) fn append(connection: &Connection, rows: &[AuditRow]) -> Result<()> {
    let insert = "INSERT INTO audit_event (at, keep_until, kind, event, address, address_hash, network, left_out, is_rationed)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    for row in rows {
        let (masked, hash) = row.subject.as_ref().map(|(masked, hash)| (masked, hash)).unzip();
        let left_out = i64::try_from(row.left_out).unwrap_or(i64::MAX);
        let (at, keep_until) = (row.at.millis(), row.keep_until.millis());
        let values = params![at, keep_until, row.kind, row.event, masked, hash, row.network, left_out, row.is_rationed];
        connection.prepare_cached(insert)?.execute(values)?;
    }
    Ok(())
}

fn rationed(connection: &Connection, network: ClientNetwork, since: Timestamp) -> Result<Rationed> {
    let query = "SELECT count(*) FILTER (WHERE network = ?), count(*) FROM audit_event WHERE is_rationed = 1 AND at > ?";
    let counts = |row: &Row<'_>| Ok(Rationed { of_network: unsigned(row, 0)?, in_total: unsigned(row, 1)? });
    connection.prepare_cached(query)?.query_row(params![network.to_string(), since.millis()], counts)
}

fn read(connection: &Connection, query: &Query) -> Result<Vec<KeptEntry>> {
    let mut sql = "SELECT id, at, keep_until, event, address, address_hash, network, left_out FROM audit_event WHERE at >= ?".to_owned();
    let mut values = vec![Value::from(query.since.map_or(i64::MIN, Timestamp::millis))];
    if let Some(hash) = &query.address_hash {
        sql.push_str(" AND address_hash = ?");
        values.push(hash.clone().into());
    }
    if !query.kinds.is_empty() {
        let places = vec!["?"; query.kinds.len()].join(", ");
        sql.extend([" AND kind IN (", &places, ")"]);
        values.extend(query.kinds.iter().map(|kind| Value::from(kind.name())));
    }
    sql.push_str(" ORDER BY id DESC LIMIT ?");
    values.push(query.limit.into());
    let mut statement = connection.prepare(&sql)?;
    let mut entries = statement.query_map(params_from_iter(values), kept_entry)?.collect::<Result<Vec<_>>>()?;
    entries.reverse();
    Ok(entries)
}

fn kept_entry(row: &Row<'_>) -> Result<KeptEntry> {
    let (event, network): (String, Option<String>) = (row.get(3)?, row.get(6)?);
    let (masked, hash): (Option<String>, Option<String>) = (row.get(4)?, row.get(5)?);
    let entry = Entry {
        at: Timestamp::from_millis(row.get(1)?),
        keep_until: Timestamp::from_millis(row.get(2)?),
        event: serde_json::from_str(&event).unwrap_or(Event::Unknown),
        subject: masked.zip(hash).map(|(masked, hash)| AuditedAddress { masked, hash }),
        network: network.as_deref().and_then(ClientNetwork::parse),
        left_out: unsigned(row, 7)?,
    };
    Ok(KeptEntry { id: row.get(0)?, entry })
}

/// Deletes rows that need not be kept, at most [`BATCH`], and returns how many there were.
fn delete_batch(connection: &Connection, now: Timestamp) -> Result<usize> {
    let delete = "DELETE FROM audit_event WHERE id IN (SELECT id FROM audit_event WHERE keep_until <= ? LIMIT ?)";
    connection.prepare_cached(delete)?.execute(params![now.millis(), BATCH])
}

fn unsigned(row: &Row<'_>, column: usize) -> Result<u64> {
    let number: i64 = row.get(column)?;
    u64::try_from(number).map_err(|_| Error::IntegralValueOutOfRange(column, number))
}

#[async_trait]
impl AuditTrail for SqliteStore {
    async fn append(&self, row: &AuditRow) -> Result<(), StoreError> {
        let row = row.clone();
        self.write_step(move |connection| append(connection, &[row]).map(Step::Commit)).await
    }

    async fn rationed(&self, network: ClientNetwork, since: Timestamp) -> Result<Rationed, StoreError> {
        self.read_with(|connection| rationed(connection, network, since))
    }

    async fn read(&self, query: &Query) -> Result<Vec<KeptEntry>, StoreError> {
        self.read_with(|connection| read(connection, query))
    }

    async fn delete_expired(&self, now: Timestamp) -> Result<u64, StoreError> {
        let mut total = 0;
        loop {
            let deleted = self.write_step(move |connection| delete_batch(connection, now).map(Step::Commit)).await?;
            total += deleted as u64;
            if !is_full_batch(deleted) {
                return Ok(total);
            }
        }
    }
}
