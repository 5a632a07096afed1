use super::{failed, text};
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{CodeId, DeliveryNote, Outcome, StoreError};
use sqlx::SqliteConnection;

pub(super) async fn record(
    connection: &mut SqliteConnection,
    code: CodeId,
    outcome: Outcome,
    now: Timestamp,
    ends_at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO delivery (code_id, outcome, relay, recorded_at, ends_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (code_id) DO UPDATE
         SET outcome = excluded.outcome, relay = excluded.relay, recorded_at = excluded.recorded_at, ends_at = excluded.ends_at",
    )
    .bind(code.as_bytes().as_slice())
    .bind(text::of_delivery(outcome.delivery))
    .bind(outcome.relay.map(text::of_relay))
    .bind(now.millis())
    .bind(ends_at.millis())
    .execute(connection)
    .await
    .map_err(failed)?;
    Ok(())
}

pub(super) async fn read(connection: &mut SqliteConnection, code: CodeId) -> Result<Option<DeliveryNote>, StoreError> {
    let row: Option<(String, Option<String>, i64)> = sqlx::query_as("SELECT outcome, relay, recorded_at FROM delivery WHERE code_id = ?")
        .bind(code.as_bytes().as_slice())
        .fetch_optional(connection)
        .await
        .map_err(failed)?;
    Ok(row.map(|(outcome, relay, at)| DeliveryNote {
        outcome: Outcome { delivery: text::to_delivery(&outcome), relay: relay.as_deref().and_then(text::to_relay) },
        at: Timestamp::from_millis(at),
    }))
}

pub(super) async fn clean_up(connection: &mut SqliteConnection, now: Timestamp) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM delivery WHERE ends_at <= ?").bind(now.millis()).execute(connection).await.map_err(failed)?;
    Ok(())
}
