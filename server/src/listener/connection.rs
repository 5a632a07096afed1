use super::http2::Http2Refusal;
use super::{RequestsInProgress, Timeouts};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::header::CONNECTION;
use axum::http::{HeaderValue, Request};
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::Pin;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, copy, sink};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, timeout};
use tokio_io_timeout::TimeoutStream;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

/// The largest head that hyper reads, in bytes; also the most that one connection can make the server buffer. Well above the router's
/// limit, so that the router responds to a large head, with a page.
const MAX_HEAD: usize = 96 * 1024;
/// The most header fields that hyper reads; also well above the router's limit.
const MAX_FIELDS: usize = 256;
/// The most bytes that are discarded of what the client still sends. This limits the work; the memory is one small buffer.
const MAX_DISCARDED: u64 = 32 * 1024 * 1024;

/// One connection, with the router that serves it.
pub(super) struct HttpConnection {
    pub(super) stream: TcpStream,
    pub(super) peer: SocketAddr,
    pub(super) router: Router,
    pub(super) timeouts: Timeouts,
    /// Whether it is kept open for further requests.
    pub(super) keep_alive: bool,
    /// Refuses a client that speaks HTTP/2.
    pub(super) http2: Http2Refusal,
    /// Counts the requests of all connections.
    pub(super) requests: RequestsInProgress,
}

impl HttpConnection {
    /// Serves its requests one after another until the client disconnects, a timeout passes, or `shutdown` is cancelled and the request in
    /// progress has its response.
    pub(super) async fn serve(self, shutdown: CancellationToken) {
        let Self { stream, peer, router, timeouts, keep_alive, http2, requests } = self;
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(timeouts.write));
        let mut stream = Box::pin(stream);
        let opened_at = Instant::now();
        let service = service_fn(|request| {
            let counted = requests.begin();
            let served = serve_request(router.clone(), peer, request, opened_at, timeouts.retire);
            async move {
                let _counted = counted;
                served.await
            }
        });
        let mut connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(timeouts.head)
            .max_buf_size(MAX_HEAD)
            .max_headers(MAX_FIELDS)
            .keep_alive(keep_alive)
            .serve_connection(TokioIo::new(&mut stream), service);
        // An error is the client's: it disconnected, was too slow, or does not speak HTTP. hyper has responded if it could.
        let is_over = tokio::select! {
            _ = &mut connection => true,
            () = shutdown.cancelled() => false,
            () = sleep(timeouts.life) => false,
        };
        if !is_over {
            Pin::new(&mut connection).graceful_shutdown();
            let _ = timeout(timeouts.last_request, &mut connection).await;
        }
        let unread = connection.into_parts().read_buf;
        if Http2Refusal::is_preface(&unread) {
            http2.send(&mut stream).await;
        }
        tokio::select! {
            () = linger(&mut stream, timeouts.linger) => (),
            // A shutdown waits for responses, not for clients.
            () = shutdown.cancelled() => (),
        }
    }
}

/// Serves one request; on a connection that is to retire, announces that its response is the last.
async fn serve_request(
    router: Router,
    peer: SocketAddr,
    request: Request<Incoming>,
    opened_at: Instant,
    retire: Duration,
) -> Result<Response, Infallible> {
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(peer));
    let mut response = router.oneshot(request).await?;
    if opened_at.elapsed() >= retire {
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(response)
}

/// Ends a connection so that the client can read the last response: closes the sending side, and discards what the client still sends until
/// it closes, for at most `longest`. If the connection were closed at once with bytes unread, the system would reset it (RFC 1122
/// §4.2.2.13), and a client that is still sending its body would lose the response that refuses it (RFC 9112 §9.6).
async fn linger(stream: &mut (impl AsyncRead + AsyncWrite + Unpin), longest: Duration) {
    let _ = timeout(longest, async {
        if stream.shutdown().await.is_ok() {
            let _ = copy(&mut stream.take(MAX_DISCARDED), &mut sink()).await;
        }
    })
    .await;
}
