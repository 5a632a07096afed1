use crate::sign_up::ClientKey;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Counts what each client holds at the moment, such as connections or requests. Clones share the counts.
#[derive(Clone, Debug, Default)]
pub(crate) struct ClientCounts(Arc<Mutex<HashMap<ClientKey, usize>>>);

/// One thing that a client holds. It stops counting when dropped.
#[derive(Debug)]
pub(crate) struct ClientPermit {
    counts: ClientCounts,
    client: ClientKey,
}

impl ClientCounts {
    /// Counts one more for this client, unless it holds `max` already.
    pub(crate) fn acquire(&self, client: ClientKey, max: usize) -> Option<ClientPermit> {
        let mut counts = self.lock();
        let count = counts.get(&client).copied().unwrap_or(0);
        if count >= max {
            return None;
        }
        counts.insert(client.clone(), count + 1);
        drop(counts);
        Some(ClientPermit { counts: self.clone(), client })
    }

    /// Whether no client holds anything.
    #[cfg(test)]
    pub(crate) fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }

    /// Locks the counts. They contain only clients with a count above 0, so that the map does not grow with every client ever seen.
    fn lock(&self) -> MutexGuard<'_, HashMap<ClientKey, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for ClientPermit {
    fn drop(&mut self) {
        let mut counts = self.counts.lock();
        match counts.get_mut(&self.client) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(counts.remove(&self.client)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ClientCounts;
    use crate::sign_up::ClientKey;
    use std::net::IpAddr;

    fn client(address: &str) -> ClientKey {
        ClientKey::from(address.parse::<IpAddr>().expect("an address"))
    }

    #[test]
    fn a_client_holds_as_many_as_it_may() {
        let (counts, one) = (ClientCounts::default(), client("192.0.2.1"));
        let mut permits: Vec<_> = (0..3).map(|_| counts.acquire(one.clone(), 3).expect("a permit")).collect();
        assert!(counts.acquire(one.clone(), 3).is_none());
        assert!(counts.acquire(client("192.0.2.2"), 3).is_some(), "another client");
        permits.pop();
        permits.push(counts.acquire(one.clone(), 3).expect("the permit that was dropped"));
        assert!(counts.acquire(one, 3).is_none());
    }

    #[test]
    fn a_client_that_holds_nothing_is_forgotten() {
        let counts = ClientCounts::default();
        for number in 0..1000 {
            let client = client(&format!("10.0.{}.{}", number / 256, number % 256));
            drop([counts.acquire(client.clone(), 2), counts.acquire(client, 2)]);
        }
        assert!(counts.is_empty());
    }
}
