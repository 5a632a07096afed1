use super::ports::Bucket;
use super::{CanonicalAddress, Cap, ClientKey, SignUp};
use app::domain::Limit;

/// What each limit is counted against.
impl SignUp {
    /// The pause between two mails to the address.
    pub(super) fn resend_bucket(&self, address: &CanonicalAddress) -> Bucket {
        let pause = self.limits.resend_after;
        let caps = if pause.is_zero() { Vec::new() } else { vec![Cap { count: 1, window: pause }] };
        Bucket { limit: Limit::ResendAfter, key: self.key.address(address), caps }
    }

    /// Wrong codes for the address.
    pub(super) fn failure_bucket(&self, address: &CanonicalAddress) -> Bucket {
        let caps = self.limits.failures_per_address.0.clone();
        Bucket { limit: Limit::FailuresPerAddress, key: self.key.address(address), caps }
    }

    /// All that one mail counts against.
    pub(super) fn mail_buckets(&self, address: &CanonicalAddress, client: &ClientKey) -> [Bucket; 4] {
        let bucket = |limit, key, caps: &super::Caps| Bucket { limit, key, caps: caps.0.clone() };
        [
            self.resend_bucket(address),
            bucket(Limit::MailsPerAddress, self.key.address(address), &self.limits.mails_per_address),
            bucket(Limit::MailsPerClient, self.key.client(client), &self.limits.mails_per_client),
            bucket(Limit::MailsTotal, "all".to_owned(), &self.limits.mails_total),
        ]
    }
}
