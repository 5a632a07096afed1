use std::error::Error;

/// File descriptors for everything but the connections of visitors and the refused ones: the database (4 connections of up to 4 files), the
/// two relays (16 connections each by default, and their name look-ups) or the development mailbox (33), the listeners, the log, the runtime.
/// An idle server has about 30 open.
const OTHERS: usize = 96;
/// The server accepts at least this many connections, even if the limit on open files is too low for them.
const FEWEST: usize = 16;

/// How many connections may be open at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Of all clients; at least 1.
    pub total: usize,
    /// Of one client: an IPv4 address or an IPv6 /64. Trusted proxies carry many clients and have no such bound.
    pub per_client: usize,
    /// Connections above the other two that stay open just long enough for the response that the server is full. Any more are closed
    /// without a response.
    pub refused: usize,
}

impl Bounds {
    /// [`Self::refused`] of every listener.
    pub const REFUSED: usize = 64;

    /// The bounds of a listener for `total` connections. One client may have a quarter of them: a school behind one address gets in, and
    /// one machine cannot use all connections.
    #[must_use]
    pub fn of(total: usize) -> Self {
        Self { total, per_client: total.div_ceil(4), refused: Self::REFUSED }
    }
}

/// Raises the process's limit on open files to what `connections` connections of visitors need, up to the hard limit. Returns how many
/// connections are possible.
#[must_use]
pub fn allow_open_files(connections: usize) -> usize {
    let others = OTHERS + Bounds::REFUSED;
    let wanted = connections.saturating_add(others);
    let allowed = match rlimit::increase_nofile_limit(u64::try_from(wanted).unwrap_or(u64::MAX)) {
        Ok(allowed) => usize::try_from(allowed).unwrap_or(usize::MAX),
        Err(error) => {
            tracing::warn!(error = &error as &dyn Error, "cannot read or raise the limit on open files");
            return connections;
        }
    };
    let possible = connections.min(allowed.saturating_sub(others).max(FEWEST));
    if possible < connections {
        tracing::warn!(
            connections = possible,
            open_files = allowed,
            "the limit on open files is too low for MAILCODE_MAX_CONNECTIONS; accepting fewer connections"
        );
    }
    possible
}
