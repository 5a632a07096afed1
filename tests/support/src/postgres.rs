//! PostgreSQL servers that the tests start, as an unprivileged user if the tests run as root.

use sqlx_core::connection::Connection;
use sqlx_core::executor::Executor;
use sqlx_core::row::Row;
use sqlx_postgres::PgConnection;
use std::fs::{self, Permissions};
use std::io::Write;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

/// The user `nobody`, as whom the server runs if the tests run as root, which PostgreSQL refuses.
const NOBODY: u32 = 65534;

/// Runs the server until a line `keep SIGNAL` comes or the pipe is closed, as it is when the tests end, however they end. Then stops the
/// server, and unless it is to be kept removes its directory.
const SUPERVISOR: &str = r#"
    directory=$1; shift
    "$@" </dev/null >>"$directory/log" 2>&1 & server=$!
    read -r keep signal
    kill "-${signal:-QUIT}" "$server"
    wait "$server"
    if [ -z "$keep" ]; then rm -rf "$directory"; fi
"#;

/// A PostgreSQL server with a data directory of its own, which listens on a socket in a private directory.
pub struct Cluster {
    directory: PathBuf,
    user: Option<u32>,
    settings: Vec<String>,
    /// The port on loopback, if it also listens there.
    port: Option<u16>,
    supervisor: Option<Child>,
}

impl Cluster {
    /// Creates and starts a server.
    ///
    /// # Panics
    /// When it does not start.
    pub async fn start() -> Self {
        Self::start_with(None, &[], &[]).await
    }

    /// Creates and starts a server that waits for no disk, for tests that stop no server.
    ///
    /// # Panics
    /// When it does not start.
    pub async fn start_unsynced() -> Self {
        Self::start_with(None, &["fsync=off", "full_page_writes=off"], &[]).await
    }

    /// Creates and starts a server that also listens on this port of loopback.
    ///
    /// # Panics
    /// When it does not start.
    pub async fn start_on(port: u16) -> Self {
        Self::start_with(Some(port), &[], &[]).await
    }

    /// Like [`Self::start_on`], with TLS by this certificate and key in PEM.
    ///
    /// # Panics
    /// When it does not start.
    pub async fn start_with_tls(port: u16, certificate: &str, key: &str) -> Self {
        let settings = ["ssl=on", "ssl_cert_file=../server.crt", "ssl_key_file=../server.key"];
        Self::start_with(Some(port), &settings, &[("server.crt", certificate), ("server.key", key)]).await
    }

    async fn start_with(port: Option<u16>, settings: &[&str], files: &[(&str, &str)]) -> Self {
        let directory = TempDir::new().expect("a directory").keep();
        let is_root = fs::metadata(&directory).expect("a directory").uid() == 0;
        let user = is_root.then_some(NOBODY);
        for (name, content) in files {
            let path = directory.join(name);
            fs::write(&path, content).expect("written");
            fs::set_permissions(&path, Permissions::from_mode(0o600)).expect("changed");
            chown(&path, user, user).expect("changed");
        }
        chown(&directory, user, user).expect("changed");
        let mut own = vec!["max_connections=200".to_owned(), "fsync=on".to_owned()];
        own.extend(settings.iter().map(|setting| (*setting).to_owned()));
        if let Some(port) = port {
            own.extend(["listen_addresses=127.0.0.1".to_owned(), format!("port={port}")]);
        } else {
            own.push("listen_addresses=".to_owned());
        }
        let mut cluster = Self { directory, user, settings: own, port, supervisor: None };
        let mut create = cluster.command(&program("initdb"));
        create.arg("--pgdata").arg(cluster.directory.join("data"));
        create.args(["--username", "mailcode", "--auth", "trust", "--encoding", "UTF8", "--no-locale", "--no-sync"]);
        let created = create.output().expect("initdb runs");
        assert!(created.status.success(), "{}", String::from_utf8_lossy(&created.stderr));
        cluster.start_again().await;
        cluster
    }

    /// Creates and starts a standby, which receives what this server writes. It does not listen on the port before [`Self::take_over`].
    ///
    /// # Panics
    /// When it does not start, or this server has no port.
    pub async fn standby(&self) -> Self {
        let directory = TempDir::new().expect("a directory").keep();
        chown(&directory, self.user, self.user).expect("changed");
        let port = self.port.expect("a port");
        let settings = vec!["max_connections=200".to_owned(), "listen_addresses=".to_owned(), format!("port={port}")];
        let mut standby = Self { directory, user: self.user, settings, port: Some(port), supervisor: None };
        let mut copy = standby.command(&program("pg_basebackup"));
        copy.args(["--write-recovery-conf", "--checkpoint", "fast", "--no-sync", "--username", "mailcode"]);
        copy.arg("--host").arg(&self.directory).args(["--port", &port.to_string()]).arg("--pgdata").arg(standby.directory.join("data"));
        let copied = copy.output().expect("pg_basebackup runs");
        assert!(copied.status.success(), "{}", String::from_utf8_lossy(&copied.stderr));
        standby.start_again().await;
        standby
    }

