use super::super::connection_limit::ConnectionLimit;
use super::super::relay_log::RelayLog;
use super::{ConnectionPool, Lease};
use crate::mail::scripted_relay::{Act, ScriptedRelay, clear_opening, logged_in, opening, say, sender};
use crate::mail::smtp::Connector;
use crate::mail::{Deadlines, SendError};
use std::future::pending;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::{JoinSet, yield_now};
use tokio::time::{advance, pause, resume, timeout};

/// More than any test takes.
const LONG: Duration = Duration::from_secs(60);

fn pool_with(relay: &ScriptedRelay, max: usize, deadlines: Deadlines) -> ConnectionPool {
    let connector = Connector::new(relay.settings(), sender(), deadlines).expect("a connector");
    ConnectionPool::new(connector, max, Arc::new(RelayLog::new(&relay.settings())))
}

fn pool(relay: &ScriptedRelay, max: usize) -> ConnectionPool {
    pool_with(relay, max, Deadlines::default())
}

/// A connection that stays open.
fn working() -> Vec<Act> {
    [logged_in(), vec![Act::Hang]].concat()
}

async fn lease(pool: &ConnectionPool) -> Lease {
    timeout(LONG, pool.lease()).await.expect("in time").expect("a connection")
}

/// Lets the future that waits for a lease run, and asserts that it has none until this holds.
async fn wait_until(waiting: &mut Pin<&mut impl Future<Output = Result<Lease, SendError>>>, holds: impl Fn() -> bool) {
    let waited = async {
        while !holds() {
            tokio::select! {
                biased;
                lease = waiting.as_mut() => panic!("a lease or an error: {:?}", lease.err()),
                () = yield_now() => {}
            }
        }
    };
    timeout(LONG, waited).await.expect("it holds in time");
}

/// Asserts that there is nothing to lease at once.
async fn assert_waits(waiting: &mut Pin<&mut impl Future<Output = Result<Lease, SendError>>>) {
    tokio::select! {
        biased;
        lease = waiting.as_mut() => panic!("a lease or an error: {:?}", lease.err()),
        () = std::future::ready(()) => {}
    }
}

#[tokio::test]
async fn one_connection_is_enough_for_mails_that_do_not_wait() {
    let relay = ScriptedRelay::start(working()).await;
    let pool = pool(&relay, 16);
    for _ in 0..5 {
        lease(&pool).await.finish();
    }
    assert_eq!((pool.open(), relay.connections()), (1, 1));
}

#[tokio::test]
async fn a_connection_is_opened_for_each_mail_that_waits_up_to_the_limit() {
    let relay = ScriptedRelay::start(working()).await;
    let pool = pool(&relay, 3);
    let mut leases = Vec::new();
    for count in 1..=3 {
        assert!(!pool.is_exhausted());
        leases.push(lease(&pool).await);
        assert_eq!((pool.open(), relay.connections()), (count, count));
    }
    let mut waiting = pin!(pool.lease());
    assert_waits(&mut waiting).await;
    assert!(pool.is_exhausted());
    leases.swap_remove(0).finish();
    let waiting = waiting.await.expect("the one that was given back");
    assert!(waiting.is_old());
    assert_eq!((pool.open(), relay.connections()), (3, 3));
}

/// One after the other would be slow with a distant relay: opening a connection takes about seven round trips.
#[tokio::test]
async fn connections_are_opened_at_the_same_time() {
    let relay = ScriptedRelay::start(vec![say("220 relay"), Act::Hear("EHLO "), Act::Hang]).await;
    let pool = Arc::new(pool(&relay, 16));
    let mut mails = JoinSet::new();
    for _ in 0..32 {
        let pool = Arc::clone(&pool);
        mails.spawn(async move { pool.lease().await.map(drop) });
    }
    timeout(LONG, relay.wait_for(16, |act| matches!(act, Act::Hear(_)))).await.expect("sixteen connections");
    assert_eq!(relay.connections(), 16);
}

#[tokio::test]
async fn a_mail_takes_a_connection_that_is_given_back_before_its_own_is_open() {
    let relay = ScriptedRelay::start(working()).await;
    let pool = pool(&relay, 16);
    let first = lease(&pool).await;
    let mut second = pin!(pool.lease());
    assert_waits(&mut second).await;
    first.finish();
    let second = second.await.expect("a connection");
    assert!(second.is_old());
    // The other one is opened nevertheless, for the next mail.
    let opened = async {
        while pool.open() < 2 {
            yield_now().await;
        }
    };
    timeout(LONG, opened).await.expect("it is opened");
    let third = lease(&pool).await;
    assert_eq!((third.is_old(), relay.connections()), (true, 2));
}

#[tokio::test]
async fn idle_connections_are_closed_with_quit() {
    let script = [logged_in(), vec![Act::Hear("QUIT"), say("221 Bye")]].concat();
    let relay = ScriptedRelay::start(script).await;
    let pool = pool_with(&relay, 16, Deadlines { idle: Duration::from_millis(50), ..Deadlines::default() });
    let leases = [lease(&pool).await, lease(&pool).await, lease(&pool).await];
    leases.into_iter().for_each(Lease::finish);
    let closed = async {
        while pool.open() > 0 {
            yield_now().await;
        }
    };
    timeout(LONG, closed).await.expect("none remains");
    assert_eq!(relay.count(|act| matches!(act, Act::Hear("QUIT"))), 3);
}

