//! Telemetry for operators: the log and the metrics, whose values of labels are in `labels`.

mod labels;
mod log;
mod mail_collector;
mod metrics;

pub use metrics::{CountedMail, Metrics};

pub(crate) use labels::{delivery_label, refusal_label};
pub(crate) use log::start_log;
