//! Paths and methods that the site does not have.

use crate::request::{LOADS_A_PAGE, PLAIN_FORM, PROGRAM, SERVER_FUNCTIONS, form, request};
use crate::site::TestSite;
use axum::http::StatusCode;

#[tokio::test]
async fn an_unknown_path_has_a_page_that_says_so() {
    let site = TestSite::new().await;
    for path in ["/nowhere", "/code/", "/account/1", "/api", "/api/nothing", "/assets", "/index.html", "/%00", "/..%2f..%2fetc%2fpasswd"] {
        let answer = site.visitor().get(path).await;
        let page = answer.page(StatusCode::NOT_FOUND);
        assert_eq!(page.tag("main", "data-page", "not-found").name, "main", "{path}");
        assert!(page.all("a").any(|link| link.attribute("href") == Some("/")), "{path}");
    }
    let answer = site.visitor().post("/api/nothing", PLAIN_FORM, "").await;
    assert_eq!(answer.page(StatusCode::NOT_FOUND).tag("main", "data-page", "not-found").name, "main");
}

#[tokio::test]
async fn a_program_gets_the_status_alone() {
    let site = TestSite::new().await;
    let answer = site.visitor().send(request("GET", "/nowhere", &[("accept", "application/json")])).await;
    assert_eq!((answer.status, answer.text()), (StatusCode::NOT_FOUND, ""));
    let answer = site.visitor().send(request("HEAD", "/nowhere", LOADS_A_PAGE)).await;
    assert_eq!((answer.status, answer.text()), (StatusCode::NOT_FOUND, ""));
}

#[tokio::test]
async fn a_server_function_is_posted_to_and_nothing_else() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, "ada@example.org").await;
    let mailed = site.mailed().await;
    for (path, fields) in SERVER_FUNCTIONS {
        for method in ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"] {
            for headers in [PLAIN_FORM, PROGRAM] {
                let path = format!("{path}?{}", form(fields));
                let answer = visitor.send(request(method, &path, headers)).await;
                assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
                assert!(answer.header("allow").is_some_and(|allowed| allowed.contains("POST")), "{method} {path}: {answer:?}");
            }
        }
    }
    assert_eq!(visitor.get("/account").await.status, StatusCode::OK, "nobody was signed out");
    assert_eq!(site.mailed().await, mailed, "nothing was mailed");
}

#[tokio::test]
async fn a_page_is_not_posted_to() {
    let site = TestSite::new().await;
    for path in ["/", "/code", "/account", "/not-me", "/healthz", "/dev/mailbox", frontend::BUNDLE.start.path] {
        let answer = site.visitor().post(path, PLAIN_FORM, "email=ada%40example.org").await;
        let page = answer.page(StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(page.tag("main", "data-page", "notice").name, "main", "{path}");
    }
    assert!(site.mailed().await.is_empty());
}
