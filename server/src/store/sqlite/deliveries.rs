use crate::sign_up::Timestamp;
use crate::sign_up::ports::{CodeId, DeliveryNote, MailOutcome, RelayRole};
use domain::{Delivery, DeliveryFailure};
use rusqlite::{Connection, OptionalExtension, Result, params};

pub(super) fn record(connection: &Connection, code: CodeId, outcome: MailOutcome, now: Timestamp, ends_at: Timestamp) -> Result<()> {
    let upsert = "INSERT INTO delivery (code_id, outcome, relay, recorded_at, ends_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (code_id) DO UPDATE
         SET outcome = excluded.outcome, relay = excluded.relay, recorded_at = excluded.recorded_at, ends_at = excluded.ends_at";
    let (delivery, relay) = (to_text(outcome.delivery), outcome.relay.map(RelayRole::name));
    connection.prepare_cached(upsert)?.execute(params![code.as_bytes(), delivery, relay, now.millis(), ends_at.millis()])?;
    Ok(())
}

pub(super) fn read(connection: &Connection, code: CodeId) -> Result<Option<DeliveryNote>> {
    let query = "SELECT outcome, relay, recorded_at FROM delivery WHERE code_id = ?";
    let note = |row: &rusqlite::Row<'_>| {
        let (outcome, relay): (String, Option<String>) = (row.get(0)?, row.get(1)?);
        Ok(DeliveryNote {
            // A later version may have written the name of a relay that this one does not know.
            outcome: MailOutcome { delivery: from_text(&outcome), relay: relay.and_then(|relay| relay.parse().ok()) },
            at: Timestamp::from_millis(row.get(2)?),
        })
    };
    connection.prepare_cached(query)?.query_row([code.as_bytes()], note).optional()
}

pub(super) fn clean_up(connection: &Connection, now: Timestamp) -> Result<()> {
    connection.prepare_cached("DELETE FROM delivery WHERE ends_at <= ?")?.execute([now.millis()])?;
    Ok(())
}

/// The text of a delivery state in the database, such as `failed: mailbox full`. Texts may be added, but none changed.
fn to_text(delivery: Delivery) -> String {
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
fn from_text(text: &str) -> Delivery {
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
