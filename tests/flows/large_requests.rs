//! Requests far larger than any form.

use e2e::{DevMailbox, Mailcode, RawConnection, status};

const POST: &str = "POST /api/request-code HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nSec-Fetch-Site: same-origin\r\n\
                    Content-Type: application/x-www-form-urlencoded\r\n";
const SIZE: usize = 10_000_000;

#[tokio::test]
async fn header_fields_of_64_kilobytes_are_refused_by_a_page() {
    let mailcode = Mailcode::start().await;
    for fields in [1, 64] {
        let mut connection = RawConnection::open(mailcode.address()).await;
        connection.send("GET / HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n").await;
        for number in 0..fields {
            connection.send(format!("X-{number}: {}\r\n", "a".repeat(64 * 1024 / fields))).await;
        }
        connection.send("\r\n").await;
        let answer = connection.rest().await;
        assert_eq!(status(&answer), 431, "{answer}");
        assert!(answer.contains("content-security-policy: ") && answer.contains("<h1>Your browser sent too much</h1>"), "{answer}");
    }
}

/// The whole body is sent, as by browsers that read no response before they have finished.
#[tokio::test]
async fn bodies_of_10_megabytes_are_refused_by_a_page() {
    let mailcode = Mailcode::start().await;
    let body = format!("email=ada%40example.org&filler={}", "a".repeat(SIZE - 31));
    let chunk = format!("{:x}\r\n{body}\r\n0\r\n\r\n", body.len());
    for (framing, body) in [(format!("Content-Length: {SIZE}"), &body), ("Transfer-Encoding: chunked".to_owned(), &chunk)] {
        let mut connection = RawConnection::open(mailcode.address()).await;
        connection.send(format!("{POST}{framing}\r\n\r\n")).await;
        connection.send(body).await;
        let answer = connection.rest().await;
        assert_eq!(status(&answer), 413, "{framing}: {answer}");
        assert!(answer.contains("content-security-policy: ") && answer.contains("<h1>That was too much</h1>"), "{framing}: {answer}");
    }
    assert!(DevMailbox::new(&mailcode).mails("ada@example.org").await.is_empty());
}

/// A client that sends `Expect: 100-continue` (RFC 9110 §10.1.1) is refused before it sends the body.
#[tokio::test]
async fn a_large_body_is_refused_before_it_is_sent() {
    let mailcode = Mailcode::start().await;
    let mut connection = RawConnection::open(mailcode.address()).await;
    connection.send(format!("{POST}Expect: 100-continue\r\nContent-Length: {SIZE}\r\n\r\n")).await;
    let answer = connection.rest().await;
    assert_eq!(status(&answer), 413, "{answer}");
    let mut connection = RawConnection::open(mailcode.address()).await;
    connection.send(format!("{POST}Connection: close\r\nExpect: 100-continue\r\nContent-Length: 25\r\n\r\n")).await;
    connection.send("email=ada%40example.org&a=").await;
    let answer = connection.rest().await;
    assert!(answer.starts_with("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 307 "), "{answer}");
}
