use super::send_error::Fate;
use std::time::Duration;
use tokio::time::Instant;

/// The tries of one mail: the first, and at most three more, at either relay.
#[derive(Debug)]
pub(super) struct Tries {
    retries: usize,
    /// Waits so far.
    waits: usize,
    until: Instant,
}

impl Tries {
    /// Retries of one mail.
    const RETRIES: usize = 3;
    /// The waits before them in seconds, for a relay that is away. It may come back at any time, and the last of them then
    /// ends early.
    const SOON: [u64; Self::RETRIES] = [1, 5, 60];
    /// The same after a 4yz reply. Greylisting takes a mail after 1 to 5 minutes (RFC 6647 §2.3, §5).
    const LATER: [u64; Self::RETRIES] = [5, 60, 240];

    /// For a mail whose code lives this long from now on. A code that comes in the last quarter of it would annoy.
    pub(super) fn within(lifetime: Duration) -> Self {
        Self { retries: 0, waits: 0, until: Instant::now() + lifetime * 3 / 4 }
    }

    /// Whether the mail may be tried at another relay, at once.
    pub(super) const fn elsewhere(&mut self) -> bool {
        let is_left = self.retries < Self::RETRIES;
        self.retries += is_left as usize;
        is_left
    }

    /// How long to wait before the next round; `None`: there is none.
    pub(super) fn wait(&mut self, fate: Fate) -> Option<Duration> {
        let waits = match fate {
            Fate::Soon => Self::SOON,
            Fate::Later => Self::LATER,
            Fate::Elsewhere | Fate::Final => return None,
        };
        let wait = Duration::from_secs(*waits.get(self.waits)?);
        let is_in_time = Instant::now() + wait <= self.until;
        self.waits += 1;
        (is_in_time && self.elsewhere()).then_some(wait)
    }
}

#[cfg(test)]
mod tests {
    use super::Tries;
    use crate::mail::send_error::Fate;
    use std::time::Duration;
    use tokio::time::advance;

    fn waits(tries: &mut Tries, fate: Fate) -> Vec<u64> {
        std::iter::from_fn(|| tries.wait(fate)).map(|wait| wait.as_secs()).collect()
    }

    #[tokio::test(start_paused = true)]
    async fn there_are_three_more_tries() {
        let lifetime = Duration::from_secs(600);
        assert_eq!(waits(&mut Tries::within(lifetime), Fate::Soon), [1, 5, 60]);
        assert_eq!(waits(&mut Tries::within(lifetime), Fate::Later), [5, 60, 240]);
        assert!(waits(&mut Tries::within(lifetime), Fate::Elsewhere).is_empty());
        assert!(waits(&mut Tries::within(lifetime), Fate::Final).is_empty());
    }

    #[tokio::test(start_paused = true)]
    async fn those_at_another_relay_included() {
        let mut tries = Tries::within(Duration::from_secs(600));
        assert!(tries.elsewhere());
        assert_eq!(tries.wait(Fate::Soon), Some(Duration::from_secs(1)));
        assert!(tries.elsewhere());
        assert_eq!((tries.elsewhere(), tries.wait(Fate::Soon)), (false, None));
    }

    #[tokio::test(start_paused = true)]
    async fn none_comes_in_the_last_quarter_of_the_codes_life() {
        let mut tries = Tries::within(Duration::from_secs(20));
        advance(Duration::from_secs(10)).await;
        assert_eq!(tries.wait(Fate::Soon), Some(Duration::from_secs(1)));
        assert_eq!(tries.wait(Fate::Soon), Some(Duration::from_secs(5)));
        assert_eq!(tries.wait(Fate::Soon), None);
        let mut tries = Tries::within(Duration::from_secs(20));
        advance(Duration::from_millis(14_001)).await;
        assert_eq!(tries.wait(Fate::Soon), None);
    }
}
