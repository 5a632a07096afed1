use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// The limits that can refuse a request of the sign-up.
///
/// The variant is the name for programs, [`Self::name`] the one in metrics, logs and the database. Both are derived from the variants: they
/// may be added, but none renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Limit {
    /// `RESEND_AFTER`: pause between two mails to one address.
    ResendAfter,
    /// `MAILS_PER_ADDRESS`: mails to one address, over all sessions.
    MailsPerAddress,
    /// `MAILS_PER_DOMAIN` or `MAILS_PER_LARGE_DOMAIN`: mails to all addresses of one domain.
    MailsPerDomain,
    /// `MAILS_PER_CLIENT`: mails requested by one IP address (IPv6: one /64).
    MailsPerClient,
    /// `MAILS_TOTAL`: mails of the whole installation.
    MailsTotal,
    /// `PROOF_OF_WORK_ABOVE`: mails of the whole installation above which the first mail of a sign-up requires a proof of work or a wait.
    ProofOfWork,
    /// `FAILURES_PER_ADDRESS`: wrong codes for one address, over all sessions.
    FailuresPerAddress,
    /// `SMTP_QUEUE`: mails that are waiting or being sent.
    MailQueue,
    /// The reader of the mailbox has reported that they did not request a code.
    Muted,
}

impl Limit {
    /// The name in metrics, in the audit log and in the database, such as `mails_per_address`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

#[cfg(test)]
mod tests {
    use super::Limit;
    use strum::VariantArray;

    /// The names are in databases, dashboards and programs.
    #[test]
    fn every_limit_keeps_its_names() {
        let names = [
            (Limit::ResendAfter, "resend_after", "ResendAfter"),
            (Limit::MailsPerAddress, "mails_per_address", "MailsPerAddress"),
            (Limit::MailsPerDomain, "mails_per_domain", "MailsPerDomain"),
            (Limit::MailsPerClient, "mails_per_client", "MailsPerClient"),
            (Limit::MailsTotal, "mails_total", "MailsTotal"),
            (Limit::ProofOfWork, "proof_of_work", "ProofOfWork"),
            (Limit::FailuresPerAddress, "failures_per_address", "FailuresPerAddress"),
            (Limit::MailQueue, "mail_queue", "MailQueue"),
            (Limit::Muted, "muted", "Muted"),
        ];
        for (limit, name, for_programs) in names {
            assert_eq!(limit.name(), name);
            assert_eq!(serde_json::to_value(limit).expect("JSON"), for_programs);
        }
        assert_eq!(names.map(|(limit, ..)| limit).as_slice(), Limit::VARIANTS, "every limit");
    }
}
