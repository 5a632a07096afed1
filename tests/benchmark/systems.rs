use crate::http::Client;
use crate::process::{self, Cores, Server};
use crate::relay::Relay;
use std::fs::{self, DirBuilder, File};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::Duration;
use tempfile::TempDir;
use tokio::process::Command;
use tokio::time::{Instant, sleep};

/// What is measured: Mailcode, and what people would use in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum System {
    Mailcode,
    BetterAuth,
    Allauth,
    Script,
}

/// The files that start the systems.
pub(crate) struct Installation {
    /// Mailcode's release binary.
    pub(crate) mailcode: PathBuf,
    /// The folder of the other systems, with `node_modules` and a Python environment `python`; `None` if only Mailcode is measured.
    pub(crate) peers: Option<PathBuf>,
}

/// A running system with its own database.
pub(crate) struct Running {
    pub(crate) system: System,
    pub(crate) server: Server,
    pub(crate) address: SocketAddr,
    /// From the start of the process until the first page was answered.
    pub(crate) started_in: Duration,
    /// The directory of its data, which is deleted with this value.
    pub(crate) data: TempDir,
}

/// How a system is started.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Start<'a> {
    pub(crate) cores: Cores,
    /// The connections to the relay, for the systems that keep them open; `None`: the default.
    pub(crate) connections: Option<u32>,
    pub(crate) data: Data<'a>,
}

/// Where a system keeps its data. All but Mailcode can only have a new database.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Data<'a> {
    /// In a new SQLite database.
    New,
    /// In a copy of the files in this folder.
    CopyOf(&'a Path),
    /// In the PostgreSQL database of this URL.
    PostgreSql(&'a str),
}

impl Start<'_> {
    /// The start on these cores with a new database and the default number of connections.
    pub(crate) const fn on(cores: Cores) -> Self {
        Self { cores, connections: None, data: Data::New }
    }
}

/// The secret key of Mailcode where the database is not a file: all instances must have the same.
const SECRET_KEY: &str = "6d61696c636f6465206d61696c636f6465206d61696c636f6465206d61696c21";

/// How long a system may take until it answers.
const START_WITHIN: Duration = Duration::from_secs(60);

