use super::step::BATCH;
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{Bucket, Exhausted, TakenUses, Use};
use domain::Limit;
use rusqlite::{Connection, OptionalExtension, Result, params};

/// Counts one use in every bucket. If one is full, returns the one with the longest wait, and counts nothing.
pub(super) fn take(connection: &Connection, buckets: &[Bucket], now: Timestamp) -> Result<Result<TakenUses, Exhausted>> {
    let mut longest: Option<Exhausted> = None;
    for bucket in buckets {
        let Some(until) = free_at(connection, bucket, now)? else { continue };
        if longest.is_none_or(|longest| longest.until < until) {
            longest = Some(Exhausted { limit: bucket.limit, until });
        }
    }
    if let Some(exhausted) = longest {
        return Ok(Err(exhausted));
    }
    let mut taken = TakenUses::default();
    for bucket in buckets {
        let id = insert(connection, bucket.limit, &bucket.key, now)?;
        taken.0.push(Use { limit: bucket.limit, id });
    }
    Ok(Ok(taken))
}

/// The first of these buckets that is full.
pub(super) fn first_full(connection: &Connection, buckets: &[Bucket], now: Timestamp) -> Result<Option<Exhausted>> {
    for bucket in buckets {
        if let Some(until) = free_at(connection, bucket, now)? {
            return Ok(Some(Exhausted { limit: bucket.limit, until }));
        }
    }
    Ok(None)
}

fn insert(connection: &Connection, limit: Limit, key: &str, now: Timestamp) -> Result<i64> {
    let insert = "INSERT INTO bucket_use (limited_by, key, used_at) VALUES (?, ?, ?)";
    connection.prepare_cached(insert)?.insert(params![limit.name(), key, now.millis()])
}

/// When a further use of the bucket is allowed; `None`: at once. A cap of `count` in `window` is full until the `count`-th newest use is a
/// `window` old.
pub(super) fn free_at(connection: &Connection, bucket: &Bucket, now: Timestamp) -> Result<Option<Timestamp>> {
    let query = "SELECT used_at FROM bucket_use WHERE limited_by = ? AND key = ? ORDER BY used_at DESC LIMIT 1 OFFSET ?";
    let mut statement = connection.prepare_cached(query)?;
    let mut latest = None;
    for cap in &bucket.caps {
        let values = params![bucket.limit.name(), bucket.key, i64::from(cap.count) - 1];
        let used_at: Option<i64> = statement.query_row(values, |row| row.get(0)).optional()?;
        let free_at = used_at.map(|used_at| Timestamp::from_millis(used_at) + cap.window);
        latest = latest.max(free_at.filter(|free_at| *free_at > now));
    }
    Ok(latest)
}

pub(super) fn give_back(connection: &Connection, taken: &TakenUses) -> Result<()> {
    for one in &taken.0 {
        connection.prepare_cached("DELETE FROM bucket_use WHERE id = ?")?.execute([one.id])?;
    }
    Ok(())
}

pub(super) fn clear(connection: &Connection, limit: Limit, key: &str) -> Result<()> {
    connection.prepare_cached("DELETE FROM bucket_use WHERE limited_by = ? AND key = ?")?.execute([limit.name(), key])?;
    Ok(())
}

/// Counts one use now, in place of all earlier ones.
pub(super) fn replace(connection: &Connection, limit: Limit, key: &str, now: Timestamp) -> Result<()> {
    clear(connection, limit, key)?;
    insert(connection, limit, key, now).map(|_| ())
}

/// Deletes old uses, at most [`BATCH`], and returns how many there were.
pub(super) fn delete_batch(connection: &Connection, oldest_use: Timestamp) -> Result<usize> {
    let delete = "DELETE FROM bucket_use WHERE id IN (SELECT id FROM bucket_use WHERE used_at < ? LIMIT ?)";
    connection.prepare_cached(delete)?.execute(params![oldest_use.millis(), BATCH])
}
