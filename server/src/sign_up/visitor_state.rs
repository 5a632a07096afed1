use super::ports::{AccountId, CodeId, CodePurpose, SignUpId};
use super::{CanonicalAddress, Limits, RateLimitKeys, Timestamp};
use serde::{Deserialize, Serialize};
use std::fmt;
use subtle::ConstantTimeEq;

/// The sign-up state of a visitor, kept in the session. It holds no counters: those must hold across parallel requests, and a session is
/// loaded once and saved whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitorState {
    /// The sign-up that waits for its code.
    pub pending: Option<Pending>,
    /// The sign-up that is paused while the visitor may type another address. It resumes if they type the same address again.
    #[serde(default, rename = "set_aside")]
    pub paused: Option<Pending>,
    /// The signed-in account. It may have been deleted since.
    pub account: Option<AccountId>,
    /// The change of the account's address that waits for its code. It exists beside a sign-up and never replaces one.
    #[serde(default)]
    pub change: Option<Pending>,
    /// The running wait in place of a proof of work, if any.
    #[serde(default)]
    pub waiting: Option<Waiting>,
}

/// A sign-up, or a change of an account's address, that waits for its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    #[serde(default)]
    pub(super) purpose: CodePurpose,
    pub(super) sign_up: SignUpId,
    pub(super) address: CanonicalAddress,
    /// The keys under which the newest code and its failures are counted.
    #[serde(default, rename = "budget")]
    pub(super) keys: RateLimitKeys,
    /// Oldest first, at most [`Limits::LIVE_CODES`].
    pub(super) codes: Vec<MailedCode>,
}

/// A mailed code, stored as its MAC only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailedCode {
    pub(super) id: CodeId,
    pub(super) mac: CodeMac,
    pub(super) issued_at: Timestamp,
    /// The first moment at which the code no longer works.
    pub(super) expires_at: Timestamp,
}

/// The keyed MAC of a code with its purpose, sign-up and address.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct CodeMac(pub(super) [u8; 32]);

/// A visitor's wait in place of a proof of work. The serialized form is in the database: the stored names stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// The keys of the address that the visitor waits for.
    #[serde(rename = "address")]
    pub(super) keys: RateLimitKeys,
    pub(super) since: Timestamp,
}

impl VisitorState {
    /// The pending sign-up or change of this purpose, if any.
    pub(super) fn pending_for(&self, purpose: CodePurpose) -> Option<&Pending> {
        let pending = match purpose {
            CodePurpose::SignUp => &self.pending,
            CodePurpose::EmailChange(_) => &self.change,
        };
        // Another account may have begun the change in this browser: it does not belong to this account.
        pending.as_ref().filter(|pending| pending.purpose == purpose)
    }

    /// Stores `pending` by its purpose. A new sign-up also drops the paused one.
    pub(super) fn set_pending(&mut self, pending: Pending) {
        match pending.purpose {
            CodePurpose::SignUp => {
                self.pending = Some(pending);
                self.paused = None;
            }
            CodePurpose::EmailChange(_) => self.change = Some(pending),
        }
    }
}

impl Pending {
    /// Creates a pending sign-up or change without a code.
    pub(super) const fn new(purpose: CodePurpose, sign_up: SignUpId, address: CanonicalAddress, keys: RateLimitKeys) -> Self {
        Self { purpose, sign_up, address, keys, codes: Vec::new() }
    }

    /// The id of the sign-up.
    #[must_use]
    pub const fn sign_up(&self) -> SignUpId {
        self.sign_up
    }

    /// The address that the codes are mailed to.
    #[must_use]
    pub const fn address(&self) -> &CanonicalAddress {
        &self.address
    }

    /// Adds a code and drops the oldest ones beyond [`Limits::LIVE_CODES`].
    pub(super) fn add(&mut self, code: MailedCode) {
        self.codes.push(code);
        let surplus = self.codes.len().saturating_sub(Limits::LIVE_CODES);
        self.codes.drain(..surplus);
    }
}

impl MailedCode {
    /// Whether the code has not expired at `now`.
    pub(super) fn works_at(&self, now: Timestamp) -> bool {
        now < self.expires_at
    }
}

impl Waiting {
    /// The running wait, if it is for the address of these keys; otherwise one that begins now.
    pub(super) fn for_keys(running: Option<&Self>, keys: RateLimitKeys, now: Timestamp) -> Self {
        running.cloned().filter(|waiting| waiting.keys == keys).unwrap_or(Self { keys, since: now })
    }
}

impl PartialEq for CodeMac {
    /// Compares in constant time.
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

#[cfg(test)]
mod tests {
    use super::{Pending, VisitorState, Waiting};
    use crate::sign_up::ports::{AccountId, CodePurpose, SignUpId};
    use crate::sign_up::{CanonicalAddress, RateLimitKeys, Timestamp};
    use serde_json::json;

    /// Sessions in the database were written by earlier versions, and an older instance may read what this one writes.
    #[test]
    fn the_stored_names_stay() {
        let keys = RateLimitKeys { own: "1f".to_owned(), all_devices: Some("2e".to_owned()) };
        let address = CanonicalAddress::parse("me@example.org").expect("an address");
        let change = Pending::new(CodePurpose::EmailChange(AccountId([1; 16])), SignUpId([2; 16]), address, keys.clone());
        let (since, account, sign_up) = (Timestamp::from_millis(3), [1_u8; 16], [2_u8; 16]);
        let state = VisitorState { change: Some(change), waiting: Some(Waiting { keys, since }), ..VisitorState::default() };
        let stored = json!({
            "pending": null,
            "set_aside": null,
            "account": null,
            "change": {
                "purpose": { "ChangeAddress": account },
                "sign_up": sign_up,
                "address": "me@example.org",
                "budget": { "key": "1f", "devices": "2e" },
                "codes": [],
            },
            "waiting": { "address": { "key": "1f", "devices": "2e" }, "since": 3 },
        });
        assert_eq!(serde_json::to_value(&state).expect("JSON"), stored);
        assert_eq!(serde_json::from_value::<VisitorState>(stored).expect("a state"), state);
    }
}
