//! Prints how many mails a second go out over the connections to a relay, how long one takes, and that memory stays flat.
//!
//! The relay is a sink on the same machine. The first three measurements run inside this process, so that pages and database do not count;
//! both ends share its two threads.

#![allow(clippy::print_stdout, clippy::expect_used, reason = "a command that prints, or fails with a reason for its developer")]

mod senders;
mod through_http;
mod timings;

use senders::{ConnectionPerMail, PooledMailer};
use smtp_relay::{Sink, SinkOptions};
use std::sync::Arc;
use std::time::Duration;
use through_http::ThroughHttp;
use timings::Timings;

/// The delay of each reply from a relay that is some thousand kilometres away.
const ROUND_TRIP: Duration = Duration::from_millis(50);
/// The maximum number of connections in the pool. One is enough for a relay on the same machine; more measure how they are shared.
const CONNECTIONS: u32 = 4;
/// The number of mails in progress, so that no connection waits for one.
const IN_PROGRESS: u32 = 32;

#[tokio::main(worker_threads = 2)]
async fn main() {
    rates().await;
    latencies().await;
    through_http().await;
}

/// Compares with a script that makes a connection for each mail: with TCP's default acknowledgements, and with immediate ones.
async fn rates() {
    for acknowledges_at_once in [false, true] {
        println!(
            "{}:",
            if acknowledges_at_once { "a relay that acknowledges every packet at once" } else { "a relay with the defaults of TCP" }
        );
        let options = SinkOptions { acknowledges_at_once, ..SinkOptions::default() };
        let sink = Sink::start(SinkOptions { pipelining: false, ..options }).await;
        pooled(&sink).await;
        let sink = Sink::start(options).await;
        let pooled_rate = pooled(&sink).await;
        let per_mail = Arc::new(ConnectionPerMail::new(&sink));
        for at_once in [1, CONNECTIONS] {
            let count = if acknowledges_at_once { 2_000 } else { 400 };
            Timings::of(&per_mail, 20, at_once).await;
            let rate = Timings::of(&per_mail, count, at_once).await.rate();
            println!(
                "  {rate:.0} mails a second with a connection for each, {at_once} at once; Mailcode sends {:.1} times as many",
                pooled_rate / rate
            );
        }
    }
}

/// The rate of mails a second over the server's pool of connections.
async fn pooled(sink: &Sink) -> f64 {
    let mailer = Arc::new(PooledMailer::new(sink, CONNECTIONS));
    Timings::of(&mailer, 2_000, IN_PROGRESS).await;
    let rate = Timings::of(&mailer, 40_000, IN_PROGRESS).await.rate();
    assert_eq!(sink.mails(), 42_000, "each mail once");
    println!("  {rate:.0} mails a second over {CONNECTIONS} connections, {}", pipelining_text(sink.options.pipelining));
    rate
}

/// Measures over warm connections to a distant relay.
async fn latencies() {
    for (pipelining, waits) in [(true, 2), (false, 4)] {
        let sink = Sink::start(SinkOptions { pipelining, delay: ROUND_TRIP, ..SinkOptions::default() }).await;
        let mailer = Arc::new(PooledMailer::new(&sink, CONNECTIONS));
        for at_once in [1, CONNECTIONS] {
            Timings::of(&mailer, CONNECTIONS * 4, at_once).await;
            let timings = Timings::of(&mailer, 200 * at_once, at_once).await;
            let least = f64::from(waits) * ROUND_TRIP.as_secs_f64() * 1000.0;
            println!(
                "{:.1} ms median, {:.1} ms for 99 of 100, {at_once} at once, {}: {waits} round trips of {} ms are unavoidable, 99 of 100 within {:.3} of them (at most 1.2)",
                timings.percentile(50),
                timings.percentile(99),
                pipelining_text(pipelining),
                ROUND_TRIP.as_millis(),
                timings.percentile(99) / least,
            );
        }
    }
}

/// Measures the whole program, with its pages and its database.
async fn through_http() {
    let far = Sink::start(SinkOptions { delay: ROUND_TRIP, ..SinkOptions::default() }).await;
    let whole = Arc::new(ThroughHttp::start(&far).await);
    Timings::of(&whole, CONNECTIONS * 4, CONNECTIONS).await;
    let timings = Timings::of(&whole, 200, 1).await;
    println!(
        "through HTTP: {:.1} ms median, {:.1} ms for 99 of 100, one at a time, with PIPELINING",
        timings.percentile(50),
        timings.percentile(99)
    );

    let near = Sink::start(SinkOptions::default()).await;
    let whole = Arc::new(ThroughHttp::start(&near).await);
    let mut memory = Vec::new();
    for tenth in 1..=10 {
        let timings = Timings::of(&whole, 10_000, IN_PROGRESS).await;
        let megabytes = megabytes(whole.mailcode.resident_memory());
        println!("through HTTP: {megabytes:.1} MB resident after {} mails, {:.0} a second", tenth * 10_000, timings.rate());
        memory.push(megabytes);
    }
    assert_eq!(near.mails(), 100_000, "each mail once");
    println!("memory after 100,000 mails is {:+.1} MB against that after 10,000", memory[9] - memory[0]);
}

fn pipelining_text(pipelining: bool) -> &'static str {
    if pipelining { "with PIPELINING" } else { "without PIPELINING" }
}

fn megabytes(kilobytes: u64) -> f64 {
    f64::from(u32::try_from(kilobytes).expect("less than 4 TB")) / 1024.0
}
