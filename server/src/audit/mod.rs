//! The audit trail: which events happened when, about which address and from which network, for the operator to read later.
//!
//! Architecture invariant: the rules of sign-up do not use this module. `router` and [`AuditedMail`] record their results; `store`
//! implements [`AuditTrail`]. A failure to write to the trail stops no visitor.
//!
//! `event` has the events and their kinds, `trail` the storage port with its entries, `recorder` what writes them; `client_network`
//! shortens a client's address.

mod audited_mail;
mod client_network;
mod event;
mod recorder;
mod trail;

pub use audited_mail::AuditedMail;
pub use client_network::ClientNetwork;
pub use event::{Event, EventKind};
pub use recorder::{Recorder, RequestRecorder};
pub use trail::{AuditTrail, AuditedAddress, Entry, KeptEntry, Query, Rationed};
