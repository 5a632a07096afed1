use super::failed;
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{Bucket, Exhausted, StoreError, TakenUses, Use};
use domain::Limit;
use sqlx::SqliteConnection;

/// Counts one use in every bucket. Commit only if the result is `Ok`.
pub(super) async fn take(
    connection: &mut SqliteConnection,
    buckets: &[Bucket],
    now: Timestamp,
) -> Result<Result<TakenUses, Exhausted>, StoreError> {
    let mut longest: Option<Exhausted> = None;
    for bucket in buckets {
        let Some(until) = free_at(connection, bucket, now).await? else { continue };
        if longest.is_none_or(|longest| longest.until < until) {
            longest = Some(Exhausted { limit: bucket.limit, until });
        }
    }
    if let Some(exhausted) = longest {
        return Ok(Err(exhausted));
    }
    let mut taken = TakenUses::default();
    for bucket in buckets {
        let id = insert(connection, bucket.limit, &bucket.key, now).await?;
        taken.0.push(Use { limit: bucket.limit, id });
    }
    Ok(Ok(taken))
}

async fn insert(connection: &mut SqliteConnection, limit: Limit, key: &str, now: Timestamp) -> Result<i64, StoreError> {
    sqlx::query_scalar("INSERT INTO bucket_use (limited_by, key, used_at) VALUES (?, ?, ?) RETURNING id")
        .bind(limit.name())
        .bind(key)
        .bind(now.millis())
        .fetch_one(connection)
        .await
        .map_err(failed)
}

/// When a further use of the bucket is allowed; `None`: at once. A cap of `count` in `window` is full until the `count`-th newest use is a
/// `window` old.
pub(super) async fn free_at(connection: &mut SqliteConnection, bucket: &Bucket, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
    let mut latest = None;
    for cap in &bucket.caps {
        let used_at: Option<i64> =
            sqlx::query_scalar("SELECT used_at FROM bucket_use WHERE limited_by = ? AND key = ? ORDER BY used_at DESC LIMIT 1 OFFSET ?")
                .bind(bucket.limit.name())
                .bind(&bucket.key)
                .bind(i64::from(cap.count) - 1)
                .fetch_optional(&mut *connection)
                .await
                .map_err(failed)?;
        let free_at = used_at.map(|used_at| Timestamp::from_millis(used_at) + cap.window);
        latest = latest.max(free_at.filter(|free_at| *free_at > now));
    }
    Ok(latest)
}

pub(super) async fn give_back(connection: &mut SqliteConnection, taken: &TakenUses) -> Result<(), StoreError> {
    for one in &taken.0 {
        sqlx::query("DELETE FROM bucket_use WHERE id = ?").bind(one.id).execute(&mut *connection).await.map_err(failed)?;
    }
    Ok(())
}

pub(super) async fn clear(connection: &mut SqliteConnection, limit: Limit, key: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM bucket_use WHERE limited_by = ? AND key = ?")
        .bind(limit.name())
        .bind(key)
        .execute(connection)
        .await
        .map_err(failed)?;
    Ok(())
}

/// Counts one use now, in place of all earlier ones.
pub(super) async fn replace(connection: &mut SqliteConnection, limit: Limit, key: &str, now: Timestamp) -> Result<(), StoreError> {
    clear(connection, limit, key).await?;
    insert(connection, limit, key, now).await.map(|_| ())
}

pub(super) async fn clean_up(connection: &mut SqliteConnection, oldest_use: Timestamp) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM bucket_use WHERE used_at < ?").bind(oldest_use.millis()).execute(connection).await.map_err(failed)?;
    Ok(())
}
