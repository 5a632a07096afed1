use serde::{Deserialize, Serialize};

/// The limits that a sign-up can run into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Limit {
    /// `RESEND_AFTER`: the pause between two mails to one address.
    ResendAfter,
    /// `MAILS_PER_ADDRESS`: mails to one address, over all sessions.
    MailsPerAddress,
    /// `MAILS_PER_DOMAIN` or `MAILS_PER_LARGE_DOMAIN`: mails to all addresses of one domain.
    MailsPerDomain,
    /// `MAILS_PER_CLIENT`: mails asked for by one IP address (IPv6: one /64).
    MailsPerClient,
    /// `MAILS_TOTAL`: mails of the whole installation.
    MailsTotal,
    /// `PROOF_OF_WORK_ABOVE`: mails of the whole installation after which a sign-up's first one needs a proof of work,
    /// or a wait.
    ProofOfWork,
    /// `FAILURES_PER_ADDRESS`: wrong codes for one address, over all sessions.
    FailuresPerAddress,
    /// `SMTP_QUEUE`: mails that wait or are under way.
    MailQueue,
    /// Whoever reads the mail of the address has said that they did not ask for a code.
    Muted,
}
