//! The audit trail alone: its events do not change until they expire, and clients cannot flood it.

mod recorder;
mod trail;

use server::audit::AuditedAddress;
use server::sign_up::{CanonicalAddress, MacKey};
use std::time::Duration;

const HOUR: Duration = Duration::from_secs(60 * 60);

fn subject(key: u8, typed: &str) -> AuditedAddress {
    AuditedAddress::new(&MacKey::new([key; 32]), &CanonicalAddress::parse(typed).expect("an address"))
}
