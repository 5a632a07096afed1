//! The proof of work as clients see it.

use crate::limits::limited;
use crate::request::{PROGRAM, request};
use crate::site::TestSite;
use crate::visitor::Visitor;
use axum::http::StatusCode;
use domain::{Limit, Page, Refusal};
use std::time::Duration;
use test_support::proof_of_work::{payload, solve};

const ADDRESS: &str = "ada@example.org";

/// A site that demands a proof from its second mail on, and has sent one.
async fn rushed(flags: &[&str]) -> TestSite {
    let usual = ["--proof-of-work-above", "1/1h", "--proof-of-work-cost", "1000"];
    let site = TestSite::with(&[&usual, flags].concat()).await;
    let first = site.visitor_at("203.0.113.1").call("/api/request-code", &[("email", "first@example.org")]).await;
    assert_eq!(first.status, StatusCode::OK);
    site
}

/// The solution of a new challenge.
async fn proof(visitor: &mut Visitor) -> String {
    payload(&solve(&visitor.send(request("GET", "/api/challenge", &[("accept", "application/json")])).await.json()))
}

#[tokio::test]
async fn a_program_solves_a_challenge_and_gets_its_mail() {
    let site = rushed(&[]).await;
    let mut program = site.visitor();
    let wait = limited(&program.call("/api/request-code", &[("email", ADDRESS)]).await, Limit::ProofOfWork);
    assert!((1..=20).contains(&wait), "{wait}");
    let proof = proof(&mut program).await;
    let answer = program.call("/api/request-code", &[("email", ADDRESS), ("altcha", &proof)]).await;
    assert_eq!(answer.step().page(), Page::Code);
    limited(&site.visitor().call("/api/request-code", &[("email", "bob@example.org"), ("altcha", &proof)]).await, Limit::ProofOfWork);
    let code = site.code_for(ADDRESS).await;
    assert_eq!(program.call("/api/verify-code", &[("code", &code)]).await.status, StatusCode::OK);
    assert_eq!(site.mailed().await.len(), 2);
}

/// The proof may come from another solver than the island, such as ALTCHA's own widget in a page of the operator's.
#[tokio::test]
async fn a_plain_form_may_bring_one_too() {
    let site = rushed(&[]).await;
    let mut visitor = site.visitor();
    let proof = proof(&mut visitor).await;
    assert_eq!(visitor.submit("/api/request-code", &[("email", ADDRESS), ("altcha", &proof)]).await.redirect(), "/code");
    assert_eq!(site.mailed().await.len(), 2);
}

#[tokio::test]
async fn a_form_without_one_is_told_to_wait() {
    let site = rushed(&["--proof-of-work-wait", "30m"]).await;
    let mut visitor = site.visitor();
    for _ in 0..2 {
        assert_eq!(visitor.submit("/api/request-code", &[("email", ADDRESS)]).await.redirect(), "/");
        let page = visitor.get("/").await.page(StatusCode::OK);
        let error = page.text("#error-summary");
        assert_eq!(error, "Please try again in a momentWe’re busier than usual. Wait 30 minutes, then press the button again.");
        assert_eq!(page.tag("input", "name", "email").attribute("value"), Some(ADDRESS));
    }
    assert_eq!(site.mailed().await.len(), 1);
}

/// Asks as this visitor until the wait is over, by the real clock. Returns how often the request was too early.
async fn wait(visitor: &mut Visitor, fields: &[(&str, &str)], is_form: bool) -> u32 {
    let mut refused = 0;
    let asking = async {
        loop {
            let is_through = if is_form {
                visitor.submit("/api/request-code", fields).await.redirect() == "/code"
            } else {
                let answer = visitor.call("/api/request-code", fields).await;
                answer.status == StatusCode::OK || limited(&answer, Limit::ProofOfWork) != 1
            };
            if is_through {
                return;
            }
            refused += 1;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), asking).await.expect("the wait ends");
    refused
}

#[tokio::test]
async fn waiting_earns_one_mail() {
    let site = rushed(&["--proof-of-work-wait", "1s"]).await;
    let (mut form, mut program) = (site.visitor_at("192.0.2.1"), site.visitor_at("192.0.2.2"));
    assert!(wait(&mut form, &[("email", ADDRESS)], true).await > 0, "at once is too early");
    assert!(wait(&mut program, &[("email", "bob@example.org")], false).await > 0, "at once is too early");
    assert_eq!(site.mailed().await, ["bob@example.org", ADDRESS, "first@example.org"]);
    limited(&program.call("/api/request-code", &[("email", "eve@example.org")]).await, Limit::ProofOfWork);
}

#[tokio::test]
async fn a_challenge_is_new_each_time_and_never_stored() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    let mut challenges = Vec::new();
    for _ in 0..2 {
        let answer = visitor.send(request("GET", "/api/challenge", &[("accept", "application/json")])).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.set_cookies().is_empty(), "{answer:?}");
        let challenge = answer.json();
        let mut names: Vec<_> = challenge.as_object().expect("an object").keys().cloned().collect();
        names.sort();
        assert_eq!(names, ["algorithm", "challenge", "maxnumber", "salt", "signature"], "nothing tells the number");
        assert_eq!((challenge["algorithm"].as_str(), challenge["maxnumber"].as_u64()), (Some("SHA-256"), Some(3_000_000)));
        challenges.push(challenge);
    }
    for name in ["challenge", "salt", "signature"] {
        assert_ne!(challenges[0][name], challenges[1][name], "{name}");
    }
    assert_eq!((site.rows("session"), site.rows("bucket_use")), (0, 0));
    let answer = visitor.post("/api/challenge", PROGRAM, "").await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn what_is_no_solution_is_malformed() {
    let site = rushed(&[]).await;
    let proof = proof(&mut site.visitor()).await;
    for payload in ["null", "{}", "e30=", &proof[1..], &proof.repeat(2), &"A".repeat(10_000), "ä"] {
        let answer = site.visitor().call("/api/request-code", &[("email", ADDRESS), ("altcha", payload)]).await;
        assert_eq!((answer.status, answer.refusal()), (StatusCode::BAD_REQUEST, Refusal::Malformed), "{payload}");
        let mut visitor = site.visitor();
        assert_eq!(visitor.submit("/api/request-code", &[("email", ADDRESS), ("altcha", payload)]).await.redirect(), "/");
        let page = visitor.get("/").await.page(StatusCode::OK);
        assert_eq!(page.text("#error-summary"), "There’s a problemThe form didn’t arrive as it should. Please try again.");
    }
    let both = format!("email=ada%40example.org&altcha={0}&altcha={0}", proof.replace('+', "%2B"));
    assert_eq!(site.visitor().post("/api/request-code", PROGRAM, both).await.refusal(), Refusal::Malformed);
    limited(&site.visitor().call("/api/request-code", &[("email", ADDRESS), ("altcha", "")]).await, Limit::ProofOfWork);
    assert_eq!(site.mailed().await.len(), 1);
}

/// Compares status, headers and body, without what differs from one moment to the next.
#[tokio::test]
async fn a_known_address_is_answered_like_an_unknown_one() {
    let site = TestSite::with(&["--proof-of-work-above", "1/1h"]).await;
    site.sign_up(&mut site.visitor(), "known@example.org").await;
    let mut answers = Vec::new();
    for address in ["known@example.org", "other@example.org"] {
        let answer = site.visitor().call("/api/request-code", &[("email", address)]).await;
        let headers: Vec<_> = answer.headers.keys().map(ToString::to_string).collect();
        answers.push((answer.status, headers, answer.refusal(), answer.body));
    }
    assert_eq!(answers[0], answers[1]);
}
