//! Measures in a browser how soon a page is painted and hydrated, and how soon a step is shown: medians over several rounds, in each of
//! which all binaries take a turn. `tests/measure-page` runs it.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a command that prints, or fails with a reason for its developer")]

use e2e::{Browser, DevMailbox, Mailcode, Network, Scripting, until};
use std::path::PathBuf;

/// The number of rounds, of which the median counts.
const ROUNDS: usize = 7;
/// The factor by which the processor is slowed down, to that of a telephone of some years ago.
const SLOWNESS: u32 = 4;

/// Records when the island is hydrated and when the code form and the account are shown, in milliseconds since 1970, over all pages.
const WATCH: &str = "
    const note = (name) => { sessionStorage[name] ??= performance.timeOrigin + performance.now() };
    new MutationObserver(() => {
        if (document.querySelector('leptos-island[data-hydrated]')) note('live');
        if (document.querySelector('[data-step=code]')) note('code');
        if (document.querySelector('main[data-page=account]')) note('account');
    }).observe(document, { childList: true, subtree: true, attributes: true })";

/// The measured values, in milliseconds.
const LINES: [&str; 5] = [
    "navigation to first paint, with script",
    "navigation to first paint, without",
    "navigation to live island",
    "press to code form",
    "paste of the code to account",
];

#[tokio::main]
async fn main() {
    let binaries: Vec<(String, PathBuf)> = std::env::args()
        .skip(1)
        .map(|argument| {
            let (name, path) = argument.split_once('=').expect("NAME=BINARY");
            (name.to_owned(), PathBuf::from(path))
        })
        .collect();
    let mut measured = vec![vec![Vec::new(); LINES.len()]; binaries.len()];
    for _ in 0..ROUNDS {
        for ((_, binary), numbers) in binaries.iter().zip(&mut measured) {
            let mailcode = Mailcode::start_copy(binary).await;
            let visit = visit(&mailcode).await;
            for (line, number) in numbers.iter_mut().zip(visit) {
                line.push(number);
            }
        }
    }
    println!(
        "400 ms to each answer, 50 kB/s, processor {SLOWNESS} times slower, nothing in the cache; ms, median of {ROUNDS} (least to most)"
    );
    for ((name, _), numbers) in binaries.iter().zip(&mut measured) {
        for (line, numbers) in LINES.iter().zip(numbers) {
            numbers.sort_by(f64::total_cmp);
            println!("{name:>8}  {line:<42} {:5.0}  ({:.0} to {:.0})", numbers[ROUNDS / 2], numbers[0], numbers[ROUNDS - 1]);
        }
    }
}

/// One sign-up, and one page load without scripts.
async fn visit(mailcode: &Mailcode) -> [f64; 5] {
    let browser = slow(Scripting::On).await;
    browser.run_before_pages(WATCH).await;
    browser.open(&mailcode.url("/")).await;
    browser.find("leptos-island[data-hydrated]").await;
    let with_script = first_paint(&browser).await;
    let live = since(&browser, "live", "performance.timeOrigin").await;

    browser.type_into("#email", "visitor@example.org").await;
    browser.run("sessionStorage.pressed = performance.timeOrigin + performance.now(); document.querySelector('#address-form button.primary').click()").await;
    browser.find("[data-step=code]").await;
    let code_form = since(&browser, "code", "Number(sessionStorage.pressed)").await;

    let code = DevMailbox::new(mailcode).code("visitor@example.org").await;
    browser.find("#status[data-final]").await;
    let paste = format!(
        "document.querySelector('#code').focus(); sessionStorage.pasted = performance.timeOrigin + performance.now(); \
         document.execCommand('insertText', false, '{code}')"
    );
    browser.run(&paste).await;
    browser.find("main[data-page=account]").await;
    let account = since(&browser, "account", "Number(sessionStorage.pasted)").await;

    let plain = slow(Scripting::On).await;
    plain.block("*/assets/*.js").await;
    plain.open(&mailcode.url("/")).await;
    plain.find("#address-form").await;
    let without_script = first_paint(&plain).await;
    [with_script, without_script, live, code_form, account]
}

async fn slow(scripting: Scripting) -> Browser {
    let browser = Browser::start(scripting).await;
    browser.disable_cache().await;
    browser.network(Network::Slow).await;
    browser.slow_down(SLOWNESS).await;
    browser
}

/// The time from the start of the navigation to the first contentful paint.
async fn first_paint(browser: &Browser) -> f64 {
    let paint = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null";
    until("the first paint", async || browser.run(paint).await.as_f64()).await
}

async fn since(browser: &Browser, name: &str, start: &str) -> f64 {
    until(format!("the time of {name:?}"), async || {
        browser.run(&format!("return sessionStorage.{name} ? sessionStorage.{name} - {start} : null")).await.as_f64()
    })
    .await
}