impl System {
    pub(crate) const ALL: [Self; 4] = [Self::Mailcode, Self::BetterAuth, Self::Allauth, Self::Script];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Mailcode => "Mailcode",
            Self::BetterAuth => "Better Auth",
            Self::Allauth => "django-allauth",
            Self::Script => "script",
        }
    }

    /// Starts the system in a new directory, and waits until it answers.
    pub(crate) async fn start(self, installation: &Installation, relay: &Relay, start: Start<'_>) -> io::Result<Running> {
        let data = tempfile::tempdir()?;
        let root = data.path().join("root.pem");
        fs::write(&root, relay.root())?;
        if let Data::CopyOf(folder) = start.data {
            copy(folder, &data.path().join("data"))?;
        }
        let address = free_address()?;
        let mut command = self.command(installation, relay, start, data.path(), address).await?;
        let before = Instant::now();
        let mut server = Server::start(&mut command)?;
        while Client::new(address).open(self.first_page()).await.is_err() {
            if before.elapsed() > START_WITHIN || server.has_ended() {
                return Err(io::Error::other(format!("{} does not answer", self.name())));
            }
            sleep(Duration::from_millis(2)).await;
        }
        Ok(Running { system: self, server, address, started_in: before.elapsed(), data })
    }

    async fn command(
        self,
        installation: &Installation,
        relay: &Relay,
        start: Start<'_>,
        data: &Path,
        address: SocketAddr,
    ) -> io::Result<Command> {
        let root = data.join("root.pem");
        let peers = || installation.peers.clone().ok_or_else(|| io::Error::other("the other systems are not installed"));
        let mut command = match self {
            Self::Mailcode => {
                let mut command = process::command(&installation.mailcode, start.cores);
                let settings = [
                    ("LISTEN", address.to_string()),
                    ("SMTP_HOST", "localhost".to_owned()),
                    ("SMTP_PORT", relay.port().to_string()),
                    ("SMTP_CA_FILE", root.to_string_lossy().into_owned()),
                    ("SMTP_USERNAME", "bench".to_owned()),
                    ("SMTP_PASSWORD", "a-secret-password".to_owned()),
                    ("SMTP_QUEUE", "10000".to_owned()),
                    ("MAIL_FROM", "Bench <bench@example.org>".to_owned()),
                    ("LOG", "warn".to_owned()),
                ];
                let limits = ["MAILS_PER_ADDRESS", "MAILS_PER_DOMAIN", "MAILS_PER_CLIENT", "MAILS_TOTAL", "PROOF_OF_WORK_ABOVE"];
                command.envs(settings.map(|(name, value)| (format!("MAILCODE_{name}"), value)));
                command.envs(limits.map(|name| (format!("MAILCODE_{name}"), "0")));
                if let Some(connections) = start.connections {
                    command.env("MAILCODE_SMTP_CONNECTIONS", connections.to_string());
                }
                if let Data::PostgreSql(url) = start.data {
                    command.env("MAILCODE_DATABASE_URL", url).env("MAILCODE_SECRET_KEY", SECRET_KEY);
                }
                command
            }
            Self::BetterAuth => {
                let mut command = process::command("node", start.cores);
                command.arg(peers()?.join("better_auth.mjs")).env("PORT", address.port().to_string()).env("NODE_ENV", "production");
                // nodemailer's own default is five.
                command.env("SMTP_CONNECTIONS", start.connections.unwrap_or(5).to_string());
                command
            }
            Self::Allauth => {
                let site = peers()?.join("allauth_site.py");
                let mut migration = Command::new(peers()?.join("python/bin/python"));
                set_up(&mut migration, relay, data);
                require(&migration.arg(&site).args(["migrate"]).output().await?)?;
                gunicorn(&peers()?, "allauth_site:application", address, start.cores)
            }
            Self::Script => {
                let mut tables = Command::new(peers()?.join("python/bin/python"));
                set_up(&mut tables, relay, data);
                require(&tables.arg(peers()?.join("script.py")).output().await?)?;
                gunicorn(&peers()?, "script:app", address, start.cores)
            }
        };
        command.current_dir(data);
        set_up(&mut command, relay, data);
        Ok(command)
    }

    pub(crate) const fn first_page(self) -> &'static str {
        match self {
            Self::Mailcode | Self::BetterAuth | Self::Script => "/",
            Self::Allauth => "/accounts/signup/",
        }
    }

    /// The page, or the endpoint, that shows who is signed in.
    pub(crate) const fn account_page(self) -> &'static str {
        match self {
            Self::Mailcode => "/account",
            Self::BetterAuth => "/api/auth/get-session",
            Self::Allauth | Self::Script => "/me",
        }
    }

    /// Asks for a code, with the form of the first page, which the client has opened.
    pub(crate) async fn request_code(self, client: &mut Client, email: &str) -> io::Result<()> {
        let response = match self {
            Self::Mailcode => client.post_form("/api/request-code", "application/json", &format!("email={}", encoded(email))).await?,
            Self::BetterAuth => {
                let body = serde_json::json!({ "email": email, "type": "sign-in" }).to_string();
                client.post_json("/api/auth/email-otp/send-verification-otp", &body).await?
            }
            Self::Allauth => {
                let token = client.cookie("csrftoken").unwrap_or_default();
                let fields = format!("email={}&csrfmiddlewaretoken={token}", encoded(email));
                client.post_form("/accounts/signup/", "text/html", &fields).await?
            }
            Self::Script => client.post_form("/request", "text/html", &format!("email={}", encoded(email))).await?,
        };
        expect(response.status, &[200, 302], "a code is requested", &response.body)
    }

    /// Types a code. Returns whether it was right.
    pub(crate) async fn verify_code(self, client: &mut Client, email: &str, code: &str) -> io::Result<bool> {
        let response = match self {
            Self::Mailcode => client.post_form("/api/verify-code", "application/json", &format!("code={code}")).await?,
            Self::BetterAuth => {
                let body = serde_json::json!({ "email": email, "otp": code }).to_string();
                client.post_json("/api/auth/sign-in/email-otp", &body).await?
            }
            Self::Allauth => {
                let token = client.cookie("csrftoken").unwrap_or_default();
                let fields = format!("code={code}&csrfmiddlewaretoken={token}");
                client.post_form("/accounts/confirm-email/", "text/html", &fields).await?
            }
            Self::Script => client.post_form("/verify", "text/html", &format!("code={code}")).await?,
        };
        let right = if matches!(self, Self::Allauth | Self::Script) { 302 } else { 200 };
        Ok(response.status == right)
    }

    /// Reads [`Self::account_page`], which must name the address.
    pub(crate) async fn open_account(self, client: &mut Client, email: &str) -> io::Result<()> {
        let response = client.read(self.account_page()).await?;
        // Mailcode lets a long address break after some of its characters.
        let is_there = response.status == 200 && response.body.replace("<wbr>", "").contains(email);
        if is_there { Ok(()) } else { Err(unexpected("the account's page", response.status, &response.body)) }
    }
}

/// What the other systems read from their environment.
fn set_up(command: &mut Command, relay: &Relay, data: &Path) {
    let root = data.join("root.pem");
    command.env("SMTP_PORT", relay.port().to_string()).env("SMTP_CA", &root).env("SSL_CERT_FILE", &root).env("DATA", data);
}

/// gunicorn with as many workers as its documentation recommends: twice the cores and one.
fn gunicorn(peers: &Path, application: &str, address: SocketAddr, cores: Cores) -> Command {
    let mut command = process::command(peers.join("python/bin/gunicorn"), cores);
    command.args(["--workers", &(2 * cores.count() + 1).to_string(), "--bind", &address.to_string(), "--log-level", "warning"]);
    command.arg("--chdir").arg(peers).arg(application);
    command
}

/// Copies the files of a folder into a new one, and waits until they are on the disk, so that this does not go on during a measurement.
fn copy(folder: &Path, to: &Path) -> io::Result<()> {
    DirBuilder::new().mode(0o700).create(to)?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let copied = to.join(entry.file_name());
        fs::copy(entry.path(), &copied)?;
        File::open(copied)?.sync_all()?;
    }
    Ok(())
}

pub(crate) fn free_address() -> io::Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()
}

/// The only characters of the benchmark's addresses that a form encodes.
fn encoded(email: &str) -> String {
    email.replace('@', "%40")
}

pub(crate) fn require(output: &Output) -> io::Result<()> {
    if output.status.success() { Ok(()) } else { Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned())) }
}

fn expect(status: u16, expected: &[u16], what: &str, body: &str) -> io::Result<()> {
    if expected.contains(&status) { Ok(()) } else { Err(unexpected(what, status, body)) }
}

fn unexpected(what: &str, status: u16, body: &str) -> io::Error {
    io::Error::other(format!("{what}: {status} {}", body.chars().take(300).collect::<String>()))
}
