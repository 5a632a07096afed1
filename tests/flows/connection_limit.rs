//! More connections than the server accepts.

use e2e::{Browser, Mailcode, RawConnection, Scripting, status, until};

/// With 16 connections in all, one client may have 4.
const FEW: &[(&str, &str)] = &[("MAX_CONNECTIONS", "16")];

async fn wait_for_free_connection(mailcode: &Mailcode, client: &str) {
    until("a connection to be accepted again", async || {
        (status(&RawConnection::open_from(mailcode.address(), client).await.get("/").await) == 200).then_some(())
    })
    .await;
}

/// Asserts that the server logs this text exactly once. The log may be written shortly after the response.
async fn assert_logged_once(mailcode: &Mailcode, what: &str) {
    until(format!("the log line {what:?}"), async || mailcode.output().contains(what).then_some(())).await;
    assert_eq!(mailcode.output().matches(what).count(), 1, "{}", mailcode.output());
}

#[tokio::test]
async fn one_client_does_not_keep_others_out() {
    let mailcode = Mailcode::start_with(FEW).await;
    let mut held = RawConnection::hold(mailcode.address(), "127.0.0.1", 4).await;
    let page = RawConnection::open(mailcode.address()).await.get("/").await;
    assert_eq!(status(&page), 429, "{page}");
    for part in ["retry-after: 10\r\n", "content-security-policy: ", "connection: close\r\n", "<h1>Too many connections</h1>"] {
        assert!(page.contains(part), "{part} is not in\n{page}");
    }
    let mut program = RawConnection::open(mailcode.address()).await;
    program.send("POST /api/request-code HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n").await;
    let answer = program.rest().await;
    assert!(status(&answer) == 429 && answer.ends_with("\"Internal\""), "{answer}");
    assert!(RawConnection::open(mailcode.address()).await.is_served().await, "the health check is answered even at the limit");
    assert_eq!(status(&RawConnection::open_from(mailcode.address(), "127.0.0.2").await.get("/").await), 200);
    assert!(held[0].is_served().await, "an open connection is served as before");
    assert_logged_once(&mailcode, "MAILCODE_TRUSTED_PROXIES").await;
    held.pop();
    wait_for_free_connection(&mailcode, "127.0.0.1").await;
}

#[tokio::test]
async fn at_the_connection_limit_the_server_refuses_and_recovers() {
    let mailcode = Mailcode::start_with(FEW).await;
    let mut held = Vec::new();
    for client in ["127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.4"] {
        held.extend(RawConnection::hold(mailcode.address(), client, 4).await);
    }
    let page = RawConnection::open_from(mailcode.address(), "127.0.0.5").await.get("/").await;
    assert_eq!(status(&page), 503, "{page}");
    for part in ["retry-after: 10\r\n", "content-security-policy: ", "connection: close\r\n", "<h1>We’re busy right now</h1>"] {
        assert!(page.contains(part), "{part} is not in\n{page}");
    }
    assert_logged_once(&mailcode, "the limit on connections is reached").await;
    assert!(held[0].is_served().await);
    held.clear();
    wait_for_free_connection(&mailcode, "127.0.0.5").await;
}

#[tokio::test]
async fn a_trusted_proxy_may_use_all_connections() {
    let mailcode = Mailcode::start_with(&[FEW[0], ("TRUSTED_PROXIES", "127.0.0.1")]).await;
    let _held = RawConnection::hold(mailcode.address(), "127.0.0.1", 16).await;
    assert_eq!(status(&RawConnection::open(mailcode.address()).await.get("/").await), 503);
}

/// The client could not load the stylesheet either, so the page contains its own, which the content security policy allows.
#[tokio::test]
async fn a_refusal_page_contains_its_own_style() {
    let mailcode = Mailcode::start_with(FEW).await;
    let mut held = RawConnection::hold(mailcode.address(), "127.0.0.1", 4).await;
    let browser = Browser::start(Scripting::On).await;
    browser.open(&mailcode.url("/")).await;
    assert_eq!(browser.text("h1").await, "Too many connections");
    let look =
        "const { display, backgroundColor } = getComputedStyle(document.querySelector('a.button')); return [display, backgroundColor]";
    assert_eq!(browser.run(look).await, serde_json::json!(["block", "rgb(36, 80, 200)"]));
    held.clear();
    until("the form to load once connections are free", async || {
        browser.click("a.button, .top a").await;
        browser.shows("#address-form").await.then_some(())
    })
    .await;
}
