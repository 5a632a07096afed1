use std::net::TcpListener;

/// A port that was free a moment ago, for programs that cannot choose a free port themselves and print it.
#[must_use]
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port()
}
