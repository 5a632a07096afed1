//! Bytes that are no valid HTTP request, or one that no client library would send.

use crate::support::steps::ADDRESS;
use e2e::{DevMailbox, Mailcode, PATIENCE, Visitor};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// The remaining header fields of a valid request.
const REST: &str = "Host: 127.0.0.1\r\nConnection: close\r\nX-Marker: given-back\r\n";

/// Heads of requests with an invalid line.
const HEADS: [&[u8]; 31] = [
    b"GET /%zz HTTP/1.1",
    b"GET /% HTTP/1.1",
    b"GET /\xff\xfe HTTP/1.1",
    b"GET /?given-back=\xc3\x28 HTTP/1.1",
    b"GET /?given-back=<script> HTTP/1.1",
    b"GET /assets/\x01 HTTP/1.1",
    b"GET /a b HTTP/1.1",
    b"GET http://evil.example/ HTTP/1.1",
    b"GET https://evil.example/given-back?given-back HTTP/1.1",
    b"GET //evil.example/ HTTP/1.1",
    b"GET \\evil.example HTTP/1.1",
    b"GET evil.example HTTP/1.1",
    b"CONNECT evil.example:443 HTTP/1.1",
    b"OPTIONS * HTTP/1.1",
    b"TRACE / HTTP/1.1",
    b"G\0T / HTTP/1.1",
    b"GET / HTTP/9.9",
    b"GET / http/1.1",
    b"PRI * HTTP/2.0",
    b"GET /",
    b"",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"GET / HTTP/1.1\r\nHost: evil.example",
    b"GET / HTTP/1.1\r\nHost: evil.example/given-back@:0",
    b"GET / HTTP/1.1\r\nBad Name: x",
    b"GET / HTTP/1.1\r\nX: a\0b",
    b"GET / HTTP/1.1\r\nX: a\rb",
    b"GET / HTTP/1.1\r\nX: a\r\n folded: b",
    b"GET / HTTP/1.1\r\n: without a name",
    b"GET / HTTP/1.1\r\nCookie: mailcode=\xff\xfe; mailcode=\x80",
    b"GET /code HTTP/1.0\r\nAccept-Encoding: \xff, br;q=\xff",
];

/// Headers with which the ends of requests can be confused (RFC 9112 §6.3), and bodies.
const FRAMES: [(&str, &str); 8] = [
    ("Content-Length: 5\r\nContent-Length: 30", "email=visitor%40example.org"),
    ("Content-Length: 27, 5", "email=visitor%40example.org"),
    ("Content-Length: -1", "email=visitor%40example.org"),
    ("Content-Length: +27", "email=visitor%40example.org"),
    ("Content-Length: 99999999999999999999", "email=visitor%40example.org"),
    ("Transfer-Encoding: chunked", "zz\r\nemail=visitor%40example.org\r\n0\r\n\r\n"),
    ("Transfer-Encoding: chunked", "ffffffffffffffffff\r\nemail=visitor%40example.org\r\n0\r\n\r\n"),
    ("Transfer-Encoding: chunked, identity", "1b\r\nemail=visitor%40example.org\r\n0\r\n\r\n"),
];

/// Sends a request, and reads until the connection is closed.
async fn answer(mailcode: &Mailcode, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(mailcode.origin().trim_start_matches("http://")).await.unwrap();
    stream.write_all(request).await.unwrap();
    let mut answer = Vec::new();
    // A reset also closes the connection.
    let read = timeout(PATIENCE, stream.read_to_end(&mut answer)).await;
    assert!(read.is_ok(), "the connection stays open after {}: {}", request.escape_ascii(), answer.escape_ascii());
    String::from_utf8_lossy(&answer).into_owned()
}

/// The status, if there is a response.
fn status(answer: &str) -> Option<u16> {
    answer.strip_prefix("HTTP/1.")?.get(2..5)?.parse().ok()
}

#[tokio::test]
async fn no_bytes_stop_the_server() {
    let mailcode = Mailcode::start().await;
    for head in HEADS {
        let request = [head, b"\r\n", REST.as_bytes(), b"\r\n"].concat();
        let answer = answer(&mailcode, &request).await;
        let status = status(&answer);
        assert!(status.is_some_and(|status| (200..500).contains(&status)), "{}: {answer}", head.escape_ascii());
        for text in ["given-back", "evil.example", "<script>"] {
            assert!(!answer.contains(text), "{}: {answer}", head.escape_ascii());
        }
    }
    assert_eq!(Visitor::new(&mailcode).open("/").await.status, 200, "the server still works");
    assert!(!mailcode.output().contains("panicked"), "{}", mailcode.output());
}

#[tokio::test]
async fn a_request_without_a_clear_end_is_refused() {
    let mailcode = Mailcode::start().await;
    let origin = mailcode.origin();
    for (frame, body) in FRAMES {
        let form = "Content-Type: application/x-www-form-urlencoded\r\nAccept: application/json";
        let request = format!("POST /api/request-code HTTP/1.1\r\n{REST}Origin: {origin}\r\n{form}\r\n{frame}\r\n\r\n{body}");
        let answer = answer(&mailcode, request.as_bytes()).await;
        assert!(status(&answer).is_some_and(|status| (400..500).contains(&status)), "{frame}: {answer}");
    }
    assert!(DevMailbox::new(&mailcode).mails(ADDRESS).await.is_empty());
}
