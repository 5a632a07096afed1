use super::dialogue::DialogueState;
use super::reply_parser::{ReplyFault, ReplyParser};
use crate::mail::Deadlines;
use lettre::transport::smtp::client::AsyncTokioStream;
use std::fmt;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

/// End of the content of a mail (RFC 5321 §4.1.1.4). Dot-stuffing (§4.5.2) keeps it from occurring earlier.
const FINAL_DOT: &[u8; 5] = b"\r\n.\r\n";

/// A stream to a relay that sets a deadline for every command and every reply, and lets only well-formed replies through, each to a command
/// that was sent.
pub(in crate::mail) struct GuardedStream<S> {
    stream: S,
    peer: SocketAddr,
    replies: ReplyParser,
    dialogue: Arc<DialogueState>,
    deadlines: Deadlines,
    timer: Pin<Box<Sleep>>,
    /// What the timer limits now; `None` if it does not run.
    running: Option<Direction>,
    /// The last bytes of the content that were written.
    last_written: [u8; FINAL_DOT.len()],
    /// Whether the due reply is the greeting, since no command has been sent.
    awaits_greeting: bool,
    is_broken: bool,
}

/// What the timer limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    /// Reading a reply, up to its last line.
    In,
    /// Writing a command, until its reply is read.
    Out,
}

impl<S> GuardedStream<S> {
    pub(in crate::mail) fn new(stream: S, peer: SocketAddr, deadlines: Deadlines) -> Self {
        let timer = Box::pin(sleep_until(Instant::now()));
        let (replies, dialogue) = (ReplyParser::default(), Arc::default());
        Self {
            stream,
            peer,
            replies,
            dialogue,
            deadlines,
            timer,
            running: None,
            last_written: [0; 5],
            awaits_greeting: true,
            is_broken: false,
        }
    }

    /// Adds a synthetic greeting: lettre expects one, but the relay's has already been read.
    pub(in crate::mail) fn with_greeting(self) -> Self {
        Self { replies: ReplyParser::with_reply(b"220 TLS is up\r\n"), ..self }
    }

    /// The state of the dialogue, shared with the connection.
    pub(in crate::mail) fn dialogue(&self) -> Arc<DialogueState> {
        Arc::clone(&self.dialogue)
    }

    /// Whether all due replies have been read to their end.
    pub(super) const fn is_reply_read(&self) -> bool {
        self.replies.is_taken()
    }

    /// Returns the inner stream, unless unsolicited bytes were received.
    pub(in crate::mail) fn into_inner(self) -> Result<S, ReplyFault> {
        if self.replies.holds_bytes() { Err(ReplyFault::Unsolicited) } else { Ok(self.stream) }
    }

    /// Starts the timer if it does not run for this direction yet. Ready with an error once the deadline has passed.
    fn poll_deadline(&mut self, direction: Direction, context: &mut Context<'_>) -> Poll<io::Error> {
        if self.running != Some(direction) {
            let deadline = match direction {
                Direction::In if self.awaits_greeting => self.deadlines.open,
                Direction::In if self.dialogue.is_final_dot_sent() => self.deadlines.final_reply,
                Direction::In | Direction::Out => self.deadlines.reply,
            };
            self.timer.as_mut().reset(Instant::now() + deadline);
            self.running = Some(direction);
        }
        self.timer.as_mut().poll(context).map(|()| ErrorKind::TimedOut.into())
    }

    /// Fails all later reads and writes too, so that a `QUIT` after an error does not wait for another deadline.
    fn fail<T>(&mut self, error: io::Error) -> Poll<io::Result<T>> {
        self.is_broken = true;
        Poll::Ready(Err(error))
    }

    fn check_usable(&self) -> io::Result<()> {
        if self.is_broken { Err(ErrorKind::NotConnected.into()) } else { Ok(()) }
    }

    fn record_written(&mut self, bytes: &[u8]) {
        if !self.dialogue.is_in_content() {
            return;
        }
        for &byte in &bytes[bytes.len().saturating_sub(FINAL_DOT.len())..] {
            self.last_written.rotate_left(1);
            self.last_written[FINAL_DOT.len() - 1] = byte;
        }
        if self.last_written == *FINAL_DOT {
            self.dialogue.record_final_dot();
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
            this.dialogue.add_extensions(this.replies.extensions());
            if this.replies.due() < due {
                // Each pipelined reply has a deadline of its own.
                this.running = None;
            }
        }
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for GuardedStream<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let this = &mut *self;
        this.check_usable()?;
        this.awaits_greeting = false;
        if let Err(error) = this.replies.expect_replies(this.dialogue.due_replies()) {
            return this.fail(fault(error));
        }
        if let Poll::Ready(error) = this.poll_deadline(Direction::Out, context) {
            return this.fail(error);
        }
        match ready!(Pin::new(&mut this.stream).poll_write(context, bytes)) {
            Ok(count) => {
                this.record_written(&bytes[..count]);
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

/// Shows none of the data on the stream.
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
