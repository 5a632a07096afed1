use super::failed;
use crate::sign_up::ports::{NewCode, StoreError};
use crate::sign_up::{NotMeMac, Timestamp};
use sqlx::SqliteConnection;

/// Records which mailbox the token was mailed to. If two tokens are the same, the first one stays; with 24,000 tokens a day this happens
/// once in ten million years.
pub(super) async fn note(connection: &mut SqliteConnection, code: &NewCode) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO not_me (token, mailbox, ends_at) VALUES (?, ?, ?) ON CONFLICT (token) DO NOTHING")
        .bind(code.token.0.as_slice())
        .bind(&code.mailbox)
        .bind(code.token_ends_at.millis())
        .execute(connection)
        .await
        .map_err(failed)?;
    Ok(())
}

/// The mailbox that the token was mailed to; `None` if the token is unknown or has expired.
pub(super) async fn mailbox(connection: &mut SqliteConnection, token: NotMeMac, now: Timestamp) -> Result<Option<String>, StoreError> {
    sqlx::query_scalar("SELECT mailbox FROM not_me WHERE token = ? AND ends_at > ?")
        .bind(token.0.as_slice())
        .bind(now.millis())
        .fetch_optional(connection)
        .await
        .map_err(failed)
}

pub(super) async fn clean_up(connection: &mut SqliteConnection, now: Timestamp) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM not_me WHERE ends_at <= ?").bind(now.millis()).execute(connection).await.map_err(failed)?;
    Ok(())
}
