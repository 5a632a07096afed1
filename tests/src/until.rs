use std::time::Duration;
use tokio::time::Instant;

/// How long a test waits for something that should happen at once, on a busy machine with two cores.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// Looks again and again until `look` gives a value.
///
/// # Panics
/// With `what` in its message, when nothing came within [`PATIENCE`].
pub async fn until<T>(what: impl AsRef<str>, look: impl AsyncFnMut() -> Option<T>) -> T {
    until_within(PATIENCE, what, look).await
}

/// The same with another patience, for what takes its time.
///
/// # Panics
/// With `what` in its message, when nothing came within it.
pub async fn until_within<T>(patience: Duration, what: impl AsRef<str>, look: impl AsyncFnMut() -> Option<T>) -> T {
    let found = look_for(patience, look).await;
    found.unwrap_or_else(|| panic!("waited {} s in vain for {}", patience.as_secs(), what.as_ref()))
}

/// Looks again and again until `look` gives a value, or the patience is at its end.
pub(crate) async fn look_for<T>(patience: Duration, mut look: impl AsyncFnMut() -> Option<T>) -> Option<T> {
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
