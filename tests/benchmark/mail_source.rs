//! Sends mails as quickly as the relay accepts them, to measure what it can accept at most.

use futures_util::future::try_join_all;
use std::io;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// The connections over which mails are sent at the same time.
pub(crate) const CONNECTIONS: u32 = 32;

/// The lines of a mail's text, with which it is as long as one of Mailcode's: 4.7 KB.
const LINES: usize = 94;

/// Sends mails to the relay on this port of `localhost` until the relay or this process ends. Each connection starts TLS, logs in and then
/// sends one mail after the other. The file holds the root certificate of the relay.
///
/// # Errors
/// When a connection fails, or the relay refuses something.
pub(crate) async fn send(port: u16, root: &Path) -> io::Result<()> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(root).map_err(io::Error::other)?).map_err(io::Error::other)?;
    let connector = TlsConnector::from(Arc::new(ClientConfig::builder().with_root_certificates(roots).with_no_client_auth()));
    try_join_all((0..CONNECTIONS).map(|_| send_over_one_connection(port, &connector))).await.map(drop)
}

async fn send_over_one_connection(port: u16, connector: &TlsConnector) -> io::Result<()> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await?;
    stream.set_nodelay(true)?;
    exchange(&mut stream, "", 1).await?;
    exchange(&mut stream, "EHLO localhost\r\n", 1).await?;
    exchange(&mut stream, "STARTTLS\r\n", 1).await?;
    let name = ServerName::try_from("localhost").map_err(io::Error::other)?;
    let mut stream = connector.connect(name, stream).await?;
    exchange(&mut stream, "EHLO localhost\r\n", 1).await?;
    // "\0bench\0a-secret-password" in Base64.
    exchange(&mut stream, "AUTH PLAIN AGJlbmNoAGEtc2VjcmV0LXBhc3N3b3Jk\r\n", 1).await?;
    let line = "The text of this mail has lines of forty-eight.\r\n";
    let mail = format!("Subject: A mail of the benchmark\r\n\r\n{}.\r\n", line.repeat(LINES));
    loop {
        exchange(&mut stream, "MAIL FROM:<bench@example.org>\r\nRCPT TO:<visitor@example.org>\r\nDATA\r\n", 3).await?;
        exchange(&mut stream, &mail, 1).await?;
    }
}

/// Sends these commands at once, and waits for this number of replies.
async fn exchange<S: AsyncRead + AsyncWrite + Unpin>(stream: &mut S, commands: &str, replies: usize) -> io::Result<()> {
    stream.write_all(commands.as_bytes()).await?;
    stream.flush().await?;
    let mut received = Vec::new();
    loop {
        if stream.read_buf(&mut received).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let text = String::from_utf8_lossy(&received);
        // The last line of a reply has a blank after its code (RFC 5321 §4.2.1).
        let is_last = |line: &&str| line.as_bytes().get(3) == Some(&b' ');
        if text.ends_with("\r\n") && text.lines().filter(is_last).count() >= replies {
            let refusal = text.lines().find(|line| line.starts_with(['4', '5']));
            return refusal.map_or(Ok(()), |line| Err(io::Error::other(line.to_owned())));
        }
    }
}
