use super::told::Told;
use crate::config::TrustedProxies;
use crate::sign_up::ClientKey;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many connections may be open at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Of everybody; at least 1.
    pub total: usize,
    /// Of one client: an IPv4 address or an IPv6 /64. Trusted proxies speak for many and have no such bound.
    pub per_client: usize,
    /// Of those who are told that there is no place for them. Beyond it a connection is dropped without a word.
    pub turned_away: usize,
}

impl Bounds {
    /// Those who are told at once that there is no place.
    pub const TURNED_AWAY: usize = 64;

    /// The bounds of a listener for so many connections. One client may have a quarter of them: a school behind one
    /// address gets in, and one machine does not fill the house.
    #[must_use]
    pub fn of(total: usize) -> Self {
        Self { total, per_client: total.div_ceil(4), turned_away: Self::TURNED_AWAY }
    }
}

/// The places for connections; clones share them.
#[derive(Clone, Debug)]
pub struct Places(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    bounds: Bounds,
    proxies: TrustedProxies,
    taken: Mutex<Taken>,
}

#[derive(Debug, Default)]
struct Taken {
    total: usize,
    turned_away: usize,
    /// Only who has a place is in it, so it is never longer than `total`.
    clients: HashMap<ClientKey, usize>,
    house_told: Told,
    client_told: Told,
}

/// Why there is no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Full {
    /// The listener has all the connections it takes.
    House,
    /// This client has all that one may have.
    Client,
}

/// A place, free again when dropped.
#[derive(Debug)]
pub(super) struct Place {
    places: Places,
    holder: Holder,
}

#[derive(Debug)]
enum Holder {
    Client(ClientKey),
    Proxy,
    TurnedAway,
}

impl Places {
    /// So many places. These proxies may take all of them.
    #[must_use]
    pub fn new(bounds: Bounds, proxies: TrustedProxies) -> Self {
        Self(Arc::new(Inner { bounds, proxies, taken: Mutex::default() }))
    }

    /// A place for a connection from this peer.
    pub(super) fn take(&self, peer: IpAddr) -> Result<Place, Full> {
        let Inner { bounds, proxies, .. } = &*self.0;
        let mut taken = self.taken();
        if taken.total >= bounds.total {
            if taken.house_told.is_due() {
                tracing::warn!(connections = bounds.total, "all places are taken; further clients are told to come back");
            }
            return Err(Full::House);
        }
        let holder = if proxies.contain(peer) {
            Holder::Proxy
        } else {
            let client = ClientKey::from(peer);
            if taken.clients.get(&client).is_some_and(|count| *count >= bounds.per_client) {
                if taken.client_told.is_due() {
                    tracing::warn!(
                        connections = bounds.per_client,
                        "a client has all the connections that one may have; if it is a proxy, name it in MAILCODE_TRUSTED_PROXIES"
                    );
                }
                return Err(Full::Client);
            }
            *taken.clients.entry(client.clone()).or_default() += 1;
            Holder::Client(client)
        };
        taken.total += 1;
        Ok(self.place(holder))
    }

    /// A place for somebody who is turned away, if there is one.
    pub(super) fn take_to_turn_away(&self) -> Option<Place> {
        let mut taken = self.taken();
        (taken.turned_away < self.0.bounds.turned_away).then(|| {
            taken.turned_away += 1;
            self.place(Holder::TurnedAway)
        })
    }

    fn place(&self, holder: Holder) -> Place {
        Place { places: self.clone(), holder }
    }

    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.0.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn give_back(&self, holder: &Holder) {
        let mut taken = self.taken();
        match holder {
            Holder::TurnedAway => {
                taken.turned_away -= 1;
                return;
            }
            Holder::Proxy => (),
            Holder::Client(client) => match taken.clients.get_mut(client) {
                Some(count) if *count > 1 => *count -= 1,
                _ => _ = taken.clients.remove(client),
            },
        }
        taken.total -= 1;
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.places.give_back(&self.holder);
    }
}

#[cfg(test)]
#[path = "places_tests.rs"]
mod tests;
