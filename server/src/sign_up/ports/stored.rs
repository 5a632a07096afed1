use crate::sign_up::{CanonicalAddress, Cap, NotMeMac, Timestamp};
use domain::Limit;
use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! random_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub struct $name(pub [u8; 16]);

        impl $name {
            /// A new id of 128 random bits.
            pub fn generate(generator: &mut dyn CryptoRng) -> Self {
                let mut bytes = [0; 16];
                generator.fill_bytes(&mut bytes);
                Self(bytes)
            }

            /// The bytes, as the store keeps them.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{}({:02x}{:02x}…)", stringify!($name), self.0[0], self.0[1])
            }
        }
    };
}

random_id! {
    /// The id of a sign-up.
    SignUpId
}
random_id! {
    /// The id of a mailed code.
    CodeId
}
random_id! {
    /// The id of an account.
    AccountId
}

/// An account, whose owner has proved that they read the mail of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The id.
    pub id: AccountId,
    /// The address, as typed at the sign-up or the change that set it.
    pub email: CanonicalAddress,
    /// When the account was created.
    pub created_at: Timestamp,
    /// How often the account has changed to the address of another mailbox.
    pub address_changes: u32,
}

/// A counter of uses: a limit and the subject that it limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// The limit.
    pub limit: Limit,
    /// The limited subject: a keyed hash, a challenge's hash, or `all`; no address, domain or network in clear text.
    pub key: String,
    /// The caps in force; if empty, uses are counted and never refused.
    pub caps: Vec<Cap>,
}

/// One counted use of a bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// The limit it counts against.
    pub limit: Limit,
    /// The store's id of the use, never assigned twice.
    pub id: i64,
}

/// The uses that one step has counted, kept to give them back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenUses(pub Vec<Use>);

impl TakenUses {
    /// The uses that count against one of these limits.
    #[must_use]
    pub fn only(&self, limits: &[Limit]) -> Self {
        Self(self.0.iter().copied().filter(|one| limits.contains(&one.limit)).collect())
    }
}

/// A limit was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exhausted {
    /// The limit.
    pub limit: Limit,
    /// When one more use will be allowed.
    pub until: Timestamp,
}

/// What a code is for. The purpose is part of the code's MAC, so that a code for one purpose is invalid for another.
///
/// The serialized form is in the database, as part of a session's state: variants may be added, but their stored names stay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CodePurpose {
    /// To sign up or sign in.
    #[default]
    SignUp,
    /// To change the address of this account to the one that the code is mailed to.
    #[serde(rename = "ChangeAddress")]
    EmailChange(AccountId),
}

impl CodePurpose {
    /// Whether a pending sign-up or change of this purpose is over in that state. A sign-up that the store does not know restarts as a new
    /// one; a change does not, since the session that holds it may outlive it by months.
    pub(in crate::sign_up) const fn is_over_when(self, state: SignUpState) -> bool {
        matches!((self, state), (Self::EmailChange(_), SignUpState::Unknown))
    }
}

/// What the store records of a code before it is mailed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCode {
    /// The id.
    pub id: CodeId,
    /// The sign-up of the code.
    pub sign_up: SignUpId,
    /// The mailbox that the code is mailed to, as a keyed hash.
    pub mailbox_hash: String,
    /// When the sign-up may be deleted.
    pub ends_at: Timestamp,
    /// The MAC of the token with which the reader of the mail can report that they did not request it.
    pub token: NotMeMac,
    /// When the token expires.
    pub token_ends_at: Timestamp,
}

/// The keyed MAC under which the store records a code that was tried in a sign-up.
#[derive(Clone, Copy)]
pub struct TriedCode(pub [u8; 32]);

impl fmt::Debug for TriedCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TriedCode(…)")
    }
}

/// The state of a sign-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignUpState {
    /// It can still be completed.
    Open,
    /// It has no tries left.
    Spent,
    /// It was completed.
    Consumed,
    /// The reader of the mail has reported that they did not request it.
    Voided,
    /// The store has no such sign-up, for instance because it was deleted long after its end.
    Unknown,
}
