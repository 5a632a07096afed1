//! The audit trail: what happened, about whom, from where and when, for the operator to read later.
//!
//! Architecture invariant: the rules of sign-up know nothing of it. `router` and the [`AuditedMail`] record what comes
//! out of them; `store` implements [`AuditTrail`]. A trail that cannot be written stops no visitor.

mod audited_mail;
mod client_network;
mod entry;
mod event;
mod log_ration;
mod recorder;
mod request_recorder;
mod subject;
mod trail;

pub use audited_mail::AuditedMail;
pub use client_network::ClientNetwork;
pub use entry::{Entry, KeptEntry};
pub use event::{Event, Kind};
pub use recorder::Recorder;
pub use request_recorder::RequestRecorder;
pub use subject::Subject;
pub use trail::{AuditTrail, Query, Rationed};
