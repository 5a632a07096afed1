use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// A record of a relay's replies on a stream, grouped by command, for display. It does not contain what was sent to the relay.
#[derive(Clone, Default)]
pub(super) struct Transcript(Arc<Mutex<VecDeque<Vec<u8>>>>);

/// A stream to a relay that records its replies in a transcript. It is below the guarded stream, so that rejected replies are recorded
/// too.
pub(super) struct RecordingStream<S> {
    stream: S,
    transcript: Transcript,
}

impl Transcript {
    /// Maximum octets kept of the reply to one command: more than a terminal shows.
    const MAX_REPLY: usize = 8192;
    /// Maximum number of replies kept, the newest ones. A login and a mail have ten.
    const MAX_REPLIES: usize = 32;

    /// What the relay sent since the newest command, or since the start.
    pub(super) fn newest(&self) -> String {
        let replies = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        replies.iter().next_back().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
    }

    /// Everything that is kept, oldest first.
    pub(super) fn whole(&self) -> String {
        let replies = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        replies.iter().map(|bytes| String::from_utf8_lossy(bytes)).collect()
    }

    fn record(&self, bytes: &[u8]) {
        let mut replies = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if replies.is_empty() {
            replies.push_back(Vec::new());
        }
        if let Some(reply) = replies.back_mut() {
            let space = Self::MAX_REPLY.saturating_sub(reply.len());
            reply.extend_from_slice(&bytes[..space.min(bytes.len())]);
        }
    }

    /// Starts a new reply, since a command is being sent.
    fn begin_reply(&self) {
        let mut replies = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if replies.back().is_none_or(|reply| !reply.is_empty()) {
            replies.push_back(Vec::new());
        }
        if replies.len() > Self::MAX_REPLIES {
            replies.pop_front();
        }
    }
}

impl<S> RecordingStream<S> {
    pub(super) fn new(stream: S, transcript: Transcript) -> Self {
        Self { stream, transcript }
    }

    /// Returns the inner stream, which is no longer recorded.
    pub(super) fn into_inner(self) -> S {
        self.stream
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for RecordingStream<S> {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, buffer))?;
        self.transcript.record(&buffer.filled()[before..]);
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for RecordingStream<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.transcript.begin_reply();
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::{RecordingStream, Transcript};
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    /// The transcript of these replies, each to a command.
    async fn transcript_of(replies: &[&str]) -> Transcript {
        let (ours, mut theirs) = duplex(100_000);
        let transcript = Transcript::default();
        let mut stream = RecordingStream::new(ours, transcript.clone());
        for reply in replies {
            stream.write_all(b"a secret command").await.expect("written");
            theirs.write_all(reply.as_bytes()).await.expect("written");
            stream.read_exact(&mut vec![0; reply.len()]).await.expect("read");
        }
        transcript
    }

    #[tokio::test]
    async fn the_transcript_has_the_replies_of_the_relay_and_not_our_commands() {
        let transcript = transcript_of(&[]).await;
        assert_eq!((transcript.newest(), transcript.whole()), (String::new(), String::new()));
        let transcript = transcript_of(&["220 a\r\n", "250-b\r\n250 c\r\n"]).await;
        assert_eq!((transcript.newest().as_str(), transcript.whole().as_str()), ("250-b\r\n250 c\r\n", "220 a\r\n250-b\r\n250 c\r\n"));
    }

    #[tokio::test]
    async fn the_transcript_keeps_a_limited_number_of_bytes_and_replies() {
        assert_eq!(transcript_of(&[&"2".repeat(50_000)]).await.newest().len(), Transcript::MAX_REPLY);
        let transcript = transcript_of(&[&["535 long ago\r\n"][..], &["250 a\r\n"; 100]].concat()).await;
        assert_eq!(transcript.whole(), "250 a\r\n".repeat(Transcript::MAX_REPLIES));
    }
}
