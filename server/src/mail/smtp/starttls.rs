use super::dialogue::SmtpStep;
use super::extensions::{Extension, Extensions};
use super::guarded_stream::GuardedStream;
use super::reply::Reply;
use super::reply_parser::ReplyFault;
use super::send_error::SendError;
use crate::mail::Deadlines;
use lettre::transport::smtp::commands::{Ehlo, Starttls};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::{Response, Severity};
use std::fmt::Display;
use std::net::SocketAddr;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

/// Brings a clear-text stream to the point where the TLS handshake begins: greeting, `EHLO`, `STARTTLS`, `220` (RFC 3207 §4). Sends nothing
/// else in clear.
///
/// # Errors
/// [`SendError::NoStartTls`] if it is not offered; [`SendError::Injected`] if a byte follows the `220`, since a later reader might take it
/// for a reply within TLS (CVE-2011-0411 and its kin, RFC 3207 §5); error replies, and errors of the stream.
pub(super) async fn start_tls<S>(stream: S, peer: SocketAddr, client_id: &ClientId, deadlines: Deadlines) -> Result<S, SendError>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut stream = GuardedStream::new(stream, peer, deadlines);
    read_greeting(&mut stream).await?;
    let ehlo_reply = ehlo(&mut stream, client_id).await?;
    request_tls(stream, &ehlo_reply).await
}

/// Reads the greeting.
pub(in crate::mail) async fn read_greeting<S>(stream: &mut GuardedStream<S>) -> Result<(), SendError>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    read_reply(stream, SmtpStep::Hello).await.map(|_| ())
}

/// Sends `EHLO` and returns the reply, which lists the extensions.
pub(in crate::mail) async fn ehlo<S>(stream: &mut GuardedStream<S>, client_id: &ClientId) -> Result<Response, SendError>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    command(stream, SmtpStep::Hello, Ehlo::new(client_id.clone())).await
}

/// Sends `STARTTLS` if it is offered, and returns the inner stream for the handshake.
pub(in crate::mail) async fn request_tls<S>(mut stream: GuardedStream<S>, ehlo_reply: &Response) -> Result<S, SendError>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    if !Extensions::of_reply(ehlo_reply.message()).has(Extension::StartTls) {
        return Err(SendError::NoStartTls);
    }
    command(&mut stream, SmtpStep::StartTls, Starttls).await?;
    stream.into_inner().map_err(|_| SendError::Injected)
}

async fn command<S>(stream: &mut GuardedStream<S>, step: SmtpStep, command: impl Display) -> Result<Response, SendError>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let written = async {
        stream.write_all(command.to_string().as_bytes()).await?;
        stream.flush().await
    };
    written.await.map_err(|error| SendError::from_stream(&error))?;
    read_reply(stream, step).await
}

/// Reads a whole reply. Any other than 2yz is an error.
async fn read_reply<S>(stream: &mut GuardedStream<S>, step: SmtpStep) -> Result<Response, SendError>
where
    S: AsyncRead + Unpin,
{
    let mut reply = Vec::new();
    while !stream.is_reply_read() {
        stream.read_buf(&mut reply).await.map_err(|error| SendError::from_stream(&error))?;
    }
    let text = String::from_utf8_lossy(&reply);
    let reply: Response = text.parse().map_err(|_| SendError::BadReply(ReplyFault::Malformed))?;
    match reply.code().severity {
        Severity::PositiveCompletion => Ok(reply),
        Severity::PositiveIntermediate => Err(SendError::BadReply(ReplyFault::OutOfPlace)),
        _ => {
            let bare = || Reply::bare(reply.code().into(), None);
            Err(SendError::refused(step, &Reply::read(&text).pop().unwrap_or_else(bare)))
        }
    }
}
