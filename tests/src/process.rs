use crate::until;
use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

/// A running program, killed with SIGKILL when dropped.
pub struct Process {
    name: String,
    child: Child,
    output: Arc<Mutex<String>>,
    readers: Vec<JoinHandle<()>>,
}

/// How a program ended.
pub struct Exit {
    /// Its exit status.
    pub status: ExitStatus,
    /// What the program wrote to stdout and stderr.
    pub output: String,
}

impl Process {
    /// Starts the program and collects its output.
    ///
    /// # Panics
    /// When it cannot be started; the message names it and how to install it.
    #[must_use]
    pub fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {name}: {error}. `tests/run` installs what the tests need"));
        let output = Arc::new(Mutex::new(String::new()));
        let stdout = child.stdout.take().expect("stdout is piped");
        let stderr = child.stderr.take().expect("stderr is piped");
        let readers = vec![collect(stdout, &output), collect(stderr, &output)];
        Self { name, child, output, readers }
    }

    /// The output so far.
    #[must_use]
    pub fn output(&self) -> String {
        self.output.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The process id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits until `look` returns a value for a line of the output.
    ///
    /// # Panics
    /// When the program ends before, or no line gives a value in time; the message contains the output.
    pub async fn wait_for_line<T>(&mut self, what: &str, look: impl Fn(&str) -> Option<T>) -> T {
        let found = self.line_or_end(what, look).await;
        found.unwrap_or_else(|| panic!("{} ended before it wrote {what}:\n{}", self.name, self.output()))
    }

    /// Waits until `look` returns a value for a line of the output, or the program has ended without such a line.
    pub(crate) async fn line_or_end<T>(&mut self, what: &str, look: impl Fn(&str) -> Option<T>) -> Option<T> {
        until(format!("{what} from {}", self.name), async || {
            let has_ended = self.child.try_wait().expect("a child can be waited for").is_some();
            let found = self.output().lines().find_map(&look);
            (found.is_some() || has_ended).then_some(found)
        })
        .await
    }

    /// Waits until the program ends by itself.
    pub async fn wait(mut self) -> Exit {
        let status = until(format!("the end of {}", self.name), async || self.child.try_wait().expect("a child can be waited for")).await;
        // A reader ends with its pipe, so all of the output is collected afterwards.
        for reader in self.readers.drain(..) {
            reader.join().expect("a reader does not panic");
        }
        Exit { status, output: self.output() }
    }

    /// Kills the program with SIGKILL, as the system or a power failure would.
    pub fn kill(mut self) {
        self.end();
    }

    fn end(&mut self) {
        // An error means that it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}

/// A port that was free a moment ago, for programs that cannot choose a free port themselves and print it.
#[must_use]
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port()
}

fn collect(pipe: impl Read + Send + 'static, output: &Arc<Mutex<String>>) -> JoinHandle<()> {
    let output = Arc::clone(output);
    std::thread::spawn(move || {
        let mut pipe = BufReader::new(pipe);
        let mut line = Vec::new();
        while pipe.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            output.lock().unwrap_or_else(PoisonError::into_inner).push_str(&String::from_utf8_lossy(&line));
            line.clear();
        }
    })
}
