//! The values of labels, from closed sets.

use domain::{Delivery, Refusal};

/// The label of a refusal.
pub(crate) fn refusal_label(refusal: Refusal) -> &'static str {
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
        Refusal::Limited { limit, .. } => limit.name(),
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

/// The label of a delivery.
pub(crate) fn delivery_label(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Sending => "sending",
        Delivery::Accepted => "accepted",
        Delivery::Retrying(_) => "retrying",
        Delivery::Unknown => "unknown",
        Delivery::Failed(failure) => failure.name(),
    }
}

#[cfg(test)]
mod tests {
    use super::{delivery_label, refusal_label};
    use crate::sign_up::ports::RelayRole;
    use domain::{Delivery, DeliveryFailure, Limit, Refusal};

    /// The labels are in dashboards and alarms of operators.
    #[test]
    fn every_label_keeps_its_name() {
        let failures = [
            (DeliveryFailure::Unreachable, "unreachable"),
            (DeliveryFailure::Insecure, "insecure"),
            (DeliveryFailure::Credentials, "credentials"),
            (DeliveryFailure::Recipient, "recipient"),
            (DeliveryFailure::MailboxFull, "mailbox_full"),
            (DeliveryFailure::Unsupported, "unsupported"),
            (DeliveryFailure::Later, "later"),
            (DeliveryFailure::Rejected, "rejected"),
        ];
        for (failure, label) in failures {
            assert_eq!(delivery_label(Delivery::Failed(failure)), label);
            assert_eq!(delivery_label(Delivery::Retrying(failure)), "retrying");
        }
        assert_eq!([RelayRole::Main, RelayRole::Fallback].map(RelayRole::name), ["main", "fallback"]);
        assert_eq!(refusal_label(Refusal::Limited { limit: Limit::MailsPerAddress, retry_after: 1 }), "mails_per_address");
    }
}
