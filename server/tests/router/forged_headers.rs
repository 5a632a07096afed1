//! Headers that only a trusted proxy may set have no effect. Behind a trusted proxy, only the client's address is taken, from
//! `X-Forwarded-For` (see `client_limits`).

use crate::privacy::told;
use crate::request::{LOADS_A_PAGE, PLAIN_FORM, PROGRAM, changed, form, post, request};
use crate::site::TestSite;
use axum::http::StatusCode;

const ADDRESS: &str = "ada@example.org";

const FORGED: [&[(&str, &str)]; 13] = [
    &[("host", "evil.example")],
    &[("host", "evil.example:80")],
    &[("x-forwarded-host", "evil.example")],
    &[("x-forwarded-proto", "https"), ("x-forwarded-port", "443")],
    &[("x-forwarded-for", "203.0.113.9")],
    &[("x-forwarded-for", "evil.example, \u{e9}, ::1, 127.0.0.1")],
    &[("x-real-ip", "127.0.0.1"), ("true-client-ip", "127.0.0.1"), ("cf-connecting-ip", "127.0.0.1")],
    &[("forwarded", "for=127.0.0.1;host=evil.example;proto=https;by=evil.example")],
    &[("x-original-url", "/dev/mailbox"), ("x-rewrite-url", "/dev/mailbox")],
    &[("x-http-method-override", "DELETE"), ("x-http-method", "DELETE"), ("x-method-override", "DELETE")],
    &[("x-host", "evil.example"), ("x-forwarded-server", "evil.example"), ("x-forwarded-prefix", "/evil.example")],
    &[("referer", "https://evil.example/?code=1"), ("from", "eve@evil.example"), ("user-agent", "evil.example\u{e9}")],
    &[("content-location", "https://evil.example/"), ("base", "https://evil.example/"), ("accept-language", "evil.example")],
];

/// Everything that a visitor sees who sends these headers, including the mail, without the parts that differ each time.
async fn seen(site: &TestSite, forged: &[(&str, &str)]) -> Vec<(String, usize)> {
    let mut visitor = site.visitor();
    let load = |path| request("GET", path, &changed(LOADS_A_PAGE, "", forged));
    let submit = |path, fields: &[(&str, &str)]| post(path, &changed(PLAIN_FORM, "", forged), form(fields));
    let first = visitor.send(load("/")).await;
    let asked = visitor.send(submit("/api/request-code", &[("email", ADDRESS)])).await;
    let attributes: Vec<String> =
        asked.set_cookies().iter().filter_map(|line| line.split_once(';')).map(|(_, rest)| rest.to_owned()).collect();
    let attributes = attributes.join(" ").replace(|character: char| character.is_ascii_digit(), "");
    let pages = [first, asked, visitor.send(load("/code")).await, visitor.send(load("/nowhere")).await];
    let mail = (mail(site).await, 0);
    let ended = visitor.send(submit("/api/change-address", &[])).await;
    let answers = pages.iter().chain([&ended]).map(|answer| told(answer, ADDRESS));
    answers.chain([(attributes, 0), mail]).collect()
}

/// The newest mail without code, token, dates, id and boundary.
async fn mail(site: &TestSite) -> String {
    let (code, token) = (site.code_for(ADDRESS).await, site.token_for(ADDRESS).await);
    let number = site.mailed().await.len();
    let page = site.visitor().get(&format!("/dev/mailbox/{number}")).await.page(StatusCode::OK);
    let parts = ["#mail-headers", "#mail-text", "#mail-html"].map(|part| page.texts(part).next().expect("a part"));
    let mail = parts.map(|part| without_time(&part)).join("\n");
    assert!(mail.contains(&code) && mail.contains("\nTo: ") && !mail.contains(" UTC"), "{mail}");
    let lines = mail.lines().filter(|line| !line.starts_with("Date: "));
    let without_marks = |line: &str| -> String {
        let words = line.split_inclusive(|character: char| !character.is_ascii_alphanumeric());
        words.map(|word| if word.len() >= 32 { "MARK" } else { word }).collect()
    };
    lines.map(|line| without_marks(&line.replace(&code, "CODE").replace(&token, "TOKEN"))).collect::<Vec<_>>().join("\n")
}

/// The text without the sentence that says when the code was requested, since the next minute may have begun.
fn without_time(text: &str) -> String {
    let parts = text.split("requested at ").enumerate();
    parts.map(|(index, part)| if index == 0 { part } else { part.split_once('.').map_or(part, |(_, rest)| rest) }).collect()
}

#[tokio::test]
async fn forged_headers_change_neither_page_nor_cookie_nor_mail() {
    let wide = ["--resend-after", "0", "--mails-per-address", "99/1h", "--mails-per-client", "99/1h"];
    for flags in [&wide[..], &[&wide[..], &["--trusted-proxies", "198.51.100.0/24"]].concat()] {
        let site = TestSite::with(flags).await;
        let usual = seen(&site, &[]).await;
        for forged in FORGED {
            assert_eq!(seen(&site, forged).await, usual, "{flags:?} {forged:?}");
        }
        assert!(!format!("{usual:?}").contains("evil"));
    }
}

#[tokio::test]
async fn forged_headers_do_not_let_another_sites_form_pass() {
    let site = TestSite::with(&["--trusted-proxies", "198.51.100.0/24"]).await;
    for forged in FORGED {
        for origin in ["https://evil.example", "http://evil.example", "null"] {
            let provenance = [&[("origin", origin)], forged].concat();
            let answer =
                site.visitor().post("/api/request-code", &changed(PROGRAM, "sec-fetch-site", &provenance), "email=a%40example.org").await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{provenance:?}");
        }
    }
    assert!(site.mailed().await.is_empty());
}

#[tokio::test]
async fn forged_headers_do_not_turn_a_get_into_a_post() {
    let site = TestSite::new().await;
    for name in ["x-http-method-override", "x-http-method", "x-method-override"] {
        let headers = changed(PROGRAM, "", &[(name, "POST")]);
        let answer = site.visitor().send(request("GET", "/api/request-code?email=ada%40example.org&_method=POST", &headers)).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{name}");
    }
    assert!(site.mailed().await.is_empty());
}
