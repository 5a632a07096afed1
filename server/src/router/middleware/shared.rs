use std::convert::Infallible;
use std::sync::Arc;
use std::task::{Context, Poll};
use tower::util::Oneshot;
use tower::{Layer, Service, ServiceExt};

/// Makes the services inside cheap to clone.
///
/// axum clones the service of a route for each request, with everything inside, and `from_fn` clones what is inside of it once more. So a
/// request would clone the innermost of ten layers ten times or more. With this layer outside of it, a service is shared instead, and is
/// cloned once for each request that reaches it.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::router) struct SharedLayer;

/// A service that its clones share.
#[derive(Debug)]
pub(in crate::router) struct Shared<S>(Arc<S>);

impl<S> Layer<S> for SharedLayer {
    type Service = Shared<S>;

    fn layer(&self, inner: S) -> Shared<S> {
        Shared(Arc::new(inner))
    }
}

impl<S> Clone for Shared<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<S, R> Service<R> for Shared<S>
where
    S: Service<R, Error = Infallible> + Clone,
{
    type Response = S::Response;
    type Error = Infallible;
    type Future = Oneshot<S, R>;

    /// Always ready: the clone that serves the request waits until it is ready itself. A layer outside of this one therefore cannot see
    /// that a service inside is busy.
    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: R) -> Self::Future {
        S::clone(&self.0).oneshot(request)
    }
}

#[cfg(test)]
mod tests {
    use super::SharedLayer;
    use std::convert::Infallible;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::{Context, Poll};
    use tower::{Layer, Service, ServiceExt};

    /// Counts its clones, and must be made ready before it is called.
    #[derive(Debug, Default)]
    struct Counting {
        clones: Arc<AtomicUsize>,
        is_ready: bool,
    }

    impl Clone for Counting {
        fn clone(&self) -> Self {
            self.clones.fetch_add(1, Ordering::Relaxed);
            Self { clones: Arc::clone(&self.clones), is_ready: false }
        }
    }

    impl Service<u8> for Counting {
        type Response = u8;
        type Error = Infallible;
        type Future = std::future::Ready<Result<u8, Infallible>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
            self.is_ready = true;
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, request: u8) -> Self::Future {
            assert!(self.is_ready);
            std::future::ready(Ok(request + 1))
        }
    }

    #[tokio::test]
    async fn a_service_is_cloned_once_for_each_request() {
        let clones = Arc::<AtomicUsize>::default();
        let service = SharedLayer.layer(Counting { clones: Arc::clone(&clones), is_ready: false });
        for request in 0..3 {
            assert_eq!(service.clone().clone().oneshot(request).await, Ok(request + 1));
        }
        assert_eq!(clones.load(Ordering::Relaxed), 3);
    }
}
