//! Warnings that any visitor's request may trigger: they are logged once, with everything that the operator needs. This is the only test of
//! its process, because a thread's subscriber misses entries of a call site that another thread has used first.

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use clap::Parser;
use server::commands::Application;
use server::config::{Config, Settings, TrustedProxies};
use server::listener::{Bounds, ConnectionLimiter, Listener, Timeouts};
use std::net::SocketAddr;
use test_support::MemoryLog;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

/// Posts a form as an older browser does, through this peer.
async fn post(router: &Router, peer: &str, headers: &[(&str, &str)]) {
    let request = Request::post("/api/request-code").header("content-type", "application/x-www-form-urlencoded");
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    let mut request = request.body(Body::from("email=ada%40example.org")).expect("a request");
    request.extensions_mut().insert(ConnectInfo(SocketAddr::new(peer.parse().expect("an address"), 50_000)));
    let _ = router.clone().oneshot(request).await.expect("an answer");
}

/// Sends the beginning of HTTP/2 to a listener, and waits until it closes the connection.
async fn speak_http2(address: SocketAddr) {
    let mut client = TcpStream::connect(address).await.expect("a connection");
    client.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0").await.expect("sent");
    client.shutdown().await.expect("said all");
    let _ = client.read_to_end(&mut Vec::new()).await;
}

#[tokio::test]
async fn mistakes_in_the_settings_are_logged_once_and_in_full() {
    let log = MemoryLog::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_writer(move || writer.clone()).with_ansi(false).with_max_level(tracing::Level::WARN);
    tracing::subscriber::set_global_default(subscriber.finish()).expect("the first one");

    let directory = tempfile::tempdir().expect("a directory");
    let database = format!("sqlite://{}", directory.path().join("mailcode.db").display());
    let flags = ["mailcode", "--listen", "127.0.0.1:0", "--database-url", &database, "--public-url", "https://sign-up.example.org"];
    let settings = Settings::try_parse_from(flags.iter().chain(&["--trusted-proxies", "10.0.0.1"])).expect("the settings are known");
    let shutdown = CancellationToken::new();
    let application = Application::build(Config::try_from(settings).expect("they agree"), shutdown.clone()).await.expect("it starts");
    let router = application.router();

    let ours = ("origin", "https://sign-up.example.org");
    let by_another_name = [("host", "192.168.1.5:3000"), ("origin", "http://192.168.1.5:3000")];
    for _ in 0..2 {
        post(&router, "172.17.0.1", &[("host", "localhost"), ours, ("x-forwarded-for", "198.51.100.7")]).await;
        post(&router, "10.0.0.1", &[("host", "localhost"), ours, ("x-forwarded-for", "198.51.100.7_x")]).await;
        post(&router, "198.51.100.7", &by_another_name).await;
    }
    assert_eq!(log.lines_with(&["172.17.0.1", "MAILCODE_TRUSTED_PROXIES"]), 1, "{}", log.text());
    assert_eq!(log.lines_with(&["X-Forwarded-For", "000.00.000.0_x"]), 1, "{}", log.text());
    let names = ["192.168.1.5:3000", "https://sign-up.example.org", "MAILCODE_PUBLIC_URL"];
    assert_eq!(log.lines_with(&names), 1, "{}", log.text());

    let socket = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = socket.local_addr().expect("it is bound");
    let limiter = ConnectionLimiter::new(Bounds { total: 4, per_client: 4, refused: 1 }, TrustedProxies::default());
    let (when_full, when_client_is_full) = (Router::new(), Router::new());
    let listener = Listener { socket, router, when_full, when_client_is_full, limiter, timeouts: Timeouts::default() };
    let served = tokio::spawn(listener.serve(shutdown.clone()));
    for _ in 0..2 {
        speak_http2(address).await;
    }
    assert_eq!(log.lines_with(&["HTTP/2", "h2c", "http://"]), 1, "{}", log.text());
    shutdown.cancel();
    served.await.expect("it ends");
}
