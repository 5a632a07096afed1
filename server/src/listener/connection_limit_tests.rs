use super::{Bounds, ConnectionLimiter, ConnectionPermit, LimitReached};
use crate::config::TrustedProxies;

fn limiter(total: usize, per_client: usize) -> ConnectionLimiter {
    let proxies = TrustedProxies::parse("10.0.0.0/8").expect("a network");
    ConnectionLimiter::new(Bounds { total, per_client, refused: 1 }, proxies)
}

fn acquire(limiter: &ConnectionLimiter, peer: &str) -> Result<ConnectionPermit, LimitReached> {
    limiter.acquire(peer.parse().expect("an address"))
}

#[test]
fn one_client_gets_no_more_than_its_share() {
    let limiter = limiter(8, 2);
    let first = acquire(&limiter, "192.0.2.1").expect("a permit");
    let _second = acquire(&limiter, "::ffff:192.0.2.1").expect("a permit");
    assert_eq!(acquire(&limiter, "192.0.2.1").err(), Some(LimitReached::Client));
    let _other = acquire(&limiter, "192.0.2.2").expect("a permit for another client");
    drop(first);
    acquire(&limiter, "192.0.2.1").expect("a permit that became free");
}

#[test]
fn a_site_of_ipv6_is_one_client() {
    let limiter = limiter(8, 1);
    let _one = acquire(&limiter, "2001:db8::1").expect("a permit");
    assert_eq!(acquire(&limiter, "2001:db8::ffff:1").err(), Some(LimitReached::Client));
    acquire(&limiter, "2001:db8:0:1::1").expect("a permit for another site");
}

#[test]
fn a_trusted_proxy_may_open_all_connections_and_no_more() {
    let limiter = limiter(3, 1);
    let held: Vec<_> = (0..3).map(|_| acquire(&limiter, "10.0.0.1").expect("a permit")).collect();
    assert_eq!(acquire(&limiter, "10.0.0.1").err(), Some(LimitReached::Total));
    assert_eq!(acquire(&limiter, "192.0.2.1").err(), Some(LimitReached::Total));
    drop(held);
    acquire(&limiter, "192.0.2.1").expect("a permit");
}

#[test]
fn a_client_without_connections_is_forgotten() {
    let limiter = limiter(1000, 2);
    for number in 0..1000 {
        let peer = format!("2001:db8:0:{number:x}::1");
        drop((acquire(&limiter, &peer).expect("a permit"), acquire(&limiter, &peer).expect("a permit")));
    }
    assert!(limiter.0.clients.is_empty());
    assert_eq!(limiter.lock().total, 0);
}

#[test]
fn a_limited_number_of_connections_is_refused_at_once() {
    let limiter = limiter(1, 1);
    let one = limiter.acquire_to_refuse().expect("a permit");
    assert!(limiter.acquire_to_refuse().is_none());
    acquire(&limiter, "192.0.2.1").expect("they count for nothing else");
    drop(one);
    assert!(limiter.acquire_to_refuse().is_some());
}
