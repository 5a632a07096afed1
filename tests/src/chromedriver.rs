use crate::Process;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;
use thirtyfour::SessionId;

/// How often one is started at most.
const ATTEMPTS: usize = 10;

/// Debian's chromedriver on a port of its own.
pub(crate) struct Chromedriver {
    // Ends with this value.
    _process: Process,
    port: u16,
}

impl Chromedriver {
    /// Starts one. It chooses a free port of IPv6, takes the same of IPv4, and ends if that is not free: then another
    /// is started.
    pub(crate) async fn start() -> Self {
        for _ in 1..ATTEMPTS {
            let mut process = Process::start(&mut command());
            if let Some(port) = process.line_or_end("its port", port).await {
                return Self { _process: process, port };
            }
        }
        let mut process = Process::start(&mut command());
        let port = process.wait_for_line("its port", port).await;
        Self { _process: process, port }
    }

    /// Where it takes commands.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Ends a browser and waits for that, without a runtime. Errors are of no use at the end of a test.
    pub(crate) fn quit(&self, session: &SessionId) {
        let request = format!("DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        let _ = TcpStream::connect(("127.0.0.1", self.port)).and_then(|mut stream| {
            stream.set_read_timeout(Some(crate::PATIENCE))?;
            stream.write_all(request.as_bytes())?;
            // The answer comes when the browser is gone; the connection stays open.
            stream.read(&mut [0; 512])
        });
    }
}

fn command() -> Command {
    let mut command = Command::new("chromedriver");
    command.arg("--port=0");
    command
}

fn port(line: &str) -> Option<u16> {
    line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok()
}
