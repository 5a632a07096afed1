/// Why a session could not be read or written. The cause is for the log, never for a page.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// Another request has changed or ended the session since this one read it. Nothing was written.
    #[error("another request has changed the session meanwhile")]
    Overtaken,
    /// The clock shows a time that no session can end at.
    #[error("the clock is beyond all reason")]
    Time,
    /// The session store failed.
    #[error("the session store failed")]
    Store(#[source] tower_sessions::session::Error),
}
