use super::ports::Bucket;
use super::{Budget, CanonicalAddress, Cap, Caps, ClientKey, Requester, SignUp};
use app::domain::Limit;

/// What each limit is counted against.
impl SignUp {
    /// The device's own budget for the address, if it vouches for it; else the address's, which all others share.
    pub(super) fn budget(&self, requester: &Requester, address: &CanonicalAddress) -> Budget {
        let own = requester.device.budget(&self.key, address, self.now());
        own.unwrap_or_else(|| self.key.address_budget(address))
    }

    /// The pause between two mails to the address.
    pub(super) fn resend_bucket(&self, budget: &Budget) -> Bucket {
        let pause = self.limits.resend_after;
        let caps = if pause.is_zero() { Vec::new() } else { vec![Cap { count: 1, window: pause }] };
        Bucket { limit: Limit::ResendAfter, key: budget.0.clone(), caps }
    }

    /// Wrong codes for the address.
    pub(super) fn failure_bucket(&self, budget: &Budget) -> Bucket {
        bucket(Limit::FailuresPerAddress, budget.0.clone(), &self.limits.failures_per_address)
    }

    /// The mails of the installation.
    pub(super) fn total_bucket(&self) -> Bucket {
        bucket(Limit::MailsTotal, "all".to_owned(), &self.limits.mails_total)
    }

    /// All that one mail counts against.
    pub(super) fn mail_buckets(&self, budget: &Budget, client: &ClientKey) -> Vec<Bucket> {
        let mut buckets = vec![
            self.resend_bucket(budget),
            bucket(Limit::MailsPerAddress, budget.0.clone(), &self.limits.mails_per_address),
            bucket(Limit::MailsPerClient, self.key.client(client), &self.limits.mails_per_client),
            self.total_bucket(),
        ];
        // The total counts without a cap of its own too, for whoever asks how many mails there were.
        let is_asked_for = |bucket: &Bucket| bucket.limit == Limit::MailsTotal && !self.limits.proof_of_work_above.0.is_empty();
        buckets.retain(|bucket| !bucket.caps.is_empty() || is_asked_for(bucket));
        buckets
    }
}

fn bucket(limit: Limit, key: String, caps: &Caps) -> Bucket {
    Bucket { limit, key, caps: caps.0.clone() }
}
