//! Memory does not grow with the number of visitors.

use e2e::{Mailcode, Page, Visitor};
use reqwest::Client;
use reqwest::header::{ACCEPT, ACCEPT_ENCODING};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::task::JoinSet;

/// Visitors at once: more than the machine has cores, so that the server is never idle.
const AT_ONCE: usize = 8;

/// How much more memory, in KB, may be held after many visitors than after some. The allocator keeps a share of what it
/// once had, for each of its arenas and whatever the order of the threads was; that goes up and down by 2 or 3 MB. A
/// leak of 1 KB a visitor would come to 9 MB for 9000 page loads.
const SLACK: u64 = 6 * 1024;

#[tokio::test]
async fn is_flat_under_10_000_first_loads() {
    let mailcode = Arc::new(Mailcode::start().await);
    let page = Visitor::new(&mailcode).open("/").await;
    let assets: Arc<[String]> = files(&page).into();
    load(&mailcode, &assets, 1000).await;
    let warm = mailcode.resident_memory();
    load(&mailcode, &assets, 9000).await;
    let after = mailcode.resident_memory();
    assert!(after <= warm + SLACK, "{warm} KB after 1000 first loads, {after} KB after 10,000");
}

/// This many visitors who load the page and its files, each over a connection of its own and without a cookie.
async fn load(mailcode: &Arc<Mailcode>, assets: &Arc<[String]>, count: usize) {
    let left = Arc::new(AtomicUsize::new(count));
    let mut visitors = JoinSet::new();
    for _ in 0..AT_ONCE {
        let (mailcode, assets, left) = (Arc::clone(mailcode), Arc::clone(assets), Arc::clone(&left));
        visitors.spawn(async move {
            while left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok() {
                let client = Client::builder().no_proxy().build().unwrap();
                for path in ["/"].into_iter().chain(assets.iter().map(String::as_str)) {
                    let request = client.get(mailcode.url(path)).header(ACCEPT, "text/html,*/*").header(ACCEPT_ENCODING, "br");
                    let response = request.send().await.unwrap();
                    assert_eq!(response.status(), 200, "{path}");
                    response.bytes().await.unwrap();
                }
            }
        });
    }
    while let Some(visitor) = visitors.join_next().await {
        visitor.unwrap();
    }
}

/// The files that a first load fetches.
fn files(page: &Page) -> Vec<String> {
    let mut files: Vec<_> = page.html.split(['"', '\'']).filter(|text| text.starts_with("/assets/")).map(str::to_owned).collect();
    files.sort();
    files.dedup();
    assert!(files.len() >= 4, "{files:?}");
    files
}

/// Each from another client, so that no limit of one client's keeps the flood out: it is all that reaches the limit of
/// the installation. Each leaves a session, counters and a mail.
#[tokio::test]
async fn is_flat_under_a_flood_of_1000_addresses() {
    let settings = [("TRUSTED_PROXIES", "127.0.0.1"), ("MAILS_TOTAL", "0")];
    let mailcode = Arc::new(Mailcode::start_with(&settings).await);
    flood(&mailcode, 0..200).await;
    let warm = mailcode.resident_memory();
    flood(&mailcode, 200..1200).await;
    let after = mailcode.resident_memory();
    assert!(after <= warm + SLACK, "{warm} KB after 200 addresses, {after} KB after 1200");
}

/// Asks for a code for each of these addresses.
async fn flood(mailcode: &Arc<Mailcode>, numbers: std::ops::Range<usize>) {
    let next = Arc::new(AtomicUsize::new(numbers.start));
    let mut programs = JoinSet::new();
    for _ in 0..AT_ONCE {
        let (mailcode, next, end) = (Arc::clone(mailcode), Arc::clone(&next), numbers.end);
        programs.spawn(async move {
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= end {
                    break;
                }
                let request = Visitor::new(&mailcode)
                    .form("/api/request-code", &[("email", &format!("visitor{number}@example.org"))])
                    .header("Sec-Fetch-Site", "same-origin")
                    .header("X-Forwarded-For", format!("10.0.{}.{}", number / 256, number % 256));
                assert_eq!(Visitor::answer(request).await.status, 303, "{number}");
            }
        });
    }
    while let Some(program) = programs.join_next().await {
        program.unwrap();
    }
}
