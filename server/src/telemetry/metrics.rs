use super::MailCollector;
use crate::mail::Mailer;
use crate::sign_up::ports::{MailOutcome, RelayRole};
use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::{Delivery, Refusal};
use prometheus_client::encoding::text::encode;
use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;
use std::sync::Arc;

/// The metrics. No label contains data of a visitor; all are from closed sets.
#[derive(Clone)]
pub struct Metrics {
    registry: Arc<Registry>,
    requests: Family<RequestLabels, Counter>,
    mails: Family<MailLabels, Counter>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    function: &'static str,
    outcome: Label,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct MailLabels {
    outcome: Label,
    relay: Label,
}

/// A label from a closed set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Label(&'static str);

impl EncodeLabelValue for Label {
    fn encode(&self, encoder: &mut prometheus_client::encoding::LabelValueEncoder) -> Result<(), std::fmt::Error> {
        EncodeLabelValue::encode(&self.0, encoder)
    }
}

impl Metrics {
    /// Metrics without any count. The state of the queue is read from `mailer` at each request.
    #[must_use]
    pub fn new(mailer: Arc<Mailer>) -> Self {
        let mut registry = Registry::with_prefix("mailcode");
        let (requests, mails) = (Family::default(), Family::default());
        registry.register("build", "The version that runs", Info::new(vec![("version", env!("CARGO_PKG_VERSION"))]));
        registry.register("requests", "Calls of the sign-up's functions, by how they ended", Family::clone(&requests));
        registry.register("mails", "Codes to be handed to a relay, by how that ended and the relay that said so", Family::clone(&mails));
        registry.register_collector(Box::new(MailCollector(mailer)));
        Self { registry: Arc::new(registry), requests, mails }
    }

    /// Counts a call of a server function, named by the last segment of its fixed path.
    pub fn count_request(&self, function: &'static str, refusal: Option<Refusal>) {
        let outcome = Label(refusal.map_or("ok", of_refusal));
        self.requests.get_or_create(&RequestLabels { function, outcome }).inc();
    }

    /// Counts a mail by its outcome.
    pub fn count_mail(&self, outcome: MailOutcome) {
        let relay = Label(outcome.relay.map_or("none", RelayRole::name));
        self.mails.get_or_create(&MailLabels { outcome: Label(of_delivery(outcome.delivery)), relay }).inc();
    }

    /// Serves `/metrics` as `OpenMetrics` 1.0 text. It belongs on a listener that visitors cannot reach.
    pub fn router(&self) -> Router {
        let metrics = self.clone();
        Router::new().route("/metrics", get(move || async move { metrics.text() }))
    }

    fn text(&self) -> Response {
        let mut text = String::new();
        // Writing to a string cannot fail; a gap would show in the text.
        let _ = encode(&mut text, &self.registry);
        let headers = [
            (CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8"),
            (CACHE_CONTROL, "no-store"),
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
        ];
        (headers, text).into_response()
    }
}

/// The label of a refusal.
pub(crate) fn of_refusal(refusal: Refusal) -> &'static str {
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
pub(crate) fn of_delivery(delivery: Delivery) -> &'static str {
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
    use super::{of_delivery, of_refusal};
    use crate::sign_up::ports::RelayRole;
    use domain::{Delivery, DeliveryFailure, Limit, Refusal};

    /// The labels are in dashboards and alarms of operators.
    #[test]
    fn labels_stay_the_same() {
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
            assert_eq!(of_delivery(Delivery::Failed(failure)), label);
            assert_eq!(of_delivery(Delivery::Retrying(failure)), "retrying");
        }
        assert_eq!([RelayRole::Main, RelayRole::Fallback].map(RelayRole::name), ["main", "fallback"]);
        assert_eq!(of_refusal(Refusal::Limited { limit: Limit::MailsPerAddress, retry_after: 1 }), "mails_per_address");
    }
}
