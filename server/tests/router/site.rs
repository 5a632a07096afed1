use crate::visitor::Visitor;
use axum::Router;
use axum::http::StatusCode;
use clap::Parser;
use rusqlite::Connection;
use server::audit::{AuditTrail, Entry, Query};
use server::commands::Application;
use server::config::{Config, Settings};
use server::store::SqliteStore;
use std::path::PathBuf;
use std::time::Duration;
use tempfile::TempDir;
use tokio_util::sync::{CancellationToken, DropGuard};

/// A site with its own database, which is deleted with it.
pub(crate) struct TestSite {
    application: Application,
    /// The public origin of the site.
    pub(crate) origin: String,
    directory: TempDir,
    _running: DropGuard,
}

impl TestSite {
    /// A site with the default settings.
    pub(crate) async fn new() -> Self {
        Self::with(&[]).await
    }

    /// A site with these flags.
    pub(crate) async fn with(flags: &[&str]) -> Self {
        let directory = directory();
        let database = format!("sqlite://{}", directory.path().join("mailcode.db").display());
        let usual = ["mailcode", "--listen", "127.0.0.1:0", "--database-url", &database];
        let settings = Settings::try_parse_from(usual.iter().chain(flags)).expect("the settings are known");
        let config = Config::try_from(settings).expect("the settings agree");
        let shutdown = CancellationToken::new();
        let application = Application::build(config, shutdown.clone()).await.expect("the site starts");
        Self { origin: application.url(""), application, directory, _running: shutdown.drop_guard() }
    }

    /// A new client with the usual address.
    pub(crate) fn visitor(&self) -> Visitor {
        self.visitor_at("198.51.100.20")
    }

    /// A new client whose connection comes from this address.
    pub(crate) fn visitor_at(&self, peer: &str) -> Visitor {
        Visitor::new(self.application.router(), peer)
    }

    /// A client of other routes behind the site's outer layers.
    pub(crate) fn visitor_of(&self, routes: Router) -> Visitor {
        Visitor::new(self.application.with_outer_layers(routes), "198.51.100.20")
    }

    /// The site's router, without the listener.
    pub(crate) fn router(&self) -> Router {
        self.application.router()
    }

    /// The full name of a cookie on this site, without the prefix that it has under https.
    pub(crate) fn cookie(&self, name: &str) -> String {
        let port = url::Url::parse(&self.origin).expect("an origin").port();
        port.map_or_else(|| name.to_owned(), |port| format!("{name}-{port}"))
    }

    /// The path of the database.
    fn path(&self) -> PathBuf {
        self.directory.path().join("mailcode.db")
    }

    /// A connection to the database beside those of the site.
    fn database(&self) -> Connection {
        let database = Connection::open(self.path()).expect("the database opens");
        database.busy_timeout(Duration::from_secs(5)).expect("set");
        database
    }

    /// Locks the database against writes until the connection is dropped.
    pub(crate) fn lock_database(&self) -> Connection {
        let database = self.database();
        database.execute_batch("BEGIN IMMEDIATE").expect("the lock");
        database
    }

    /// Reads from the database until the connection is dropped.
    pub(crate) fn read_database(&self) -> Connection {
        let database = self.database();
        database.execute_batch("BEGIN; SELECT count(*) FROM account").expect("it reads");
        database
    }

    /// Opens the database once more.
    pub(crate) async fn store(&self) -> SqliteStore {
        SqliteStore::open(&format!("sqlite://{}", self.path().display())).await.expect("the database opens")
    }

    /// A client of the operator's listener.
    pub(crate) fn operator(&self) -> Visitor {
        Visitor::new(self.application.admin_router(), "127.0.0.1")
    }

    /// The recipients of the mails, the newest first.
    pub(crate) async fn mailed(&self) -> Vec<String> {
        self.mails().await.into_iter().map(|(_, recipient)| recipient).collect()
    }

