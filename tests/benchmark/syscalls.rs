use std::collections::BTreeMap;
use std::io;
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStderr, Command};

/// The lines that a program writes to its standard error.
type ErrorLines = Lines<BufReader<ChildStderr>>;

/// Starts a program that observes another, and ends it when its value is dropped. `None` if it is not installed.
fn start(command: &mut Command) -> io::Result<Option<(Child, ErrorLines)>> {
    let mut child = match command.stdin(Stdio::null()).stderr(Stdio::piped()).kill_on_drop(true).spawn() {
        Ok(child) => child,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let lines = BufReader::new(child.stderr.take().ok_or(io::ErrorKind::BrokenPipe)?).lines();
    Ok(Some((child, lines)))
}

/// Asks a program that observes another to report and end.
async fn interrupt(child: &Child) -> io::Result<()> {
    let id = child.id().unwrap_or_default().to_string();
    Command::new("kill").args(["-INT", &id]).status().await.map(drop)
}

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
        let Some((strace, mut lines)) = start(&mut command)? else { return Ok(None) };
        // strace says on its standard error when it has attached to the process.
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
        interrupt(&self.strace).await?;
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

/// Counts the flushes to the disk of a server and its descendants with perf, from its start until [`Self::stop`]. Unlike strace, it does not
/// slow the server down, and so does not change how many steps share a flush.
pub(crate) struct Flushes {
    perf: Child,
    output: ErrorLines,
}

impl Flushes {
    /// Begins to count in these processes; `None` if perf is not installed.
    ///
    /// # Errors
    /// When perf may not count, as it may only with the rights of root or with `kernel.perf_event_paranoid` at -1.
    pub(crate) async fn count(processes: &[u32]) -> io::Result<Option<Self>> {
        let processes: Vec<_> = processes.iter().map(u32::to_string).collect();
        let mut command = Command::new("perf");
        command.args(["stat", "--event", "syscalls:sys_enter_fsync,syscalls:sys_enter_fdatasync", "--field-separator", ","]);
        command.args(["--interval-print", "100", "--pid", &processes.join(",")]);
        let Some((perf, mut output)) = start(&mut command)? else { return Ok(None) };
        // The first count says that perf is counting.
        while let Some(line) = output.next_line().await? {
            if events_of(&line).is_some() {
                return Ok(Some(Self { perf, output }));
            }
        }
        Err(io::Error::other("perf cannot count the system calls of the server"))
    }

    /// Ends the counting, and returns the number of flushes.
    pub(crate) async fn stop(mut self) -> io::Result<u64> {
        interrupt(&self.perf).await?;
        let mut flushes = 0;
        while let Some(line) = self.output.next_line().await? {
            flushes += events_of(&line).unwrap_or(0);
        }
        self.perf.wait().await?;
        Ok(flushes)
    }
}

/// Reads a line that perf writes: seconds, number, unit, event, and more. `None` for other lines.
fn events_of(line: &str) -> Option<u64> {
    let fields: Vec<_> = line.split(',').collect();
    fields.get(3)?.starts_with("syscalls:").then_some(())?;
    fields.get(1)?.parse().ok()
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
