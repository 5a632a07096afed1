use crate::{Mailcode, until};
use reqwest::header::{ACCEPT, HeaderMap, LOCATION, ORIGIN};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::Value;
use std::collections::HashMap;
use std::fmt::Write;
use std::net::IpAddr;
use std::ops::Deref;
use std::sync::Mutex;
use test_support::Html;

/// A client with cookies but without a browser: it opens pages, follows redirects, submits forms, and calls server functions as programs
/// do.
pub struct Visitor {
    client: Client,
    origin: String,
    requested: Mutex<Vec<String>>,
    responses: Mutex<String>,
}

/// A page that was fetched without a browser.
pub struct Page {
    /// The HTTP status.
    pub status: u16,
    /// The path and query of the page, after redirects.
    pub path: String,
    /// The headers of the response, with names in lower case. If a name occurs more than once, the last value is kept.
    pub headers: HashMap<String, String>,
    /// The document.
    pub html: Html,
}

impl Deref for Page {
    type Target = Html;

    fn deref(&self) -> &Html {
        &self.html
    }
}

/// A response, read to its end.
struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

/// A response as a program reads it.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// `Retry-After` in seconds, if the response has it.
    pub retry_after: Option<u64>,
    /// The JSON body; `Null` if the body is no JSON.
    pub body: Value,
}

impl Visitor {
    /// A visitor of this server, without cookies.
    #[must_use]
    pub fn new(mailcode: &Mailcode) -> Self {
        let client = Client::builder().cookie_store(true).redirect(Policy::none()).no_proxy().build().expect("a client");
        Self { client, origin: mailcode.origin().to_owned(), requested: Mutex::default(), responses: Mutex::default() }
    }

    /// A visitor of the server at this origin, whose connections come from this address.
    #[must_use]
    pub fn at(origin: &str, from: [u8; 4]) -> Self {
        let client = Client::builder().cookie_store(true).redirect(Policy::none()).no_proxy().local_address(IpAddr::from(from));
        let client = client.build().expect("a client");
        Self { client, origin: origin.to_owned(), requested: Mutex::default(), responses: Mutex::default() }
    }

    /// All responses that this visitor received: status lines, headers with the cookies, bodies.
    #[must_use]
    pub fn responses(&self) -> String {
        self.responses.lock().expect("no panic while it was held").clone()
    }

    /// Every path and query that this visitor requested or was redirected to.
    #[must_use]
    pub fn requested(&self) -> Vec<String> {
        self.requested.lock().expect("no panic while it was held").clone()
    }

    /// Opens a page and follows redirects.
    pub async fn open(&self, path: &str) -> Page {
        self.follow(path, self.request(Method::GET, path).header(ACCEPT, "text/html")).await
    }

    /// Submits a plain form as a browser would, and follows the redirect, which must be the response.
    ///
    /// # Panics
    /// When the response is not `303 See Other`.
    pub async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let form = |path: &str| self.form(path, fields).header("Sec-Fetch-Site", "same-origin").header(ORIGIN, &self.origin);
        let mut reply = self.send(form(path)).await;
        if reply.status == StatusCode::TEMPORARY_REDIRECT {
            // The server redirects once to set its first cookie.
            reply = self.send(form(&self.location(&reply))).await;
        }
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "POST {path} is answered by a redirect");
        let location = self.location(&reply);
        self.open(&location).await
    }

    /// Calls a server function as a program would.
    pub async fn call(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self.request(Method::POST, path).header(ACCEPT, "application/json").header(ORIGIN, &self.origin).form(fields);
        self.send(request).await.into()
    }

    /// A request with a plain form but without an origin; for forged requests.
    pub fn form(&self, path: &str, fields: &[(&str, &str)]) -> RequestBuilder {
        self.request(Method::POST, path).header(ACCEPT, "text/html").form(fields)
    }

    /// A request to this path.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.requested.lock().expect("no panic while it was held").push(path.to_owned());
        self.client.request(method, format!("{}{path}", self.origin))
    }

    /// Sends a request and reads the response as a program does.
    pub async fn answer(request: RequestBuilder) -> Answer {
        Reply::to(request).await.into()
    }

    /// Opens a page again and again until `fits` accepts it.
    pub async fn open_until(&self, path: &str, what: &str, fits: impl Fn(&Page) -> bool) -> Page {
        until(what, async || Some(self.open(path).await).filter(&fits)).await
    }

    async fn follow(&self, path: &str, request: RequestBuilder) -> Page {
        let mut path = path.to_owned();
        let mut reply = self.send(request).await;
        // No page needs more than one redirect; more than two in a row would be a loop.
        for _ in 0..2 {
            if !reply.status.is_redirection() {
                break;
            }
            path = self.location(&reply);
            reply = self.send(self.request(Method::GET, &path).header(ACCEPT, "text/html")).await;
        }
        let headers = reply.headers.iter().map(|(name, value)| (name.to_string(), text(value.as_bytes()))).collect();
        Page { status: reply.status.as_u16(), path, headers, html: Html::new(reply.body) }
    }

    async fn send(&self, request: RequestBuilder) -> Reply {
        let reply = Reply::to(request).await;
        let mut responses = self.responses.lock().expect("no panic while it was held");
        writeln!(responses, "{}", reply.status).expect("room");
        for (name, value) in &reply.headers {
            writeln!(responses, "{name}: {}", text(value.as_bytes())).expect("room");
        }
        writeln!(responses, "\n{}", reply.body).expect("room");
        reply
    }

    fn location(&self, reply: &Reply) -> String {
        let location = reply.headers.get(LOCATION).expect("a redirect says where to").to_str().expect("ASCII");
        let path = location.strip_prefix(&self.origin).unwrap_or(location);
        assert!(path.starts_with('/') && !path.starts_with("//"), "a redirect stays on the site: {location}");
        path.to_owned()
    }
}

impl Reply {
    async fn to(request: RequestBuilder) -> Self {
        let response = request.send().await.expect("an answer");
        let (status, headers) = (response.status(), response.headers().clone());
        Self { status, headers, body: text(&response.bytes().await.expect("a body")) }
    }
}

impl From<Reply> for Answer {
    fn from(reply: Reply) -> Self {
        let retry_after = reply.headers.get("retry-after").and_then(|value| value.to_str().ok()?.parse().ok());
        Self { status: reply.status.as_u16(), retry_after, body: serde_json::from_str(&reply.body).unwrap_or_default() }
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
