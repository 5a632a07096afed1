use super::aliases::without_aliases;
use super::large_providers::is_large;
use super::ports::Bucket;
use super::{Budget, CanonicalAddress, Cap, Caps, Requester, SignUp};
use domain::Limit;

/// What each limit is counted against.
impl SignUp {
    /// The device's own budget for the address, if it vouches for it; else the address's, which all others share.
    ///
    /// What one device has, all devices for the address share: a browser gets another budget with every sign-in that it
    /// forgets, and whoever could once read the mail could collect them.
    pub(super) fn budget(&self, requester: &Requester, address: &CanonicalAddress) -> Budget {
        requester.device.budget(&self.key, address, self.now()).unwrap_or_else(|| self.address_budget(address))
    }

    /// The budget of the address, whoever asks.
    fn address_budget(&self, address: &CanonicalAddress) -> Budget {
        let identity = address.identity();
        let mailbox = if self.limits.aliases_are_one { &*without_aliases(identity) } else { identity };
        self.key.address_budget(mailbox)
    }

    /// The name of the mailbox that the address's mail goes to: a keyed hash, as of what is counted against it.
    pub(super) fn mailbox(&self, address: &CanonicalAddress) -> String {
        self.address_budget(address).key
    }

    /// The mute of the address. It binds everybody but a device that vouches for the address: nobody is locked out of
    /// their own browser.
    pub(super) fn mute_bucket(&self, budget: &Budget, address: &CanonicalAddress) -> Option<Bucket> {
        let cap = Cap { count: 1, window: Self::MUTED_FOR };
        (!budget.is_of_device()).then(|| Bucket { limit: Limit::Muted, key: self.mailbox(address), caps: vec![cap] })
    }

    /// The pause between two mails to the address.
    pub(super) fn resend_bucket(&self, budget: &Budget) -> Bucket {
        let pause = self.limits.resend_after;
        let caps = if pause.is_zero() { Vec::new() } else { vec![Cap { count: 1, window: pause }] };
        Bucket { limit: Limit::ResendAfter, key: budget.key.clone(), caps }
    }

    /// Wrong codes for the address.
    pub(super) fn failure_buckets(&self, budget: &Budget) -> Vec<Bucket> {
        let caps = &self.limits.failures_per_address;
        budget.keys().map(|key| bucket(Limit::FailuresPerAddress, key.clone(), caps)).collect()
    }

    /// The mails of the installation.
    pub(super) fn total_bucket(&self) -> Bucket {
        bucket(Limit::MailsTotal, "all".to_owned(), &self.limits.mails_total)
    }

    /// All that one mail counts against.
    pub(super) fn mail_buckets(&self, budget: &Budget, address: &CanonicalAddress, requester: &Requester) -> Vec<Bucket> {
        let mails = &self.limits.mails_per_address;
        let mut buckets: Vec<_> = budget.keys().map(|key| bucket(Limit::MailsPerAddress, key.clone(), mails)).collect();
        buckets.extend([
            self.resend_bucket(budget),
            self.domain_bucket(budget, address),
            bucket(Limit::MailsPerClient, self.key.client(&requester.client), &self.limits.mails_per_client),
            self.total_bucket(),
        ]);
        // The total counts without a cap of its own too, for whoever asks how many mails there were.
        let is_asked_for = |bucket: &Bucket| bucket.limit == Limit::MailsTotal && !self.limits.proof_of_work_above.0.is_empty();
        buckets.retain(|bucket| !bucket.caps.is_empty() || is_asked_for(bucket));
        buckets
    }

    /// Half of what an address's domain may get, rounded down: beyond it a first mail has its price, so that nobody uses up
    /// the whole for nothing.
    pub(super) fn half_of_domain(&self, address: &CanonicalAddress) -> Bucket {
        let mut bucket = bucket(Limit::MailsPerDomain, self.key.domain(address.domain()), self.domain_caps(address));
        for cap in &mut bucket.caps {
            cap.count = (cap.count / 2).max(1);
        }
        bucket
    }

    fn domain_caps(&self, address: &CanonicalAddress) -> &Caps {
        if is_large(address.domain()) { &self.limits.mails_per_large_domain } else { &self.limits.mails_per_domain }
    }

    /// Mails to the address's domain. A device that vouches for the address is bound by its own budget instead: nobody
    /// is locked out by a flood of mails to others.
    fn domain_bucket(&self, budget: &Budget, address: &CanonicalAddress) -> Bucket {
        const NONE: Caps = Caps(Vec::new());
        let caps = if budget.is_of_device() { &NONE } else { self.domain_caps(address) };
        bucket(Limit::MailsPerDomain, self.key.domain(address.domain()), caps)
    }
}

fn bucket(limit: Limit, key: String, caps: &Caps) -> Bucket {
    Bucket { limit, key, caps: caps.0.clone() }
}
