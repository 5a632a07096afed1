//! A panic while a request is handled.

use crate::request::{LOADS_A_PAGE, PROGRAM, request};
use crate::site::TestSite;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;

#[tokio::test]
async fn a_panic_ends_one_request_with_an_answer_that_tells_nothing() {
    let site = TestSite::new().await;
    let panic = || get(async || -> &'static str { panic!("a secret of the test") });
    let routes = Router::new().route("/page", panic()).route("/api/function", panic()).route("/well", get("well"));
    let mut visitor = site.visitor_of(routes);
    let answer = visitor.send(request("GET", "/page", LOADS_A_PAGE)).await;
    assert!(!answer.text().contains("secret"), "{}", answer.text());
    assert!(answer.header("content-security-policy").is_some());
    assert!(answer.page(StatusCode::INTERNAL_SERVER_ERROR).text("h1").contains("our side"));
    let answer = visitor.send(request("GET", "/api/function", PROGRAM)).await;
    assert_eq!((answer.status, answer.json()), (StatusCode::INTERNAL_SERVER_ERROR, "Internal".into()));
    assert_eq!(visitor.get("/well").await.text(), "well");
}
