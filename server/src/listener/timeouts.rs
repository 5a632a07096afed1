use std::time::Duration;

/// How long a connection may take for what. The body of a request and the answer to it have bounds of their own,
/// in the router, where they can be answered by a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeouts {
    /// The head of a request, from its first byte to its last, and, since hyper has one clock for both, the wait for
    /// it on a connection that is kept open. A proxy should drop idle connections before we do.
    pub head: Duration,
    /// A write of which the client takes nothing.
    pub write: Duration,
    /// A whole connection, however busy. It bounds who reads an answer byte by byte, which [`Self::write`] does not.
    pub life: Duration,
    /// The last request of a connection that has lived its life, from then to the end of its answer: longer than the
    /// router takes for a body and an answer.
    pub last_request: Duration,
    /// The wait for the client to close, while what it still sends is passed over.
    pub linger: Duration,
}

impl Timeouts {
    /// For those who are turned away: enough for a request of one packet and the short answer to it.
    #[must_use]
    pub fn hurried(self) -> Self {
        let brief = self.head / 4;
        Self { head: brief, life: brief, last_request: brief, linger: self.linger / 5, ..self }
    }
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            // A slow phone sends the 2 KB of a browser's head in one or two round trips; Apache's `mod_reqtimeout`
            // gives 20 s too.
            head: Duration::from_secs(20),
            write: Duration::from_secs(20),
            life: Duration::from_secs(5 * 60),
            last_request: Duration::from_secs(60),
            // As nginx's `lingering_timeout`.
            linger: Duration::from_secs(5),
        }
    }
}
