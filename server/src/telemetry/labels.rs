//! The values of labels, from closed sets.

use crate::sign_up::ports::RelayRole;
use domain::{Delivery, DeliveryFailure, Limit, Refusal};

/// The label of a refusal.
pub(crate) const fn refusal_label(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Address(_) => "address",
        Refusal::Domain => "domain",
        Refusal::Code(_) => "code",
        Refusal::WrongCode { .. } => "wrong_code",
        Refusal::Expired => "expired",
        Refusal::AlreadyUsed => "already_used",
        Refusal::Conflict => "overtaken",
        Refusal::Voided => "voided",
        Refusal::TriesSpent => "tries_spent",
        Refusal::Limited { limit, .. } => limit_label(limit),
        Refusal::NothingPending => "nothing_pending",
        Refusal::NotSignedIn => "not_signed_in",
        Refusal::Token => "token",
        Refusal::AddressTaken => "address_taken",
        Refusal::Malformed => "malformed",
        Refusal::CrossSite => "cross_site",
        Refusal::NoCookie => "no_cookie",
        Refusal::NoAnswer => "no_answer",
        Refusal::Internal => "internal",
    }
}

const fn limit_label(limit: Limit) -> &'static str {
    match limit {
        Limit::ResendAfter => "resend_after",
        Limit::MailsPerAddress => "mails_per_address",
        Limit::MailsPerDomain => "mails_per_domain",
        Limit::MailsPerClient => "mails_per_client",
        Limit::MailQueue => "mail_queue",
        Limit::MailsTotal => "mails_total",
        Limit::ProofOfWork => "proof_of_work",
        Limit::FailuresPerAddress => "failures_per_address",
        Limit::Muted => "muted",
    }
}

/// The label of a relay.
pub(super) const fn relay_label(relay: RelayRole) -> &'static str {
    match relay {
        RelayRole::Main => "main",
        RelayRole::Fallback => "fallback",
    }
}

/// The label of a delivery.
pub(crate) const fn delivery_label(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Sending => "sending",
        Delivery::Accepted => "accepted",
        Delivery::Retrying(_) => "retrying",
        Delivery::Unknown => "unknown",
        Delivery::Failed(DeliveryFailure::Unreachable) => "unreachable",
        Delivery::Failed(DeliveryFailure::Insecure) => "insecure",
        Delivery::Failed(DeliveryFailure::Credentials) => "credentials",
        Delivery::Failed(DeliveryFailure::Recipient) => "recipient",
        Delivery::Failed(DeliveryFailure::MailboxFull) => "mailbox_full",
        Delivery::Failed(DeliveryFailure::Unsupported) => "unsupported",
        Delivery::Failed(DeliveryFailure::Later) => "later",
        Delivery::Failed(DeliveryFailure::Rejected) => "rejected",
    }
}
