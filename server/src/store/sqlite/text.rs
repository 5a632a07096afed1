//! The texts of closed sets in the database. They are on disk: texts may be added, but none changed.

use crate::sign_up::ports::RelayRole;
use domain::{Delivery, DeliveryFailure};

/// The text of a delivery.
pub(super) const fn of_delivery(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Sending => "sending",
        Delivery::Accepted => "accepted",
        Delivery::Unknown => "unknown",
        Delivery::Retrying(DeliveryFailure::Unreachable) => "retrying: unreachable",
        Delivery::Retrying(DeliveryFailure::Insecure) => "retrying: insecure",
        Delivery::Retrying(DeliveryFailure::Credentials) => "retrying: credentials",
        Delivery::Retrying(DeliveryFailure::Recipient) => "retrying: recipient",
        Delivery::Retrying(DeliveryFailure::MailboxFull) => "retrying: mailbox full",
        Delivery::Retrying(DeliveryFailure::Unsupported) => "retrying: unsupported",
        Delivery::Retrying(DeliveryFailure::Later) => "retrying: later",
        Delivery::Retrying(DeliveryFailure::Rejected) => "retrying: rejected",
        Delivery::Failed(DeliveryFailure::Unreachable) => "failed: unreachable",
        Delivery::Failed(DeliveryFailure::Insecure) => "failed: insecure",
        Delivery::Failed(DeliveryFailure::Credentials) => "failed: credentials",
        Delivery::Failed(DeliveryFailure::Recipient) => "failed: recipient",
        Delivery::Failed(DeliveryFailure::MailboxFull) => "failed: mailbox full",
        Delivery::Failed(DeliveryFailure::Unsupported) => "failed: unsupported",
        Delivery::Failed(DeliveryFailure::Later) => "failed: later",
        Delivery::Failed(DeliveryFailure::Rejected) => "failed: rejected",
    }
}

/// The delivery of this text; [`Delivery::Unknown`] if a later version wrote it.
pub(super) fn to_delivery(text: &str) -> Delivery {
    match text {
        "sending" => Delivery::Sending,
        "accepted" => Delivery::Accepted,
        "retrying: unreachable" => Delivery::Retrying(DeliveryFailure::Unreachable),
        "retrying: insecure" => Delivery::Retrying(DeliveryFailure::Insecure),
        "retrying: credentials" => Delivery::Retrying(DeliveryFailure::Credentials),
        "retrying: recipient" => Delivery::Retrying(DeliveryFailure::Recipient),
        "retrying: mailbox full" => Delivery::Retrying(DeliveryFailure::MailboxFull),
        "retrying: unsupported" => Delivery::Retrying(DeliveryFailure::Unsupported),
        "retrying: later" => Delivery::Retrying(DeliveryFailure::Later),
        "retrying: rejected" => Delivery::Retrying(DeliveryFailure::Rejected),
        "failed: unreachable" => Delivery::Failed(DeliveryFailure::Unreachable),
        "failed: insecure" => Delivery::Failed(DeliveryFailure::Insecure),
        "failed: credentials" => Delivery::Failed(DeliveryFailure::Credentials),
        "failed: recipient" => Delivery::Failed(DeliveryFailure::Recipient),
        "failed: mailbox full" => Delivery::Failed(DeliveryFailure::MailboxFull),
        "failed: unsupported" => Delivery::Failed(DeliveryFailure::Unsupported),
        "failed: later" => Delivery::Failed(DeliveryFailure::Later),
        "failed: rejected" => Delivery::Failed(DeliveryFailure::Rejected),
        _ => Delivery::Unknown,
    }
}

/// The text of a relay.
pub(super) const fn of_relay(relay: RelayRole) -> &'static str {
    match relay {
        RelayRole::Main => "main",
        RelayRole::Fallback => "fallback",
    }
}

/// The relay of this text; `None` if a later version wrote it.
pub(super) fn to_relay(text: &str) -> Option<RelayRole> {
    [RelayRole::Main, RelayRole::Fallback].into_iter().find(|relay| of_relay(*relay) == text)
}

#[cfg(test)]
mod tests {
    use super::{of_delivery, of_relay, to_delivery, to_relay};
    use crate::sign_up::ports::RelayRole;
    use domain::{Delivery, DeliveryFailure};

    #[test]
    fn every_delivery_comes_back() {
        let failures = [
            DeliveryFailure::Unreachable,
            DeliveryFailure::Insecure,
            DeliveryFailure::Credentials,
            DeliveryFailure::Recipient,
            DeliveryFailure::MailboxFull,
            DeliveryFailure::Unsupported,
            DeliveryFailure::Later,
            DeliveryFailure::Rejected,
        ];
        let others = [Delivery::Sending, Delivery::Accepted, Delivery::Unknown];
        for delivery in failures.into_iter().flat_map(|failure| [Delivery::Failed(failure), Delivery::Retrying(failure)]).chain(others) {
            assert_eq!(to_delivery(of_delivery(delivery)), delivery);
        }
        assert_eq!(to_delivery("of a later version"), Delivery::Unknown);
    }

    #[test]
    fn every_relay_comes_back() {
        for relay in [RelayRole::Main, RelayRole::Fallback] {
            assert_eq!(to_relay(of_relay(relay)), Some(relay));
        }
        assert_eq!(to_relay("of a later version"), None);
    }
}
