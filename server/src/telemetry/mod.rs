//! Telemetry for operators: the log and the metrics.

mod counted_mail;
mod log;
mod mail_collector;
mod metrics;

use mail_collector::MailCollector;

pub use counted_mail::CountedMail;
pub use metrics::Metrics;

pub(crate) use log::start;
pub(crate) use metrics::{of_delivery, of_refusal};
