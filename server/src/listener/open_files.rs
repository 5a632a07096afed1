use super::Bounds;
use std::error::Error;

/// File descriptors for everything but the connections of visitors and the refused ones: the database (4 connections of up to 4 files), the
/// relay (4 connections and their name look-ups), the listeners, the development mailbox (17), the log, the runtime. An idle server has
/// about 30 open.
const OTHERS: usize = 64;
/// The fewest connections worth a start.
const FEWEST: usize = 16;

/// Raises the process's limit on open files to what `connections` connections of visitors need, up to the hard limit. Returns how many
/// connections are possible.
#[must_use]
pub fn allow_open_files(connections: usize) -> usize {
    let others = OTHERS + Bounds::REFUSED;
    let wanted = connections.saturating_add(others);
    let allowed = match rlimit::increase_nofile_limit(u64::try_from(wanted).unwrap_or(u64::MAX)) {
        Ok(allowed) => usize::try_from(allowed).unwrap_or(usize::MAX),
        Err(error) => {
            tracing::warn!(error = &error as &dyn Error, "the limit on open files cannot be read or raised");
            return connections;
        }
    };
    let possible = connections.min(allowed.saturating_sub(others).max(FEWEST));
    if possible < connections {
        tracing::warn!(
            connections = possible,
            open_files = allowed,
            "the system lets this process open too few files for MAILCODE_MAX_CONNECTIONS; fewer connections are taken"
        );
    }
    possible
}
