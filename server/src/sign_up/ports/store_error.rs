/// An operation of the store failed. The cause is for the log, never for a page.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The store is unavailable at the moment, for instance because the disk is full. The same operation may succeed later.
    #[error("the store is unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The operation failed, and would fail again.
    #[error("the store failed")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
}
