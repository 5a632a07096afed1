use crate::senders::MailSender;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// The times of several sends.
pub(crate) struct Timings {
    count: u32,
    whole: Duration,
    /// The time of each send, the shortest first.
    each: Vec<Duration>,
}

impl Timings {
    /// Sends `count` mails, `at_once` of them at any time.
    pub(crate) async fn of(sender: &Arc<impl MailSender>, count: u32, at_once: u32) -> Self {
        let (next, start) = (Arc::<AtomicU32>::default(), Instant::now());
        let mut tasks = JoinSet::new();
        for _ in 0..at_once {
            let (sender, next) = (Arc::clone(sender), Arc::clone(&next));
            tasks.spawn(async move {
                let mut each = Vec::new();
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= count {
                        return each;
                    }
                    let start = Instant::now();
                    sender.send(number).await;
                    each.push(start.elapsed());
                }
            });
        }
        let mut each = tasks.join_all().await.concat();
        each.sort_unstable();
        Self { count, whole: start.elapsed(), each }
    }

    /// The rate of mails a second.
    pub(crate) fn rate(&self) -> f64 {
        f64::from(self.count) / self.whole.as_secs_f64()
    }

    /// The time, in ms, within which this percentage of the sends was finished.
    pub(crate) fn percentile(&self, percent: usize) -> f64 {
        let index = (self.each.len() * percent).div_ceil(100).saturating_sub(1);
        self.each[index].as_secs_f64() * 1000.0
    }
}
