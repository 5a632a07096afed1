//! The rules of sign-up.
//!
//! Architecture invariant: this module uses [`ports`] and the domain's types, and nothing of HTTP, SQL or SMTP. Counters that must hold
//! across parallel requests are in the store, never in the [`VisitorState`].
//!
//! The word sign-up includes the change of an account's address, which follows the same rules, unless a text distinguishes them.
//!
//! Each operation of [`SignUp`] is in the file of its subject:
//! - `request_code` (also another code, and starting over), `verify_code`, `email_change`, `account` (its deletion, and notices of
//!   changes), `not_me` (reports of unrequested mail), `trusted_device`, `proof_of_work`;
//! - `issue` counts a mail and makes its code, `send` hands it to the relay, `step` says where a visitor is.
//!
//! Their values and settings:
//! - `visitor_state` is what the session holds, `canonical_address` an address in the spellings that are needed, `not_me_token` the token
//!   of a mail, `timestamp` a time, `error` a refusal or a failure of the store;
//! - `limits` has the settings, `buckets` the bucket of each limit, `rate_limit_keys` the keys under which uses are counted;
//! - `domain_rules` allows and blocks domains, `large_domains` lists those of large mail providers, `address_aliases` says which addresses
//!   such a provider delivers to one mailbox;
//! - `mac_key` makes every MAC.
//!
//! [`Recording`] is what a request gives to a step: its session and its audit trail, of which the rules know nothing else. [`ports`] has the traits of the store and the mail with their values; it is the lowest layer of this module.

mod account;
mod address_aliases;
mod buckets;
mod canonical_address;
mod domain_rules;
mod email_change;
mod error;
mod issue;
mod large_domains;
mod limits;
mod mac_key;
mod not_me;
mod not_me_token;
pub mod ports;
mod proof_of_work;
mod rate_limit_keys;
mod recording;
mod request_code;
mod send;
mod step;
mod timestamp;
mod trusted_device;
mod verify_code;
mod visitor_state;

pub use canonical_address::CanonicalAddress;
pub use domain_rules::{DomainList, DomainListError, DomainRules};
pub use error::SignUpError;
pub use issue::Requester;
pub use limits::{Cap, Caps, LimitError, Limits, parse_duration};
pub use mac_key::MacKey;
pub use not_me_token::{NotMeMac, NotMeToken, NotMeTokenError};
pub use proof_of_work::{Challenge, Solution, SolutionError};
pub use rate_limit_keys::{ClientPrefix, RateLimitKeys};
pub use recording::{Recording, SessionId, StepEvent};
pub use send::UnsentMail;
pub use timestamp::Timestamp;
pub use trusted_device::TrustedDevice;
pub use visitor_state::{CodeMac, MailedCode, Pending, VisitorState, Waiting};

use ports::{Ports, StoreError};
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
    /// The longest time that [`Self::send`] waits for the relay: 8 s, so that a page usually comes within 10 s.
    pub const MAX_DELIVERY_WAIT: Duration = Duration::from_secs(8);

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

    /// Deletes from the store what no rule needs any more. It should run every few minutes.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn clean_up(&self) -> Result<(), StoreError> {
        let now = self.now();
        // Solved challenges and mutes are counted too, each for a fixed time.
        let longest_window = self.limits.longest_window().max(Challenge::LIFETIME).max(Self::MUTED_FOR);
        self.ports.store.clean_up(now, now - longest_window).await
    }
}
