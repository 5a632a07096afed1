use crate::{Exit, Process, binary, free_port};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// A running Mailcode in a directory of its own.
pub struct Mailcode {
    binary: PathBuf,
    process: Option<Process>,
    directory: TempDir,
    settings: Vec<(String, String)>,
    ulimit: Option<&'static str>,
    origin: String,
}

impl Mailcode {
    /// Starts it as a newcomer would, but for the port: no settings, an empty directory.
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts it with these settings: names without `MAILCODE_`, and values.
    ///
    /// # Panics
    /// When it does not print the address of its page in time.
    pub async fn start_with(settings: &[(&str, &str)]) -> Self {
        Self::start_in(tempfile::tempdir().expect("a temporary directory"), settings).await
    }

    /// Starts it in this directory, which may hold files that the settings name.
    pub async fn start_in(directory: TempDir, settings: &[(&str, &str)]) -> Self {
        Self::start_binary(binary(), directory, settings, None).await
    }

    /// Starts it with these settings under a limit of the shell's, such as `-n 34`: 34 open files at most.
    pub async fn start_under(ulimit: &'static str, settings: &[(&str, &str)]) -> Self {
        Self::start_binary(binary(), tempfile::tempdir().expect("a temporary directory"), settings, Some(ulimit)).await
    }

    /// Starts a copy of the binary, without settings.
    pub async fn start_copy(binary: &Path) -> Self {
        Self::start_binary(binary, tempfile::tempdir().expect("a temporary directory"), &[], None).await
    }

    async fn start_binary(binary: &Path, directory: TempDir, settings: &[(&str, &str)], ulimit: Option<&'static str>) -> Self {
        let settings: Vec<_> = settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        // With a public address it prints that one, and not where it listens.
        let port = if settings.iter().any(|(name, _)| name == "PUBLIC_URL") { free_port() } else { 0 };
        let origin = format!("http://127.0.0.1:{port}");
        let mut mailcode = Self { binary: binary.to_owned(), process: None, directory, settings, ulimit, origin };
        mailcode.restart().await;
        mailcode
    }

    /// Tries to start it with settings that it must refuse, and waits for its end.
    pub async fn refuse(settings: &[(&str, &str)]) -> Exit {
        let directory = tempfile::tempdir().expect("a temporary directory");
        Self::refuse_in(directory.path(), &[], settings).await
    }

    /// The same with these arguments, in this directory.
    pub async fn refuse_in(directory: &Path, arguments: &[&str], settings: &[(&str, &str)]) -> Exit {
        Self::run_in(directory, arguments, settings).await
    }

    /// Runs the program with these arguments and settings in this directory, and waits for its end.
    pub async fn run_in(directory: &Path, arguments: &[&str], settings: &[(&str, &str)]) -> Exit {
        let listen = [("LISTEN", "127.0.0.1:0")];
        Process::start(command(binary(), directory, listen.iter().chain(settings).copied()).args(arguments)).wait().await
    }

    /// Runs the program once more with these arguments, in its directory and with its settings, and waits for its end.
    pub async fn run(&self, arguments: &[&str]) -> Exit {
        Process::start(self.command().args(arguments)).wait().await
    }

    /// Ends it with SIGKILL; nothing is asked of it before.
    pub fn kill(&mut self) {
        self.process.take().expect("it runs").kill();
    }

    /// Starts it again after [`Self::kill`], with the same data, settings and port.
    pub async fn restart(&mut self) {
        let mut process = Process::start(&mut self.command());
        if self.origin.ends_with(":0") {
            self.origin = process.wait_for_line("the address of its page", origin).await;
        } else {
            process.wait_for_line("its start", |line| line.contains("is ready").then_some(())).await;
        }
        self.process = Some(process);
    }

    /// The program in its directory with its settings.
    fn command(&self) -> Command {
        let first = [("LISTEN", self.origin.trim_start_matches("http://"))];
        let settings = first.into_iter().chain(self.settings.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let Some(ulimit) = self.ulimit else { return command(&self.binary, self.directory.path(), settings) };
        let mut shell = command("sh", self.directory.path(), settings);
        shell.args(["-c", "ulimit $1 && shift && exec \"$0\" \"$@\""]).arg(&self.binary).arg(ulimit);
        shell
    }

    /// `http://127.0.0.1:PORT`, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The URL of this path, which begins with a slash.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// The directory it was started in.
    #[must_use]
    pub fn directory(&self) -> &Path {
        self.directory.path()
    }

    /// Everything it printed since its last start.
    #[must_use]
    pub fn output(&self) -> String {
        self.process.as_ref().map(Process::output).unwrap_or_default()
    }

    /// Its process id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.process.as_ref().expect("it runs").id()
    }

    /// The memory that it holds, in KB of 1024 bytes: `VmRSS` of proc(5).
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

/// The program in a directory, with nothing of the caller's environment but the path.
fn command<'a>(program: impl AsRef<OsStr>, directory: &Path, settings: impl IntoIterator<Item = (&'a str, &'a str)>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(directory).env_clear();
    if let Some(path) = std::env::var_os("PATH") {
        command.env("PATH", path);
    }
    command.envs(settings.into_iter().map(|(name, value)| (format!("MAILCODE_{name}"), value)));
    command
}

/// The origin in a line that has the URL of the page: `http://127.0.0.1:PORT/`.
fn origin(line: &str) -> Option<String> {
    let start = line.find("http://127.0.0.1:")?;
    let url = line[start..].split(char::is_whitespace).next()?;
    let port: String = url["http://127.0.0.1:".len()..].chars().take_while(char::is_ascii_digit).collect();
    port.parse::<u16>().ok().filter(|port| *port > 0).map(|port| format!("http://127.0.0.1:{port}"))
}
