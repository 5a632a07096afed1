use crate::sign_up::{Budget, Timestamp};
use serde::{Deserialize, Serialize};

/// A visitor who waits in place of a proof of work: for which address, and since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// A keyed hash of the address.
    pub(super) address: Budget,
    pub(super) since: Timestamp,
}
