//! The server functions as the island and other programs call them. The JSON is a contract: a page loaded before an upgrade reads responses
//! of the new version.

use crate::site::{TestSite, other_than};
use axum::http::StatusCode;
use domain::{Delivery, Refusal, Step};
use serde_json::json;

const ADDRESS: &str = "Ada@example.org";

#[tokio::test]
async fn an_address_becomes_an_account() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    let answer = visitor.call("/api/request-code", &[("email", &format!(" {ADDRESS} "))]).await;
    let Step::Code(code_step) = answer.step() else { panic!("{}", answer.text()) };
    assert_eq!((code_step.email.as_str(), code_step.delivery), (ADDRESS, Delivery::Accepted));
    assert!((1..=60).contains(&code_step.resend_in) && (540..=600).contains(&code_step.expires_in), "{code_step:?}");
    let json = answer.json();
    assert_eq!(json["Code"]["email"], ADDRESS);
    assert_eq!(json["Code"]["delivery"], "Accepted");

    let code = site.code_for(ADDRESS).await;
    let before = visitor.clone();
    let answer = visitor.call("/api/verify-code", &[("code", &other_than(&code))]).await;
    assert_eq!((answer.status, answer.json()), (StatusCode::UNPROCESSABLE_ENTITY, json!({"WrongCode": {"tries_left": 4}})));
    let answer = visitor.call("/api/verify-code", &[("code", &code)]).await;
    assert_eq!((answer.step(), answer.json()), (Step::Account, json!("Account")));
    assert_ne!(visitor.session(), before.session());
    assert_eq!(visitor.get("/account").await.page(StatusCode::OK).text("#account-email"), ADDRESS);

    let answer = visitor.call("/api/sign-out", &[]).await;
    assert_eq!((answer.step(), answer.json()), (Step::Address, json!("Address")));
    assert!(!visitor.has_session());
}

#[tokio::test]
async fn a_program_resends_the_code_and_starts_over() {
    let site = TestSite::with(&["--resend-after", "0"]).await;
    let mut visitor = site.visitor();
    visitor.call("/api/request-code", &[("email", ADDRESS)]).await;
    let Step::Code(code_step) = visitor.call("/api/resend-code", &[]).await.step() else { panic!("still waiting for the code") };
    assert_eq!((code_step.email.as_str(), code_step.resend_in), (ADDRESS, 0));
    assert_eq!(site.mailed().await.len(), 2);
    assert_eq!(visitor.call("/api/change-address", &[]).await.step(), Step::Address);
    assert_eq!(visitor.call("/api/resend-code", &[]).await.refusal(), Refusal::NothingPending);
}

#[tokio::test]
async fn a_second_tab_learns_that_the_first_has_signed_in() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, ADDRESS).await;
    for (path, fields) in
        [("/api/request-code", &[("email", ADDRESS)][..]), ("/api/verify-code", &[("code", "123456")]), ("/api/resend-code", &[])]
    {
        assert_eq!(visitor.call(path, fields).await.step(), Step::Account, "{path}");
    }
    assert_eq!(site.mailed().await.len(), 1);
}

#[tokio::test]
async fn a_used_code_in_a_replaced_session_is_refused_without_a_cookie() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.call("/api/request-code", &[("email", ADDRESS)]).await;
    let mut left_behind = visitor.clone();
    let code = site.code_for(ADDRESS).await;
    visitor.call("/api/verify-code", &[("code", &code)]).await;
    // The old session was replaced at the sign-in and cannot be used again.
    let answer = left_behind.call("/api/verify-code", &[("code", &code)]).await;
    assert_eq!(answer.refusal(), Refusal::NothingPending);
    assert!(answer.set_cookies().is_empty(), "they would take the place of the cookie of who is signed in");
}

#[tokio::test]
async fn a_program_deletes_the_account_once() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, ADDRESS).await;
    assert_eq!(visitor.call("/api/delete-account", &[]).await.step(), Step::Address);
    assert_eq!(site.rows("account"), 0);
    let answer = visitor.call("/api/delete-account", &[]).await;
    assert_eq!((answer.status, answer.json()), (StatusCode::CONFLICT, json!("NotSignedIn")));
}

#[tokio::test]
async fn refusals_have_a_status_of_their_own() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    for (path, fields, status, refusal) in [
        ("/api/request-code", &[("email", "ada")][..], 422, json!({"Address": "NoAt"})),
        ("/api/request-code", &[("email", "")], 422, json!({"Address": "Empty"})),
        ("/api/request-code", &[("email", "a@example.org,b@example.org")], 422, json!({"Address": "Several"})),
        ("/api/request-code", &[], 400, json!("Malformed")),
        ("/api/verify-code", &[], 400, json!("Malformed")),
        ("/api/verify-code", &[("code", "123456")], 409, json!("NothingPending")),
        ("/api/resend-code", &[], 409, json!("NothingPending")),
        ("/api/delete-account", &[], 409, json!("NotSignedIn")),
    ] {
        let answer = visitor.call(path, fields).await;
        assert_eq!((answer.status.as_u16(), answer.json()), (status, refusal), "{path} {fields:?}");
        assert_eq!(answer.header("retry-after"), None, "{path}");
        assert!(answer.set_cookies().is_empty(), "a program's refusal needs no session: {path}");
    }
    visitor.call("/api/request-code", &[("email", ADDRESS)]).await;
    let answer = visitor.call("/api/verify-code", &[("code", "12345")]).await;
    assert_eq!((answer.status.as_u16(), answer.json()), (422, json!({"Code": "TooShort"})));
    assert!(!visitor.get("/code").await.page(StatusCode::OK).has("#error-summary"), "a program's refusal is on no page");
}

#[tokio::test]
async fn a_client_that_accepts_anything_is_a_program() {
    use crate::request::{changed, form};
    let site = TestSite::new().await;
    for accept in ["*/*", "application/json, text/plain", ""] {
        let headers = changed(crate::request::PROGRAM, "accept", &[("accept", accept)]);
        let answer = site.visitor().post("/api/request-code", &headers, form(&[("email", "ada")])).await;
        assert!(matches!(answer.refusal(), Refusal::Address(_)), "{accept}");
    }
}

#[tokio::test]
async fn no_response_redirects_to_the_referrer() {
    use crate::request::{PLAIN_FORM, PROGRAM, changed, form};
    let site = TestSite::new().await;
    let referrer = format!("{}/elsewhere", site.origin);
    for (headers, status) in [(PROGRAM, 422), (PLAIN_FORM, 303)] {
        let headers = changed(headers, "", &[("referer", &referrer)]);
        let answer = site.visitor().post("/api/request-code", &headers, form(&[("email", "ada")])).await;
        assert_eq!(answer.status, status);
        assert!(answer.header("location").is_none_or(|location| location == "/"));
    }
}
