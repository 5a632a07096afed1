//! The rules of sign-up.
//!
//! Architecture invariant: this module knows [`ports`] and the domain's types, and nothing of HTTP, SQL or SMTP.
//! What must hold across parallel requests is counted in the store, never in the [`Visit`].

mod account;
mod aliases;
mod buckets;
mod budget;
mod canonical_address;
mod clean_up;
mod client_key;
mod device;
mod domain_rules;
#[cfg(test)]
#[path = "../../../app/domain/src/email_address_table.rs"]
pub(crate) mod email_address_table;
mod email_change;
mod issue;
mod large_providers;
mod limits;
mod mac_key;
mod mailing;
mod not_me;
mod not_me_token;
mod notify;
mod outgoing_mail;
pub mod ports;
mod problem;
mod proof_of_work;
mod request_code;
mod requester;
mod resend_code;
mod send;
mod start_over;
mod step;
mod timestamp;
mod verify_code;
mod visit;
mod vouch;

pub use budget::Budget;
pub use canonical_address::CanonicalAddress;
pub use client_key::ClientKey;
pub use device::Device;
pub use domain_rules::{DomainList, DomainListError, DomainRules};
pub use limits::{Cap, Caps, LimitError, Limits, parse_duration};
pub use mac_key::MacKey;
pub use mailing::Mailing;
pub use not_me_token::{NotMeMac, NotMeToken, NotMeTokenError};
pub use problem::Problem;
pub use proof_of_work::{Challenge, Solution, SolutionError, Waiting};
pub use requester::Requester;
pub use timestamp::Timestamp;
pub use visit::{CodeMac, LiveCode, Pending, Purpose, Visit};

use ports::Ports;
use std::time::Duration;
use tokio_util::task::TaskTracker;

/// The sign-up, from the typed address to the account and its deletion.
///
/// Each verb takes the [`Visit`] that the session holds and changes it only when it succeeds; the caller saves it.
pub struct SignUp {
    ports: Ports,
    key: MacKey,
    limits: Limits,
    tasks: TaskTracker,
}

impl SignUp {
    /// The longest that [`Self::send`] waits for the relay: 8 s, so that the page answers within 10.
    pub const ANSWER_WITHIN: Duration = Duration::from_secs(8);

    /// The rules over these ports. `key` makes the MACs of codes and bucket keys; mails are sent in `tasks`, which
    /// the caller waits for at shutdown.
    #[must_use]
    pub const fn new(ports: Ports, key: MacKey, limits: Limits, tasks: TaskTracker) -> Self {
        Self { ports, key, limits, tasks }
    }

    /// The limits in force.
    #[must_use]
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The present moment, by the rules' clock.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.ports.clock.now()
    }
}
