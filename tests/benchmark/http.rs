use std::fmt::Write;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU8, Ordering};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

/// The last part of the next client's address. Linux has all of 127.0.0.0/8, so visitors come from many addresses, as they do: Mailcode
/// limits what one address may do at once.
static NEXT_SOURCE: AtomicU8 = AtomicU8::new(1);

/// An HTTP/1.1 client with cookies and one connection that is kept alive: a browser as far as a sign-up needs it, at little cost.
pub(crate) struct Client {
    address: SocketAddr,
    source: Ipv4Addr,
    stream: Option<TcpStream>,
    received: Vec<u8>,
    cookies: Vec<(String, String)>,
}

/// A request without the cookies and the length, which the client adds.
pub(crate) struct Request<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) accept: &'a str,
    /// Whether the body may be compressed. The client does not read compressed bodies.
    pub(crate) compressed: bool,
    /// The type and the content of the body.
    pub(crate) body: Option<(&'a str, &'a str)>,
}

/// A complete response.
pub(crate) struct Response {
    pub(crate) status: u16,
    /// The content; lossy, and unreadable if it is compressed.
    pub(crate) body: String,
    /// The length of the content in bytes, as it was sent.
    pub(crate) length: usize,
}

/// The most headers that a response may have.
const MOST_HEADERS: usize = 64;

impl Client {
    pub(crate) fn new(address: SocketAddr) -> Self {
        let source = Ipv4Addr::new(127, 0, 1, NEXT_SOURCE.fetch_add(1, Ordering::Relaxed));
        Self { address, source, stream: None, received: Vec::new(), cookies: Vec::new() }
    }

    /// Opens a page as a browser does, which accepts compressed bodies.
    pub(crate) async fn open(&mut self, path: &str) -> io::Result<Response> {
        self.send(&Request { method: "GET", path, accept: "text/html", compressed: true, body: None }).await
    }

    /// Reads a page's text.
    pub(crate) async fn read(&mut self, path: &str) -> io::Result<Response> {
        self.send(&Request { method: "GET", path, accept: "text/html", compressed: false, body: None }).await
    }

    pub(crate) async fn post_form(&mut self, path: &str, accept: &str, fields: &str) -> io::Result<Response> {
        let body = Some(("application/x-www-form-urlencoded", fields));
        self.send(&Request { method: "POST", path, accept, compressed: false, body }).await
    }

    pub(crate) async fn post_json(&mut self, path: &str, content: &str) -> io::Result<Response> {
        let body = Some(("application/json", content));
        self.send(&Request { method: "POST", path, accept: "application/json", compressed: false, body }).await
    }

    pub(crate) const fn address(&self) -> SocketAddr {
        self.address
    }

    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Sends a request and receives its response, on a new connection if the server has closed the last one.
    pub(crate) async fn send(&mut self, request: &Request<'_>) -> io::Result<Response> {
        let head = self.head(request);
        let mut stream = if let Some(stream) = self.stream.take() {
            stream
        } else {
            let socket = TcpSocket::new_v4()?;
            socket.bind((self.source, 0).into())?;
            socket.connect(self.address).await?
        };
        stream.set_nodelay(true)?;
        stream.write_all(head.as_bytes()).await?;
        let (response, is_kept) = self.receive(&mut stream).await?;
        if is_kept {
            self.stream = Some(stream);
        }
        Ok(response)
    }

    /// The request as it is sent, with the cookies and the body.
    pub(crate) fn head(&self, request: &Request<'_>) -> String {
        let Request { method, path, accept, compressed, body } = request;
        let mut head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {address}\r\norigin: http://{address}\r\nreferer: http://{address}/\r\n\
             user-agent: Mozilla/5.0 (bench)\r\naccept: {accept}\r\n",
            address = self.address
        );
        if *compressed {
            head.push_str("accept-encoding: br, gzip\r\n");
        }
        if !self.cookies.is_empty() {
            let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let _ = write!(head, "cookie: {}\r\n", cookies.join("; "));
        }
        let (content_type, content) = body.unwrap_or_default();
        if body.is_some() {
            let _ = write!(head, "content-type: {content_type}\r\ncontent-length: {}\r\n", content.len());
        }
        head + "\r\n" + content
    }

    /// Receives one response. Returns it, and whether the connection can be used again.
    async fn receive(&mut self, stream: &mut TcpStream) -> io::Result<(Response, bool)> {
        self.received.clear();
        let (head_length, status, framing, is_kept) = loop {
            self.receive_more(stream).await?;
            let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
            let mut parsed = httparse::Response::new(&mut headers);
            if let httparse::Status::Complete(length) = parsed.parse(&self.received).map_err(io::Error::other)? {
                let status = parsed.code.unwrap_or_default();
                let (framing, is_kept) = read_headers(&mut self.cookies, parsed.headers, status);
                break (length, status, framing, is_kept && parsed.version == Some(1));
            }
        };
        let body = match framing {
            Framing::Length(length) => {
                while self.received.len() < head_length + length {
                    self.receive_more(stream).await?;
                }
                self.received[head_length..head_length + length].to_vec()
            }
            Framing::Chunks => {
                while !self.received.ends_with(b"0\r\n\r\n") {
                    self.receive_more(stream).await?;
                }
                without_chunk_heads(&self.received[head_length..])
            }
            Framing::UntilClose => {
                while self.receive_more(stream).await.is_ok() {}
                self.received[head_length..].to_vec()
            }
        };
        Ok((Response { status, length: body.len(), body: String::from_utf8_lossy(&body).into_owned() }, is_kept))
    }

    async fn receive_more(&mut self, stream: &mut TcpStream) -> io::Result<()> {
        self.received.reserve(16 * 1024);
        if stream.read_buf(&mut self.received).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(())
    }
}

/// How the end of a body is known (RFC 9112 §6.3).
enum Framing {
    Length(usize),
    Chunks,
    UntilClose,
}

fn read_headers(cookies: &mut Vec<(String, String)>, headers: &[httparse::Header<'_>], status: u16) -> (Framing, bool) {
    let (mut framing, mut is_kept) = (Framing::UntilClose, true);
    if matches!(status, 204 | 304) {
        framing = Framing::Length(0);
    }
    for header in headers {
        let value = String::from_utf8_lossy(header.value);
        match header.name.to_ascii_lowercase().as_str() {
            "content-length" => framing = Framing::Length(value.trim().parse().unwrap_or_default()),
            "transfer-encoding" => framing = Framing::Chunks,
            "connection" if value.eq_ignore_ascii_case("close") => is_kept = false,
            "set-cookie" => {
                let pair = value.split(';').next().unwrap_or_default();
                if let Some((name, value)) = pair.split_once('=') {
                    cookies.retain(|(known, _)| known != name);
                    cookies.push((name.to_owned(), value.to_owned()));
                }
            }
            _ => {}
        }
    }
    let is_kept = is_kept && !matches!(framing, Framing::UntilClose);
    (framing, is_kept)
}

/// The content of a complete chunked body (RFC 9112 §7.1).
fn without_chunk_heads(mut chunks: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    while let Some(end) = chunks.windows(2).position(|window| window == b"\r\n") {
        let size = std::str::from_utf8(&chunks[..end]).ok().and_then(|size| usize::from_str_radix(size.trim(), 16).ok());
        let (Some(size), rest) = (size, &chunks[end + 2..]) else { break };
        if size == 0 || rest.len() < size + 2 {
            break;
        }
        content.extend_from_slice(&rest[..size]);
        chunks = &rest[size + 2..];
    }
    content
}
