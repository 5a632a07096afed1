use crate::{Mailcode, Page, until};
use reqwest::header::{ACCEPT, LOCATION, ORIGIN};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use serde_json::Value;
use std::sync::Mutex;

/// Somebody with cookies but without a browser: follows redirects, fills in forms, or acts as a program.
pub struct Visitor {
    client: Client,
    origin: String,
    seen: Mutex<Vec<String>>,
}

/// What a program gets.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// `Retry-After` in seconds, if it is there.
    pub retry_after: Option<u64>,
    /// The JSON body; `Null` if it is none.
    pub body: Value,
}

impl Visitor {
    /// A new one, without cookies.
    #[must_use]
    pub fn new(mailcode: &Mailcode) -> Self {
        let client = Client::builder().cookie_store(true).redirect(Policy::none()).no_proxy().build().expect("a client");
        Self { client, origin: mailcode.origin().to_owned(), seen: Mutex::default() }
    }

    /// Every path and query that this visitor asked for or was sent to.
    #[must_use]
    pub fn seen(&self) -> Vec<String> {
        self.seen.lock().expect("no panic while it was held").clone()
    }

    /// Opens a page and follows redirects.
    pub async fn open(&self, path: &str) -> Page {
        self.follow(path, self.request(Method::GET, path).header(ACCEPT, "text/html")).await
    }

    /// Sends a plain form as a browser would, and follows the redirect that must answer it.
    ///
    /// # Panics
    /// When the answer is anything but `303 See Other`.
    pub async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let response = send(self.form(path, fields).header("Sec-Fetch-Site", "same-origin").header(ORIGIN, &self.origin)).await;
        assert_eq!(response.status(), StatusCode::SEE_OTHER, "POST {path} is answered by a redirect");
        let location = self.location(&response);
        self.open(&location).await
    }

    /// Calls a server function as a program would.
    pub async fn call(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self.request(Method::POST, path).header(ACCEPT, "application/json").header(ORIGIN, &self.origin).form(fields);
        Self::answer(request).await
    }

    /// A plain form that says nothing yet of where it comes from; for forged requests.
    pub fn form(&self, path: &str, fields: &[(&str, &str)]) -> RequestBuilder {
        self.request(Method::POST, path).header(ACCEPT, "text/html").form(fields)
    }

    /// Any request to this path.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.seen.lock().expect("no panic while it was held").push(path.to_owned());
        self.client.request(method, format!("{}{path}", self.origin))
    }

    /// Sends a request and reads what a program gets.
    pub async fn answer(request: RequestBuilder) -> Answer {
        let response = send(request).await;
        let retry_after = response.headers().get("retry-after").and_then(|value| value.to_str().ok()?.parse().ok());
        let status = response.status().as_u16();
        let body = response.bytes().await.expect("a body");
        Answer { status, retry_after, body: serde_json::from_slice(&body).unwrap_or_default() }
    }

    /// Opens a page again and again until it fits.
    pub async fn open_until(&self, path: &str, what: &str, fits: impl Fn(&Page) -> bool) -> Page {
        until(what, async || Some(self.open(path).await).filter(&fits)).await
    }

    async fn follow(&self, path: &str, request: RequestBuilder) -> Page {
        let mut path = path.to_owned();
        let mut response = send(request).await;
        // More than two in a row would be a loop: no page needs more than one.
        for _ in 0..2 {
            if !response.status().is_redirection() {
                break;
            }
            path = self.location(&response);
            response = send(self.request(Method::GET, &path).header(ACCEPT, "text/html")).await;
        }
        let value = |value: &reqwest::header::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let headers = response.headers().iter().map(|(name, text)| (name.to_string(), value(text))).collect();
        Page { status: response.status().as_u16(), path, headers, html: response.text().await.expect("a text") }
    }

    fn location(&self, response: &Response) -> String {
        let location = response.headers().get(LOCATION).expect("a redirect says where to").to_str().expect("ASCII");
        let path = location.strip_prefix(&self.origin).unwrap_or(location);
        assert!(path.starts_with('/') && !path.starts_with("//"), "a redirect stays on the site: {location}");
        path.to_owned()
    }
}

async fn send(request: RequestBuilder) -> Response {
    request.send().await.expect("an answer")
}
