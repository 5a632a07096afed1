//! Neither the response to a request for a code nor its time reveals whether the address has an account, had one, or never had one.
//! `privacy` compares whole sign-ups.

use crate::answer::Answer;
use crate::limits::limited;
use crate::privacy::told;
use crate::site::{TestSite, other_than};
use domain::Limit;
use std::cmp::Ordering;
use std::time::Duration;
use tokio::time::Instant;

const KNOWN: &str = "known.one@example.org";
const DELETED: &str = "ended.one@example.org";
const UNKNOWN: &str = "newly.one@example.org";

/// How often each address is tried.
const SAMPLES: usize = 300;

/// Above this many standard deviations, two samples of times differ: p = 2e-9. With a look-up of one millisecond for the known address
/// only, they were 8 apart on a machine with six times the load it can bear, and are farther apart on an idle one.
const FARTHEST: f64 = 6.0;

/// Limits that no test reaches.
const WIDE: [&str; 12] = [
    "--resend-after",
    "0",
    "--mails-per-address",
    "9999/1h",
    "--mails-per-domain",
    "9999/1h",
    "--mails-per-client",
    "9999/1h",
    "--mails-total",
    "9999/1h",
    "--proof-of-work-above",
    "9999/1h",
];

/// A site with one account and one deleted account.
async fn site_with(flags: &[&str]) -> TestSite {
    let site = TestSite::with(flags).await;
    site.sign_up(&mut site.visitor(), KNOWN).await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, DELETED).await;
    assert_eq!(visitor.submit("/api/delete-account", &[]).await.redirect(), "/");
    assert_eq!(site.rows("account"), 1);
    site
}

/// Asks for a code as a program without cookies.
async fn ask(site: &TestSite, address: &str) -> Answer {
    site.visitor().call("/api/request-code", &[("email", address)]).await
}

/// The Mann–Whitney U of two samples, in standard deviations from its mean for samples of the same distribution; positive if the first
/// tends to be larger. It uses only the order, so that a few delayed responses have no extra weight.
fn rank_sum(first: &[Duration], second: &[Duration]) -> f64 {
    let count = |sample: &[Duration]| f64::from(u32::try_from(sample.len()).expect("a few"));
    let larger = |one: &Duration| -> f64 {
        let against = |other: &Duration| match one.cmp(other) {
            Ordering::Greater => 1.0,
            Ordering::Equal => 0.5,
            Ordering::Less => 0.0,
        };
        second.iter().map(against).sum()
    };
    let (first_count, second_count) = (count(first), count(second));
    let pairs = first_count * second_count;
    let spread = (pairs * (first_count + second_count + 1.0) / 12.0).sqrt();
    (first.iter().map(larger).sum::<f64>() - pairs / 2.0) / spread
}

#[tokio::test]
async fn three_hundred_answers_and_their_times_are_alike() {
    let site = site_with(&WIDE).await;
    let addresses = [KNOWN, UNKNOWN];
    let mut times = [Vec::new(), Vec::new()];
    let usual = told(&ask(&site, DELETED).await, DELETED);
    for round in 0..SAMPLES {
        // The two addresses take turns in coming first.
        for place in [round % 2, 1 - round % 2] {
            let address = addresses[place];
            let start = Instant::now();
            let answer = ask(&site, address).await;
            times[place].push(start.elapsed());
            assert_eq!(told(&answer, address), usual, "{address}, {round}");
        }
    }
    let distance = rank_sum(&times[0], &times[1]);
    assert!(distance.abs() < FARTHEST, "the known address takes another time: {distance} standard deviations");
}

/// The limits count known and unknown addresses alike, with the same messages.
#[tokio::test]
async fn a_limit_has_the_same_message_for_known_and_unknown() {
    let none = ["--mails-per-client", "0", "--mails-total", "0"];
    for (flags, limit) in [
        (&["--mails-per-address", "3/1h", "--resend-after", "0"][..], Limit::MailsPerAddress),
        (&["--resend-after", "30m"], Limit::ResendAfter),
        (&["--failures-per-address", "1/1h", "--resend-after", "0"], Limit::FailuresPerAddress),
    ] {
        let site = site_with(&[&none, flags].concat()).await;
        let mut words = Vec::new();
        for address in [KNOWN, UNKNOWN, DELETED] {
            let mut guesser = site.visitor();
            guesser.call("/api/request-code", &[("email", address)]).await;
            let wrong = other_than(&site.code_for(address).await);
            let after_wrong = told(&guesser.call("/api/verify-code", &[("code", &wrong)]).await, address);
            let mut answer = ask(&site, address).await;
            while answer.status.is_success() {
                answer = ask(&site, address).await;
            }
            // The exact seconds depend on when the address was first requested.
            let wait = limited(&answer, limit);
            assert!((1500..=3600).contains(&wait), "{limit:?}, {address}: {wait} s");
            let mut browser = site.visitor();
            let redirect = told(&browser.submit("/api/request-code", &[("email", address)]).await, address);
            let page = told(&browser.get("/").await, address);
            words.push([after_wrong, told(&answer, address), redirect, page]);
        }
        assert_eq!(words[0], words[1], "{limit:?}");
        assert_eq!(words[0], words[2], "{limit:?}");
    }
}

/// A muted address is refused in the same words, too.
#[tokio::test]
async fn a_mute_has_the_same_message_for_known_and_unknown() {
    let site = site_with(&["--resend-after", "0"]).await;
    let mut words = Vec::new();
    for address in [KNOWN, UNKNOWN, DELETED] {
        assert_eq!(ask(&site, address).await.status, 200);
        let mut reader = site.visitor();
        assert_eq!(reader.call("/api/not-me", &[("token", &site.token_for(address).await)]).await.status, 200);
        let answer = ask(&site, address).await;
        assert!((86_300..=86_400).contains(&limited(&answer, Limit::Muted)), "{address}");
        let mut browser = site.visitor();
        let redirect = told(&browser.submit("/api/request-code", &[("email", address)]).await, address);
        words.push([told(&answer, address), redirect, told(&browser.get("/").await, address)]);
    }
    assert_eq!(words[0], words[1]);
    assert_eq!(words[0], words[2]);
}

/// Tests the measure itself: samples of the same distribution are near, and a sample with slightly larger values is far.
#[test]
fn a_small_difference_shows_among_many_samples() {
    // Times from 3 to 6 ms with some outliers, in an irregular order.
    let usual = |start: u64| -> Vec<Duration> {
        let step = |number: u64| (number * 7919 + start * 104_729) % 1000;
        (0..300).map(step).map(|step| Duration::from_micros(3000 + 3 * step + if step % 97 == 0 { 50_000 } else { 0 })).collect()
    };
    let (first, second) = (usual(1), usual(2));
    assert!(rank_sum(&first, &second).abs() < 3.0, "{}", rank_sum(&first, &second));
    let slower: Vec<_> = second.iter().map(|time| *time + Duration::from_millis(1)).collect();
    assert!(rank_sum(&slower, &first) > FARTHEST, "{}", rank_sum(&slower, &first));
    assert!(rank_sum(&first, &slower) < -FARTHEST);
}
