use super::buckets;
use super::step::BATCH;
use crate::sign_up::ports::{Attempt, Exhausted, NewCode, SignUpId, SignUpState, TakenUses, TriedCode};
use crate::sign_up::{NotMeMac, Timestamp};
use rusqlite::{Connection, OptionalExtension, Result, params};

/// The result of [`take_try`].
pub(super) enum TryOutcome {
    /// The try was counted, and the failure with it, or the code had been tried before and nothing was counted.
    Taken {
        /// Tries left after this one.
        tries_left: u32,
        /// The counted failure, to give it back if the code is right.
        failure: TakenUses,
    },
    /// The sign-up is not open. Nothing was counted.
    NotOpen(SignUpState),
    /// The limit of wrong codes for the address is reached.
    Limited(Exhausted),
}

/// Records the token of a code's mail, and its sign-up; if the sign-up exists, postpones its end.
pub(super) fn begin(connection: &Connection, code: &NewCode) -> Result<()> {
    // A sign-up that an earlier version began has no mailbox until its next code.
    let upsert = "INSERT INTO sign_up (id, tries, mailbox, ends_at) VALUES (?, 0, ?, ?)
         ON CONFLICT (id) DO UPDATE SET mailbox = excluded.mailbox, ends_at = max(ends_at, excluded.ends_at)";
    connection.prepare_cached(upsert)?.execute(params![code.sign_up.as_bytes(), code.mailbox_hash, code.ends_at.millis()])?;
    record_token(connection, code)
}

/// Records which mailbox the token was mailed to. If two tokens are the same, the first one stays; with 24,000 tokens a day this happens
/// once in ten million years.
fn record_token(connection: &Connection, code: &NewCode) -> Result<()> {
    let insert = "INSERT INTO not_me (token, mailbox, ends_at) VALUES (?, ?, ?) ON CONFLICT (token) DO NOTHING";
    connection.prepare_cached(insert)?.execute(params![code.token.0, code.mailbox_hash, code.token_ends_at.millis()])?;
    Ok(())
}

pub(super) fn state(connection: &Connection, id: SignUpId, tries: u32) -> Result<SignUpState> {
    let query = "SELECT tries, consumed_at IS NOT NULL, voided_at IS NOT NULL FROM sign_up WHERE id = ?";
    let row = connection.prepare_cached(query)?.query_row([id.as_bytes()], |row| {
        let spent: i64 = row.get(0)?;
        Ok((spent, row.get(1)?, row.get(2)?))
    });
    Ok(match row.optional()? {
        None => SignUpState::Unknown,
        Some((_, true, _)) => SignUpState::Consumed,
        Some((_, false, true)) => SignUpState::Voided,
        Some((spent, false, false)) if spent < i64::from(tries) => SignUpState::Open,
        Some(_) => SignUpState::Spent,
    })
}

/// Counts a try and the failures, and records the code. Commit only if the result is [`TryOutcome::Taken`].
pub(super) fn take_try(connection: &Connection, attempt: &Attempt, now: Timestamp) -> Result<TryOutcome> {
    let Attempt { sign_up: id, code, tries, .. } = *attempt;
    if let Some(tries_left) = tries_left_if_tried(connection, id, code, tries)? {
        return Ok(TryOutcome::Taken { tries_left, failure: TakenUses::default() });
    }
    let update = "UPDATE sign_up SET tries = tries + 1
         WHERE id = ? AND consumed_at IS NULL AND voided_at IS NULL AND tries < ? RETURNING tries";
    let spent: Option<i64> = connection.prepare_cached(update)?.query_row(params![id.as_bytes(), tries], |row| row.get(0)).optional()?;
    let Some(spent) = spent else { return state(connection, id, tries).map(TryOutcome::NotOpen) };
    let insert = "INSERT INTO refused_code (sign_up, code) VALUES (?, ?)";
    connection.prepare_cached(insert)?.execute(params![id.as_bytes(), code.0])?;
    Ok(match buckets::take(connection, &attempt.failures, now)? {
        Ok(failure) => TryOutcome::Taken { tries_left: left(tries, spent), failure },
        Err(exhausted) => TryOutcome::Limited(exhausted),
    })
}

/// Whether this code was tried in the sign-up before.
pub(super) fn was_tried(connection: &Connection, id: SignUpId, code: TriedCode) -> Result<bool> {
    connection.prepare_cached("SELECT 1 FROM refused_code WHERE sign_up = ? AND code = ?")?.exists(params![id.as_bytes(), code.0])
}

/// The tries left in a sign-up in which this code was tried before; `None` if it was not tried, or the sign-up was completed or voided.
fn tries_left_if_tried(connection: &Connection, id: SignUpId, code: TriedCode, tries: u32) -> Result<Option<u32>> {
    let query = "SELECT tries FROM sign_up JOIN refused_code ON sign_up = id
         WHERE id = ? AND code = ? AND consumed_at IS NULL AND voided_at IS NULL";
    let spent: Option<i64> = connection.prepare_cached(query)?.query_row(params![id.as_bytes(), code.0], |row| row.get(0)).optional()?;
    Ok(spent.map(|spent| left(tries, spent)))
}

/// The tries left of so many, of which these are spent.
fn left(tries: u32, spent: i64) -> u32 {
    u32::try_from(i64::from(tries) - spent).unwrap_or(0)
}

/// The mailbox that the token was mailed to; `None` if the token is unknown or has expired.
pub(super) fn mailbox_of_token(connection: &Connection, token: NotMeMac, now: Timestamp) -> Result<Option<String>> {
    let query = "SELECT mailbox FROM not_me WHERE token = ? AND ends_at > ?";
    connection.prepare_cached(query)?.query_row(params![token.0, now.millis()], |row| row.get(0)).optional()
}

/// Voids all sign-ups of the mailbox that were not completed. Those that were voided before are unchanged.
pub(super) fn void(connection: &Connection, mailbox: &str, now: Timestamp) -> Result<()> {
    let update = "UPDATE sign_up SET voided_at = ? WHERE mailbox = ? AND consumed_at IS NULL AND voided_at IS NULL";
    connection.prepare_cached(update)?.execute(params![now.millis(), mailbox])?;
    Ok(())
}

/// Completes the sign-up. Returns whether this call was the first to do so and the sign-up was not voided.
pub(super) fn consume(connection: &Connection, id: SignUpId, now: Timestamp) -> Result<bool> {
    let update = "UPDATE sign_up SET consumed_at = ? WHERE id = ? AND consumed_at IS NULL AND voided_at IS NULL";
    Ok(connection.prepare_cached(update)?.execute(params![now.millis(), id.as_bytes()])? == 1)
}

/// Deletes ended sign-ups, at most [`BATCH`], and returns how many there were.
pub(super) fn delete_batch(connection: &Connection, now: Timestamp) -> Result<usize> {
    let delete = "DELETE FROM sign_up WHERE rowid IN (SELECT rowid FROM sign_up WHERE ends_at <= ? LIMIT ?)";
    connection.prepare_cached(delete)?.execute(params![now.millis(), BATCH])
}

/// Deletes expired tokens, at most [`BATCH`], and returns how many there were.
pub(super) fn delete_batch_of_tokens(connection: &Connection, now: Timestamp) -> Result<usize> {
    let delete = "DELETE FROM not_me WHERE rowid IN (SELECT rowid FROM not_me WHERE ends_at <= ? LIMIT ?)";
    connection.prepare_cached(delete)?.execute(params![now.millis(), BATCH])
}
