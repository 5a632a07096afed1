//! Prints how many mails a second go out over the connections to a relay, how long one takes, and that memory stays flat.
//!
//! The relay is a sink on the same machine. The first three measurements run inside this process, so that pages and database do not count;
//! both ends share its two threads.

#![allow(clippy::print_stdout, clippy::expect_used, reason = "a command that prints, or fails with a reason for its developer")]

mod pace;
mod through_http;
mod ways;

use pace::Pace;
use smtp_relay::{Sink, SinkOptions};
use std::sync::Arc;
use std::time::Duration;
use through_http::ThroughHttp;
use ways::{Ours, Teaching};

/// The delay of each reply from a relay some thousand kilometres away.
const FAR: Duration = Duration::from_millis(50);
/// The number of connections in the pool.
const CONNECTIONS: u32 = 4;
/// The number of mails in progress, so that no connection waits for one.
const CROWD: u32 = 32;

#[tokio::main(worker_threads = 2)]
async fn main() {
    rates().await;
    latencies().await;
    through_http().await;
}

/// Compares with the teaching script in one run: with TCP's default acknowledgements, and with immediate ones.
async fn rates() {
    for acknowledges_at_once in [false, true] {
        println!("{}:", if acknowledges_at_once { "a relay that acknowledges every packet at once" } else { "a relay as any" });
        let options = SinkOptions { acknowledges_at_once, ..SinkOptions::default() };
        let sink = Sink::start(SinkOptions { pipelining: false, ..options }).await;
        pooled(&sink).await;
        let sink = Sink::start(options).await;
        let ours = pooled(&sink).await;
        let teaching = Arc::new(Teaching::new(&sink));
        for at_once in [1, CONNECTIONS] {
            let count = if acknowledges_at_once { 2_000 } else { 400 };
            Pace::of(&teaching, 20, at_once).await;
            let rate = Pace::of(&teaching, count, at_once).await.rate();
            println!("  {rate:.0} mails a second with a connection for each, {at_once} at once; ours are {:.1} times as many", ours / rate);
        }
    }
}

/// The rate of mails a second over the server's pool of connections.
async fn pooled(sink: &Sink) -> f64 {
    let ours = Arc::new(Ours::new(sink));
    Pace::of(&ours, 2_000, CROWD).await;
    let rate = Pace::of(&ours, 40_000, CROWD).await.rate();
    assert_eq!(sink.mails(), 42_000, "each mail once");
    println!("  {rate:.0} mails a second over {CONNECTIONS} connections, {}", named(sink.options.pipelining));
    rate
}

/// Measures over warm connections to a distant relay.
async fn latencies() {
    for (pipelining, waits) in [(true, 2), (false, 4)] {
        let sink = Sink::start(SinkOptions { pipelining, delay: FAR, ..SinkOptions::default() }).await;
        let ours = Arc::new(Ours::new(&sink));
        for at_once in [1, CONNECTIONS] {
            Pace::of(&ours, CONNECTIONS * 4, at_once).await;
            let pace = Pace::of(&ours, 200 * at_once, at_once).await;
            let least = f64::from(waits) * FAR.as_secs_f64() * 1000.0;
            println!(
                "{:.1} ms median, {:.1} ms for 99 of 100, {at_once} at once, {}: {waits} round trips of {} ms are unavoidable, 99 of 100 within {:.3} of them (at most 1.2)",
                pace.percentile(50),
                pace.percentile(99),
                named(pipelining),
                FAR.as_millis(),
                pace.percentile(99) / least,
            );
        }
    }
}

/// Measures the whole program, with its pages and its database.
async fn through_http() {
    let far = Sink::start(SinkOptions { delay: FAR, ..SinkOptions::default() }).await;
    let whole = Arc::new(ThroughHttp::start(&far).await);
    Pace::of(&whole, CONNECTIONS * 4, CONNECTIONS).await;
    let pace = Pace::of(&whole, 200, 1).await;
    println!(
        "through HTTP: {:.1} ms median, {:.1} ms for 99 of 100, one at a time, with PIPELINING",
        pace.percentile(50),
        pace.percentile(99)
    );

    let near = Sink::start(SinkOptions::default()).await;
    let whole = Arc::new(ThroughHttp::start(&near).await);
    let mut memory = Vec::new();
    for tenth in 1..=10 {
        let pace = Pace::of(&whole, 10_000, CROWD).await;
        let megabytes = megabytes(whole.mailcode.resident_memory());
        println!("through HTTP: {megabytes:.1} MB resident after {} mails, {:.0} a second", tenth * 10_000, pace.rate());
        memory.push(megabytes);
    }
    assert_eq!(near.mails(), 100_000, "each mail once");
    println!("memory after 100,000 mails is {:+.1} MB against that after 10,000", memory[9] - memory[0]);
}

fn named(pipelining: bool) -> &'static str {
    if pipelining { "with PIPELINING" } else { "without PIPELINING" }
}

fn megabytes(kilobytes: u64) -> f64 {
    f64::from(u32::try_from(kilobytes).expect("less than 4 TB")) / 1024.0
}
