//! Memory use does not grow with the number of visitors.

use e2e::{Mailcode, Page, RawConnection, Visitor, status};
use std::cell::Cell;
use std::ops::Range;

/// How much the memory may grow, in KB, between some visitors and many. The allocator keeps a part of the memory of each of its arenas,
/// depending on the order of the threads, and the caches of the four database connections (2 MB each) fill as the database grows; 1 MB was
/// observed. A leak of 1 KB a page would be 9 MB for 9000 pages; a leak of a mail, 7 MB for 1000.
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

/// Loads the first page for this many visitors, each over its own connection and without a cookie. Every tenth visitor also loads the
/// files; these are the same bytes every time, and all of them would take too long.
async fn load(mailcode: &Mailcode, assets: &[String], numbers: Range<usize>) {
    at_once(numbers, async |number| {
        let assets = if number % 10 == 0 { assets } else { &[] };
        for path in ["/"].into_iter().chain(assets.iter().map(String::as_str)) {
            let mut connection = RawConnection::open_from(mailcode.address(), &format!("127.0.0.{}", number % 20 + 1)).await;
            let head = "Host: localhost\r\nAccept: text/html,*/*\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n";
            connection.send(format!("GET {path} HTTP/1.1\r\n{head}")).await;
            let answer = connection.rest().await;
            assert_eq!(status(&answer), 200, "{path}: {answer}");
        }
    })
    .await;
}

/// The files that a first visit loads.
fn files(page: &Page) -> Vec<String> {
    let mut files: Vec<_> = page.html.source().split(['"', '\'']).filter(|text| text.starts_with("/assets/")).map(str::to_owned).collect();
    files.sort();
    files.dedup();
    assert!(files.len() >= 4, "{files:?}");
    files
}

/// Each request comes from another client and the installation's limit is off, so that no limit stops the flood. Each leaves a session,
/// counters and a mail.
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
        let visitor = Visitor::new(mailcode);
        Box::pin(visitor.open("/")).await;
        let request = visitor
            .form("/api/request-code", &[("email", &format!("visitor{number}@example.org"))])
            .header("Sec-Fetch-Site", "same-origin")
            .header("X-Forwarded-For", format!("10.0.{}.{}", number / 256, number % 256));
        assert_eq!(Visitor::answer(request).await.status, 303, "{number}");
    })
    .await;
}

/// Calls `act` for every number, for several at once.
async fn at_once(numbers: Range<usize>, act: impl AsyncFn(usize)) {
    let next = Cell::new(numbers.start);
    let act_on_all = async || {
        while next.get() < numbers.end {
            act(next.replace(next.get() + 1)).await;
        }
    };
    tokio::join!(act_on_all(), act_on_all(), act_on_all(), act_on_all(), act_on_all(), act_on_all(), act_on_all(), act_on_all(),);
}
