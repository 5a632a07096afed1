use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;

/// Responds 500 if making this response panics. The message of the panic goes to the log only.
pub(in crate::router) async fn catch_panic(response: impl Future<Output = Response>) -> Response {
    let mut response = pin!(response);
    // What the future holds is dropped after a panic, and never polled again.
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| response.as_mut().poll(context))) {
        Ok(poll) => poll,
        Err(_) => Poll::Ready(StatusCode::INTERNAL_SERVER_ERROR.into_response()),
    })
    .await
}
