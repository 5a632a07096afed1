use super::labels::{delivery_label, refusal_label};
use super::mail_collector::MailCollector;
use crate::mail::Mailer;
use crate::sign_up::ports::{Mail, MailOutcome, OutgoingMail, QueueFull, QueueSlot, RelayRole};
use async_trait::async_trait;
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
use tokio::sync::watch;

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
        registry.register("build", "The running version", Info::new(vec![("version", env!("CARGO_PKG_VERSION"))]));
        registry.register("requests", "Calls of the server functions, by outcome", Family::clone(&requests));
        registry.register("mails", "Mails, by outcome and by the relay that decided it", Family::clone(&mails));
        registry.register_collector(Box::new(MailCollector(mailer)));
        Self { registry: Arc::new(registry), requests, mails }
    }

    /// Counts a call of a server function, named by the last segment of its fixed path.
    pub fn count_request(&self, function: &'static str, refusal: Option<Refusal>) {
        let outcome = Label(refusal.map_or("ok", refusal_label));
        self.requests.get_or_create(&RequestLabels { function, outcome }).inc();
    }

    /// Counts a mail by its outcome.
    pub fn count_mail(&self, outcome: MailOutcome) {
        let relay = Label(outcome.relay.map_or("none", RelayRole::name));
        self.mails.get_or_create(&MailLabels { outcome: Label(delivery_label(outcome.delivery)), relay }).inc();
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

/// A [`Mail`] that counts its outcomes.
pub struct CountedMail {
    mail: Arc<dyn Mail>,
    metrics: Metrics,
}

impl CountedMail {
    /// Counts the outcomes of the mails sent by `mail`.
    #[must_use]
    pub fn new(mail: Arc<dyn Mail>, metrics: Metrics) -> Self {
        Self { mail, metrics }
    }
}

#[async_trait]
impl Mail for CountedMail {
    fn reserve(&self) -> Result<QueueSlot, QueueFull> {
        self.mail.reserve()
    }

    async fn send(&self, mail: OutgoingMail, slot: QueueSlot, progress: &watch::Sender<Delivery>) -> MailOutcome {
        let outcome = self.mail.send(mail, slot, progress).await;
        self.metrics.count_mail(outcome);
        outcome
    }
}
