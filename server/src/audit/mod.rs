//! The audit trail: which events happened when, about which address and from which network, for the operator to read later.
//!
//! Architecture invariant: the rules of sign-up do not use this module. Their ports `Recording` and `MailRecording` give them the rows that
//! a step stores together with its data; `router` records what no step stores, such as refusals, whose failure stops no visitor. `store`
//! implements [`AuditTrail`].
//!
//! `event` has the events and their kinds, `trail` the storage port with its entries, `recorder` what makes and writes them,
//! `request_recorder` the same for one request; `client_network` shortens a client's address.

mod client_network;
mod event;
mod recorder;
mod request_recorder;
mod trail;

pub use client_network::ClientNetwork;
pub use event::{Event, EventKind};
pub use recorder::Recorder;
pub use request_recorder::RequestRecorder;
pub use trail::{AuditTrail, AuditedAddress, Entry, KeptEntry, Query, Rationed};
