//! Slow clients, with the default time-outs.

use e2e::{Mailcode, RawConnection, Visitor, status};

/// A head and the wait for the next request have 20 s, a body has 15. All are tested at once, because each takes that long.
#[tokio::test]
async fn slow_clients_are_disconnected() {
    let mailcode = Mailcode::start().await;
    let [mut silent, mut head, mut idle, mut body] = [
        RawConnection::open(mailcode.address()).await,
        RawConnection::open(mailcode.address()).await,
        RawConnection::open(mailcode.address()).await,
        RawConnection::open(mailcode.address()).await,
    ];
    head.send("GET / HTTP/1.1\r\nHost: localhost\r\n").await;
    assert!(idle.is_served().await);
    body.send("POST /api/request-code HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nSec-Fetch-Site: same-origin\r\n").await;
    body.send("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nemail=").await;
    let visitor = Visitor::new(&mailcode);
    assert!(visitor.open("/").await.has("#address-form"), "others are served meanwhile");
    let (silent, head, idle, body) = tokio::join!(silent.rest(), head.rest(), idle.rest(), body.rest());
    assert_eq!((silent.as_str(), head.as_str(), idle.as_str()), ("", "", ""));
    assert!(status(&body) == 408 && body.contains("<h1>That took too long</h1>"), "{body}");
    // A new visitor: the first one's own connection has been idle for as long, and is about to be closed.
    assert!(Visitor::new(&mailcode).open("/").await.has("#address-form"));
}
