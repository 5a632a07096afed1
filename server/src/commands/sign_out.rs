//! `mailcode sign-out`: ends sessions, while a server runs or not.

// The comments are the text of `--help`, which has no Markdown.
#![allow(clippy::doc_markdown)]

use crate::audit::Recorder;
use crate::config::{DataConfig, SecretKeyError, address};
use crate::sign_up::CanonicalAddress;
use crate::sign_up::ports::{Records, StoreError};
use crate::store::{Database, DatabaseOpenError, DatabaseProblem};
use crate::system::SystemClock;
use clap::Args;
use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

/// Which sessions end. In `--help` these come before the settings.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(super) struct SignOutArguments {
    /// The account of this address, in any spelling
    #[arg(display_order = 0, value_name = "ADDRESS", value_parser = address)]
    address: Option<CanonicalAddress>,

    /// All accounts
    #[arg(long, display_order = 0)]
    all: bool,
}

/// Why no session was ended.
#[derive(Debug, thiserror::Error)]
pub(super) enum SignOutError {
    /// The database does not exist or cannot be opened.
    #[error("cannot open the database {0}: {1}; {fix}", fix = .1.fix())]
    Open(String, DatabaseOpenError),
    /// The key for the hashes of the audit trail cannot be read.
    #[error("cannot write the audit trail: {0}; {fix}", fix = .0.fix())]
    SecretKey(SecretKeyError),
    /// There is no such account.
    #[error("there is no account with this address; check its spelling, and MAILCODE_DATABASE_URL")]
    NoAccount,
    /// The sessions cannot be deleted.
    #[error("cannot end the sessions in the database {0}: {1}; {fix}", fix = .1.fix())]
    End(String, DatabaseProblem),
}

/// Ends the sessions of one account or of all, records that in the audit trail, and prints how many there were. The browsers notice with
/// their next request (ASVS 5.0 V7.4.5).
///
/// # Errors
/// See [`SignOutError`].
#[tokio::main(flavor = "current_thread")]
pub(super) async fn end_sessions(data: &DataConfig, audit_keep: Duration, arguments: &SignOutArguments) -> Result<(), SignOutError> {
    let shown = || data.database.to_string();
    let database = Database::open_existing(&data.database).await.map_err(|error| SignOutError::Open(shown(), error))?;
    let cannot_end = |error: StoreError| SignOutError::End(shown(), database.problem_behind(&error));
    let key = data.secret_key.read().map_err(SignOutError::SecretKey)?;
    let account = match &arguments.address {
        Some(address) => Some(database.store().account_of(address).await.map_err(cannot_end)?.ok_or(SignOutError::NoAccount)?.id),
        None => None,
    };
    let recorder = Recorder::new(database.audit_trail(), Arc::new(SystemClock), key, audit_keep);
    let records = Records::of_audit(recorder.sessions_ended_rows(arguments.address.as_ref()));
    let ended = database.end_sessions(account, &records).await.map_err(cannot_end)?;
    let _ = writeln!(io::stdout(), "{ended} {} ended.", if ended == 1 { "session" } else { "sessions" });
    Ok(())
}
