//! The download of an account's data.

use crate::request::{LOADS_A_PAGE, request};
use crate::site::{TestSite, other_than};
use axum::http::StatusCode;
use serde_json::Value;

const ADDRESS: &str = "Ada@example.org";
const AS_A_PROGRAM: &[(&str, &str)] = &[("accept", "application/json")];

/// The keys of an object, sorted.
fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[tokio::test]
async fn the_download_contains_all_kept_data_and_no_secret() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.user_agent = Some("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0");
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let code = site.code_for(ADDRESS).await;
    visitor.submit("/api/verify-code", &[("code", &other_than(&code))]).await;
    visitor.submit("/api/verify-code", &[("code", &code)]).await;
    site.sign_up(&mut site.visitor_at("203.0.113.9"), "ada@example.org").await;
    site.sign_up(&mut site.visitor(), "bob@example.org").await;

    for headers in [LOADS_A_PAGE, AS_A_PROGRAM] {
        let answer = visitor.send(request("GET", "/account/data", headers)).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header("content-disposition"), Some("attachment; filename=\"account.json\""));
        let data = answer.json();
        assert_eq!(keys(&data), ["account", "events", "generated_at", "sessions"]);
        assert_eq!(keys(&data["account"]), ["address", "created_at"]);
        assert_eq!(data["account"]["address"], ADDRESS);
        assert!(data["account"]["created_at"].as_str().is_some_and(|at| at.starts_with("20") && at.ends_with('Z')), "{data}");

        let sessions = data["sessions"].as_array().expect("a list");
        assert_eq!(sessions.len(), 2, "{data}");
        assert_eq!(keys(&sessions[0]), ["browser", "ends_at", "is_this", "last_seen_at", "signed_in_at"]);
        assert_eq!((&sessions[0]["browser"], &sessions[0]["is_this"]), (&"Firefox on Linux".into(), &true.into()));
        assert_eq!((&sessions[1]["browser"], &sessions[1]["is_this"]), (&"A browser".into(), &false.into()));

        let events = data["events"].as_array().expect("a list");
        assert_eq!(keys(&events[0]), ["at", "detail", "kept_until", "kind", "network"]);
        let shown: Vec<_> = events.iter().map(|event| (event["kind"].as_str().expect("a kind"), event["network"].as_str())).collect();
        let (here, there) = (Some("198.51.100.0/24"), Some("203.0.113.0/24"));
        let expected = [
            ("code_requested", here),
            ("sent", None),
            ("refused", here),
            ("verified", here),
            ("code_requested", there),
            ("sent", None),
            ("verified", there),
        ];
        assert_eq!(shown, expected, "nothing of the other account, and every spelling of this one");

        let text = answer.text();
        for secret in [visitor.session(), &code] {
            assert!(!text.contains(secret), "{text}");
        }
        assert!(!text.contains("bob"), "{text}");
    }
    assert!(visitor.get("/account").await.page(StatusCode::OK).tag("a", "id", "download").attribute("href") == Some("/account/data"));
}

#[tokio::test]
async fn the_download_is_for_the_account_alone() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    assert_eq!(visitor.get("/account/data").await.redirect(), "/");
    let answer = visitor.send(request("GET", "/account/data", AS_A_PROGRAM)).await;
    assert_eq!(answer.refusal(), domain::Refusal::NotSignedIn);
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    assert_eq!(visitor.get("/account/data").await.redirect(), "/code");
    site.sign_up(&mut visitor, "bob@example.org").await;
    let data = visitor.get("/account/data").await.json();
    assert_eq!(data["account"]["address"], "bob@example.org");
    assert!(!data.to_string().to_lowercase().contains("ada@"), "{data}");
    visitor.submit("/api/sign-out", &[]).await;
    assert_eq!(visitor.get("/account/data").await.redirect(), "/");
}

#[tokio::test]
async fn an_incomplete_download_is_refused() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, ADDRESS).await;
    site.lose("audit_event");
    assert_eq!(visitor.get("/account/data").await.page(StatusCode::INTERNAL_SERVER_ERROR).tag("main", "data-page", "notice").name, "main");
    let answer = visitor.send(request("GET", "/account/data", AS_A_PROGRAM)).await;
    assert_eq!(answer.refusal(), domain::Refusal::Internal);
}
