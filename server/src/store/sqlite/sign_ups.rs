use super::{buckets, failed};
use crate::sign_up::ports::{Bucket, NewCode, SignUpId, SignUpState, StoreError, TriedCode, TryOutcome};
use crate::sign_up::{NotMeMac, Timestamp};
use sqlx::{Row, SqliteConnection};

/// Records the token of a code's mail, and its sign-up; if the sign-up exists, postpones its end.
pub(super) async fn begin(connection: &mut SqliteConnection, code: &NewCode) -> Result<(), StoreError> {
    // A sign-up that an earlier version began has no mailbox until its next code.
    sqlx::query(
        "INSERT INTO sign_up (id, tries, mailbox, ends_at) VALUES (?, 0, ?, ?)
         ON CONFLICT (id) DO UPDATE SET mailbox = excluded.mailbox, ends_at = max(ends_at, excluded.ends_at)",
    )
    .bind(code.sign_up.as_bytes().as_slice())
    .bind(&code.mailbox_hash)
    .bind(code.ends_at.millis())
    .execute(&mut *connection)
    .await
    .map_err(failed)?;
    record_token(connection, code).await
}

/// Records which mailbox the token was mailed to. If two tokens are the same, the first one stays; with 24,000 tokens a day this happens
/// once in ten million years.
async fn record_token(connection: &mut SqliteConnection, code: &NewCode) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO not_me (token, mailbox, ends_at) VALUES (?, ?, ?) ON CONFLICT (token) DO NOTHING")
        .bind(code.token.0.as_slice())
        .bind(&code.mailbox_hash)
        .bind(code.token_ends_at.millis())
        .execute(connection)
        .await
        .map_err(failed)?;
    Ok(())
}

pub(super) async fn state(connection: &mut SqliteConnection, id: SignUpId, tries: u32) -> Result<SignUpState, StoreError> {
    let row = sqlx::query("SELECT tries, consumed_at IS NOT NULL AS consumed, voided_at IS NOT NULL AS voided FROM sign_up WHERE id = ?")
        .bind(id.as_bytes().as_slice())
        .fetch_optional(connection)
        .await
        .map_err(failed)?;
    let Some(row) = row else { return Ok(SignUpState::Unknown) };
    let spent: i64 = row.try_get("tries").map_err(failed)?;
    Ok(if row.try_get("consumed").map_err(failed)? {
        SignUpState::Consumed
    } else if row.try_get("voided").map_err(failed)? {
        SignUpState::Voided
    } else if spent < i64::from(tries) {
        SignUpState::Open
    } else {
        SignUpState::Spent
    })
}

/// Counts a try and the failures, and records the code. Commit only if the result is [`TryOutcome::Taken`].
pub(super) async fn take_try(
    connection: &mut SqliteConnection,
    id: SignUpId,
    code: TriedCode,
    tries: u32,
    failures: &[Bucket],
    now: Timestamp,
) -> Result<TryOutcome, StoreError> {
    if let Some(tries_left) = tries_left_if_tried(connection, id, code, tries).await? {
        return Ok(TryOutcome::Repeated { tries_left });
    }
    let spent: Option<i64> = sqlx::query_scalar(
        "UPDATE sign_up SET tries = tries + 1
         WHERE id = ? AND consumed_at IS NULL AND voided_at IS NULL AND tries < ? RETURNING tries",
    )
    .bind(id.as_bytes().as_slice())
    .bind(i64::from(tries))
    .fetch_optional(&mut *connection)
    .await
    .map_err(failed)?;
    let Some(spent) = spent else {
        return Ok(match state(connection, id, tries).await? {
            SignUpState::Consumed => TryOutcome::Consumed,
            SignUpState::Voided => TryOutcome::Voided,
            SignUpState::Unknown => TryOutcome::Unknown,
            SignUpState::Spent | SignUpState::Open => TryOutcome::Spent,
        });
    };
    sqlx::query("INSERT INTO refused_code (sign_up, code) VALUES (?, ?)")
        .bind(id.as_bytes().as_slice())
        .bind(code.0.as_slice())
        .execute(&mut *connection)
        .await
        .map_err(failed)?;
    let tries_left = u32::try_from(i64::from(tries) - spent).unwrap_or(0);
    Ok(match buckets::take(connection, failures, now).await? {
        Ok(failure) => TryOutcome::Taken { tries_left, failure },
        Err(exhausted) => TryOutcome::Exhausted(exhausted),
    })
}

/// Whether this code was tried in the sign-up before.
pub(super) async fn was_tried(connection: &mut SqliteConnection, id: SignUpId, code: TriedCode) -> Result<bool, StoreError> {
    let tried = sqlx::query("SELECT 1 FROM refused_code WHERE sign_up = ? AND code = ?")
        .bind(id.as_bytes().as_slice())
        .bind(code.0.as_slice())
        .fetch_optional(connection)
        .await
        .map_err(failed)?;
    Ok(tried.is_some())
}

/// The tries left in an open sign-up in which this code was tried before; `None` if it was not tried, or the sign-up is over.
async fn tries_left_if_tried(
    connection: &mut SqliteConnection,
    id: SignUpId,
    code: TriedCode,
    tries: u32,
) -> Result<Option<u32>, StoreError> {
    let spent: Option<i64> = sqlx::query_scalar(
        "SELECT tries FROM sign_up JOIN refused_code ON sign_up = id
         WHERE id = ? AND code = ? AND consumed_at IS NULL AND voided_at IS NULL",
    )
    .bind(id.as_bytes().as_slice())
    .bind(code.0.as_slice())
    .fetch_optional(connection)
    .await
    .map_err(failed)?;
    Ok(spent.map(|spent| u32::try_from(i64::from(tries) - spent).unwrap_or(0)))
}

/// The mailbox that the token was mailed to; `None` if the token is unknown or has expired.
pub(super) async fn mailbox_of_token(
    connection: &mut SqliteConnection,
    token: NotMeMac,
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    sqlx::query_scalar("SELECT mailbox FROM not_me WHERE token = ? AND ends_at > ?")
        .bind(token.0.as_slice())
        .bind(now.millis())
        .fetch_optional(connection)
        .await
        .map_err(failed)
}

/// Voids all sign-ups of the mailbox that were not completed. Those that were voided before are unchanged.
pub(super) async fn void(connection: &mut SqliteConnection, mailbox: &str, now: Timestamp) -> Result<(), StoreError> {
    sqlx::query("UPDATE sign_up SET voided_at = ? WHERE mailbox = ? AND consumed_at IS NULL AND voided_at IS NULL")
        .bind(now.millis())
        .bind(mailbox)
        .execute(connection)
        .await
        .map_err(failed)?;
    Ok(())
}

/// Completes the sign-up. Returns whether this call was the first to do so and the sign-up was not voided.
pub(super) async fn consume(connection: &mut SqliteConnection, id: SignUpId, now: Timestamp) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE sign_up SET consumed_at = ? WHERE id = ? AND consumed_at IS NULL AND voided_at IS NULL")
        .bind(now.millis())
        .bind(id.as_bytes().as_slice())
        .execute(connection)
        .await
        .map_err(failed)?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn clean_up(connection: &mut SqliteConnection, now: Timestamp) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM sign_up WHERE ends_at <= ?").bind(now.millis()).execute(&mut *connection).await.map_err(failed)?;
    sqlx::query("DELETE FROM not_me WHERE ends_at <= ?").bind(now.millis()).execute(connection).await.map_err(failed)?;
    Ok(())
}
