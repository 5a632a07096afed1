use std::collections::BTreeMap;
use std::io;
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// strace, attached to a process and all its threads.
struct Trace {
    strace: Child,
    output: tempfile::NamedTempFile,
}

impl Trace {
    /// Attaches strace to this process; `None` if it is not installed.
    async fn attach(process: u32, options: &[&str]) -> io::Result<Option<Self>> {
        let output = tempfile::NamedTempFile::new()?;
        let mut command = Command::new("strace");
        command.args(["--follow-forks", "--attach", &process.to_string()]).args(options).arg("--output").arg(output.path());
        let mut strace = match command.stdin(Stdio::null()).stderr(Stdio::piped()).kill_on_drop(true).spawn() {
            Ok(strace) => strace,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        // strace says on its standard error when it has attached to the process.
        let mut lines = BufReader::new(strace.stderr.take().ok_or(io::ErrorKind::BrokenPipe)?).lines();
        while let Some(line) = lines.next_line().await? {
            if line.contains("attached") {
                tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
                return Ok(Some(Self { strace, output }));
            }
        }
        Err(io::Error::other("strace cannot attach to the server"))
    }

    /// Detaches strace, and returns what it has written.
    async fn stop(mut self) -> io::Result<String> {
        let id = self.strace.id().unwrap_or_default().to_string();
        Command::new("kill").args(["-INT", &id]).status().await?;
        self.strace.wait().await?;
        std::fs::read_to_string(self.output.path())
    }
}

/// Counts the system calls of a process and all its threads, from its start until [`Self::stop`].
pub(crate) struct SystemCalls(Trace);

impl SystemCalls {
    /// Begins to count in this process; `None` if strace is not installed.
    pub(crate) async fn count(process: u32) -> io::Result<Option<Self>> {
        Ok(Trace::attach(process, &["--summary-only"]).await?.map(Self))
    }

    /// Ends the counting, and returns how often each system call was made.
    pub(crate) async fn stop(self) -> io::Result<BTreeMap<String, u64>> {
        Ok(read_summary(&self.0.stop().await?))
    }
}

/// Counts how often a process and all its threads send to a port of this machine, from its start until [`Self::stop`].
pub(crate) struct Sends {
    trace: Trace,
    port: u16,
}

impl Sends {
    /// Begins to count in this process; `None` if strace is not installed.
    pub(crate) async fn count(process: u32, port: u16) -> io::Result<Option<Self>> {
        let options = ["--decode-fds=all", "--trace=write,writev,sendto,sendmsg", "--string-limit=0"];
        Ok(Trace::attach(process, &options).await?.map(|trace| Self { trace, port }))
    }

    /// Ends the counting, and returns how often something was sent.
    pub(crate) async fn stop(self) -> io::Result<usize> {
        let to = format!("->127.0.0.1:{}]", self.port);
        // A call that another thread interrupts has a second line, which does not name the socket.
        Ok(self.trace.stop().await?.lines().filter(|line| line.contains(&to)).count())
    }
}

/// Reads the table that strace writes: share, seconds, microseconds a call, calls, errors if there were any, name.
fn read_summary(summary: &str) -> BTreeMap<String, u64> {
    let rows = summary.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let counts = rows.filter_map(|row| Some(((*row.last()?).to_owned(), row.get(3)?.parse().ok()?)));
    counts.filter(|(name, _)| name != "total").collect()
}
