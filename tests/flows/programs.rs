//! Server functions as programs, or the island, call them.

use crate::support::steps::{ADDRESS, wrong_code, wrong_codes};
use e2e::{DevMailbox, Mailcode, Visitor};
use reqwest::Method;
use serde_json::json;

#[tokio::test]
async fn each_step_is_answered_in_json() {
    let mailcode = Mailcode::start().await;
    let program = Visitor::new(&mailcode);
    let answer = program.call("/api/request-code", &[("email", " mailto:visitor@example.org ")]).await;
    assert_eq!((answer.status, answer.body["Code"]["email"].as_str()), (200, Some(ADDRESS)));
    assert_eq!(answer.body["Code"]["delivery"], "Accepted");

    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    let answer = program.call("/api/verify-code", &[("code", wrong_code(&code))]).await;
    assert_eq!((answer.status, answer.body), (422, json!({ "WrongCode": { "tries_left": 4 } })));
    let answer = program.call("/api/resend-code", &[]).await;
    assert_eq!((answer.status, &answer.body["Limited"]["limit"]), (429, &json!("ResendAfter")));
    let wait = answer.retry_after.expect("429 says when to come back");
    assert!((1..=60).contains(&wait), "{wait} s");
    assert_eq!(answer.body["Limited"]["retry_after"], wait);

    let answer = program.call("/api/verify-code", &[("code", &code)]).await;
    assert_eq!((answer.status, answer.body), (200, json!("Account")));
    let answer = program.call("/api/sign-out", &[]).await;
    assert_eq!((answer.status, answer.body), (200, json!("Address")));
}

#[tokio::test]
async fn a_code_has_five_tries() {
    let mailcode = Mailcode::start().await;
    let program = Visitor::new(&mailcode);
    program.call("/api/request-code", &[("email", ADDRESS)]).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    for (left, wrong) in (1..5).rev().zip(wrong_codes(&code)) {
        let answer = program.call("/api/verify-code", &[("code", wrong)]).await;
        assert_eq!((answer.status, answer.body), (422, json!({ "WrongCode": { "tries_left": left } })));
    }
    for code in [wrong_codes(&code).last().expect("a wrong code"), &code] {
        let answer = program.call("/api/verify-code", &[("code", code)]).await;
        assert_eq!((answer.status, answer.body), (429, json!("TriesSpent")));
    }
}

#[tokio::test]
async fn malformed_and_untimely_calls_are_refused() {
    let mailcode = Mailcode::start().await;
    let program = Visitor::new(&mailcode);
    for (path, fields, status, body) in [
        ("/api/request-code", &[("email", "a@example.org, b@example.org")][..], 422, json!({ "Address": "Several" })),
        ("/api/request-code", &[("mail", ADDRESS)], 400, json!("Malformed")),
        ("/api/verify-code", &[("code", "123456")], 409, json!("NothingPending")),
        ("/api/resend-code", &[], 409, json!("NothingPending")),
        ("/api/delete-account", &[], 409, json!("NotSignedIn")),
    ] {
        let answer = program.call(path, fields).await;
        assert_eq!((answer.status, answer.body), (status, body), "{path} {fields:?}");
    }
}

#[tokio::test]
async fn server_functions_accept_only_post() {
    let mailcode = Mailcode::start().await;
    let program = Visitor::new(&mailcode);
    for name in ["request-code", "verify-code", "resend-code", "change-address", "sign-out", "delete-account"] {
        let answer = Visitor::answer(program.request(Method::GET, &format!("/api/{name}?email={ADDRESS}"))).await;
        assert_eq!(answer.status, 405, "{name}");
    }
    assert_eq!(Visitor::answer(program.request(Method::GET, "/api/no-such-function")).await.status, 404);
    assert!(DevMailbox::new(&mailcode).mails(ADDRESS).await.is_empty());
}

#[tokio::test]
async fn the_health_checks_are_answered() {
    let mailcode = Mailcode::start().await;
    let program = Visitor::new(&mailcode);
    for path in ["/healthz", "/readyz"] {
        assert_eq!(program.open(path).await.status, 200, "{path}");
    }
}
