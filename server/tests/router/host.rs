//! The host that a request is for.

use crate::listener::{SHORT, SPACIOUS, TestListener};
use crate::request::{LOADS_A_PAGE, PROGRAM, changed, form, request};
use crate::site::TestSite;
use axum::http::StatusCode;
use test_support::status;

/// RFC 9112 §3.2.
#[tokio::test]
async fn a_request_without_one_clear_host_is_refused() {
    let site = TestSite::new().await;
    let listener = TestListener::open(site.router(), SPACIOUS, SHORT).await;
    for (fields, expected) in [
        ("", 400),
        ("Host: localhost\r\nHost: localhost\r\n", 400),
        ("Host: localhost\r\nHost: evil.example\r\n", 400),
        ("Host:\r\n", 400),
        ("Host: local host\r\n", 400),
        ("Host: localhost/\r\n", 400),
        ("Host: evil@localhost\r\n", 400),
        ("Host: localhost, localhost\r\n", 400),
        ("Host: localhost:port\r\n", 400),
        ("Host: [::1\r\n", 400),
        ("Host: localhost\r\n", 200),
        ("Host: [::1]:80\r\n", 200),
    ] {
        for path in ["/", "/healthz", "/dev/mailbox", frontend::BUNDLE.start.path] {
            let mut client = listener.connect().await;
            client.send(format!("GET {path} HTTP/1.1\r\n{fields}Accept: text/html\r\nConnection: close\r\n\r\n")).await;
            let answer = client.rest().await;
            assert_eq!(status(&answer), expected, "{path} {fields:?}: {answer}");
            assert!(expected == 200 || answer.contains("data-page=\"notice\""), "{path} {fields:?}: {answer}");
        }
    }
}

/// Some health checks use HTTP/1.0 without a host.
#[tokio::test]
async fn http_1_0_needs_none() {
    let site = TestSite::new().await;
    let listener = TestListener::open(site.router(), SPACIOUS, SHORT).await;
    let mut client = listener.connect().await;
    client.send("GET /healthz HTTP/1.0\r\n\r\n").await;
    let answer = client.rest().await;
    assert!(answer.starts_with("HTTP/1.0 200"), "{answer}");
}

/// A page whose host name is pointed at this machine after it was loaded could read the codes (DNS rebinding).
#[tokio::test]
async fn the_development_mailbox_answers_to_its_own_names_alone() {
    let site = TestSite::with(&["--public-url", "http://sign-up.example.test:8080"]).await;
    site.visitor().submit("/api/request-code", &[("email", "ada@example.org")]).await;
    let code = site.code_for("ada@example.org").await;
    for (host, expected) in [
        ("localhost", StatusCode::OK),
        ("LocalHost:3000", StatusCode::OK),
        ("127.0.0.1:3000", StatusCode::OK),
        ("[::1]:3000", StatusCode::OK),
        ("sign-up.example.test", StatusCode::OK),
        ("Sign-Up.example.test:8080", StatusCode::OK),
        ("evil.example", StatusCode::MISDIRECTED_REQUEST),
        ("127.0.0.1.evil.example:3000", StatusCode::MISDIRECTED_REQUEST),
        ("localhost.evil.example", StatusCode::MISDIRECTED_REQUEST),
        ("192.168.1.5:3000", StatusCode::MISDIRECTED_REQUEST),
        ("sign-up.example.test.evil.example", StatusCode::MISDIRECTED_REQUEST),
    ] {
        for path in ["/dev/mailbox", "/dev/mailbox/1"] {
            let answer = site.visitor().send(request("GET", path, &changed(LOADS_A_PAGE, "", &[("host", host)]))).await;
            let page = answer.page(expected);
            assert_eq!(answer.text().contains(&code), expected == StatusCode::OK, "{host} {path}");
            let leads_home = page.all("a").any(|link| link.attribute("href") == Some("http://sign-up.example.test:8080/"));
            assert_eq!(leads_home, expected != StatusCode::OK, "{host} {path}: {page:?}");
        }
    }
    let of_url = request("GET", "http://evil.example/dev/mailbox", &changed(LOADS_A_PAGE, "", &[("host", "localhost")]));
    assert_eq!(site.visitor().send(of_url).await.status, StatusCode::MISDIRECTED_REQUEST, "the URL counts more than the field");
    let answer = site.visitor().send(request("GET", "/", &changed(LOADS_A_PAGE, "", &[("host", "evil.example")]))).await;
    assert_eq!(answer.status, StatusCode::OK, "a proxy may send any other host for the pages");
}

/// The page was opened by an address or a name that is not the public URL's.
#[tokio::test]
async fn a_page_opened_under_another_name_leads_to_the_right_one() {
    let site = TestSite::with(&["--public-url", "https://sign-up.example.org"]).await;
    let email = form(&[("email", "ada@example.org")]);
    for (host, origin, is_elsewhere) in [
        ("192.168.1.5:3000", "http://192.168.1.5:3000", true),
        ("Old.example.org", "https://old.example.org", true),
        ("sign-up.example.org", "http://sign-up.example.org", true),
        ("sign-up.example.org", "https://evil.example", false),
        // A proxy that sends its own host, which is nginx's default.
        ("127.0.0.1:3000", "http://sign-up.example.org", false),
        ("localhost", "null", false),
    ] {
        let from = [("host", host), ("origin", origin)];
        let browser = changed(crate::request::PLAIN_FORM, "sec-fetch-site", &from);
        let page = site.visitor().post("/api/request-code", &browser, email.clone()).await.page(StatusCode::FORBIDDEN);
        let heading = if is_elsewhere { "This page has another address" } else { "This form came from another site" };
        assert_eq!(page.text("h1"), heading, "{from:?}");
        assert_eq!(page.text("main").contains("https://sign-up.example.org"), is_elsewhere, "{from:?}");
        let leads_home = page.all("a").any(|link| link.attribute("href") == Some("https://sign-up.example.org/"));
        assert!(leads_home, "{from:?}: {page:?}");

        let island = changed(crate::request::ISLAND, "sec-fetch-site", &from);
        let answer = site.visitor().post("/api/request-code", &island, email.clone()).await;
        assert_eq!(answer.text().contains("https://sign-up.example.org"), is_elsewhere, "{from:?}: {}", answer.text());
        let program = changed(PROGRAM, "sec-fetch-site", &from);
        let answer = site.visitor().post("/api/request-code", &program, email.clone()).await;
        assert_eq!((answer.status, answer.json()), (StatusCode::FORBIDDEN, "CrossSite".into()), "{from:?}");
    }
    assert!(site.mailed().await.is_empty());
}
