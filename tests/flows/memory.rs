//! Memory does not grow with the number of visitors.

use e2e::{Mailcode, Page, Visitor, Wire, status};
use std::cell::Cell;
use std::ops::Range;

/// How much more memory, in KB, may be held after many visitors than after some. The allocator keeps a share of what it
/// once had for each of its arenas, whatever the order of the threads was, and the caches of the four database
/// connections (2 MB each) fill as the database grows; 1 MB was seen. A leak of 1 KB a page comes to 9 MB for 9000 of
/// them; one of a mail, to 7 MB for 1000.
const SLACK: u64 = 6 * 1024;

#[tokio::test]
async fn is_flat_under_10_000_first_loads() {
    let mailcode = Mailcode::start().await;
    let page = Visitor::new(&mailcode).open("/").await;
    let assets = files(&page);
    load(&mailcode, &assets, 0..1000).await;
    let warm = mailcode.resident_memory();
    load(&mailcode, &assets, 1000..10_000).await;
    let after = mailcode.resident_memory();
    assert!(after <= warm + SLACK, "{warm} KB after 1000 first loads, {after} KB after 10,000");
}

/// This many visitors, each over a connection of its own and without a cookie. Every tenth loads the files too: they are
/// the same bytes every time, and a test has not all day.
async fn load(mailcode: &Mailcode, assets: &[String], numbers: Range<usize>) {
    at_once(numbers, async |number| {
        let assets = if number % 10 == 0 { assets } else { &[] };
        for path in ["/"].into_iter().chain(assets.iter().map(String::as_str)) {
            let mut wire = Wire::open_from(mailcode, &format!("127.0.0.{}", number % 20 + 1)).await;
            let head = "Host: localhost\r\nAccept: text/html,*/*\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n";
            wire.send(format!("GET {path} HTTP/1.1\r\n{head}")).await;
            let answer = wire.rest().await;
            assert_eq!(status(&answer), 200, "{path}: {answer}");
        }
    })
    .await;
}

/// The files that a first load fetches.
fn files(page: &Page) -> Vec<String> {
    let mut files: Vec<_> = page.html.split(['"', '\'']).filter(|text| text.starts_with("/assets/")).map(str::to_owned).collect();
    files.sort();
    files.dedup();
    assert!(files.len() >= 4, "{files:?}");
    files
}

/// Each from another client and with the installation's own limit off, so that no limit keeps the flood out. Each leaves
/// a session, counters and a mail.
#[tokio::test]
async fn is_flat_under_a_flood_of_1000_addresses() {
    let settings = [("TRUSTED_PROXIES", "127.0.0.1"), ("MAILS_TOTAL", "0")];
    let mailcode = Mailcode::start_with(&settings).await;
    flood(&mailcode, 0..200).await;
    let warm = mailcode.resident_memory();
    flood(&mailcode, 200..1200).await;
    let after = mailcode.resident_memory();
    assert!(after <= warm + SLACK, "{warm} KB after 200 addresses, {after} KB after 1200");
}

/// Asks for a code for each of these addresses.
async fn flood(mailcode: &Mailcode, numbers: Range<usize>) {
    at_once(numbers, async |number| {
        let request = Visitor::new(mailcode)
            .form("/api/request-code", &[("email", &format!("visitor{number}@example.org"))])
            .header("Sec-Fetch-Site", "same-origin")
            .header("X-Forwarded-For", format!("10.0.{}.{}", number / 256, number % 256));
        assert_eq!(Visitor::answer(request).await.status, 303, "{number}");
    })
    .await;
}

/// Does something for every number, for some at once.
async fn at_once(numbers: Range<usize>, act: impl AsyncFn(usize)) {
    let next = Cell::new(numbers.start);
    let act_on_all = async || {
        while next.get() < numbers.end {
            act(next.replace(next.get() + 1)).await;
        }
    };
    tokio::join!(act_on_all(), act_on_all(), act_on_all(), act_on_all(), act_on_all(), act_on_all(), act_on_all(), act_on_all(),);
}
