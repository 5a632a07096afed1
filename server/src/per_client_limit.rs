use crate::sign_up::ClientPrefix;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Limits how much each client may hold at once: connections to the listener, requests in progress in the router. Clones share the counts.
#[derive(Clone, Debug)]
pub(crate) struct PerClientLimit {
    max: usize,
    counts: Arc<Mutex<HashMap<ClientPrefix, usize>>>,
}

/// One thing that a client holds. It stops counting when dropped.
#[derive(Debug)]
pub(crate) struct ClientPermit {
    limit: PerClientLimit,
    client: ClientPrefix,
}

impl PerClientLimit {
    /// A limit of `max` for each client.
    pub(crate) fn new(max: usize) -> Self {
        Self { max, counts: Arc::default() }
    }

    /// Counts one more for this client, unless it holds the maximum already.
    pub(crate) fn acquire(&self, client: ClientPrefix) -> Option<ClientPermit> {
        let mut counts = self.lock();
        let count = counts.get(&client).copied().unwrap_or(0);
        if count >= self.max {
            return None;
        }
        counts.insert(client.clone(), count + 1);
        drop(counts);
        Some(ClientPermit { limit: self.clone(), client })
    }

    /// Whether no client holds anything.
    #[cfg(test)]
    pub(crate) fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }

    /// Locks the counts. They contain only clients with a count above 0, so that the map does not grow with every client ever seen.
    fn lock(&self) -> MutexGuard<'_, HashMap<ClientPrefix, usize>> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for ClientPermit {
    fn drop(&mut self) {
        let mut counts = self.limit.lock();
        match counts.get_mut(&self.client) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(counts.remove(&self.client)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PerClientLimit;
    use crate::sign_up::ClientPrefix;
    use std::net::IpAddr;

    fn client(address: &str) -> ClientPrefix {
        ClientPrefix::from(address.parse::<IpAddr>().expect("an address"))
    }

    #[test]
    fn a_client_gets_permits_up_to_the_limit() {
        let (limit, one) = (PerClientLimit::new(3), client("192.0.2.1"));
        let mut permits: Vec<_> = (0..3).map(|_| limit.acquire(one.clone()).expect("a permit")).collect();
        assert!(limit.acquire(one.clone()).is_none());
        assert!(limit.acquire(client("192.0.2.2")).is_some(), "another client");
        permits.pop();
        permits.push(limit.acquire(one.clone()).expect("the permit that was dropped"));
        assert!(limit.acquire(one).is_none());
    }

    #[test]
    fn a_client_without_permits_is_forgotten() {
        let limit = PerClientLimit::new(2);
        for number in 0..1000 {
            let client = client(&format!("10.0.{}.{}", number / 256, number % 256));
            drop([limit.acquire(client.clone()), limit.acquire(client)]);
        }
        assert!(limit.is_empty());
    }
}
