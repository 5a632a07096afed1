use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// Counts the system calls of a process and all its threads with strace, from its start until [`Self::stop`].
pub(crate) struct SystemCalls {
    strace: Child,
    summary: tempfile::NamedTempFile,
}

impl SystemCalls {
    /// Begins to count in this process; `None` if strace is not installed.
    pub(crate) async fn count(process: u32) -> io::Result<Option<Self>> {
        let summary = tempfile::NamedTempFile::new()?;
        let mut command = Command::new("strace");
        command.args(["--follow-forks", "--summary-only", "--attach", &process.to_string(), "--output"]).arg(summary.path());
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
                return Ok(Some(Self { strace, summary }));
            }
        }
        Err(io::Error::other("strace cannot attach to the server"))
    }

    /// Ends the counting, and returns how often each system call was made.
    pub(crate) async fn stop(mut self) -> io::Result<BTreeMap<String, u64>> {
        let id = self.strace.id().unwrap_or_default().to_string();
        Command::new("kill").args(["-INT", &id]).status().await?;
        self.strace.wait().await?;
        read_summary(self.summary.path())
    }
}

/// Reads the table that strace writes: share, seconds, microseconds a call, calls, errors if there were any, name.
fn read_summary(path: &Path) -> io::Result<BTreeMap<String, u64>> {
    let summary = std::fs::read_to_string(path)?;
    let rows = summary.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let counts = rows.filter_map(|row| Some(((*row.last()?).to_owned(), row.get(3)?.parse().ok()?)));
    Ok(counts.filter(|(name, _)| name != "total").collect())
}
