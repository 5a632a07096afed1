//! The test relay follows its scripts.

use e2e::{HostileRelay, Script};
use std::io::ErrorKind;
use std::time::Duration;
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;
use tokio::time::timeout;

/// The code of the relay's greeting, if a connection can be made.
async fn greeting(relay: &HostileRelay) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", relay.port())).await?;
    let mut code = [0; 3];
    stream.read_exact(&mut code).await?;
    Ok(String::from_utf8_lossy(&code).into_owned())
}

#[tokio::test]
async fn the_port_is_open_closed_or_unresponsive_as_the_script_says() {
    let relay = HostileRelay::start(Script::Closed).await;
    for _ in 0..2 {
        assert_eq!(greeting(&relay).await.unwrap_err().kind(), ErrorKind::ConnectionRefused);
        relay.play(Script::WellBehaved).await;
        assert_eq!(greeting(&relay).await.unwrap(), "220");
        relay.play(Script::Unanswered).await;
        let silence = timeout(Duration::from_millis(500), TcpStream::connect(("127.0.0.1", relay.port()))).await;
        assert!(silence.is_err(), "{silence:?}");
        relay.play(Script::WellBehaved).await;
        assert_eq!(greeting(&relay).await.unwrap(), "220");
        relay.play(Script::Closed).await;
    }
    assert_eq!(relay.received().connections.len(), 4, "its own connections, which keep it deaf, do not count");
}

#[tokio::test]
async fn closing_the_port_cuts_open_connections() {
    let relay = HostileRelay::start(Script::WellBehaved).await;
    let mut stream = TcpStream::connect(("127.0.0.1", relay.port())).await.unwrap();
    stream.read_u8().await.unwrap();
    relay.play(Script::Closed).await;
    let mut rest = Vec::new();
    let end = timeout(Duration::from_secs(5), stream.read_to_end(&mut rest)).await.unwrap();
    assert!(end.is_ok() || end.unwrap_err().kind() == ErrorKind::ConnectionReset);
    assert_eq!(relay.received().open, 0);
}
