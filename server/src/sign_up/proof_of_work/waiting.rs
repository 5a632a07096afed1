use crate::sign_up::{Budget, Timestamp, Visit};
use serde::{Deserialize, Serialize};

/// A visitor who waits in place of a proof of work: for which address, and since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// A keyed hash of the address.
    pub(super) address: Budget,
    pub(super) since: Timestamp,
}

impl Waiting {
    /// The wait that goes on in this visit, if it is for this address; else one that begins now.
    pub(super) fn of(visit: &Visit, address: Budget, now: Timestamp) -> Self {
        visit.waiting.clone().filter(|waiting| waiting.address == address).unwrap_or(Self { address, since: now })
    }
}
