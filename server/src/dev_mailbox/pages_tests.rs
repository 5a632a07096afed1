use super::tests::started;
use super::{DevMailbox, pages};
use crate::sign_up::Timestamp;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use tower::ServiceExt;

const HOSTILE: &[u8] = b"From: <a@example.org>\r\nSubject: =?utf-8?q?=3Cscript=3Ealert(1)=3C/script=3E?=\r\n\
X-Hostile: </pre><script>alert(2)</script>\r\nMIME-Version: 1.0\r\n\
Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n\
--b\r\nContent-Type: text/plain\r\n\r\n</pre><script>alert(3)</script>\r\n\
--b\r\nContent-Type: text/html\r\n\r\n<p>Hello</p></pre><script>alert(4)</script>\r\n--b--\r\n";

fn keep(mailbox: &DevMailbox, mail: &[u8]) {
    mailbox.0.mails.keep(Timestamp::from_millis(1_795_442_400_000), vec!["<i>@example.org".to_owned()], mail.to_vec());
}

/// Requests a page, checks what every page must have, and returns its status and HTML.
async fn page(mailbox: &DevMailbox, path: &str) -> (StatusCode, String) {
    let request = Request::get(path).body(Body::empty()).expect("a request");
    let response = pages(mailbox.clone(), "/assets/main.css", "/assets/mailbox.js").oneshot(request).await.expect("a response");
    assert_eq!(response.headers()["content-type"], "text/html; charset=utf-8");
    let status = response.status();
    let bytes = response.into_body().collect().await.expect("a body").to_bytes();
    let html = String::from_utf8(bytes.to_vec()).expect("text");
    assert!(html.contains("<title>Development mailbox</title>") && html.contains(r#"href="/assets/main.css""#), "{html}");
    assert_eq!(html.matches("<script").count(), html.matches("<script type=\"module\" src=\"/assets/mailbox.js\"></script>").count());
    assert!(html.contains("src=\"/assets/mailbox.js\"") && !html.contains("style="), "{html}");
    (status, html)
}

#[tokio::test]
async fn an_empty_mailbox_says_so() {
    let (mailbox, _guard) = started().await;
    let (status, html) = page(&mailbox, "/dev/mailbox").await;
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("No email yet") && html.contains(r#"href="/""#) && !html.contains(r#"id="mails""#), "{html}");
}

#[tokio::test]
async fn the_newest_mail_comes_first() {
    let (mailbox, _guard) = started().await;
    keep(&mailbox, b"Subject: older\r\n\r\n");
    keep(&mailbox, b"Subject: newer\r\n\r\n");
    let (_, html) = page(&mailbox, "/dev/mailbox").await;
    let place = |text: &str| html.find(text).unwrap_or_else(|| panic!("{text} in {html}"));
    assert!(place(r#"<ol id="mails""#) < place("newer") && place("newer") < place("older"));
    assert!(place(r#"<a href="/dev/mailbox/2">"#) < place(r#"<a href="/dev/mailbox/1">"#));
    assert!(html.contains("2026-11-23T14:00:00Z"));
}

#[tokio::test]
async fn the_html_of_a_mail_is_shown_as_text_and_never_run() {
    let (mailbox, _guard) = started().await;
    keep(&mailbox, HOSTILE);
    let (_, list) = page(&mailbox, "/dev/mailbox").await;
    assert!(list.contains("&#60;script&#62;alert(1)") && list.contains("&#60;i&#62;@example.org"), "{list}");
    let (status, html) = page(&mailbox, "/dev/mailbox/1").await;
    assert_eq!(status, StatusCode::OK);
    for number in 1..=4 {
        assert!(html.contains(&format!("&#60;script&#62;alert({number})")) || number == 1, "{number} in {html}");
    }
    for id in ["mail-headers", "mail-text", "mail-html"] {
        assert!(html.contains(&format!(r#"<pre id="{id}""#)), "{id} in {html}");
    }
    assert!(html.contains("&#60;p&#62;Hello&#60;/p&#62;"), "{html}");
    assert_eq!(html.matches("</pre>").count(), 3, "{html}");
}

#[tokio::test]
async fn a_mail_without_parts_says_so() {
    let (mailbox, _guard) = started().await;
    keep(&mailbox, b"Subject: only text\r\n\r\nHello\r\n");
    let (_, html) = page(&mailbox, "/dev/mailbox/1").await;
    assert!(html.contains("Hello") && html.contains("This email has no HTML"), "{html}");
}

#[tokio::test]
async fn an_unknown_mail_is_not_found() {
    let (mailbox, _guard) = started().await;
    for path in ["/dev/mailbox/1", "/dev/mailbox/0", "/dev/mailbox/x", "/dev/mailbox/-1", "/dev/mailbox/99999999999999999999999"] {
        let (status, html) = page(&mailbox, path).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        assert!(html.contains("No such email"));
    }
}
