use super::{ClientNetwork, Entry, KeptEntry, Kind};
use crate::sign_up::Timestamp;
use crate::sign_up::ports::StoreError;
use async_trait::async_trait;

/// The storage of the audit trail. An entry is never changed, and deleted only when it has expired.
#[async_trait]
pub trait AuditTrail: Send + Sync {
    /// Adds an entry.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn append(&self, entry: &Entry) -> Result<(), StoreError>;

    /// The number of stored [cheap](super::Event::is_cheap) events after `since`, from this network and in total.
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
    async fn delete_ended(&self, now: Timestamp) -> Result<u64, StoreError>;
}

/// The number of cheap events in a window.
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
    /// About the address with this [hash](super::Subject::hash); `None`: about any address or none.
    pub address_hash: Option<String>,
    /// Of one of these kinds; empty: of any kind.
    pub kinds: Vec<Kind>,
    /// The greatest number of entries; the newest ones are returned.
    pub limit: u32,
}