    /// Waits for this many mails, because some are sent in the background, and returns their recipients.
    pub(crate) async fn mailed_in_all(&self, count: usize) -> Vec<String> {
        let all = async {
            loop {
                let mailed = self.mailed().await;
                if mailed.len() >= count {
                    return mailed;
                }
                // The site runs on the same thread.
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(30), all).await.expect("they come")
    }

    /// The code of the newest mail to this address, which has its own line in the text.
    pub(crate) async fn code_for(&self, address: &str) -> String {
        smtp_relay::code_in(&self.text_for(address).await)
    }

    /// The token of the newest mail to this address, from the mail's text.
    pub(crate) async fn token_for(&self, address: &str) -> String {
        smtp_relay::token_in(&self.text_for(address).await)
    }

    /// The text of the newest mail to this address.
    pub(crate) async fn text_for(&self, address: &str) -> String {
        let mails = self.mails().await;
        let (path, _) = mails.iter().find(|(_, to)| to == address).unwrap_or_else(|| panic!("no mail to {address}: {mails:?}"));
        self.visitor().get(path).await.page(StatusCode::OK).texts("#mail-text").next().expect("a text")
    }

    /// Signs this visitor up by plain forms.
    pub(crate) async fn sign_up(&self, visitor: &mut Visitor, address: &str) {
        assert_eq!(visitor.submit("/api/request-code", &[("email", address)]).await.redirect(), "/code");
        let code = self.code_for(address).await;
        assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/account");
    }

    /// Renames a table, so that whatever needs it fails.
    pub(crate) fn lose(&self, table: &str) {
        self.database().execute_batch(&format!("ALTER TABLE {table} RENAME TO lost_{table}")).expect("the table was there");
    }

    /// The number of rows in a table of the database.
    pub(crate) fn rows(&self, table: &str) -> i64 {
        self.number(&format!("SELECT count(*) FROM {table}"))
    }

    /// The number that a query of the database returns.
    pub(crate) fn number(&self, query: &str) -> i64 {
        self.database().query_row(query, [], |row| row.get(0)).expect("a number")
    }

    /// All events of the audit trail, the oldest first.
    pub(crate) async fn audited(&self) -> Vec<Entry> {
        let trail = SqliteStore::open_to_read(&format!("sqlite://{}", self.path().display())).await.expect("the database opens");
        let query = Query { since: None, address_hash: None, kinds: Vec::new(), limit: 10_000 };
        trail.read(&query).await.expect("the trail").into_iter().map(|kept| kept.entry).collect()
    }

    /// Executes a statement on the database, bypassing the site.
    pub(crate) fn execute(&self, statement: &str) {
        self.database().execute_batch(statement).expect("it can be done");
    }

    /// The contents of all files of the database, including its journal.
    pub(crate) fn database_bytes(&self) -> Vec<u8> {
        let files = std::fs::read_dir(self.directory.path()).expect("a directory").map(|entry| entry.expect("a file").path());
        let of_database = files.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("mailcode.db")));
        of_database.flat_map(|path| std::fs::read(path).expect("a readable file")).collect()
    }

    /// Path and recipient of each mail, the newest first.
    async fn mails(&self) -> Vec<(String, String)> {
        let page = self.visitor().get("/dev/mailbox").await.page(StatusCode::OK);
        let mut mails: Vec<(String, String)> = Vec::new();
        for tag in page.all("a, bdi") {
            match tag.attribute("href").filter(|path| path.starts_with("/dev/mailbox/")) {
                Some(path) => mails.push((path.to_owned(), String::new())),
                None if tag.name == "bdi" => {
                    let (_, recipient) = mails.last_mut().expect("a mail's link comes before its recipient");
                    // The second element contains the subject.
                    if recipient.is_empty() {
                        tag.text.clone_into(recipient);
                    }
                }
                None => (),
            }
        }
        mails
    }
}

/// A directory in memory, where the system has one: the latency of a disk would hide the site's own.
fn directory() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a directory")
}

/// Different codes that are not this one.
pub(crate) fn others_than(code: &str) -> impl Iterator<Item = String> {
    std::iter::successors(Some(other_than(code)), |code| Some(other_than(code)))
}

/// Another code.
pub(crate) fn other_than(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().expect("a number") + 1) % 1_000_000)
}
