//! How closed sets are written in the database. These words are on disk: they may be added to, never changed.

use app::domain::{Delivery, DeliveryFailure, Limit};

const DELIVERIES: [(Delivery, &str); 9] = [
    (Delivery::Sending, "sending"),
    (Delivery::Accepted, "accepted"),
    (Delivery::Unknown, "unknown"),
    (Delivery::Failed(DeliveryFailure::Unreachable), "failed: unreachable"),
    (Delivery::Failed(DeliveryFailure::Insecure), "failed: insecure"),
    (Delivery::Failed(DeliveryFailure::Credentials), "failed: credentials"),
    (Delivery::Failed(DeliveryFailure::Recipient), "failed: recipient"),
    (Delivery::Failed(DeliveryFailure::Later), "failed: later"),
    (Delivery::Failed(DeliveryFailure::Rejected), "failed: rejected"),
];

/// The word for a limit.
pub(super) const fn of_limit(limit: Limit) -> &'static str {
    match limit {
        Limit::ResendAfter => "resend_after",
        Limit::MailsPerAddress => "mails_per_address",
        Limit::MailsPerClient => "mails_per_client",
        Limit::MailsTotal => "mails_total",
        Limit::FailuresPerAddress => "failures_per_address",
    }
}

/// The words for a delivery.
pub(super) fn of_delivery(delivery: Delivery) -> &'static str {
    DELIVERIES.iter().find(|(known, _)| *known == delivery).map_or("unknown", |(_, text)| text)
}

/// The delivery of these words; unknown if a later version wrote them.
pub(super) fn to_delivery(text: &str) -> Delivery {
    DELIVERIES.iter().find(|(_, known)| *known == text).map_or(Delivery::Unknown, |(delivery, _)| *delivery)
}

#[cfg(test)]
mod tests {
    use super::{DELIVERIES, of_delivery, to_delivery};

    #[test]
    fn every_delivery_comes_back() {
        for (delivery, text) in DELIVERIES {
            assert_eq!((of_delivery(delivery), to_delivery(text)), (text, delivery));
        }
    }
}
