use super::Outage;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// The relay's last rejection that applies to every mail, not to one mailbox. Only a mail shows whether it still applies, so it counts
/// until the relay accepts one, or for [`Self::HOLDS`].
#[derive(Debug, Default)]
pub(super) struct RecentRefusal(Mutex<Option<(Instant, Outage)>>);

impl RecentRefusal {
    /// How long a rejection counts. Limited, since a server that is not ready may get no visitors, and so no mail by which it could
    /// recover.
    pub(super) const HOLDS: Duration = Duration::from_secs(5 * 60);

    /// Records a rejection.
    pub(super) fn note(&self, why: Outage) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((Instant::now(), why));
    }

    /// Drops the rejection, since a mail was accepted.
    pub(super) fn clear(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// The last rejection, if it still counts.
    pub(super) fn why(&self) -> Option<Outage> {
        let last = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        last.filter(|(at, _)| at.elapsed() < Self::HOLDS).map(|(_, why)| why)
    }
}

#[cfg(test)]
mod tests {
    use super::{Outage, RecentRefusal};
    use crate::mail::RelayProblem;
    use domain::DeliveryFailure;
    use std::time::Duration;
    use tokio::time::advance;

    #[tokio::test(start_paused = true)]
    async fn it_is_believed_until_a_mail_is_taken_or_for_a_while() {
        let (refusal, why) = (RecentRefusal::default(), Outage { failure: DeliveryFailure::Rejected, problem: RelayProblem::SendingLimit });
        assert_eq!(refusal.why(), None);
        refusal.note(why);
        assert_eq!(refusal.why(), Some(why));
        refusal.clear();
        assert_eq!(refusal.why(), None);
        refusal.note(why);
        advance(RecentRefusal::HOLDS.saturating_sub(Duration::from_millis(1))).await;
        assert_eq!(refusal.why(), Some(why));
        advance(Duration::from_millis(1)).await;
        assert_eq!(refusal.why(), None);
    }
}
