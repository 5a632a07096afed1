use std::time::Duration;
use tokio::time::Instant;

/// Time-out for something that should happen at once, on a busy machine with two cores.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The pause between two polls.
const PAUSE: Duration = Duration::from_millis(20);

/// Polls `look` until it returns a value.
///
/// # Panics
/// When no value came within [`PATIENCE`]; the message contains `what`.
pub async fn until<T>(what: impl AsRef<str>, look: impl AsyncFnMut() -> Option<T>) -> T {
    until_within(PATIENCE, what, look).await
}

/// Like [`until`], with another time-out, for what takes longer.
///
/// # Panics
/// When no value came in time; the message contains `what`.
pub async fn until_within<T>(patience: Duration, what: impl AsRef<str>, look: impl AsyncFnMut() -> Option<T>) -> T {
    let found = look_for(patience, look).await;
    found.unwrap_or_else(|| panic!("waited {} s in vain for {}", patience.as_secs(), what.as_ref()))
}

/// Polls `look` until it returns a value, or the time is up.
pub async fn look_for<T>(patience: Duration, mut look: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    loop {
        if let Some(found) = look().await {
            return Some(found);
        }
        if start.elapsed() >= patience {
            return None;
        }
        tokio::time::sleep(PAUSE).await;
    }
}
