use super::Timeouts;
use super::linger::linger;
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::net::SocketAddr;
use std::pin::pin;
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};
use tokio_io_timeout::TimeoutStream;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

/// The largest head that hyper reads, in bytes. Well above what the router takes, so that it is the router that
/// answers a large head, with a page; and what one connection can make us keep.
const MAX_HEAD: usize = 96 * 1024;
/// The most header fields that hyper reads; well above what the router takes, too.
const MAX_FIELDS: usize = 256;

/// One connection and what answers on it.
pub(super) struct Connection {
    pub(super) stream: TcpStream,
    pub(super) peer: SocketAddr,
    pub(super) router: Router,
    pub(super) timeouts: Timeouts,
    /// Whether it is kept for another request.
    pub(super) is_kept: bool,
}

impl Connection {
    /// Serves its requests, one after the other, until the client leaves, a timeout passes, or `shutdown` is
    /// cancelled and the request under way is answered.
    pub(super) async fn serve(self, shutdown: CancellationToken) {
        let Self { stream, peer, router, timeouts, is_kept } = self;
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(timeouts.write));
        let mut stream = Box::pin(stream);
        {
            let service = service_fn(|request: hyper::Request<Incoming>| {
                let mut request = request.map(Body::new);
                request.extensions_mut().insert(ConnectInfo(peer));
                router.clone().oneshot(request)
            });
            let connection = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(timeouts.head)
                .max_buf_size(MAX_HEAD)
                .max_headers(MAX_FIELDS)
                .keep_alive(is_kept)
                .serve_connection(TokioIo::new(&mut stream), service);
            let mut connection = pin!(connection);
            // An error is the client's: it left, was too slow, or speaks no HTTP. hyper has said what can be said.
            let is_over = tokio::select! {
                _ = connection.as_mut() => true,
                () = shutdown.cancelled() => false,
                () = sleep(timeouts.life) => false,
            };
            if !is_over {
                connection.as_mut().graceful_shutdown();
                let _ = timeout(timeouts.last_request, connection).await;
            }
        }
        tokio::select! {
            () = linger(&mut stream, timeouts.linger) => (),
            // A stop waits for answers, not for clients.
            () = shutdown.cancelled() => (),
        }
    }
}
