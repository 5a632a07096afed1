//! A database of Mailcode that holds accounts already, as if they had signed up over the last months.

use crate::process::Cores;
use crate::relay::Relay;
use crate::systems::{Installation, Running, Start, System};
use crate::visitors;
use rusqlite::{Connection, params};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tokio::time::Instant;

/// What the database holds, besides one account that has signed up as the model of the others.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Contents {
    pub(crate) accounts: u32,
    /// How many of the accounts have a session.
    pub(crate) sessions: u32,
}

/// A closed database with these contents, in a directory that is deleted with this value.
pub(crate) struct FilledDatabase {
    directory: TempDir,
}

/// The database is filled without a journal, since it is created anew if that fails, and in a cache that holds most of its pages.
const SETTINGS: &str = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000;
    PRAGMA temp_store = MEMORY;";

/// Every account has its own numbers. `signed_up_at` is spread over the last 80 days, so that no event of the audit trail, which keeps 90,
/// ends before the measurement. The addresses are in no order, as those of real people.
const PEOPLE: &str = "CREATE TEMP TABLE person AS
    WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < ?1)
    SELECT n, randomblob(16) AS id, lower(hex(randomblob(6))) || '@example.net' AS email, lower(hex(randomblob(8))) AS address_hash,
           unixepoch() * 1000 - 80 * 86400000 + n * 80 * 86400000 / ?1 AS signed_up_at
    FROM number";

/// What one sign-up has left in the audit trail, and its session.
const MODELS: &str = "CREATE TEMP TABLE model_event AS SELECT * FROM audit_event ORDER BY id;
    CREATE TEMP TABLE model_session AS SELECT * FROM session WHERE account IS NOT NULL LIMIT 1;";

const ACCOUNTS: &str = "INSERT INTO account (id, identity, email, created_at) SELECT id, email, email, signed_up_at FROM person";

const AUDIT_EVENTS: &str = "INSERT INTO audit_event (at, keep_until, kind, event, address, address_hash, network, left_out, is_rationed)
    SELECT signed_up_at, signed_up_at + keep_until - at, kind, event, address, iif(model_event.address_hash IS NULL, NULL, person.address_hash),
           network, left_out, is_rationed
    FROM person CROSS JOIN model_event";

const SESSIONS: &str = "INSERT INTO session (id_hash, data, expires_at, version, account, handle)
    SELECT randomblob(32), data, expires_at - ?1 + n, version, person.id, randomblob(16) FROM person CROSS JOIN model_session WHERE n < ?1";

impl FilledDatabase {
    /// Lets Mailcode create a database and one visitor sign up, and adds accounts with the same rows.
    ///
    /// # Errors
    /// When Mailcode does not start, or the database does not take the rows.
    pub(crate) async fn create(installation: &Installation, relay: &Relay, contents: Contents) -> io::Result<Self> {
        let running = System::Mailcode.start(installation, relay, Start::on(Cores::All)).await?;
        visitors::sign_up(&running, relay, 1).await?;
        let Running { server, data: directory, .. } = running;
        server.stop().await?;
        let filled = Self { directory };
        if contents.accounts > 0 {
            let start = Instant::now();
            let events = fill(&filled.folder().join("mailcode.db"), contents).map_err(io::Error::other)?;
            let length = fs::metadata(filled.folder().join("mailcode.db"))?.len() as f64 / 1e6;
            eprintln!("{contents:?} with {events} audit events: {length:.0} MB, filled in {:.1} s", start.elapsed().as_secs_f64());
        }
        Ok(filled)
    }

    /// The folder with the files that Mailcode keeps: the database and the secret key.
    pub(crate) fn folder(&self) -> PathBuf {
        self.directory.path().join("data")
    }
}

/// Adds the rows, and returns how many events the audit trail has then.
fn fill(file: &Path, Contents { accounts, sessions }: Contents) -> rusqlite::Result<u32> {
    let mut database = Connection::open(file)?;
    database.execute_batch(SETTINGS)?;
    let transaction = database.transaction()?;
    transaction.execute_batch(MODELS)?;
    transaction.execute(PEOPLE, [accounts])?;
    transaction.execute(ACCOUNTS, [])?;
    transaction.execute(AUDIT_EVENTS, [])?;
    transaction.execute(SESSIONS, params![sessions])?;
    let events = transaction.query_row("SELECT count(*) FROM audit_event", [], |row| row.get(0))?;
    transaction.commit()?;
    database.close().map_err(|(_, error)| error)?;
    Ok(events)
}
