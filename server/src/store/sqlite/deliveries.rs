use super::{failed, text};
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{CodeId, StoreError};
use app::domain::Delivery;
use sqlx::SqliteConnection;

pub(super) async fn record(
    connection: &mut SqliteConnection,
    code: CodeId,
    delivery: Delivery,
    now: Timestamp,
    ends_at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO delivery (code_id, outcome, recorded_at, ends_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (code_id) DO UPDATE
         SET outcome = excluded.outcome, recorded_at = excluded.recorded_at, ends_at = excluded.ends_at",
    )
    .bind(code.as_bytes().as_slice())
    .bind(text::of_delivery(delivery))
    .bind(now.millis())
    .bind(ends_at.millis())
    .execute(connection)
    .await
    .map_err(failed)?;
    Ok(())
}

pub(super) async fn read(connection: &mut SqliteConnection, code: CodeId) -> Result<Option<Delivery>, StoreError> {
    let outcome: Option<String> = sqlx::query_scalar("SELECT outcome FROM delivery WHERE code_id = ?")
        .bind(code.as_bytes().as_slice())
        .fetch_optional(connection)
        .await
        .map_err(failed)?;
    Ok(outcome.map(|outcome| text::to_delivery(&outcome)))
}

pub(super) async fn clean_up(connection: &mut SqliteConnection, now: Timestamp) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM delivery WHERE ends_at <= ?").bind(now.millis()).execute(connection).await.map_err(failed)?;
    Ok(())
}
