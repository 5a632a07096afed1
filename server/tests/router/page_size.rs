//! The size of a first page load without wasm and script, whose budget the release build checks.

use crate::request::{LOADS_A_PAGE, request};
use crate::site::TestSite;
use axum::http::StatusCode;
use frontend::BUNDLE;
use server::i18n::Language;

/// Much less than the ten segments, some 14 KB, that TCP sends before it waits for the first acknowledgement (RFC 6928 §2).
const BUDGET: usize = 7 * 1024;

#[tokio::test]
async fn page_and_style_arrive_in_the_first_round_trip() {
    let site = TestSite::new().await;
    for language in Language::ALL {
        let mut visitor = site.visitor();
        let asks_for = [("accept-language", language.tag()), ("accept-encoding", "br")];
        for path in ["/", "/code"] {
            let page = visitor.send(request("GET", path, &[LOADS_A_PAGE, &asks_for].concat())).await;
            assert_eq!((page.status, page.header("content-encoding")), (StatusCode::OK, Some("br")), "{path}");
            let weight = page.body.len() + BUNDLE.stylesheet.brotli.len();
            assert!(weight <= BUDGET, "{path} in {language:?} weighs {weight} bytes with its style");
            visitor.submit("/api/request-code", &[("email", &format!("ada@{}.example", language.tag()))]).await;
        }
    }
}