    /// Starts the standby again on the port of the server that it was copied from, which must have stopped. It is still a standby.
    ///
    /// # Panics
    /// When it does not start.
    pub async fn take_over(&mut self) {
        self.stop("INT");
        self.settings.push("listen_addresses=127.0.0.1".to_owned());
        self.start_again().await;
    }

    /// Creates a database, empty or as a copy of this one, to which nobody may be connected.
    ///
    /// # Panics
    /// When it cannot be created.
    pub async fn create(&self, name: &str, template: Option<&str>) {
        let mut connection = PgConnection::connect(&self.url("postgres")).await.expect("a server");
        let create = format!("CREATE DATABASE {name} TEMPLATE {}", template.unwrap_or("template0"));
        connection.execute(&*create).await.expect("created");
        connection.close().await.expect("closed");
    }

    /// Starts the server after [`Self::stop`].
    ///
    /// # Panics
    /// When it does not start.
    pub async fn start_again(&mut self) {
        let mut supervisor = self.command(Path::new("/bin/sh"));
        supervisor.args(["-c", SUPERVISOR, "sh"]).arg(&self.directory).arg(program("postgres"));
        supervisor.arg("-D").arg(self.directory.join("data")).arg("-k").arg(&self.directory);
        supervisor.args(self.settings.iter().flat_map(|setting| ["-c", setting]));
        self.supervisor = Some(supervisor.stdin(Stdio::piped()).spawn().expect("a shell"));
        for _ in 0..600 {
            if let Ok(connection) = PgConnection::connect(&self.url("postgres")).await {
                connection.close().await.expect("closed");
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the server does not start: {}", fs::read_to_string(self.directory.join("log")).unwrap_or_default());
    }

    /// Stops the server with this signal (`INT`: connections are ended; `QUIT`: as in a crash), and keeps its data.
    ///
    /// # Panics
    /// When it does not run.
    pub fn stop(&mut self, signal: &str) {
        let mut supervisor = self.supervisor.take().expect("it runs");
        writeln!(supervisor.stdin.take().expect("a pipe"), "keep {signal}").expect("the shell reads");
        supervisor.wait().expect("it ends");
    }

    /// The URL of a database, over the socket.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        let port = self.port.map(|port| format!("&port={port}")).unwrap_or_default();
        format!("postgres://mailcode@localhost/{database}?host={}{port}", self.directory.display())
    }

    /// The URL of a database, over TCP, with a password that the server does not ask for.
    ///
    /// # Panics
    /// When it has no port.
    #[must_use]
    pub fn tcp_url(&self, database: &str) -> String {
        format!("postgres://mailcode:the-database-password@localhost:{}/{database}", self.port.expect("a port"))
    }

    /// The whole number that a query of this database returns.
    ///
    /// # Panics
    /// When it returns none.
    pub async fn number(&self, database: &str, query: &str) -> i64 {
        let mut connection = PgConnection::connect(&self.url(database)).await.expect("a server");
        let query = format!("SELECT ({query})::bigint");
        connection.fetch_one(&*query).await.expect("a row").get(0)
    }

    /// Runs statements in this database.
    ///
    /// # Panics
    /// When one fails.
    pub async fn execute(&self, database: &str, statements: &str) {
        let mut connection = PgConnection::connect(&self.url(database)).await.expect("a server");
        connection.execute(statements).await.expect(statements);
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        if let Some(user) = self.user {
            command.uid(user).gid(user);
        }
        command.current_dir("/");
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        match self.supervisor.take() {
            Some(mut supervisor) => {
                drop(supervisor.stdin.take());
                let _ = supervisor.wait();
            }
            None => {
                let _ = fs::remove_dir_all(&self.directory);
            }
        }
    }
}

/// A program of PostgreSQL: the one in the directory that `TESTS_POSTGRES_BIN` names, that of Debian's newest version, which is not on the
/// PATH, or the one on the PATH.
fn program(name: &str) -> PathBuf {
    if let Some(directory) = std::env::var_os("TESTS_POSTGRES_BIN") {
        return Path::new(&directory).join(name);
    }
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut programs: Vec<_> = versions.map(|version| version.path().join("bin").join(name)).filter(|path| path.exists()).collect();
    programs.sort();
    programs.pop().unwrap_or_else(|| PathBuf::from(name))
}
