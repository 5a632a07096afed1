use crate::{Exit, Process, binary, free_port};
use std::ffi::OsStr;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// A running Mailcode in its own directory.
pub struct Mailcode {
    binary: PathBuf,
    process: Option<Process>,
    directory: TempDir,
    settings: Vec<(String, String)>,
    script: Option<Script>,
    origin: String,
}

/// A shell script that ends in `exec "$0" "$@"`, where `$0` is the program.
#[derive(Clone, Copy)]
enum Script {
    Plain(&'static str),
    WithMounts(&'static str),
}

impl Mailcode {
    /// Starts Mailcode as a new user would, with no settings in an empty directory; only the port differs.
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts Mailcode with these settings: names without `MAILCODE_`, and values.
    ///
    /// # Panics
    /// When Mailcode does not print the address of its page in time.
    pub async fn start_with(settings: &[(&str, &str)]) -> Self {
        Self::start_in(tempfile::tempdir().expect("a temporary directory"), settings).await
    }

    /// Starts Mailcode in this directory, which may contain files that the settings name.
    pub async fn start_in(directory: TempDir, settings: &[(&str, &str)]) -> Self {
        Self::start_binary(binary(), directory, settings, None).await
    }

    /// Starts Mailcode with these settings from a shell script, which must end in `exec "$0" "$@"`.
    pub async fn start_by(script: &'static str, settings: &[(&str, &str)]) -> Self {
        Self::start_binary(binary(), tempfile::tempdir().expect("a temporary directory"), settings, Some(Script::Plain(script))).await
    }

    /// Like [`Self::start_by`], in a mount namespace, so that the script can mount file systems; the user of the tests need not be root.
    pub async fn start_with_mounts_by(script: &'static str, settings: &[(&str, &str)]) -> Self {
        Self::start_binary(binary(), tempfile::tempdir().expect("a temporary directory"), settings, Some(Script::WithMounts(script))).await
    }

    /// Starts a copy of the binary, without settings.
    pub async fn start_copy(binary: &Path) -> Self {
        Self::start_binary(binary, tempfile::tempdir().expect("a temporary directory"), &[], None).await
    }

    async fn start_binary(binary: &Path, directory: TempDir, settings: &[(&str, &str)], script: Option<Script>) -> Self {
        let settings: Vec<_> = settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        // With a public URL, Mailcode prints that and not the address that it listens on.
        let port = if settings.iter().any(|(name, _)| name == "PUBLIC_URL") { free_port() } else { 0 };
        let origin = format!("http://127.0.0.1:{port}");
        let mut mailcode = Self { binary: binary.to_owned(), process: None, directory, settings, script, origin };
        mailcode.restart().await;
        mailcode
    }

    /// Tries to start Mailcode with settings that it must refuse, and waits for its end.
    pub async fn start_refused(settings: &[(&str, &str)]) -> Exit {
        let directory = tempfile::tempdir().expect("a temporary directory");
        Self::run_in(directory.path(), &[], settings).await
    }

    /// Runs Mailcode with these arguments and settings in this directory, and waits for its end.
    pub async fn run_in(directory: &Path, arguments: &[&str], settings: &[(&str, &str)]) -> Exit {
        let listen = [("LISTEN", "127.0.0.1:0")];
        Process::start(command(binary(), directory, listen.iter().chain(settings).copied()).args(arguments)).wait().await
    }

    /// Runs Mailcode once more with these arguments, in the same directory with the same settings, and waits for its end.
    pub async fn run(&self, arguments: &[&str]) -> Exit {
        Process::start(self.command().args(arguments)).wait().await
    }

    /// Starts Mailcode once more in the same directory, from a script in a mount namespace, and waits for its end.
    pub async fn run_with_mounts_by(&self, script: &'static str) -> Exit {
        Process::start(&mut self.command_by(Some(Script::WithMounts(script)))).wait().await
    }

    /// Kills Mailcode with SIGKILL, without a shutdown.
    pub fn kill(&mut self) {
        self.process.take().expect("it runs").kill();
    }

    /// Sends SIGTERM, as an operator or the system does to stop Mailcode.
    pub fn terminate(&self) {
        let asked = Command::new("kill").arg(self.id().to_string()).status().expect("kill starts");
        assert!(asked.success(), "it runs");
    }

    /// Waits until Mailcode ends by itself.
    pub async fn wait_for_end(&mut self) -> Exit {
        self.process.take().expect("it runs").wait().await
    }

    /// Starts Mailcode again after [`Self::kill`], with the same data, settings and port.
    pub async fn restart(&mut self) {
        let mut process = Process::start(&mut self.command());
        if self.origin.ends_with(":0") {
            self.origin = process.wait_for_line("the address of its page", origin).await;
        } else {
            process.wait_for_line("the line that it is ready", |line| line.contains("is ready").then_some(())).await;
        }
        self.process = Some(process);
    }

    fn command(&self) -> Command {
        self.command_by(self.script)
    }

    fn command_by(&self, script: Option<Script>) -> Command {
        let first = [("LISTEN", self.origin.trim_start_matches("http://"))];
        let settings = first.into_iter().chain(self.settings.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let directory = self.directory.path();
        match script {
            None => command(&self.binary, directory, settings),
            Some(Script::Plain(script)) => run_by(script, command("sh", directory, settings), &self.binary),
            Some(Script::WithMounts(script)) => {
                let mut shell = command("unshare", directory, settings);
                shell.args(["--user", "--map-root-user", "--mount", "sh"]);
                run_by(script, shell, &self.binary)
            }
        }
    }

    /// The origin `http://127.0.0.1:PORT`, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The address that Mailcode listens on.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.origin.trim_start_matches("http://").parse().expect("an address and a port")
    }

    /// The URL of this path, which begins with a slash.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// The working directory of Mailcode.
    #[must_use]
    pub fn directory(&self) -> &Path {
        self.directory.path()
    }

    /// The status and the text of `/readyz`.
    pub async fn readiness(&self) -> (u16, String) {
        let answer = reqwest::get(self.url("/readyz")).await.expect("an answer");
        (answer.status().as_u16(), answer.text().await.expect("a text"))
    }

    /// Everything that Mailcode printed since its last start.
    #[must_use]
    pub fn output(&self) -> String {
        self.process.as_ref().map(Process::output).unwrap_or_default()
    }

    /// The process id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.process.as_ref().expect("it runs").id()
    }

    /// The resident memory of Mailcode in KB of 1024 bytes: `VmRSS` of proc(5).
    #[must_use]
    pub fn resident_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.id())).expect("its status");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("its resident memory");
        line.split_whitespace().next().and_then(|number| number.parse().ok()).expect("a number")
    }
}

