use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::iter::Sum;
use std::process::Stdio;
use std::time::Duration;
use tokio::process::{Child, Command};

/// The clock ticks a second in which Linux counts the processor time of a process: `USER_HZ`, which is 100 on every architecture that
/// Mailcode runs on.
const TICKS_A_SECOND: u64 = 100;

/// A server and all processes that it starts. Dropping it ends them.
pub(crate) struct Server {
    child: Child,
}

/// What a server has used so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Usage {
    pub(crate) processor: Duration,
    /// The resident memory of all processes, in bytes. What several of them share counts once for each.
    pub(crate) memory: u64,
}

/// The cores that a program may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cores {
    /// The core with this number, or the last one if there are not so many.
    One(usize),
    All,
}

impl Cores {
    /// The first and the last of these cores; both are the same if there is one.
    fn range(self) -> (usize, usize) {
        let last = cores().saturating_sub(1);
        match self {
            Self::One(core) => (core.min(last), core.min(last)),
            Self::All => (0, last),
        }
    }

    /// How many cores these are.
    pub(crate) fn count(self) -> usize {
        let (first, last) = self.range();
        last - first + 1
    }

    /// The cores in words, such as `core 0` or `cores 0–3`.
    pub(crate) fn name(self) -> String {
        let (first, last) = self.range();
        if first == last { format!("core {first}") } else { format!("cores {first}–{last}") }
    }
}

/// A command that runs on these cores. The benchmark itself may be restricted to others.
pub(crate) fn command(program: impl AsRef<OsStr>, cores: Cores) -> Command {
    let (first, last) = cores.range();
    let mut command = Command::new("taskset");
    command.args(["--cpu-list", &format!("{first}-{last}")]).arg(program);
    command
}

/// The number of the machine's cores.
pub(crate) fn cores() -> usize {
    cpu_info().lines().filter(|line| line.starts_with("processor")).count().max(1)
}

/// The name of the machine's processor.
pub(crate) fn processor() -> String {
    let name = cpu_info().lines().find_map(|line| Some(line.strip_prefix("model name")?.split_once(':')?.1.trim().to_owned()));
    name.unwrap_or_else(|| "an unknown processor".to_owned())
}

fn cpu_info() -> String {
    fs::read_to_string("/proc/cpuinfo").unwrap_or_default()
}

impl Server {
    pub(crate) fn start(command: &mut Command) -> io::Result<Self> {
        let child = command.stdin(Stdio::null()).kill_on_drop(true).process_group(0).spawn()?;
        Ok(Self { child })
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id().unwrap_or_default()
    }

    /// Whether the process has ended.
    pub(crate) fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    /// What the server and its descendants have used.
    pub(crate) fn usage(&self) -> Usage {
        let processes = processes();
        let mut usage = Usage::default();
        let mut ticks = 0;
        for process in family(&processes, self.id()).filter_map(|id| processes.get(&id)) {
            ticks += process.ticks;
            usage.memory += process.pages * 4096;
        }
        usage.processor = Duration::from_millis(ticks * 1000 / TICKS_A_SECOND);
        usage
    }

    /// The server and its descendants.
    pub(crate) fn family(&self) -> Vec<u32> {
        family(&processes(), self.id()).collect()
    }

    /// Ends the server as an operator does, and waits for it.
    pub(crate) async fn stop(mut self) -> io::Result<()> {
        Command::new("kill").arg(self.id().to_string()).status().await?;
        self.child.wait().await.map(drop)
    }
}

impl Sum for Usage {
    fn sum<I: Iterator<Item = Self>>(usages: I) -> Self {
        usages.fold(Self::default(), |sum, usage| Self { processor: sum.processor + usage.processor, memory: sum.memory + usage.memory })
    }
}

struct Process {
    parent: u32,
    ticks: u64,
    pages: u64,
}

/// A process and its descendants.
fn family(processes: &HashMap<u32, Process>, ancestor: u32) -> impl Iterator<Item = u32> {
    let parent = |id: &u32| processes.get(id).map(|process| process.parent).filter(|parent| *parent > 1);
    processes.keys().copied().filter(move |id| std::iter::successors(Some(*id), parent).take(64).any(|id| id == ancestor))
}

/// All processes of the machine (proc(5), `/proc/PID/stat`).
fn processes() -> HashMap<u32, Process> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    ids.filter_map(|id: u32| Some((id, process(id)?))).collect()
}

fn process(id: u32) -> Option<Process> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name of the program is in brackets and may hold anything; the third field follows it.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let number = |field: usize| fields.get(field - 3)?.parse::<u64>().ok();
    Some(Process { parent: u32::try_from(number(4)?).ok()?, ticks: number(14)? + number(15)?, pages: number(24)? })
}
