use serde::{Deserialize, Serialize};

/// The limits that can refuse a request of the sign-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