impl Drop for Mailcode {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // The test runner shows what a failed test printed.
            let mut output = std::io::stdout().lock();
            let _ = std::io::Write::write_fmt(&mut output, format_args!("--- mailcode printed:\n{}---\n", self.output()));
        }
    }
}

/// A command in this directory, with no environment but `PATH` and the settings.
fn command<'a>(program: impl AsRef<OsStr>, directory: &Path, settings: impl IntoIterator<Item = (&'a str, &'a str)>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(directory).env_clear();
    if let Some(path) = std::env::var_os("PATH") {
        command.env("PATH", path);
    }
    command.envs(settings.into_iter().map(|(name, value)| (format!("MAILCODE_{name}"), value)));
    command
}

/// Lets the shell run this script, whose `$0` is the program.
fn run_by(script: &str, mut shell: Command, program: &Path) -> Command {
    shell.args(["-c", script]).arg(program);
    shell
}

/// The origin in a line that contains the URL of the page: `http://127.0.0.1:PORT/`.
fn origin(line: &str) -> Option<String> {
    let start = line.find("http://127.0.0.1:")?;
    let url = line[start..].split(char::is_whitespace).next()?;
    let port: String = url["http://127.0.0.1:".len()..].chars().take_while(char::is_ascii_digit).collect();
    port.parse::<u16>().ok().filter(|port| *port > 0).map(|port| format!("http://127.0.0.1:{port}"))
}
