use super::address_aliases::without_aliases;
use super::large_domains::is_large;
use super::ports::{Bucket, StoreError};
use super::{CanonicalAddress, Cap, Caps, RateLimitKeys, Requester, SignUp};
use domain::Limit;

/// The buckets of each limit.
impl SignUp {
    /// The keys of the requester's device, if the device is trusted for the address and the account is still the same; otherwise those of
    /// the address, which all other requesters share.
    ///
    /// A device's uses are also counted for all devices of the address together. Otherwise a former reader of the mail could collect devices
    /// by dropping cookies and signing in again, and get the limits of each.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub(super) async fn rate_limit_keys(&self, requester: &Requester, address: &CanonicalAddress) -> Result<RateLimitKeys, StoreError> {
        let (device, now) = (&requester.device, self.now());
        let account = if device.has_fresh_voucher(now) { self.ports.store.account_of(address).await? } else { None };
        let own = account.and_then(|account| device.rate_limit_keys(&self.key, &account, now));
        Ok(own.unwrap_or_else(|| self.address_keys(address)))
    }

    /// The key of the address, which does not depend on the device.
    pub(super) fn address_keys(&self, address: &CanonicalAddress) -> RateLimitKeys {
        let normalized = address.normalized();
        let mailbox = if self.limits.aliases_are_one { &*without_aliases(normalized) } else { normalized };
        self.key.address_keys(mailbox)
    }

    /// The key of the address alone: a keyed hash of its mailbox.
    pub(super) fn mailbox_hash(&self, address: &CanonicalAddress) -> String {
        self.address_keys(address).own
    }

    /// The bucket of the address's mute; `None` for a trusted device, so that no owner is locked out in their own browser.
    pub(super) fn mute_bucket(&self, keys: &RateLimitKeys, address: &CanonicalAddress) -> Option<Bucket> {
        let cap = Cap { count: 1, window: Self::MUTED_FOR };
        (!keys.is_of_device()).then(|| Bucket { limit: Limit::Muted, key: self.mailbox_hash(address), caps: vec![cap] })
    }

    /// The bucket of the pause between two mails to the address.
    pub(super) fn resend_bucket(&self, keys: &RateLimitKeys) -> Bucket {
        let pause = self.limits.resend_after;
        let caps = if pause.is_zero() { Vec::new() } else { vec![Cap { count: 1, window: pause }] };
        Bucket { limit: Limit::ResendAfter, key: keys.own.clone(), caps }
    }

    /// The buckets of wrong codes for the address.
    pub(super) fn failure_buckets(&self, keys: &RateLimitKeys) -> Vec<Bucket> {
        let caps = &self.limits.failures_per_address;
        keys.iter().map(|key| bucket(Limit::FailuresPerAddress, key.clone(), caps)).collect()
    }

    /// The bucket of all mails of the installation.
    pub(super) fn total_bucket(&self) -> Bucket {
        bucket(Limit::MailsTotal, "all".to_owned(), &self.limits.mails_total)
    }

    /// All buckets that one mail counts in.
    pub(super) fn mail_buckets(&self, keys: &RateLimitKeys, address: &CanonicalAddress, requester: &Requester) -> Vec<Bucket> {
        let mails = &self.limits.mails_per_address;
        let mut buckets: Vec<_> = keys.iter().map(|key| bucket(Limit::MailsPerAddress, key.clone(), mails)).collect();
        buckets.extend([
            self.resend_bucket(keys),
            self.domain_bucket(keys, address),
            bucket(Limit::MailsPerClient, self.key.client_key(&requester.client), &self.limits.mails_per_client),
            self.total_bucket(),
        ]);
        // The total is counted even without a cap of its own, since `is_rushed` reads it.
        let is_read = |bucket: &Bucket| bucket.limit == Limit::MailsTotal && !self.limits.proof_of_work_above.0.is_empty();
        buckets.retain(|bucket| !bucket.caps.is_empty() || is_read(bucket));
        buckets
    }

    /// The bucket of the address's domain with half of its caps, rounded down but at least 1. Above it, a first mail needs a proof of work,
    /// so that using up the whole limit is not free.
    pub(super) fn half_domain_bucket(&self, address: &CanonicalAddress) -> Bucket {
        let mut bucket = bucket(Limit::MailsPerDomain, self.key.domain_key(address.domain()), self.domain_caps(address));
        for cap in &mut bucket.caps {
            cap.count = (cap.count / 2).max(1);
        }
        bucket
    }

    fn domain_caps(&self, address: &CanonicalAddress) -> &Caps {
        if is_large(address.domain()) { &self.limits.mails_per_large_domain } else { &self.limits.mails_per_domain }
    }

    /// The bucket of mails to the address's domain. It has no caps for a trusted device, which is limited by its own keys, so that a flood
    /// of mails to other addresses does not lock the owner out.
    fn domain_bucket(&self, keys: &RateLimitKeys, address: &CanonicalAddress) -> Bucket {
        const NONE: Caps = Caps(Vec::new());
        let caps = if keys.is_of_device() { &NONE } else { self.domain_caps(address) };
        bucket(Limit::MailsPerDomain, self.key.domain_key(address.domain()), caps)
    }
}

fn bucket(limit: Limit, key: String, caps: &Caps) -> Bucket {
    Bucket { limit, key, caps: caps.0.clone() }
}
