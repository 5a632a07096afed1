use super::deadlines::Deadlines;
use super::progress::Progress;
use super::reply_lines::{ReplyFault, ReplyLines};
use lettre::transport::smtp::client::AsyncTokioStream;
use std::fmt;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

/// What ends the text of a mail (RFC 5321 §4.1.1.4). Dot-stuffing (§4.5.2) keeps it from occurring earlier.
const FINAL_DOT: &[u8; 5] = b"\r\n.\r\n";

/// A stream to a relay on which every command and every reply has a deadline, and only well-formed replies, each
/// to a command that was sent, come through.
pub(super) struct GuardedStream<S> {
    stream: S,
    peer: SocketAddr,
    replies: ReplyLines,
    progress: Arc<Progress>,
    deadlines: Deadlines,
    timer: Pin<Box<Sleep>>,
    running: Option<Direction>,
    last_written: [u8; FINAL_DOT.len()],
    is_broken: bool,
}

/// What the timer runs for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    /// For the reply, until its last line.
    In,
    /// For the command, until the first byte of the reply is waited for.
    Out,
}

impl<S> GuardedStream<S> {
    pub(super) fn new(stream: S, peer: SocketAddr, deadlines: Deadlines) -> Self {
        let timer = Box::pin(sleep_until(Instant::now()));
        let (replies, progress) = (ReplyLines::default(), Arc::default());
        Self { stream, peer, replies, progress, deadlines, timer, running: None, last_written: [0; 5], is_broken: false }
    }

    /// The same, with a greeting to be read first: lettre waits for one, and the true one has gone by.
    pub(super) fn with_greeting(self) -> Self {
        Self { replies: ReplyLines::with_reply(b"220 TLS is up\r\n"), ..self }
    }

    /// How far the mail on this stream has got.
    pub(super) fn progress(&self) -> Arc<Progress> {
        Arc::clone(&self.progress)
    }

    /// Whether the replies that were due have been read to their end.
    pub(super) const fn is_reply_read(&self) -> bool {
        self.replies.is_taken()
    }

    /// The stream within, if nothing was received that nobody has asked for.
    pub(super) fn into_inner(self) -> Result<S, ReplyFault> {
        if self.replies.holds_bytes() { Err(ReplyFault::Unsolicited) } else { Ok(self.stream) }
    }

    /// Ready with an error once the deadline of this direction has passed.
    fn poll_deadline(&mut self, direction: Direction, context: &mut Context<'_>) -> Poll<io::Error> {
        if self.running != Some(direction) {
            let is_final = direction == Direction::In && self.progress.is_dotted();
            let deadline = if is_final { self.deadlines.final_reply } else { self.deadlines.reply };
            self.timer.as_mut().reset(Instant::now() + deadline);
            self.running = Some(direction);
        }
        self.timer.as_mut().poll(context).map(|()| ErrorKind::TimedOut.into())
    }

    /// Nothing more is read or written after an error, so that a polite `QUIT` does not wait once more.
    fn fail<T>(&mut self, error: io::Error) -> Poll<io::Result<T>> {
        self.is_broken = true;
        Poll::Ready(Err(error))
    }

    fn check_usable(&self) -> io::Result<()> {
        if self.is_broken { Err(ErrorKind::NotConnected.into()) } else { Ok(()) }
    }

    fn note_written(&mut self, bytes: &[u8]) {
        if !self.progress.is_in_text() {
            return;
        }
        for &byte in &bytes[bytes.len().saturating_sub(FINAL_DOT.len())..] {
            self.last_written.rotate_left(1);
            self.last_written[FINAL_DOT.len() - 1] = byte;
        }
        if self.last_written == *FINAL_DOT {
            self.progress.note_final_dot();
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for GuardedStream<S> {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        this.check_usable()?;
        loop {
            let bytes = this.replies.take(buffer.remaining());
            if !bytes.is_empty() {
                buffer.put_slice(&bytes);
                return Poll::Ready(Ok(()));
            }
            if this.replies.due() == 0 {
                return this.fail(fault(ReplyFault::OutOfPlace));
            }
            if let Poll::Ready(error) = this.poll_deadline(Direction::In, context) {
                return this.fail(error);
            }
            let mut space = [0; 1024];
            let mut received = ReadBuf::new(&mut space);
            if let Err(error) = ready!(Pin::new(&mut this.stream).poll_read(context, &mut received)) {
                return this.fail(error);
            }
            if received.filled().is_empty() {
                return this.fail(ErrorKind::UnexpectedEof.into());
            }
            let due = this.replies.due();
            if let Err(error) = this.replies.receive(received.filled()) {
                return this.fail(fault(error));
            }
            if this.replies.offers_pipelining() {
                this.progress.note_pipelining();
            }
            if this.replies.due() < due {
                // Each of several replies has the time of one.
                this.running = None;
            }
        }
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for GuardedStream<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let this = &mut *self;
        this.check_usable()?;
        if let Err(error) = this.replies.expect_replies(this.progress.due_replies()) {
            return this.fail(fault(error));
        }
        if let Poll::Ready(error) = this.poll_deadline(Direction::Out, context) {
            return this.fail(error);
        }
        match ready!(Pin::new(&mut this.stream).poll_write(context, bytes)) {
            Ok(count) => {
                this.note_written(&bytes[..count]);
                Poll::Ready(Ok(count))
            }
            Err(error) => this.fail(error),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        this.check_usable()?;
        if let Poll::Ready(error) = this.poll_deadline(Direction::Out, context) {
            return this.fail(error);
        }
        match ready!(Pin::new(&mut this.stream).poll_flush(context)) {
            Ok(()) => Poll::Ready(Ok(())),
            Err(error) => this.fail(error),
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        if let Poll::Ready(error) = this.poll_deadline(Direction::Out, context) {
            return this.fail(error);
        }
        Pin::new(&mut this.stream).poll_shutdown(context)
    }
}

impl<S: AsyncRead + AsyncWrite + Send + Sync + Unpin> AsyncTokioStream for GuardedStream<S> {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.peer)
    }
}

/// Shows nothing that went over the stream.
impl<S> fmt::Debug for GuardedStream<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("GuardedStream").field("peer", &self.peer).field("is_broken", &self.is_broken).finish_non_exhaustive()
    }
}

fn fault(fault: ReplyFault) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, fault)
}

#[cfg(test)]
#[path = "guarded_stream_tests.rs"]
mod tests;
