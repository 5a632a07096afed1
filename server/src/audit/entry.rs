use super::{ClientNetwork, Event, Subject};
use crate::sign_up::Timestamp;

/// One event in the audit trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When it happened.
    pub at: Timestamp,
    /// When it may be deleted; it is not deleted earlier.
    pub keep_until: Timestamp,
    /// What happened.
    pub event: Event,
    /// The address that the event is about; `None` if the request named none.
    pub subject: Option<Subject>,
    /// The client's network; `None` for a mail, which may outlast its request, and for an operator's command.
    pub network: Option<ClientNetwork>,
    /// The number of events left out since the previous entry, because there were too many refusals or the store failed.
    pub left_out: u64,
}

/// An entry with its position in the audit trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptEntry {
    /// Counts up from 1 and is never assigned twice; a gap before the newest shows that an entry was deleted.
    pub id: i64,
    /// The entry.
    pub entry: Entry,
}
