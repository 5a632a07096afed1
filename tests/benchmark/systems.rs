use crate::http::Client;
use crate::process::{self, Server};
use crate::relay::Relay;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
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

/// A running system with its own empty database.
pub(crate) struct Running {
    pub(crate) system: System,
    pub(crate) server: Server,
    pub(crate) address: SocketAddr,
    /// The directory of its data, which is deleted with this value.
    _data: TempDir,
}

/// How a system is started.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Start {
    /// Whether it runs on one core alone.
    pub(crate) is_pinned: bool,
    /// The connections to the relay, for the systems that keep them open; `None`: the default.
    pub(crate) connections: Option<u32>,
}

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

    /// Starts the system in an empty directory, and waits until it answers.
    pub(crate) async fn start(self, installation: &Installation, relay: &Relay, start: Start) -> io::Result<Running> {
        let data = tempfile::tempdir()?;
        let root = data.path().join("root.pem");
        std::fs::write(&root, relay.root())?;
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
        Ok(Running { system: self, server, address, _data: data })
    }

    async fn command(
        self,
        installation: &Installation,
        relay: &Relay,
        start: Start,
        data: &Path,
        address: SocketAddr,
    ) -> io::Result<Command> {
        let root = data.join("root.pem");
        let peers = || installation.peers.clone().ok_or_else(|| io::Error::other("the other systems are not installed"));
        let mut command = match self {
            Self::Mailcode => {
                let mut command = process::command(&installation.mailcode, start.is_pinned);
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
                command
            }
            Self::BetterAuth => {
                let mut command = process::command("node", start.is_pinned);
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
                gunicorn(&peers()?, "allauth_site:application", address, start)
            }
            Self::Script => {
                let mut tables = Command::new(peers()?.join("python/bin/python"));
                set_up(&mut tables, relay, data);
                require(&tables.arg(peers()?.join("script.py")).output().await?)?;
                gunicorn(&peers()?, "script:app", address, start)
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
fn gunicorn(peers: &Path, application: &str, address: SocketAddr, start: Start) -> Command {
    let cores = if start.is_pinned { 1 } else { process::cores() };
    let mut command = process::command(peers.join("python/bin/gunicorn"), start.is_pinned);
    command.args(["--workers", &(2 * cores + 1).to_string(), "--bind", &address.to_string(), "--log-level", "warning"]);
    command.arg("--chdir").arg(peers).arg(application);
    command
}

fn free_address() -> io::Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()
}

/// The only characters of the benchmark's addresses that a form encodes.
fn encoded(email: &str) -> String {
    email.replace('@', "%40")
}

fn require(output: &Output) -> io::Result<()> {
    if output.status.success() { Ok(()) } else { Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned())) }
}

fn expect(status: u16, expected: &[u16], what: &str, body: &str) -> io::Result<()> {
    if expected.contains(&status) { Ok(()) } else { Err(unexpected(what, status, body)) }
}

fn unexpected(what: &str, status: u16, body: &str) -> io::Error {
    io::Error::other(format!("{what}: {status} {}", body.chars().take(300).collect::<String>()))
}
