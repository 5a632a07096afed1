use crate::sign_up::{Budget, Timestamp, VisitorState};
use serde::{Deserialize, Serialize};

/// A visitor's wait in place of a proof of work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// The budget of the address that the visitor waits for: keyed hashes.
    pub(super) address: Budget,
    pub(super) since: Timestamp,
}

impl Waiting {
    /// The visitor's running wait, if it is for this address; otherwise one that begins now.
    pub(super) fn of(visitor: &VisitorState, address: Budget, now: Timestamp) -> Self {
        visitor.waiting.clone().filter(|waiting| waiting.address == address).unwrap_or(Self { address, since: now })
    }
}
