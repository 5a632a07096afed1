use super::DevMailbox;
use smtp_proto::request::receiver::DataReceiver;
use std::io::{self, ErrorKind};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::time::timeout;

/// Octets of a command line with its CR LF. RFC 5321 §4.5.3.1.4 requires 512, RFC 4954 §4 more for `AUTH`.
const MAX_LINE: u64 = 4096;

/// Time-out of a line or a mail; RFC 5321 §4.5.3.2.7 requires 5 minutes of a public server.
const CLIENT_TIMEOUT: Duration = Duration::from_secs(60);

/// Reads lines and mails from a stream, each of limited length.
pub(super) struct Lines<S>(BufReader<S>);

impl<S: AsyncRead + AsyncWrite + Unpin> Lines<S> {
    pub(super) fn new(stream: S) -> Self {
        Self(BufReader::new(stream))
    }

    /// The next line with its line end; `None` once the client has disconnected.
    ///
    /// # Errors
    /// If a line is too long, the client is too slow, or the stream fails.
    pub(super) async fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        timeout(CLIENT_TIMEOUT, (&mut self.0).take(MAX_LINE).read_until(b'\n', &mut line)).await??;
        match line.last() {
            Some(b'\n') => Ok(Some(line)),
            Some(_) if line.len() as u64 >= MAX_LINE => Err(ErrorKind::InvalidData.into()),
            _ => Ok(None),
        }
    }

    /// The text of a mail up to its final dot, with dot-stuffing undone; `None` if it is larger than [`DevMailbox::MAX_MAIL_SIZE`], and its
    /// rest is not read.
    ///
    /// # Errors
    /// If the client is too slow or disconnects, or the stream fails.
    pub(super) async fn mail(&mut self) -> io::Result<Option<Vec<u8>>> {
        timeout(CLIENT_TIMEOUT, self.mail_without_limit()).await?
    }

    async fn mail_without_limit(&mut self) -> io::Result<Option<Vec<u8>>> {
        // The line end before the first line, which the receiver needs to recognise a dot there as the last line.
        const BEFORE: &[u8] = b"\r\n";
        let (mut receiver, mut mail) = (DataReceiver::new(), Vec::new());
        receiver.ingest(&mut BEFORE.iter(), &mut mail);
        loop {
            let chunk = self.0.fill_buf().await?;
            if chunk.is_empty() {
                return Err(ErrorKind::UnexpectedEof.into());
            }
            let mut rest = chunk.iter();
            let is_whole = receiver.ingest(&mut rest, &mut mail);
            let used = chunk.len() - rest.len();
            self.0.consume(used);
            if mail.len() > DevMailbox::MAX_MAIL_SIZE + BEFORE.len() {
                return Ok(None);
            }
            if is_whole {
                return Ok(Some(mail.split_off(BEFORE.len())));
            }
        }
    }

    pub(super) async fn reply(&mut self, reply: &str) -> io::Result<()> {
        let written = async {
            self.0.write_all(reply.as_bytes()).await?;
            self.0.write_all(b"\r\n").await?;
            self.0.flush().await
        };
        timeout(CLIENT_TIMEOUT, written).await?
    }

    /// Returns the stream, for TLS; an error if the client has sent something already.
    pub(super) fn into_inner(self) -> io::Result<S> {
        if self.0.buffer().is_empty() { Ok(self.0.into_inner()) } else { Err(ErrorKind::InvalidData.into()) }
    }
}
