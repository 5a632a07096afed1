//! The lists of domains, from their files to the pages.

use crate::site::TestSite;
use axum::http::StatusCode;
use clap::Parser;
use domain::Refusal;
use server::config::{Config, Settings};

fn file(text: &str) -> (tempfile::TempDir, String) {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("domains.txt");
    std::fs::write(&path, text).expect("a file");
    (directory, path.to_str().expect("a name").to_owned())
}

#[tokio::test]
async fn a_blocked_domain_is_reported_and_the_address_kept() {
    let (_directory, path) = file("# no throw-aways\nthrowaway.example\n");
    let site = TestSite::with(&["--blocked-domains-file", &path]).await;
    let mut visitor = site.visitor();
    assert_eq!(visitor.submit("/api/request-code", &[("email", "ada@Throwaway.example")]).await.redirect(), "/");
    let page = visitor.get("/").await.page(StatusCode::OK);
    assert!(page.text("#email-error").contains("addresses at this domain"), "{}", page.text("#email-error"));
    assert_eq!(page.tag("input", "name", "email").attribute("value"), Some("ada@Throwaway.example"));
    assert_eq!(page.tag("input", "name", "email").attribute("aria-invalid"), Some("true"));

    let answer = site.visitor().call("/api/request-code", &[("email", "ada@throwaway.example")]).await;
    assert_eq!((answer.status, answer.refusal()), (StatusCode::UNPROCESSABLE_ENTITY, Refusal::Domain));
    assert!(site.mailed().await.is_empty());
    site.sign_up(&mut visitor, "ada@example.org").await;
}

#[tokio::test]
async fn allowed_domains_exclude_the_others() {
    let (_directory, path) = file("example.org\n");
    let site = TestSite::with(&["--allowed-domains-file", &path]).await;
    let answer = site.visitor().call("/api/request-code", &[("email", "ada@example.com")]).await;
    assert_eq!(answer.refusal(), Refusal::Domain);
    site.sign_up(&mut site.visitor(), "ada@example.org").await;
}

#[test]
fn a_list_that_cannot_be_read_stops_the_start() {
    let (_directory, path) = file("example.org\nno domain\n");
    let start = |path: &str| {
        let settings = Settings::try_parse_from(["mailcode", "--blocked-domains-file", path]).expect("known settings");
        Config::try_from(settings).expect_err("a list that cannot be").to_string()
    };
    let told = start(&path);
    assert!(told.starts_with("MAILCODE_BLOCKED_DOMAINS_FILE names ") && told.contains("line 2 is not a domain"), "{told}");
    assert!(start("/nowhere/domains.txt").contains("does not exist"));
}