#[tokio::test]
async fn a_refused_mail_waits_for_a_connection_that_works() {
    let before_tls = |reply| vec![say("220 relay"), Act::Hear("EHLO "), say(reply)];
    let inside_tls = |reply| [clear_opening(), vec![Act::Tls, Act::Hear("EHLO "), say(reply)]].concat();
    let at_login = |reply| [opening("250 AUTH PLAIN"), vec![Act::Hear("AUTH "), say(reply)]].concat();
    for refusing in [
        vec![say("421")],
        vec![say("421 4.7.0 relay Error: too many connections from 192.0.2.1")],
        vec![say("451 4.7.0 Too many concurrent SMTP connections; please try again later.")],
        before_tls("421 4.3.2 The maximum number of concurrent connections has exceeded a limit"),
        before_tls("450 4.7.1 Too many connections"),
        inside_tls("421 Too many concurrent SMTP connections"),
        inside_tls("450 4.7.0 Connection limit exceeded"),
        inside_tls("450 4.3.2 Later"),
        at_login("421 4.7.0 Try again later"),
        at_login("454 4.7.0 Too many sessions"),
        // It hangs up.
        Vec::new(),
    ] {
        let relay = ScriptedRelay::start_in_turn(vec![working(), refusing, working()]).await;
        let pool = pool(&relay, 4);
        let first = lease(&pool).await;
        let mut second = pin!(pool.lease());
        wait_until(&mut second, || pool.is_exhausted()).await;
        first.finish();
        let _second = second.await.expect("the connection that works");
        // The limit is remembered.
        let mut third = pin!(pool.lease());
        assert_waits(&mut third).await;
        assert_eq!((pool.open(), relay.connections()), (1, 2));
    }
}

#[tokio::test]
async fn an_error_that_is_not_about_the_number_of_connections_is_no_limit() {
    let at_login = |reply| [opening("250 AUTH PLAIN"), vec![Act::Hear("AUTH "), say(reply)]].concat();
    for failing in [
        vec![say("554 5.7.1 Not you")],
        vec![say("451 4.3.0 Later")],
        vec![say("hello")],
        at_login("535 5.7.8 Wrong"),
        at_login("454 4.7.0 Too many login attempts"),
    ] {
        let relay = ScriptedRelay::start_in_turn(vec![working(), failing, working()]).await;
        let pool = pool(&relay, 2);
        let _first = lease(&pool).await;
        assert!(timeout(LONG, pool.lease()).await.expect("at once").is_err());
        let _second = lease(&pool).await;
        assert_eq!((pool.open(), relay.connections()), (2, 3));
    }
}

/// The refusals may come before the first connection is open.
#[tokio::test]
async fn a_first_burst_learns_the_limit_and_loses_no_mail() {
    let refusing = || vec![say("421 4.7.0 Too many connections")];
    let relay = ScriptedRelay::start_in_turn(vec![working(), refusing(), working(), refusing(), refusing(), working()]).await;
    let pool = Arc::new(pool(&relay, 5));
    let mut mails = JoinSet::new();
    for _ in 0..8 {
        let pool = Arc::clone(&pool);
        mails.spawn(async move { lease(&pool).await.finish() });
    }
    mails.join_all().await;
    // The last mails may have taken the first connection while the other was still being opened.
    wait_until(&mut pin!(pending()), || (pool.open(), relay.connections()) == (2, 5)).await;
    let _both = [lease(&pool).await, lease(&pool).await];
    assert!(pool.is_exhausted());
}

#[tokio::test]
async fn a_relay_that_refuses_every_connection_keeps_no_mail_waiting() {
    let relay = ScriptedRelay::start(vec![say("421 Closing")]).await;
    let pool = Arc::new(pool(&relay, 3));
    let mut mails = JoinSet::new();
    for _ in 0..7 {
        let pool = Arc::clone(&pool);
        mails.spawn(async move { pool.lease().await.map(drop) });
    }
    for result in timeout(LONG, mails.join_all()).await.expect("no wait") {
        assert!(matches!(result, Err(SendError::Refused { code: 421, .. })), "{result:?}");
    }
    assert_eq!((relay.connections(), pool.open(), pool.is_exhausted()), (7, 0, false));
}

#[tokio::test]
async fn the_limit_of_a_relay_is_forgotten_after_a_while() {
    let relay = ScriptedRelay::start_in_turn(vec![working(), vec![say("421 Closing")], working()]).await;
    let pool = pool(&relay, 3);
    let first = lease(&pool).await;
    {
        let mut second = pin!(pool.lease());
        wait_until(&mut second, || pool.is_exhausted()).await;
    }
    pause();
    advance(ConnectionLimit::HOLDS.saturating_sub(Duration::from_secs(1))).await;
    assert_waits(&mut pin!(pool.lease())).await;
    assert!(pool.is_exhausted() && relay.connections() == 2);
    advance(Duration::from_secs(1)).await;
    resume();
    let _second = lease(&pool).await;
    assert_eq!((pool.open(), relay.connections()), (2, 3));
    drop(first);
}
