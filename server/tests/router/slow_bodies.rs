//! Bodies that never arrive, or arrive byte by byte.

use crate::request::{PLAIN_FORM, PROGRAM, request};
use crate::site::TestSite;
use axum::body::{Body, Bytes, HttpBody};
use axum::http::StatusCode;
use http_body::Frame;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::{Instant, Interval, interval, pause, resume};

/// A body that yields one byte a second, without an end.
struct Trickle(Interval);

impl HttpBody for Trickle {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        ready!(self.0.poll_tick(context));
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(b"a")))))
    }
}

#[tokio::test]
async fn a_body_has_15_seconds() {
    let site = TestSite::new().await;
    for headers in [PLAIN_FORM, PROGRAM] {
        let mut slow = request("POST", "/api/request-code", headers);
        pause();
        *slow.body_mut() = Body::new(Trickle(interval(Duration::from_secs(1))));
        let start = Instant::now();
        let answer = site.visitor().send(slow).await;
        let waited = start.elapsed();
        resume();
        assert_eq!(answer.status, StatusCode::REQUEST_TIMEOUT);
        assert!((Duration::from_secs(15)..Duration::from_secs(17)).contains(&waited), "{waited:?}");
        assert_eq!(answer.header("connection"), Some("close"));
        if headers == PROGRAM {
            assert_eq!(answer.json(), "Malformed");
        } else {
            assert_eq!(answer.page(StatusCode::REQUEST_TIMEOUT).tag("main", "data-page", "notice").name, "main");
        }
    }
    assert!(site.mailed().await.is_empty());
}
