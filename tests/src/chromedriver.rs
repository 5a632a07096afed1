use crate::Process;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;
use thirtyfour::SessionId;

/// Debian's chromedriver on a port of its own.
pub(crate) struct Chromedriver {
    // Ends with this value.
    _process: Process,
    port: u16,
}

impl Chromedriver {
    /// Starts one.
    pub(crate) async fn start() -> Self {
        let mut process = Process::start(Command::new("chromedriver").arg("--port=0"));
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

fn port(line: &str) -> Option<u16> {
    line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok()
}
