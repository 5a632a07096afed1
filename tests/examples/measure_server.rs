//! Prints the size of a first page load, the time of a start, and the memory of an idle server. `tests/measure-server` runs it.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a command that prints, or fails with a reason for its developer")]

use e2e::{Mailcode, Visitor};
use reqwest::Method;
use std::time::Duration;
use tokio::time::Instant;

/// The number of starts, of which the median counts.
const STARTS: usize = 9;

#[tokio::main]
async fn main() {
    // Builds the binary, so that the first measured start does not.
    e2e::binary();
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        starts.push(cold_start().await);
    }
    starts.sort_unstable();

    let mailcode = Mailcode::start().await;
    let visitor = Visitor::new(&mailcode);
    let page = visitor.open("/").await;
    let html = transfer(&visitor, "/").await;
    let css = sum(&visitor, page.attributes("link[rel=stylesheet]", "href")).await;
    let wasm = sum(&visitor, page.attributes("link[rel=preload]", "href")).await;
    let script = sum(&visitor, [page.attributes("link[rel=modulepreload]", "href"), page.attributes("script", "src")].concat()).await;
    let memory = kilobytes(usize::try_from(mailcode.resident_memory()).unwrap());

    println!("wasm {} + script {} = {} KB, brotli (at most 75)", kilobytes(wasm), kilobytes(script), kilobytes(wasm + script));
    println!("HTML {} + CSS {} = {} KB, brotli (at most 7)", kilobytes(html), kilobytes(css), kilobytes(html + css));
    println!("memory of an idle server: {memory} MB resident (at most 30)");
    println!("from start to first page: {} ms, median of {STARTS} (at most 200)", starts[STARTS / 2].as_millis());
}

/// The time from the start of the process to the complete first page, in an empty directory. Up to 20 ms of it are the harness's, which
/// polls for the line with the address that often.
async fn cold_start() -> Duration {
    let start = Instant::now();
    let mailcode = Mailcode::start().await;
    assert!(Visitor::new(&mailcode).open("/").await.has("#address-form"));
    start.elapsed()
}

async fn sum(visitor: &Visitor, paths: Vec<String>) -> usize {
    assert!(!paths.is_empty(), "the page names the file");
    let mut sum = 0;
    for path in paths {
        sum += transfer(visitor, &path).await;
    }
    sum
}

/// The size of a compressed body.
async fn transfer(visitor: &Visitor, path: &str) -> usize {
    let request = visitor.request(Method::GET, path).header("accept-encoding", "br");
    let response = request.header("accept", "text/html,*/*").send().await.unwrap();
    assert_eq!(response.status(), 200, "{path}");
    let encoding = response.headers().get("content-encoding").map(|value| value.to_str().unwrap().to_owned());
    assert_eq!(encoding.as_deref(), Some("br"), "{path} comes in brotli");
    response.bytes().await.unwrap().len()
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1}", f64::from(u32::try_from(bytes).unwrap()) / 1024.0)
}
