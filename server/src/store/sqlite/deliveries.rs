use super::step::BATCH;
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{CodeId, DeliveryNote, MailOutcome, RelayRole};
use crate::store::delivery_text::{from_text, to_text};
use rusqlite::{Connection, OptionalExtension, Result, params};

pub(super) fn record(connection: &Connection, code: CodeId, outcome: MailOutcome, now: Timestamp, ends_at: Timestamp) -> Result<()> {
    let upsert = "INSERT INTO delivery (code_id, outcome, relay, recorded_at, ends_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (code_id) DO UPDATE
         SET outcome = excluded.outcome, relay = excluded.relay, recorded_at = excluded.recorded_at, ends_at = excluded.ends_at";
    let (delivery, relay) = (to_text(outcome.delivery), outcome.relay.map(RelayRole::name));
    connection.prepare_cached(upsert)?.execute(params![code.as_bytes(), delivery, relay, now.millis(), ends_at.millis()])?;
    Ok(())
}

pub(super) fn read(connection: &Connection, code: CodeId) -> Result<Option<DeliveryNote>> {
    let query = "SELECT outcome, relay, recorded_at FROM delivery WHERE code_id = ?";
    let note = |row: &rusqlite::Row<'_>| {
        let (outcome, relay): (String, Option<String>) = (row.get(0)?, row.get(1)?);
        Ok(DeliveryNote {
            // A later version may have written the name of a relay that this one does not know.
            outcome: MailOutcome { delivery: from_text(&outcome), relay: relay.and_then(|relay| relay.parse().ok()) },
            at: Timestamp::from_millis(row.get(2)?),
        })
    };
    connection.prepare_cached(query)?.query_row([code.as_bytes()], note).optional()
}

/// Deletes old outcomes, at most [`BATCH`], and returns how many there were.
pub(super) fn delete_batch(connection: &Connection, now: Timestamp) -> Result<usize> {
    let delete = "DELETE FROM delivery WHERE rowid IN (SELECT rowid FROM delivery WHERE ends_at <= ? LIMIT ?)";
    connection.prepare_cached(delete)?.execute(params![now.millis(), BATCH])
}
