use super::{AccountId, StoreError};
use crate::sign_up::{CanonicalAddress, Timestamp};
use domain::Delivery;

/// What a step stores besides the data of the rules: the writes of the visitor's session and the rows of the audit trail.
#[derive(Clone, Debug, Default)]
pub struct Records {
    /// Written in this order. If one conflicts, nothing of the step is written.
    pub session: Vec<SessionWrite>,
    /// Added in this order.
    pub audit: Vec<AuditRow>,
}

impl Records {
    /// Records of the audit trail alone.
    #[must_use]
    pub const fn of_audit(audit: Vec<AuditRow>) -> Self {
        Self { session: Vec::new(), audit }
    }

    /// Whether nothing is to be written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.session.is_empty() && self.audit.is_empty()
    }
}

/// Another request has changed or ended the session since this one read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a concurrent request has changed or ended the session")]
pub struct SessionConflict;

/// The SHA-256 of a session's id, under which its row is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionHash(pub [u8; 32]);

/// One write of a session's row.
#[derive(Clone, Debug)]
pub enum SessionWrite {
    /// Creates the row. One that exists is replaced if it has expired at `now` or holds no visitor state, only a message; else this is a
    /// conflict: two requests may have the same first id.
    Create {
        /// Whose row.
        id: SessionHash,
        /// The row.
        row: SessionRow,
        /// The current time.
        now: Timestamp,
    },
    /// Replaces the row if its version is the one before; else this is a conflict.
    Update {
        /// Whose row.
        id: SessionHash,
        /// The row.
        row: SessionRow,
    },
    /// Deletes the row; if there is none, this is a conflict: if two requests renew the id of one session, only one succeeds.
    Delete {
        /// Whose row.
        id: SessionHash,
    },
}

/// The row of a session.
#[derive(Clone)]
pub struct SessionRow {
    /// The values and the expiry, as JSON.
    pub data: String,
    /// When the row may be deleted.
    pub expires_at: Timestamp,
    /// 1 at the first write and one more at each further one.
    pub version: i64,
    /// The account that is signed in.
    pub account: Option<AccountId>,
}

impl std::fmt::Debug for SessionRow {
    /// Formats all but the data.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("SessionRow").field("version", &self.version).finish_non_exhaustive()
    }
}

/// A row of the audit trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRow {
    /// When the event happened.
    pub at: Timestamp,
    /// When the row may be deleted.
    pub keep_until: Timestamp,
    /// The name of the event's kind.
    pub kind: String,
    /// The event, as JSON.
    pub event: String,
    /// The masked address and its hash, if the event is about one.
    pub subject: Option<(String, String)>,
    /// The network of the client, if the event came from one.
    pub network: Option<String>,
    /// How many events before this one were not stored.
    pub left_out: u64,
    /// Whether only some of such events are stored.
    pub is_rationed: bool,
}

/// Makes the records of mails, which may outlast the request that caused them.
pub trait MailRecording: Send + Sync {
    /// The rows of the audit trail that report the outcome of a mail to this address; none if the trail is off.
    fn mailed(&self, to: &CanonicalAddress, delivery: Delivery) -> Vec<AuditRow>;

    /// Is called when these rows could not be stored, and why; the next row counts them as left out.
    fn lost(&self, rows: Vec<AuditRow>, error: &StoreError);
}
