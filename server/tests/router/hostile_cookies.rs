//! Cookies that the site never set.

use crate::answer::Answer;
use crate::request::{LOADS_A_PAGE, PROGRAM, SERVER_FUNCTIONS, form, post, request};
use crate::site::TestSite;
use axum::body::Body;
use axum::http::{HeaderValue, Request, StatusCode};
use proptest::collection::vec;
use proptest::prelude::*;

const ADDRESS: &str = "ada@example.org";

/// `Cookie` lines without a valid session.
fn nonsense() -> Vec<Vec<u8>> {
    let texts = [
        "",
        "=",
        ";",
        "; ; ;",
        "mailcode",
        "mailcode=",
        "mailcode=;",
        "mailcode==",
        "mailcode=x",
        "mailcode=%00",
        "mailcode=%FF%FE",
        "mailcode=../../etc/passwd",
        "mailcode=\"quoted\"",
        "mailcode=\"",
        "mailcode=' OR 1=1 --",
        "mailcode=null",
        "mailcode=0",
        "mailcode=-1",
        "mailcode=AAAAAAAAAAAAAAAAAAAAA",
        "mailcode=AAAAAAAAAAAAAAAAAAAAAA",
        "mailcode=AAAAAAAAAAAAAAAAAAAAAAA",
        "mailcode=AAAAAAAAAAAAAAAAAAAAAA==",
        "mailcode=________________________",
        "mailcode=AAAAAAAAAAAAAAAAAAAAAA; mailcode=BBBBBBBBBBBBBBBBBBBBBA",
        "Mailcode=AAAAAAAAAAAAAAAAAAAAAA",
        "__Host-mailcode=AAAAAAAAAAAAAAAAAAAAAA",
        "$Version=1; mailcode=x; $Path=/",
        "mailcode=x, mailcode=y",
    ];
    let long = [format!("mailcode={}", "A".repeat(4096)), "a=b; ".repeat(800), format!("{}=a", "m".repeat(4096))];
    let bytes = [b"mailcode=\xff\xfe".to_vec(), b"\xff=x; mailcode=\t".to_vec(), "mailcode=é".as_bytes().to_vec()];
    texts.map(|text| text.as_bytes().to_vec()).into_iter().chain(long.map(String::into_bytes)).chain(bytes).collect()
}

/// Adds the line to the request, with the name of this site's session cookie in place of `mailcode`.
fn with_cookie(site: &TestSite, mut request: Request<Body>, line: &[u8]) -> Request<Body> {
    let (name, mut named, mut rest) = (site.cookie("mailcode"), Vec::new(), line);
    while let Some(place) = rest.windows(8).position(|window| window == b"mailcode") {
        named.extend_from_slice(&[&rest[..place], name.as_bytes()].concat());
        rest = &rest[place + 8..];
    }
    named.extend_from_slice(rest);
    request.headers_mut().insert("cookie", HeaderValue::from_bytes(&named).expect("a header"));
    request
}

/// Asserts that a client without a session gets the usual first page, and that no session is created for it.
fn check_stranger(path: &str, answer: &Answer, usual: &[u8], line: &[u8]) {
    let what = format!("{path} with {}", line.escape_ascii());
    if path == "/" {
        assert_eq!(answer.status, StatusCode::OK, "{what}");
        assert!(answer.body == usual, "{what}: {}", answer.text());
    } else {
        assert_eq!(answer.redirect(), "/", "{what}");
    }
}

#[tokio::test]
async fn a_cookie_that_is_none_of_ours_is_passed_over() {
    let site = TestSite::new().await;
    let usual = site.visitor().get("/").await.body;
    for line in nonsense() {
        for path in ["/", "/code", "/account"] {
            let answer = site.visitor().send(with_cookie(&site, request("GET", path, LOADS_A_PAGE), &line)).await;
            check_stranger(path, &answer, &usual, &line);
        }
        for (path, fields) in SERVER_FUNCTIONS.iter().filter(|(path, _)| *path != "/api/request-code") {
            let answer = site.visitor().send(with_cookie(&site, post(path, PROGRAM, form(fields)), &line)).await;
            assert!(!answer.status.is_server_error(), "{path} with {}: {}", line.escape_ascii(), answer.text());
        }
    }
    assert_eq!(site.rows("session"), 0);
    let answer =
        site.visitor().send(with_cookie(&site, post("/api/request-code", PROGRAM, form(&[("email", ADDRESS)])), b"mailcode=x")).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.set_cookies().len(), 1, "a session of the site's own making: {:?}", answer.set_cookies());
}

/// Another host of the domain, or plain http, can set a second cookie of the same name.
#[tokio::test]
async fn a_second_session_cookie_ends_nothing() {
    let site = TestSite::new().await;
    let (mut visitor, mut attacker) = (site.visitor(), site.visitor());
    site.sign_up(&mut visitor, ADDRESS).await;
    site.sign_up(&mut attacker, "eve@example.org").await;
    let (own, other) = (visitor.session().to_owned(), attacker.session().to_owned());
    for second in ["", "x", "AAAAAAAAAAAAAAAAAAAAAA", &other] {
        for line in [format!("mailcode={own}; mailcode={second}"), format!("mailcode={second}; mailcode={own}")] {
            for path in ["/", "/code", "/account", "/not-me"] {
                let answer = site.visitor().send(with_cookie(&site, request("GET", path, LOADS_A_PAGE), line.as_bytes())).await;
                assert!(!answer.status.is_server_error(), "{path} with {line}: {}", answer.status);
            }
        }
    }
    assert_eq!(visitor.get("/account").await.page(StatusCode::OK).text("#account-email"), ADDRESS);
    assert_eq!(attacker.get("/account").await.page(StatusCode::OK).text("#account-email"), "eve@example.org");
}

/// The server does not adopt an id that it did not create (session fixation).
#[tokio::test]
async fn an_id_of_somebody_elses_choice_is_not_used() {
    let site = TestSite::new().await;
    let chosen = "AAAAAAAAAAAAAAAAAAAAAA";
    let line = format!("mailcode={chosen}");
    let answer =
        site.visitor().send(with_cookie(&site, post("/api/request-code", PROGRAM, form(&[("email", ADDRESS)])), line.as_bytes())).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(!answer.set_cookies()[0].contains(chosen), "{:?}", answer.set_cookies());
    let answer = site.visitor().send(with_cookie(&site, request("GET", "/code", LOADS_A_PAGE), line.as_bytes())).await;
    assert_eq!(answer.redirect(), "/");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1))]

    #[test]
    fn any_cookie_leads_to_the_first_page(lines in vec(prop_oneof![
        vec(prop_oneof![Just(9_u8), 32..=126_u8, 128..=255_u8], 0..80),
        "(__Host-)?mailcode=[A-Za-z0-9_-]{0,30}(; mailcode=[ -~]{0,30})?".prop_map(String::into_bytes),
    ], 150)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let site = TestSite::new().await;
            let usual = site.visitor().get("/").await.body;
            for (number, line) in lines.iter().enumerate() {
                let path = ["/", "/code", "/account"][number % 3];
                let answer = site.visitor().send(with_cookie(&site, request("GET", path, LOADS_A_PAGE), line)).await;
                check_stranger(path, &answer, &usual, line);
            }
            assert_eq!(site.rows("session"), 0);
        });
    }
}
