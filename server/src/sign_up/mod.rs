//! The rules of sign-up.
//!
//! Architecture invariant: this module uses [`ports`] and the domain's types, and nothing of HTTP, SQL or SMTP. Counters that must hold
//! across parallel requests are in the store, never in the [`VisitorState`].

mod account;
mod aliases;
mod buckets;
mod budget;
mod canonical_address;
mod clean_up;
mod client_key;
mod domain_rules;
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
mod trust;
mod trusted_device;
mod verify_code;
mod visitor_state;

pub use budget::Budget;
pub use canonical_address::CanonicalAddress;
pub use client_key::ClientKey;
pub use domain_rules::{DomainList, DomainListError, DomainRules};
pub use limits::{Cap, Caps, LimitError, Limits, parse_duration};
pub use mac_key::MacKey;
pub use mailing::Mailing;
pub use not_me_token::{NotMeMac, NotMeToken, NotMeTokenError};
pub use problem::Problem;
pub use proof_of_work::{Challenge, Solution, SolutionError, Waiting};
pub use requester::Requester;
pub use timestamp::Timestamp;
pub use trusted_device::TrustedDevice;
pub use visitor_state::{CodeMac, LiveCode, Pending, Purpose, TriedCode, VisitorState};

use ports::Ports;
use std::time::Duration;
use tokio_util::task::TaskTracker;

/// The rules of the sign-up, from the typed address to the account and its deletion.
///
/// Each operation takes the [`VisitorState`] of the session and changes it only on success, unless its documentation names an exception.
/// The caller saves it.
pub struct SignUp {
    ports: Ports,
    key: MacKey,
    limits: Limits,
    tasks: TaskTracker,
}

impl SignUp {
    /// The longest time that [`Self::send`] waits for the relay: 8 s, so that the page answers within 10 s.
    pub const ANSWER_WITHIN: Duration = Duration::from_secs(8);

    /// Creates the rules over these ports. `key` makes the MACs of codes and bucket keys; mails are sent in `tasks`, which the caller waits
    /// for at shutdown.
    #[must_use]
    pub const fn new(ports: Ports, key: MacKey, limits: Limits, tasks: TaskTracker) -> Self {
        Self { ports, key, limits, tasks }
    }

    /// The limits in force.
    #[must_use]
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The current time of the clock port.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.ports.clock.now()
    }
}
