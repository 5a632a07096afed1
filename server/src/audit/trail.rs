use super::{ClientNetwork, Entry, KeptEntry, Kind};
use crate::sign_up::Timestamp;
use crate::sign_up::ports::StoreError;
use async_trait::async_trait;

/// Where the events are kept. What stands there is never changed, and deleted only when its time is over.
#[async_trait]
pub trait AuditTrail: Send + Sync {
    /// Adds an entry.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn append(&self, entry: &Entry) -> Result<(), StoreError>;

    /// How many [cheap](super::Event::is_cheap) events stand there after `since`.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn rationed(&self, network: ClientNetwork, since: Timestamp) -> Result<Rationed, StoreError>;

    /// The newest entries that fit, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn read(&self, query: &Query) -> Result<Vec<KeptEntry>, StoreError>;

    /// Deletes the entries whose time is over, and says how many there were.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn delete_ended(&self, now: Timestamp) -> Result<u64, StoreError>;
}

/// Cheap events of some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rationed {
    /// Those from one network.
    pub of_network: u64,
    /// Those from everywhere.
    pub in_total: u64,
}

/// Which entries to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Not older than this; `None`: of any age.
    pub since: Option<Timestamp>,
    /// About the address with this [hash](super::Subject::hash); `None`: about any, or nobody.
    pub address_hash: Option<String>,
    /// Of one of these kinds; none: of any.
    pub kinds: Vec<Kind>,
    /// At most so many, the newest.
    pub limit: u32,
}
