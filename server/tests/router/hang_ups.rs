//! Clients that send a guess and hang up before the answer comes.

use crate::site::{TestSite, other_than};
use domain::Refusal;
use std::time::Duration;
use tokio::time::timeout;

const ADDRESS: &str = "ada@example.org";

/// Returns once the query gives so large a number.
async fn reaches(site: &TestSite, query: &str, number: i64) {
    let look = async {
        while site.number(query).await < number {
            tokio::task::yield_now().await;
        }
    };
    timeout(Duration::from_secs(30), look).await.expect("it happens by itself");
}

const TRIES: &str = "SELECT coalesce(max(tries), 0) FROM sign_up";
const CONSUMED: &str = "SELECT count(*) FROM sign_up WHERE consumed_at IS NOT NULL";

#[tokio::test]
async fn a_guess_counts_whoever_waits_for_its_answer() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.call("/api/request-code", &[("email", ADDRESS)]).await;
    let code = site.code_for(ADDRESS).await;
    let wrong = other_than(&code);
    for tries in 1..=5 {
        let (mut guesser, fields) = (visitor.clone(), [("code", &*wrong)]);
        tokio::select! {
            biased;
            () = reaches(&site, TRIES, tries) => {}
            // However quick it is, its try was taken before.
            answer = guesser.call("/api/verify-code", &fields) => assert!(answer.status.is_client_error()),
        }
        reaches(&site, TRIES, tries).await;
    }
    let answer = visitor.call("/api/verify-code", &[("code", &code)]).await;
    assert_eq!(answer.refusal(), Refusal::TriesSpent, "for the right code, too");
}

/// Who hangs up between the used code and the answer finds the account with the code's own session, or starts again; the
/// code works for nobody else.
#[tokio::test]
async fn a_right_code_is_used_up_whoever_waits_for_its_answer() {
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
    assert_eq!(site.rows("account").await, 1);
}
