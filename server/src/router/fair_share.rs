use super::Site;
use super::client_address::client_address;
use crate::sign_up::ClientKey;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

/// Requests of one client that may be under way at once: a quarter of all, so that nobody takes every turn. A browser has
/// six connections at most.
const PER_CLIENT: usize = 64;

/// How many requests of each client are under way. Only who has one is in it.
#[derive(Clone, Debug, Default)]
pub struct FairShare(Arc<Mutex<HashMap<ClientKey, usize>>>);

/// One request of a client, until it is dropped.
struct Turn(FairShare, ClientKey);

impl FairShare {
    fn take(&self, client: ClientKey) -> Option<Turn> {
        let mut under_way = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = under_way.entry(client.clone()).or_default();
        if *count >= PER_CLIENT {
            return None;
        }
        *count += 1;
        Some(Turn(self.clone(), client))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let Self(share, client) = self;
        let mut under_way = share.0.lock().unwrap_or_else(PoisonError::into_inner);
        match under_way.get_mut(client) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(under_way.remove(client)),
        }
    }
}

/// Answers 429 to a client that has its share under way.
pub(super) async fn check(State(site): State<Site>, ConnectInfo(peer): ConnectInfo<SocketAddr>, request: Request, next: Next) -> Response {
    let client = ClientKey::from(client_address(peer.ip(), request.headers(), &site.trusted_proxies));
    match site.fair_share.take(client) {
        Some(_turn) => next.run(request).await,
        None => StatusCode::TOO_MANY_REQUESTS.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::{FairShare, PER_CLIENT};
    use crate::sign_up::ClientKey;
    use std::net::Ipv4Addr;

    #[test]
    fn a_share_comes_back_and_leaves_nothing_behind() {
        let (share, client) = (FairShare::default(), ClientKey::from(std::net::IpAddr::from(Ipv4Addr::LOCALHOST)));
        let mut turns: Vec<_> = (0..PER_CLIENT).map(|_| share.take(client.clone()).expect("a turn")).collect();
        assert!(share.take(client.clone()).is_none());
        turns.pop();
        turns.push(share.take(client.clone()).expect("the one that came back"));
        assert!(share.take(client).is_none());
        turns.clear();
        assert!(share.0.lock().expect("no panic").is_empty());
    }
}
