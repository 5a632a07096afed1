/// Why a session could not be read or written. The cause is for the log, never for a page.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// Another request has changed or ended the session since this one read it. Nothing was written.
    #[error("another request has changed the session meanwhile")]
    Conflict,
    /// The session would end at a time that cannot be expressed.
    #[error("the clock is beyond all reason")]
    Time,
    /// The session store cannot be used at the moment. Nothing was written.
    #[error("the session store cannot be used at the moment")]
    Unavailable(#[source] tower_sessions::session::Error),
    /// The session store failed.
    #[error("the session store failed")]
    Store(#[source] tower_sessions::session::Error),
}
