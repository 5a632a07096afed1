use super::{AuditArguments, line};
use crate::audit::{AuditTrail, Query};
use crate::config::DataConfig;
use crate::sign_up::ports::{Clock, StoreError};
use crate::store::{SqliteStore, StoreOpenError};
use crate::system::SystemClock;
use std::io::{self, Write};

/// Why the trail was not printed.
#[derive(Debug, thiserror::Error)]
pub(in crate::commands) enum AuditError {
    /// The database does not exist or cannot be read.
    #[error("cannot open the database {0}; MAILCODE_DATABASE_URL names the one the server uses")]
    Store(String, #[source] StoreOpenError),
    /// The key for the hashes of addresses cannot be read.
    #[error("cannot read the secret key, without which no address can be looked for")]
    SecretKey(#[source] io::Error),
    /// The trail cannot be read.
    #[error("cannot read the audit trail")]
    Read(#[from] StoreError),
    /// An event cannot be written as JSON.
    #[error("cannot write an event as JSON")]
    Json(#[from] serde_json::Error),
    /// The output is closed or full.
    #[error("cannot write")]
    Output(#[from] io::Error),
}

/// Prints the events that match the arguments, oldest first. A reader that closes the output early, as `head` does, is no error.
///
/// # Errors
/// See [`AuditError`].
#[tokio::main(flavor = "current_thread")]
pub(in crate::commands) async fn print(data: &DataConfig, arguments: AuditArguments) -> Result<(), AuditError> {
    let url = data.database.url();
    let trail = SqliteStore::open_to_read(&url).await.map_err(|error| AuditError::Store(data.database.shown(), error))?;
    let address_hash = match &arguments.address {
        Some(address) => Some(data.secret_key.read().map_err(AuditError::SecretKey)?.audit_hash(address)),
        None => None,
    };
    let since = arguments.since.map(|since| SystemClock.now() - since);
    // Read one more, to see whether there are more.
    let query = Query { since, address_hash, kinds: arguments.kind, limit: arguments.limit.saturating_add(1) };
    let kept = trail.read(&query).await?;
    let surplus = kept.len().saturating_sub(usize::try_from(arguments.limit).unwrap_or(usize::MAX));

    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut write = || {
        for kept in &kept[surplus..] {
            let line = if arguments.json { line::as_json(kept)? } else { line::for_people(kept) };
            writeln!(out, "{line}")?;
        }
        Ok(out.flush()?)
    };
    match write() {
        Err(AuditError::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
        written => written?,
    }
    if surplus > 0 {
        let _ = writeln!(io::stderr(), "mailcode: only the newest {} are shown; there are more (--limit).", arguments.limit);
    }
    Ok(())
}
