use crate::http::{Client, Request};
use crate::process::Server;
use futures_util::future::try_join_all;
use std::cell::Cell;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep};

/// The connections that read pages at the same time.
const CONNECTIONS: u32 = 32;
/// How long the load runs before it is measured.
const WARM_UP: Duration = Duration::from_secs(1);

/// How quickly a server sends a page.
pub(crate) struct PageLoads {
    pub(crate) per_second: f64,
    /// The processor time of one page, in microseconds.
    pub(crate) processor_each: f64,
}

/// Reads a page over connections that are kept alive, as quickly as the server sends it. The cookies of `visitor` are sent, but none is
/// kept. To cost less than the server, this reads each response by the length of the first one; all must be as long.
///
/// # Errors
/// When a page is not what the first one was.
pub(crate) async fn measure(server: &Server, visitor: &Client, path: &str, duration: Duration) -> io::Result<PageLoads> {
    let request = visitor.head(&Request { method: "GET", path, accept: "text/html", compressed: true, body: None });
    let (completed, has_ended) = (Cell::new(0_u64), Cell::new(false));
    let readers = try_join_all((0..CONNECTIONS).map(|_| read(visitor.address(), &request, &completed, &has_ended)));
    let timing = async {
        sleep(WARM_UP).await;
        let (start, before, processor_before) = (Instant::now(), completed.get(), server.usage().processor);
        sleep(duration).await;
        let (elapsed, processor) = (start.elapsed(), server.usage().processor.saturating_sub(processor_before));
        let pages = (completed.get() - before) as f64;
        has_ended.set(true);
        PageLoads { per_second: pages / elapsed.as_secs_f64(), processor_each: processor.as_secs_f64() * 1e6 / pages.max(1.0) }
    };
    let (loads, ended) = tokio::join!(timing, readers);
    ended.map(|_| loads)
}

async fn read(address: SocketAddr, request: &str, completed: &Cell<u64>, has_ended: &Cell<bool>) -> io::Result<()> {
    let mut stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let mut buffer = vec![0; 256 * 1024];
    let length = first_response(&mut stream, request, &mut buffer).await?;
    while !has_ended.get() {
        stream.write_all(request.as_bytes()).await?;
        let mut count = 0;
        while count < length {
            let more = stream.read(&mut buffer[count..]).await?;
            if more == 0 {
                // Some servers end a connection after a number of requests.
                stream = TcpStream::connect(address).await?;
                break;
            }
            count += more;
        }
        if count > length || count == length && !buffer.starts_with(b"HTTP/1.1 200") {
            return Err(io::Error::other("a page differs from the first one"));
        }
        if count == length {
            completed.set(completed.get() + 1);
        }
    }
    Ok(())
}

/// Reads one response to its end, and returns its length in bytes.
async fn first_response(stream: &mut TcpStream, request: &str, buffer: &mut [u8]) -> io::Result<usize> {
    stream.write_all(request.as_bytes()).await?;
    let mut count = 0;
    loop {
        let more = stream.read(&mut buffer[count..]).await?;
        count += more;
        if is_complete(&buffer[..count])? {
            return Ok(count);
        }
        if more == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
}

/// Whether the response has arrived to its end, which its length or its last chunk marks (RFC 9112 §6.3).
fn is_complete(received: &[u8]) -> io::Result<bool> {
    let Some(at) = received.windows(4).position(|window| window == b"\r\n\r\n") else { return Ok(false) };
    let head = String::from_utf8_lossy(&received[..at]).to_ascii_lowercase();
    if head.contains("\r\ntransfer-encoding: chunked") {
        return Ok(received.ends_with(b"0\r\n\r\n"));
    }
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
    let length = length.ok_or_else(|| io::Error::other(format!("a page without a length: {head}")))?;
    Ok(received.len() >= at + 4 + length)
}
