use crate::mail::{Mailer, RelayStatus};
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeMetric};
use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::registry::Unit;
use std::fmt;
use std::sync::Arc;

/// Collects the state of the mailer's queue whenever metrics are requested.
pub(super) struct MailCollector(pub(super) Arc<Mailer>);

impl fmt::Debug for MailCollector {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("MailCollector")
    }
}

impl Collector for MailCollector {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> Result<(), fmt::Error> {
        let queued = ConstGauge::new(i64::try_from(self.0.queued()).unwrap_or(i64::MAX));
        queued.encode(encoder.encode_descriptor(
            "mails_queued",
            "Mails with a code that are waiting or being sent",
            NO_UNIT,
            queued.metric_type(),
        )?)?;
        let retries = ConstCounter::new(self.0.retries());
        let help = "Attempts to send a mail after the first, at another relay or later";
        retries.encode(encoder.encode_descriptor("mail_retries", help, NO_UNIT, retries.metric_type())?)?;
        self.each_relay(
            &mut encoder,
            "relay_up",
            "Whether the relay could be used at the last attempt, and has lately refused no mail for reasons on our side",
            |relay| i64::from(relay.is_up),
        )?;
        self.each_relay(&mut encoder, "relay_connections", "Open connections to the relay", |relay| {
            i64::try_from(relay.connections).unwrap_or(i64::MAX)
        })
    }
}

const NO_UNIT: Option<&Unit> = None;

impl MailCollector {
    fn each_relay(
        &self,
        encoder: &mut DescriptorEncoder<'_>,
        name: &str,
        help: &str,
        value: impl Fn(&RelayStatus) -> i64,
    ) -> Result<(), fmt::Error> {
        let mut family = encoder.encode_descriptor(name, help, NO_UNIT, ConstGauge::new(0_i64).metric_type())?;
        for relay in self.0.status() {
            let gauge = ConstGauge::new(value(&relay));
            gauge.encode(family.encode_family(&[("relay", relay.role.name())])?)?;
        }
        Ok(())
    }
}
