use super::{ClientNetwork, Event, Subject};
use crate::sign_up::Timestamp;

/// One event as the trail keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When it happened.
    pub at: Timestamp,
    /// From when on it may be deleted; until then it cannot be.
    pub keep_until: Timestamp,
    /// What happened.
    pub event: Event,
    /// About whom; `None` where a request named nobody.
    pub subject: Option<Subject>,
    /// From where; `None` for a mail, which ends long after its request may be gone.
    pub network: Option<ClientNetwork>,
    /// Events that were left out since the entry before: too many refusals, or the store failed.
    pub left_out: u64,
}

/// An entry with its place in the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptEntry {
    /// Counts up from 1 and is never given twice; a gap before the newest shows that something was deleted.
    pub id: i64,
    /// The entry.
    pub entry: Entry,
}
