//! `mailcode audit`: prints the audit trail, while a server runs or not. `line` writes one event for people or as JSON.

// The comments are the text of `--help`, which has no Markdown.
#![allow(clippy::doc_markdown)]

mod line;

use crate::audit::{EventKind, Query};
use crate::config::{DataConfig, SecretKeyError, address, count, describe};
use crate::sign_up::ports::Clock;
use crate::sign_up::{CanonicalAddress, parse_duration};
use crate::store::{Database, DatabaseOpenError, DatabaseProblem};
use crate::system::SystemClock;
use clap::Args;
use std::io::{self, Write};
use std::time::Duration;

/// Which events are printed, and how. In `--help` these come before the settings.
#[derive(Debug, Args)]
pub(super) struct AuditArguments {
    /// How far back events are printed, such as 24h [default: all events that are kept]
    #[arg(long, display_order = 0, value_name = "DURATION", value_parser = parse_duration)]
    since: Option<Duration>,

    /// Only events about this address, in any spelling
    #[arg(long, display_order = 0, value_name = "ADDRESS", value_parser = address)]
    address: Option<CanonicalAddress>,

    /// Only events of these kinds, separated by commas
    #[arg(long, display_order = 0, value_name = "KIND", value_delimiter = ',')]
    kind: Vec<EventKind>,

    /// The maximum number of events; the newest are printed [1 to 1000000]
    #[arg(long, display_order = 0, value_name = "COUNT", default_value = "1000", value_parser = count::<u32>(1..=1_000_000, 1000))]
    limit: u32,

    /// Prints one JSON object per line
    #[arg(long, display_order = 0)]
    json: bool,
}

/// Why the trail was not printed.
#[derive(Debug, thiserror::Error)]
pub(super) enum AuditError {
    /// The database does not exist or cannot be opened.
    #[error("cannot open the database {0}: {1}; {fix}", fix = .1.fix())]
    Open(String, DatabaseOpenError),
    /// The key for the hashes of addresses cannot be read.
    #[error("cannot search for an address: {0}; {fix}", fix = .0.fix())]
    SecretKey(SecretKeyError),
    /// The trail cannot be read.
    #[error("cannot read the audit trail in the database {0}: {1}; {fix}", fix = .1.fix())]
    Read(String, DatabaseProblem),
    /// An event cannot be written as JSON.
    #[error("cannot write an event as JSON: {0}")]
    Json(serde_json::Error),
    /// The output is closed or full.
    #[error("cannot write the output: {}", describe(.0))]
    Output(io::Error),
}

/// Prints the events that match the arguments, oldest first. A reader that closes the output early, as `head` does, is no error.
///
/// # Errors
/// See [`AuditError`].
#[tokio::main(flavor = "current_thread")]
pub(super) async fn print(data: &DataConfig, arguments: AuditArguments) -> Result<(), AuditError> {
    let shown = || data.database.to_string();
    let database = Database::open_to_read(&data.database).await.map_err(|error| AuditError::Open(shown(), error))?;
    let address_hash = match &arguments.address {
        Some(address) => Some(data.secret_key.read().map_err(AuditError::SecretKey)?.audit_hash(address)),
        None => None,
    };
    let since = arguments.since.map(|since| SystemClock.now() - since);
    // Read one more, to see whether there are more.
    let query = Query { since, address_hash, kinds: arguments.kind, limit: arguments.limit.saturating_add(1) };
    let cannot_read = |error| AuditError::Read(shown(), database.problem_behind(&error));
    let kept = database.audit_trail().read(&query).await.map_err(cannot_read)?;
    let surplus = kept.len().saturating_sub(usize::try_from(arguments.limit).unwrap_or(usize::MAX));

    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut write = || {
        for kept in &kept[surplus..] {
            let line = if arguments.json { line::as_json(kept).map_err(AuditError::Json)? } else { line::for_people(kept) };
            writeln!(out, "{line}").map_err(AuditError::Output)?;
        }
        out.flush().map_err(AuditError::Output)
    };
    match write() {
        Err(AuditError::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
        written => written?,
    }
    if surplus > 0 {
        let _ = writeln!(io::stderr(), "mailcode: there are more events; only the newest {} are shown (set --limit).", arguments.limit);
    }
    Ok(())
}
