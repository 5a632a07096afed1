use super::ports::{AccountId, CodeId, SignUpId, SignUpState};
use super::{Budget, CanonicalAddress, Limits, Timestamp, Waiting};
use serde::{Deserialize, Serialize};
use std::fmt;
use subtle::ConstantTimeEq;

/// What a session holds of the sign-up. No counter: those must hold across parallel requests, and a session is
/// loaded once and saved whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// The sign-up whose code is awaited.
    pub pending: Option<Pending>,
    /// The sign-up that is paused while another address may be typed. It goes on if the same one is typed again.
    #[serde(default, rename = "set_aside")]
    pub paused: Option<Pending>,
    /// Who is signed in. The account may have been deleted since.
    pub account: Option<AccountId>,
    /// The change of the account's address whose code is awaited. It stands beside a sign-up and never in its place.
    #[serde(default)]
    pub change: Option<Pending>,
    /// The wait in place of a proof of work, if one goes on.
    #[serde(default)]
    pub waiting: Option<Waiting>,
}

/// What a code is for. It goes into the code's MAC, so that a code for one purpose is worth nothing for another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// To sign up, or in.
    #[default]
    SignUp,
    /// To make an address that of this account.
    ChangeAddress(AccountId),
}

/// A sign-up, or a change of an account's address, that waits for its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    #[serde(default)]
    pub(super) purpose: Purpose,
    pub(super) sign_up: SignUpId,
    pub(super) address: CanonicalAddress,
    /// What the newest code was counted against, and what its failures are.
    #[serde(default)]
    pub(super) budget: Budget,
    /// Oldest first, at most [`Limits::LIVE_CODES`].
    pub(super) codes: Vec<LiveCode>,
}

/// A mailed code, known by its MAC only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveCode {
    pub(super) id: CodeId,
    pub(super) mac: CodeMac,
    pub(super) issued_at: Timestamp,
    /// The first moment at which it no longer works.
    pub(super) expires_at: Timestamp,
}

/// The keyed MAC of a code, its sign-up and its address.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct CodeMac(pub(super) [u8; 32]);

impl Purpose {
    /// Whether what waits for a code of this purpose is over in that state. A sign-up that the store has forgotten goes on as a new one;
    /// a change does not, since the session that knows it may outlive it by months.
    pub(super) const fn ends_with(self, state: SignUpState) -> bool {
        matches!((self, state), (Self::ChangeAddress(_), SignUpState::Unknown))
    }
}

impl Visit {
    /// What waits for a code of this purpose, if anything.
    pub(super) fn pending_for(&self, purpose: Purpose) -> Option<&Pending> {
        let pending = match purpose {
            Purpose::SignUp => &self.pending,
            Purpose::ChangeAddress(_) => &self.change,
        };
        // A change that another account began in this browser is none of this one's.
        pending.as_ref().filter(|pending| pending.purpose == purpose)
    }

    /// Waits for a code of the purpose that `pending` has.
    pub(super) fn wait_for(&mut self, pending: Pending) {
        match pending.purpose {
            Purpose::SignUp => {
                self.pending = Some(pending);
                self.paused = None;
            }
            Purpose::ChangeAddress(_) => self.change = Some(pending),
        }
    }
}

impl Pending {
    /// One without a code yet.
    pub(super) const fn new(purpose: Purpose, sign_up: SignUpId, address: CanonicalAddress, budget: Budget) -> Self {
        Self { purpose, sign_up, address, budget, codes: Vec::new() }
    }

    /// Which sign-up it is.
    #[must_use]
    pub const fn sign_up(&self) -> SignUpId {
        self.sign_up
    }

    /// The address that the code goes to.
    #[must_use]
    pub const fn address(&self) -> &CanonicalAddress {
        &self.address
    }

    /// The newest code.
    pub(super) fn newest(&self) -> Option<&LiveCode> {
        self.codes.last()
    }

    /// Adds a code and lets go of the oldest ones beyond [`Limits::LIVE_CODES`].
    pub(super) fn add(&mut self, code: LiveCode) {
        self.codes.push(code);
        let surplus = self.codes.len().saturating_sub(Limits::LIVE_CODES);
        self.codes.drain(..surplus);
    }
}

impl LiveCode {
    /// Whether it works at `now`.
    pub(super) fn works_at(&self, now: Timestamp) -> bool {
        now < self.expires_at
    }
}

impl PartialEq for CodeMac {
    /// In constant time.
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for CodeMac {}

impl fmt::Debug for CodeMac {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("CodeMac(…)")
    }
}
