//! A PostgreSQL server with a data directory of its own.

use crate::process::{self, Cores, Server};
use crate::systems::{free_address, require};
use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt, chown};
use std::path::PathBuf;
use std::time::Duration;
use tempfile::TempDir;
use tokio::process::Command;
use tokio::time::{Instant, sleep};

/// The user `nobody`, as whom the server runs if the benchmark runs as root, which PostgreSQL refuses.
const NOBODY: u32 = 65534;

const USER: &str = "mailcode";
const PASSWORD: &str = "a-secret-password";

/// How long the server may take until it answers.
const START_WITHIN: Duration = Duration::from_secs(60);

/// A running PostgreSQL server that listens on loopback and has its default settings. It may use all cores.
pub(crate) struct Cluster {
    pub(crate) server: Server,
    pub(crate) port: u16,
    /// The directory of its data, which is deleted with this value.
    _directory: TempDir,
}

impl Cluster {
    /// Creates and starts a server. `None` if PostgreSQL is not installed.
    pub(crate) async fn start() -> io::Result<Option<Self>> {
        let directory = tempfile::tempdir()?;
        let (data, password) = (directory.path().join("data"), directory.path().join("password"));
        fs::write(&password, PASSWORD)?;
        let is_root = fs::metadata(directory.path())?.uid() == 0;
        let user = is_root.then_some(NOBODY);
        if user.is_some() {
            chown(directory.path(), user, user)?;
            chown(&password, user, user)?;
        }
        let start_as_user = |mut command: Command| {
            if let Some(user) = user {
                command.uid(user).gid(user);
            }
            command.current_dir("/");
            command
        };
        let mut create = start_as_user(Command::new(program("initdb")));
        create.arg("--pgdata").arg(&data).args(["--username", USER, "--auth", "scram-sha-256", "--encoding", "UTF8", "--no-locale"]);
        match create.arg("--pwfile").arg(&password).output().await {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            created => require(&created?)?,
        }
        let port = free_address()?.port();
        let mut command = start_as_user(process::command(program("postgres"), Cores::All));
        command.arg("-D").arg(&data).arg("-k").arg(directory.path()).args(["-h", "127.0.0.1", "-p", &port.to_string()]);
        command.stderr(fs::File::create(directory.path().join("log"))?);
        let mut cluster = Self { server: Server::start(&mut command)?, port, _directory: directory };
        let before = Instant::now();
        while let Err(error) = cluster.query("postgres", "SELECT 1").await {
            if before.elapsed() > START_WITHIN || cluster.server.has_ended() {
                return Err(error);
            }
            sleep(Duration::from_millis(50)).await;
        }
        Ok(Some(cluster))
    }

    /// Creates an empty database in place of the one of this name.
    pub(crate) async fn create(&self, database: &str) -> io::Result<()> {
        self.query("postgres", &format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)")).await?;
        self.query("postgres", &format!("CREATE DATABASE {database}")).await.map(drop)
    }

    /// The URL of a database.
    pub(crate) fn url(&self, database: &str) -> String {
        format!("postgres://{USER}:{PASSWORD}@127.0.0.1:{}/{database}", self.port)
    }

    /// The transactions that were committed in a database, those that only read included. Those of a connection that is still open may be
    /// missing.
    pub(crate) async fn commits(&self, database: &str) -> io::Result<u64> {
        let query = format!("SELECT xact_commit FROM pg_stat_database WHERE datname = '{database}'");
        self.query("postgres", &query).await?.parse().map_err(io::Error::other)
    }

    /// Ends the server, which waits for its connections to be closed.
    pub(crate) async fn stop(self) -> io::Result<()> {
        self.server.stop().await
    }

    /// Runs a statement, and returns what it prints.
    async fn query(&self, database: &str, statement: &str) -> io::Result<String> {
        let mut command = Command::new(program("psql"));
        command.args(["--no-psqlrc", "--tuples-only", "--no-align", "--dbname", &self.url(database), "--command", statement]);
        let output = command.output().await?;
        require(&output)?;
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}

/// A program of PostgreSQL: that of Debian's newest version, which is not on the PATH, or the one on the PATH.
fn program(name: &str) -> PathBuf {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut programs: Vec<_> = versions.map(|version| version.path().join("bin").join(name)).filter(|path| path.exists()).collect();
    programs.sort();
    programs.pop().unwrap_or_else(|| PathBuf::from(name))
}
