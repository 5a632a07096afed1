//! A real proxy in front of Mailcode.

use e2e::{DevMailbox, Mailcode, Nginx, Visitor, free_port, until};
use reqwest::Method;

const ADDRESS: &str = "visitor@example.org";

/// Starts Mailcode and an nginx whose origin is the public URL.
async fn start(settings: &[(&str, &str)]) -> (Mailcode, Nginx) {
    let port = free_port();
    let origin = format!("http://127.0.0.1:{port}");
    let mailcode = Mailcode::start_with(&[&[("PUBLIC_URL", origin.as_str())], settings].concat()).await;
    let nginx = Nginx::start(port, &mailcode).await;
    (mailcode, nginx)
}

#[tokio::test]
async fn a_sign_up_goes_through_nginx() {
    let (mailcode, nginx) = start(&[("TRUSTED_PROXIES", "127.0.0.1")]).await;
    let visitor = Visitor::at(nginx.origin(), [127, 0, 0, 2]);
    assert_eq!(visitor.submit("/api/request-code", &[("email", ADDRESS)]).await.path, "/code");
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.path, "/account");
}

/// nginx appends the client's address with a port here; what the client itself writes into the header is ignored.
#[tokio::test]
async fn behind_nginx_its_clients_are_distinguished() {
    let (_mailcode, nginx) = start(&[("TRUSTED_PROXIES", "127.0.0.1"), ("MAILS_PER_CLIENT", "1/1h")]).await;
    for (number, (client, status)) in [([127, 0, 0, 2], 200), ([127, 0, 0, 2], 429), ([127, 0, 0, 3], 200)].into_iter().enumerate() {
        let visitor = Visitor::at(nginx.origin(), client);
        let address = format!("visitor{number}@example.org");
        let request = visitor.request(Method::POST, "/api/request-code").header("Accept", "application/json");
        let request = request.header("Origin", nginx.origin()).header("X-Forwarded-For", format!("198.51.100.{number}, \u{e9}"));
        assert_eq!(Visitor::answer(request.form(&[("email", &address)])).await.status, status, "{number}");
    }
}

#[tokio::test]
async fn an_unnamed_proxy_is_logged_once() {
    let mailcode = Mailcode::start_with(&[("PUBLIC_URL", "https://sign-up.example.org")]).await;
    let nginx = Nginx::start(free_port(), &mailcode).await;
    for client in [2, 3, 4] {
        assert_eq!(Visitor::at(nginx.origin(), [127, 0, 0, client]).open("/").await.status, 200);
    }
    until("the warning about MAILCODE_TRUSTED_PROXIES", async || mailcode.output().contains("MAILCODE_TRUSTED_PROXIES").then_some(()))
        .await;
    assert_eq!(mailcode.output().matches("MAILCODE_TRUSTED_PROXIES").count(), 1, "{}", mailcode.output());
}

#[tokio::test]
async fn a_page_opened_by_another_name_leads_to_the_right_one_and_the_log_names_both() {
    let mailcode = Mailcode::start_with(&[("PUBLIC_URL", "https://sign-up.example.org")]).await;
    let nginx = Nginx::start(free_port(), &mailcode).await;
    let visitor = Visitor::at(nginx.origin(), [127, 0, 0, 2]);
    let form = visitor.form("/api/request-code", &[("email", ADDRESS)]).header("Origin", nginx.origin());
    let answer = form.send().await.unwrap();
    assert_eq!(answer.status(), 403);
    let page = answer.text().await.unwrap();
    assert!(page.contains("href=\"https://sign-up.example.org/\"") && page.contains("This page has another address"), "{page}");
    let opened = nginx.origin().trim_start_matches("http://").to_owned();
    until("the log line with both origins", async || {
        let output = mailcode.output();
        let mut lines = output.lines();
        lines
            .any(|line| line.contains(&opened) && line.contains("https://sign-up.example.org") && line.contains("MAILCODE_PUBLIC_URL"))
            .then_some(())
    })
    .await;
}
