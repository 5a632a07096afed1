//! The text of a delivery state in the database, such as `failed: mailbox full`. Texts may be added, but none changed.

use domain::{Delivery, DeliveryFailure};

/// The text of a delivery state.
pub(super) fn to_text(delivery: Delivery) -> String {
    let words = |failure: DeliveryFailure| failure.name().replace('_', " ");
    match delivery {
        Delivery::Sending => "sending".to_owned(),
        Delivery::Accepted => "accepted".to_owned(),
        Delivery::Unknown => "unknown".to_owned(),
        Delivery::Retrying(failure) => format!("retrying: {}", words(failure)),
        Delivery::Failed(failure) => format!("failed: {}", words(failure)),
    }
}

/// The delivery state of a text in the database; [`Delivery::Unknown`] if a later version wrote it.
pub(super) fn from_text(text: &str) -> Delivery {
    let (state, words) = text.split_once(": ").unwrap_or((text, ""));
    let failure = words.replace(' ', "_").parse().ok();
    match (state, failure) {
        ("sending", None) => Delivery::Sending,
        ("accepted", None) => Delivery::Accepted,
        ("retrying", Some(failure)) => Delivery::Retrying(failure),
        ("failed", Some(failure)) => Delivery::Failed(failure),
        _ => Delivery::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::{from_text, to_text};
    use crate::sign_up::ports::RelayRole;
    use domain::{Delivery, DeliveryFailure};
    use strum::VariantArray;

    #[test]
    fn every_delivery_is_parsed_back_from_its_stored_text() {
        let failures = [
            (DeliveryFailure::Unreachable, "unreachable"),
            (DeliveryFailure::Insecure, "insecure"),
            (DeliveryFailure::Credentials, "credentials"),
            (DeliveryFailure::Recipient, "recipient"),
            (DeliveryFailure::MailboxFull, "mailbox full"),
            (DeliveryFailure::Unsupported, "unsupported"),
            (DeliveryFailure::Later, "later"),
            (DeliveryFailure::Rejected, "rejected"),
        ];
        assert_eq!(failures.map(|(failure, _)| failure).as_slice(), DeliveryFailure::VARIANTS, "every failure");
        let retried = failures.map(|(failure, text)| (Delivery::Retrying(failure), format!("retrying: {text}")));
        let failed = failures.map(|(failure, text)| (Delivery::Failed(failure), format!("failed: {text}")));
        let others = [(Delivery::Sending, "sending"), (Delivery::Accepted, "accepted"), (Delivery::Unknown, "unknown")];
        for (delivery, text) in retried.into_iter().chain(failed).chain(others.map(|(delivery, text)| (delivery, text.to_owned()))) {
            assert_eq!(to_text(delivery), text);
            assert_eq!(from_text(&text), delivery);
        }
        for text in ["of a later version", "failed", "failed: of a later version", "sending: later", "later", ""] {
            assert_eq!(from_text(text), Delivery::Unknown, "{text}");
        }
    }

    #[test]
    fn every_relay_role_is_parsed_back_from_its_stored_name() {
        for relay in RelayRole::VARIANTS {
            assert_eq!(relay.name().parse(), Ok(*relay));
        }
        assert!("of a later version".parse::<RelayRole>().is_err());
    }
}
