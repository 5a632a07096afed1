use super::{Bounds, Full, Place, Places};
use crate::config::TrustedProxies;

fn places(total: usize, per_client: usize) -> Places {
    let proxies = TrustedProxies::parse("10.0.0.0/8").expect("a network");
    Places::new(Bounds { total, per_client, turned_away: 1 }, proxies)
}

fn take(places: &Places, peer: &str) -> Result<Place, Full> {
    places.take(peer.parse().expect("an address"))
}

#[test]
fn one_client_gets_no_more_than_its_share() {
    let places = places(8, 2);
    let first = take(&places, "192.0.2.1").expect("a place");
    let _second = take(&places, "::ffff:192.0.2.1").expect("a place");
    assert_eq!(take(&places, "192.0.2.1").err(), Some(Full::Client));
    let _other = take(&places, "192.0.2.2").expect("a place for another client");
    drop(first);
    take(&places, "192.0.2.1").expect("a place that became free");
}

#[test]
fn a_site_of_ipv6_is_one_client() {
    let places = places(8, 1);
    let _one = take(&places, "2001:db8::1").expect("a place");
    assert_eq!(take(&places, "2001:db8::ffff:1").err(), Some(Full::Client));
    take(&places, "2001:db8:0:1::1").expect("a place for another site");
}

#[test]
fn a_trusted_proxy_may_take_all_places_and_no_more() {
    let places = places(3, 1);
    let held: Vec<_> = (0..3).map(|_| take(&places, "10.0.0.1").expect("a place")).collect();
    assert_eq!(take(&places, "10.0.0.1").err(), Some(Full::House));
    assert_eq!(take(&places, "192.0.2.1").err(), Some(Full::House));
    drop(held);
    take(&places, "192.0.2.1").expect("a place");
}

#[test]
fn nothing_is_kept_of_who_has_left() {
    let places = places(1000, 2);
    for number in 0..1000 {
        let peer = format!("2001:db8:0:{number:x}::1");
        drop((take(&places, &peer).expect("a place"), take(&places, &peer).expect("a place")));
    }
    assert!(places.taken().clients.is_empty());
    assert_eq!(places.taken().total, 0);
}

#[test]
fn few_are_turned_away_at_once() {
    let places = places(1, 1);
    let one = places.take_to_turn_away().expect("a place");
    assert!(places.take_to_turn_away().is_none());
    take(&places, "192.0.2.1").expect("they take nobody's place");
    drop(one);
    assert!(places.take_to_turn_away().is_some());
}
