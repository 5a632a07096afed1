//! Clients that send a guess and disconnect before the response.

use crate::site::{TestSite, others_than};
use domain::Refusal;
use std::time::Duration;
use tokio::time::timeout;

const ADDRESS: &str = "ada@example.org";

/// Waits until the query returns at least this number.
async fn reaches(site: &TestSite, query: &str, number: i64) {
    let look = async {
        while site.number(query) < number {
            tokio::task::yield_now().await;
        }
    };
    timeout(Duration::from_secs(30), look).await.expect("it happens by itself");
}

const TRIES: &str = "SELECT coalesce(max(tries), 0) FROM sign_up";
const CONSUMED: &str = "SELECT count(*) FROM sign_up WHERE consumed_at IS NOT NULL";

#[tokio::test]
async fn a_guess_counts_even_if_its_client_disconnects() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.call("/api/request-code", &[("email", ADDRESS)]).await;
    let code = site.code_for(ADDRESS).await;
    for (tries, wrong) in (1..=5).zip(others_than(&code)) {
        let (mut guesser, fields) = (visitor.clone(), [("code", &*wrong)]);
        tokio::select! {
            biased;
            () = reaches(&site, TRIES, tries) => {}
            // Even if the response comes first, the try was counted before.
            answer = guesser.call("/api/verify-code", &fields) => assert!(answer.status.is_client_error()),
        }
        reaches(&site, TRIES, tries).await;
    }
    let answer = visitor.call("/api/verify-code", &[("code", &code)]).await;
    assert_eq!(answer.refusal(), Refusal::TriesSpent, "for the right code, too");
}

/// A client that disconnects between the use of its code and the response is signed in by the code's own session, or starts again; no other
/// client can use the code.
#[tokio::test]
async fn a_right_code_is_used_up_even_if_its_client_disconnects() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.call("/api/request-code", &[("email", ADDRESS)]).await;
    let code = site.code_for(ADDRESS).await;
    let (mut hasty, fields) = (visitor.clone(), [("code", &*code)]);
    tokio::select! {
        biased;
        () = reaches(&site, CONSUMED, 1) => {}
        _ = hasty.call("/api/verify-code", &fields) => {}
    }
    reaches(&site, CONSUMED, 1).await;
    let refusal = visitor.call("/api/verify-code", &[("code", &code)]).await.refusal();
    assert!(matches!(refusal, Refusal::AlreadyUsed | Refusal::NothingPending), "{refusal:?}");
    assert_eq!(site.rows("account"), 1);
}
