use app::view::SignUpView;
use axum::http::{HeaderMap, StatusCode};
use domain::{Refusal, Step};
use serde_json::Value;
use test_support::Html;

/// The initial view of the page's island.
pub(crate) fn initial_view(page: &Html) -> SignUpView {
    let view = page.attributes("main[data-view]", "data-view").pop().expect("an island with a view");
    serde_json::from_str(&view).expect("a view in JSON")
}

/// A response, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The value of a header that occurs at most once.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let values: Vec<_> = self.headers.get_all(name).iter().collect();
        assert!(values.len() <= 1, "{name} is doubled: {values:?}");
        values.first().map(|value| value.to_str().expect("a header is text"))
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("the body is UTF-8")
    }

    pub(crate) fn set_cookies(&self) -> Vec<&str> {
        self.headers.get_all("set-cookie").iter().map(|value| value.to_str().expect("a cookie is text")).collect()
    }

    /// The path to which the response to a plain form redirects.
    pub(crate) fn redirect(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text());
        assert_eq!(self.header("cache-control"), Some("no-store, no-transform"));
        self.header("location").expect("a redirect has a location")
    }

    /// Parses the page, which must have this status.
    pub(crate) fn page(&self, status: StatusCode) -> Html {
        assert_eq!(self.status, status, "{}", self.text());
        assert_eq!(self.header("content-type"), Some("text/html; charset=utf-8"));
        Html::new(self.text())
    }

    /// Parses a JSON response.
    pub(crate) fn json(&self) -> Value {
        assert_eq!(self.header("content-type"), Some("application/json"), "{}", self.text());
        assert_eq!(self.header("cache-control"), Some("no-store, no-transform"));
        assert_eq!(self.header("location"), None, "a program is not redirected");
        serde_json::from_slice(&self.body).expect("the body is JSON")
    }

    /// Parses the island's view. Its status is 200 even after a refusal, because browsers log every other status to the console.
    pub(crate) fn view(&self) -> SignUpView {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text());
        serde_json::from_value(self.json()).expect("the body is a view")
    }

    /// Parses a program's success.
    pub(crate) fn step(&self) -> Step {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text());
        serde_json::from_value(self.json()).expect("the body is a step")
    }

    /// Parses a program's refusal; the status must be the refusal's own.
    pub(crate) fn refusal(&self) -> Refusal {
        let refusal: Refusal = serde_json::from_value(self.json()).expect("the body is a refusal");
        assert_eq!(self.status.as_u16(), refusal.status(), "{refusal:?}");
        refusal
    }
}
