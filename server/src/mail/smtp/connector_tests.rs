use super::{Connector, interleaved, race};
use crate::mail::Deadlines;
use crate::mail::scripted_relay::{ScriptedRelay, logged_in, sender};
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// Connects to a fake address, by its last byte: `.1` is silent, `.2` refuses after 10 ms, any other `.n` answers after n ms.
async fn behaviour(address: SocketAddr) -> io::Result<SocketAddr> {
    let SocketAddr::V4(v4) = address else { panic!("IPv4 alone") };
    match v4.ip().octets()[3] {
        1 => std::future::pending().await,
        2 => {
            sleep(Duration::from_millis(10)).await;
            Err(ErrorKind::ConnectionRefused.into())
        }
        milliseconds => {
            sleep(Duration::from_millis(milliseconds.into())).await;
            Ok(address)
        }
    }
}

async fn raced(last_bytes: &[u8]) -> (Result<u8, ErrorKind>, u128) {
    let addresses: Vec<SocketAddr> = last_bytes.iter().map(|byte| ([192, 0, 2, *byte], 587).into()).collect();
    let start = Instant::now();
    let last_peer = race(&addresses, start + Duration::from_secs(5), behaviour).await;
    let last_byte = |address: SocketAddr| match address.ip() {
        std::net::IpAddr::V4(ip) => ip.octets()[3],
        std::net::IpAddr::V6(_) => panic!("IPv4 alone"),
    };
    (last_peer.map(last_byte).map_err(|error| error.kind()), start.elapsed().as_millis())
}

#[tokio::test(start_paused = true)]
async fn silent_addresses_cost_a_quarter_of_a_second_each() {
    assert_eq!(raced(&[100]).await, (Ok(100), 100));
    assert_eq!(raced(&[1, 100]).await, (Ok(100), 350));
    assert_eq!(raced(&[1, 1, 1, 1, 1, 1, 1, 1, 200]).await, (Ok(200), 2200));
}

#[tokio::test(start_paused = true)]
async fn a_failed_address_is_followed_by_the_next_at_once() {
    assert_eq!(raced(&[2, 2, 100]).await, (Ok(100), 120));
    assert_eq!(raced(&[2, 2]).await, (Err(ErrorKind::ConnectionRefused), 20));
    // The first is silent and the second fails, at which the third is tried at once.
    assert_eq!(raced(&[1, 2, 100]).await, (Ok(100), 360));
}

/// An earlier attempt continues beside later ones, and wins if it answers first.
#[tokio::test(start_paused = true)]
async fn a_slow_address_can_still_win_over_the_next() {
    assert_eq!(raced(&[251, 100]).await, (Ok(251), 251));
    assert_eq!(raced(&[255, 1, 1]).await, (Ok(255), 255));
}

#[tokio::test(start_paused = true)]
async fn connecting_to_silent_addresses_times_out() {
    assert_eq!(raced(&[1, 1]).await, (Err(ErrorKind::TimedOut), 5000));
    assert_eq!(raced(&[1; 40]).await, (Err(ErrorKind::TimedOut), 5000));
    assert_eq!(raced(&[]).await, (Err(ErrorKind::NotFound), 0));
}

#[test]
fn ipv6_and_ipv4_addresses_alternate() {
    let addresses =
        |list: &[&str]| list.iter().map(|address| format!("{address}:25").parse().expect("an address")).collect::<Vec<SocketAddr>>();
    let sorted = interleaved(addresses(&["[2001:db8::1]", "[2001:db8::2]", "[2001:db8::3]", "192.0.2.1", "192.0.2.2"]));
    assert_eq!(sorted, addresses(&["[2001:db8::1]", "192.0.2.1", "[2001:db8::2]", "192.0.2.2", "[2001:db8::3]"]));
    let sorted = interleaved(addresses(&["192.0.2.1", "192.0.2.2", "[2001:db8::1]"]));
    assert_eq!(sorted, addresses(&["192.0.2.1", "[2001:db8::1]", "192.0.2.2"]));
}

/// Silent addresses of a host cost a wait only once.
#[tokio::test]
async fn the_address_that_answered_is_remembered_until_it_fails() {
    let relay = ScriptedRelay::start_in_turn(vec![logged_in(), Vec::new()]).await;
    let connector = Connector::new(relay.settings(), sender(), Deadlines::default()).expect("a connector");
    assert_eq!(*connector.last_peer(), None);
    connector.open().await.expect("opened");
    assert_eq!(*connector.last_peer(), Some(([127, 0, 0, 1], relay.settings().port).into()));
    assert!(connector.open().await.is_err());
    assert_eq!(*connector.last_peer(), None);
}
