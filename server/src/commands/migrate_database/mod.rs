//! `mailcode migrate-database`: copies everything from one database to another, of either kind. `output` writes what was copied, and what
//! to do next.

// The comments are the text of `--help`, which has no Markdown.
#![allow(clippy::doc_markdown, rustdoc::bare_urls)]

mod output;

use crate::config::{Settings, absolute_path, describe};
use crate::private_files;
use crate::store::{DatabaseFile, DatabaseLocation, LocationError, Transfer, TransferError};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use output::{Key, for_people};
use secrecy::{ExposeSecret, SecretString};
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

/// Between which databases everything is copied. In `--help` these come before the settings.
#[derive(Debug, Args)]
pub(super) struct MigrateDatabaseArguments {
    /// The database that is read: sqlite:// and the path of a file, or the URL of a PostgreSQL database
    ///
    /// Other users of the machine can see the arguments of a program. Leave the password out of the URL, and set PGPASSFILE or PGPASSWORD.
    #[arg(long, display_order = 0, value_name = "URL")]
    from: SecretString,

    /// The database that is written, in the same form: a file that does not exist, or an empty PostgreSQL database
    #[arg(long, display_order = 0, value_name = "URL")]
    to: SecretString,
}

/// Why nothing was copied.
#[derive(Debug, thiserror::Error)]
pub(super) enum MigrateDatabaseError {
    /// The value of this flag is not a database's URL. It may have a password, so that it is not shown.
    #[error("{0} {1}; {fix}", fix = .1.fix())]
    Location(&'static str, LocationError),
    /// Both flags name one database.
    #[error("--from and --to name the same database; set --to to the new one")]
    Same,
    /// The directory of the new file cannot be created.
    #[error("cannot create the directory {}: {}; create it, or set --to to a file in another one", .0.display(), describe(.1))]
    Directory(PathBuf, io::Error),
    /// The database that is read or the one that is written cannot be used.
    #[error("{}", sentence(.from, .to, .error))]
    Transfer {
        /// The database that is read.
        from: DatabaseLocation,
        /// The database that is written.
        to: DatabaseLocation,
        /// What is wrong.
        error: TransferError,
    },
}

impl MigrateDatabaseError {
    /// Whether the arguments are invalid.
    pub(super) const fn is_of_arguments(&self) -> bool {
        matches!(self, Self::Location(..) | Self::Same)
    }
}

/// Copies everything, and prints what that was and what to do next. On a terminal, a bar shows how far it is.
///
/// # Errors
/// See [`MigrateDatabaseError`].
#[tokio::main(flavor = "current_thread")]
pub(super) async fn migrate(settings: &Settings, arguments: &MigrateDatabaseArguments) -> Result<(), MigrateDatabaseError> {
    let from = location("--from", &arguments.from)?;
    let to = location("--to", &arguments.to)?;
    if from.is_same(&to) {
        return Err(MigrateDatabaseError::Same);
    }
    if let Some(directory) = to.file().map(DatabaseFile::directory) {
        private_files::create_directory(directory).map_err(|error| MigrateDatabaseError::Directory(absolute_path(directory), error))?;
    }
    let failed = |error| MigrateDatabaseError::Transfer { from: from.clone(), to: to.clone(), error };
    let transfer = Transfer::begin(&from, &to).await.map_err(failed)?;
    let bar = progress_bar(transfer.rows());
    let copied = transfer.run(|rows| bar.inc(rows)).await;
    bar.finish_and_clear();
    let text = for_people(&from, &to, &Key::find(settings, &from), &copied.map_err(failed)?);
    let _ = io::stdout().write_all(text.as_bytes());
    Ok(())
}

fn location(flag: &'static str, url: &SecretString) -> Result<DatabaseLocation, MigrateDatabaseError> {
    DatabaseLocation::parse(url.expose_secret()).map_err(|error| MigrateDatabaseError::Location(flag, error))
}

/// A bar without colours on standard error, if that is a terminal that can draw it.
fn progress_bar(rows: u64) -> ProgressBar {
    let is_dumb = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
    if is_dumb || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("[{bar:40}] {pos} of {len} rows, {eta} left");
    ProgressBar::new(rows).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> "))
}

/// What is wrong and what to do. The fixes of the databases name the setting, which here is a flag.
fn sentence(from: &DatabaseLocation, to: &DatabaseLocation, error: &TransferError) -> String {
    let (verb, location, flag, result) = match error {
        TransferError::Source(_) => ("read", from, "--from", ""),
        TransferError::Target(_) | TransferError::NotEmpty(_) | TransferError::Incomplete { .. } => ("write", to, "--to", ""),
        TransferError::Unknown(_) => ("write", to, "--to", ", and it is unknown whether everything or nothing was copied"),
    };
    let fix = error.fix().replace("MAILCODE_DATABASE_URL", flag);
    format!("cannot {verb} the database {location}: {error}{result}; {fix}")
}
