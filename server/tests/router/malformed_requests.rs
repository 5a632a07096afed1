//! Requests that no form of the site sends. They are refused as the client's mistake, and cause no mail.

use crate::request::{FORM, PLAIN_FORM, PROGRAM, SERVER_FUNCTIONS, changed};
use crate::site::TestSite;
use axum::http::StatusCode;
use domain::Refusal;
use proptest::collection::vec;
use proptest::prelude::*;

const MULTIPART: &str = "multipart/form-data; boundary=b";
const PARTS: &[u8] = b"--b\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nada@example.org\r\n--b--\r\n";

/// Content types and bodies that are no form with exactly one valid address.
fn bodies() -> Vec<(&'static str, Vec<u8>)> {
    let texts: [(&str, &[u8]); 27] = [
        (FORM, b""),
        (FORM, b"&"),
        (FORM, b"="),
        (FORM, b"email"),
        (FORM, b"email="),
        (FORM, b"mail=ada%40example.org"),
        (FORM, b"Email=ada%40example.org"),
        (FORM, b"email=ada%40example.org&email=bob%40example.org"),
        (FORM, b"email=ada%40example.org&email=ada%40example.org"),
        (FORM, b"email[]=ada%40example.org"),
        (FORM, b"email%5B%5D=ada%40example.org"),
        (FORM, b"email[0]=ada%40example.org"),
        (FORM, b"email[to]=ada%40example.org"),
        (FORM, b"email[[[[[[[[[]]]]]]]]]=ada%40example.org"),
        (FORM, b"email=ada%00%40example.org"),
        (FORM, b"email=ada%40example.org%00"),
        (FORM, b"email=ada%40example.org%0D%0ABcc:%20eve%40example.org"),
        (FORM, b"email=ada%40example.org%0ARCPT%20TO"),
        (FORM, b"email=ada%1B%40example.org"),
        (FORM, b"email=ada%7F%40example.org"),
        (FORM, b"email=ada%C2%85%40example.org"),
        (FORM, b"email=ada%FF%40example.org"),
        (FORM, b"email=%C0%AFada%40example.org"),
        (FORM, b"email=ada\xff@example.org"),
        (FORM, b"email=ada\0@example.org"),
        ("application/json", b"{\"email\":\"ada@example.org\"}"),
        (MULTIPART, PARTS),
    ];
    texts.into_iter().map(|(content_type, body)| (content_type, body.to_vec())).collect()
}

#[tokio::test]
async fn a_program_gets_a_client_error() {
    let site = TestSite::new().await;
    for (content_type, body) in bodies() {
        let what = format!("{content_type}: {}", body.escape_ascii());
        let headers = changed(PROGRAM, "content-type", &[("content-type", content_type)]);
        let answer = site.visitor().post("/api/request-code", &headers, body).await;
        assert!(answer.status.is_client_error(), "{what}: {} {}", answer.status, answer.text());
        answer.refusal();
    }
    assert!(site.mailed().await.is_empty());
    assert_eq!(site.rows("bucket_use"), 0);
}

#[tokio::test]
async fn a_form_is_led_back_to_the_page_with_an_error() {
    let site = TestSite::new().await;
    for (content_type, body) in bodies() {
        let what = format!("{content_type}: {}", body.escape_ascii());
        let headers = changed(PLAIN_FORM, "content-type", &[("content-type", content_type)]);
        let mut visitor = site.visitor();
        let answer = visitor.post("/api/request-code", &headers, body).await;
        assert_eq!(answer.redirect(), "/", "{what}");
        let error = visitor.get("/").await.page(StatusCode::OK).text("#error-summary");
        assert!(!error.is_empty() && !error.contains("our side") && !error.contains("No answer"), "{what}: {error}");
    }
    assert!(site.mailed().await.is_empty());
}

/// Only the content type of forms is accepted (a post of `text/plain` needs no permission to be sent across sites).
#[tokio::test]
async fn another_content_type_is_not_read() {
    let site = TestSite::new().await;
    for content_type in [Some("text/plain"), Some("application/json"), Some("application/octet-stream"), None] {
        let with: Vec<_> = content_type.map(|content_type| ("content-type", content_type)).into_iter().collect();
        let headers = changed(PROGRAM, "content-type", &with);
        let answer = site.visitor().post("/api/request-code", &headers, "email=ada%40example.org").await;
        assert!(answer.status.is_client_error(), "{content_type:?}: {} {}", answer.status, answer.text());
    }
    assert!(site.mailed().await.is_empty());
    let headers = changed(PROGRAM, "content-type", &[("content-type", "application/x-www-form-urlencoded; charset=UTF-8")]);
    let answer = site.visitor().post("/api/request-code", &headers, "email=ada%40example.org").await;
    assert_eq!(answer.status, StatusCode::OK, "a parameter changes nothing: {}", answer.text());
}

