use crate::Process;
use crate::programs::tool;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use thirtyfour::SessionId;

/// Limit on attempts to start a driver.
const ATTEMPTS: usize = 10;

/// A browser's driver on its own port: chromedriver or geckodriver.
pub(crate) struct Driver {
    // Killed when this value is dropped.
    process: Process,
    port: u16,
}

impl Driver {
    /// Starts Debian's chromedriver. It chooses a free port of IPv6, binds the same of IPv4, and ends if that is taken: then another
    /// chromedriver is started.
    pub(crate) async fn chromium() -> Self {
        let mut command = Command::new("chromedriver");
        command.arg("--port=0");
        Self::start(&mut command, "started successfully on port ").await
    }

    /// Starts the geckodriver that `tests/install` has built. Firefox keeps its profile and all other files in this directory.
    pub(crate) async fn firefox(directory: &Path) -> Self {
        let mut command = Command::new(tool("bin/geckodriver"));
        // System access lets `Browser` change settings while Firefox runs.
        command.args(["--port=0", "--allow-system-access", "--profile-root"]).arg(directory).env("HOME", directory);
        Self::start(&mut command, "Listening on 127.0.0.1:").await
    }

    /// Starts a driver, again if it ends without a port. The driver prints its port after `before_port`.
    async fn start(command: &mut Command, before_port: &str) -> Self {
        let port = |line: &str| line.split_once(before_port)?.1.trim_end_matches('.').parse().ok();
        for _ in 1..ATTEMPTS {
            let mut process = Process::start(command);
            if let Some(port) = process.line_or_end("its port", port).await {
                return Self { process, port };
            }
        }
        let mut process = Process::start(command);
        let port = process.wait_for_line("its port", port).await;
        Self { process, port }
    }

    /// The URL that takes `WebDriver` commands.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What the driver and its browser have printed so far.
    pub(crate) fn output(&self) -> String {
        self.process.output()
    }

    /// Ends the browser of a session and waits until it is gone, without an async runtime. Errors are ignored: the test is over.
    pub(crate) fn quit(&self, session: &SessionId) {
        // geckodriver refuses a host without its port.
        let request = format!("DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port);
        let _ = TcpStream::connect(("127.0.0.1", self.port)).and_then(|mut stream| {
            stream.set_read_timeout(Some(crate::PATIENCE))?;
            stream.write_all(request.as_bytes())?;
            // The response comes when the browser is gone; the connection stays open.
            stream.read(&mut [0; 512])
        });
    }
}
