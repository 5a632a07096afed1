use super::{ClientNetwork, Event, EventKind};
use crate::sign_up::ports::{AuditRow, StoreError};
use crate::sign_up::{CanonicalAddress, MacKey, Timestamp};
use async_trait::async_trait;

/// The storage of the audit trail. An entry is never changed, and deleted only when it has expired.
#[async_trait]
pub trait AuditTrail: Send + Sync {
    /// Adds a row.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn append(&self, row: &AuditRow) -> Result<(), StoreError>;

    /// The number of stored [rationed](Event::is_rationed) events after `since`, from this network and in total.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn rationed(&self, network: ClientNetwork, since: Timestamp) -> Result<Rationed, StoreError>;

    /// The newest entries that match the query, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn read(&self, query: &Query) -> Result<Vec<KeptEntry>, StoreError>;

    /// Deletes the expired entries, and returns how many there were.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn delete_expired(&self, now: Timestamp) -> Result<u64, StoreError>;
}

/// The number of rationed events in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rationed {
    /// Events from one network.
    pub of_network: u64,
    /// Events from all networks.
    pub in_total: u64,
}

/// Which entries to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Not older than this; `None`: of any age.
    pub since: Option<Timestamp>,
    /// About the address with this [hash](AuditedAddress::hash); `None`: about any address or none.
    pub address_hash: Option<String>,
    /// Of one of these kinds; empty: of any kind.
    pub kinds: Vec<EventKind>,
    /// The greatest number of entries; the newest ones are returned.
    pub limit: u32,
}

/// A recorded event with its time, its address and its network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When it happened.
    pub at: Timestamp,
    /// When it may be deleted; it is not deleted earlier.
    pub keep_until: Timestamp,
    /// What happened.
    pub event: Event,
    /// The address that the event is about; `None` if the request named none.
    pub subject: Option<AuditedAddress>,
    /// The client's network; `None` for a mail, which may outlast its request, and for an operator's command.
    pub network: Option<ClientNetwork>,
    /// The number of events left out since the previous entry, because there were too many refusals or the store failed.
    pub left_out: u64,
}

impl Entry {
    /// The row under which the entry is stored.
    #[must_use]
    pub fn to_row(&self) -> AuditRow {
        AuditRow {
            at: self.at,
            keep_until: self.keep_until,
            kind: self.event.kind().name(),
            event: serde_json::to_string(&self.event).unwrap_or_default(),
            subject: self.subject.as_ref().map(|subject| (subject.masked.clone(), subject.hash.clone())),
            network: self.network.map(|network| network.to_string()),
            left_out: self.left_out,
            is_rationed: self.event.is_rationed(),
        }
    }
}

/// An entry with its position in the audit trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptEntry {
    /// Counts up from 1 and is never assigned twice; a gap before the newest shows that an entry was deleted.
    pub id: i64,
    /// The entry.
    pub entry: Entry,
}

/// The address that an event is about: masked for reading, and as a keyed hash to find all events of one mailbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditedAddress {
    /// The first character and the domain, from [`CanonicalAddress::masked`].
    pub masked: String,
    /// The hash from [`MacKey::audit_hash`]: 16 hexadecimal digits.
    pub hash: String,
}

impl AuditedAddress {
    /// The audited form of this address.
    #[must_use]
    pub fn new(key: &MacKey, address: &CanonicalAddress) -> Self {
        Self { masked: address.masked(), hash: key.audit_hash(address) }
    }
}