#[tokio::test]
async fn a_code_that_cannot_be_read_costs_no_try() {
    let site = TestSite::with(&["--tries", "1"]).await;
    let mut visitor = site.visitor();
    visitor.call("/api/request-code", &[("email", "ada@example.org")]).await;
    let code = site.code_for("ada@example.org").await;
    for body in ["", "code", "code=", "code=123456&code=654321", "code[]=123456", "code=12%003456", "code=%FF", "code=12345%7F", "email=a"]
    {
        let answer = visitor.post("/api/verify-code", PROGRAM, body).await;
        assert!(answer.status.is_client_error(), "{body}: {} {}", answer.status, answer.text());
        answer.refusal();
    }
    assert_eq!(visitor.call("/api/verify-code", &[("code", &code)]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn more_than_16_kilobytes_are_not_taken() {
    let site = TestSite::new().await;
    let of_length = |length: usize| format!("email=ada%40example.org&filler={}", "a".repeat(length - 31));
    for headers in [PLAIN_FORM, PROGRAM] {
        let answer = site.visitor().post("/api/request-code", headers, of_length(16 * 1024 + 1)).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{}", answer.text());
    }
    assert!(site.mailed().await.is_empty());
    let page = site.visitor().post("/api/request-code", PLAIN_FORM, of_length(1 << 20)).await.page(StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(page.tag("main", "data-page", "notice").name, "main");
    let answer = site.visitor().post("/api/request-code", PROGRAM, of_length(16 * 1024)).await;
    assert_eq!(answer.status, StatusCode::OK, "16 KB are: {}", answer.text());
}

#[tokio::test]
async fn additional_fields_are_ignored() {
    let site = TestSite::new().await;
    let answer = site.visitor().post("/api/request-code", PROGRAM, "email=ada%40example.org&submit=").await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let answer = site.visitor().post("/api/change-address", PROGRAM, "anything=1").await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
}

#[tokio::test]
async fn no_body_causes_an_internal_error() {
    let site = TestSite::new().await;
    for (path, _) in SERVER_FUNCTIONS {
        for (content_type, body) in bodies() {
            for usual in [PLAIN_FORM, PROGRAM] {
                let what = format!("{path} {content_type}: {}", body.escape_ascii());
                let headers = changed(usual, "content-type", &[("content-type", content_type)]);
                let answer = site.visitor().post(path, &headers, body.clone()).await;
                assert!(!answer.status.is_server_error(), "{what}: {} {}", answer.status, answer.text());
                if usual == PROGRAM && !answer.status.is_success() {
                    assert!(!matches!(answer.refusal(), Refusal::Internal | Refusal::NoAnswer), "{what}");
                }
            }
        }
    }
    assert!(site.mailed().await.is_empty());
    assert_eq!(site.rows("account"), 0);
}

/// Malformed requests affect neither a pending sign-up nor the account.
#[tokio::test]
async fn what_is_malformed_changes_nothing() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.call("/api/request-code", &[("email", "ada@example.org")]).await;
    let code = site.code_for("ada@example.org").await;
    for (content_type, body) in bodies() {
        let headers = changed(PROGRAM, "content-type", &[("content-type", content_type)]);
        visitor.post("/api/request-code", &headers, body.clone()).await.refusal();
    }
    assert_eq!(visitor.get("/").await.redirect(), "/code");
    assert_eq!(visitor.call("/api/verify-code", &[("code", &code)]).await.status, StatusCode::OK);
    for (path, _) in SERVER_FUNCTIONS {
        for (content_type, body) in [("application/json", &b"{}"[..]), (MULTIPART, PARTS), ("text/plain", b"code=123456"), ("", b"a=b")] {
            let headers = changed(PROGRAM, "content-type", &[("content-type", content_type)]);
            assert_eq!(visitor.post(path, &headers, body).await.refusal(), Refusal::Malformed, "{path} {content_type}");
        }
    }
    assert_eq!(visitor.get("/account").await.page(StatusCode::OK).text("#account-email"), "ada@example.org");
    assert_eq!(site.mailed().await, ["ada@example.org"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1))]

    /// Any body gets a response that the island can read, and causes no mail.
    #[test]
    fn any_body_has_an_answer(bodies in vec((any_body(), any_content_type()), 150)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let site = TestSite::new().await;
            for (number, (body, content_type)) in bodies.into_iter().enumerate() {
                let (path, _) = SERVER_FUNCTIONS[number % SERVER_FUNCTIONS.len()];
                let headers = changed(PROGRAM, "content-type", &[("content-type", &content_type)]);
                let answer = site.visitor().post(path, &headers, body.clone()).await;
                let what = format!("{path} {content_type}: {}", body.escape_ascii());
                if answer.status.is_success() {
                    assert!(path != "/api/request-code", "no address is that simple: {what}");
                    answer.step();
                } else {
                    assert!(answer.status.is_client_error(), "{what}: {} {}", answer.status, answer.text());
                    answer.refusal();
                }
                assert!(answer.set_cookies().is_empty(), "{what}");
            }
            assert!(site.mailed().await.is_empty());
        });
    }
}

/// Arbitrary bytes, and forms with odd keys, values and escapes.
fn any_body() -> impl Strategy<Value = Vec<u8>> {
    let word = prop_oneof!["email", "code", "[a-z\\[\\]%&=+;]{0,6}", "%[0-9a-fA-F]{2}", "%[g-z%]{1,2}", "\\PC{0,6}"];
    let pairs = vec((word.clone(), word), 0..5).prop_map(|pairs| {
        let pairs: Vec<_> = pairs.into_iter().map(|(key, value)| format!("{key}={value}")).collect();
        pairs.join("&").into_bytes()
    });
    prop_oneof![vec(any::<u8>(), 0..100), pairs]
}

fn any_content_type() -> impl Strategy<Value = String> {
    prop_oneof![3 => Just(FORM.to_owned()), 1 => "[ -~]{0,40}", 1 => "application/[a-z-]{0,20}(; ?[a-z]{1,8}=[ -~]{0,8})?"]
}
