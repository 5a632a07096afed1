use crate::answer::Answer;
use crate::request::{ISLAND, LOADS_A_PAGE, PLAIN_FORM, PROGRAM, form, post, request};
use app::view::SignUpView;
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, Request, StatusCode};
use http_body_util::BodyExt;
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use tower::ServiceExt;

/// A client with its cookies.
#[derive(Clone)]
pub(crate) struct Visitor {
    router: Router,
    peer: IpAddr,
    /// The value of `X-Forwarded-For`, if there is a proxy.
    pub(crate) forwarded_for: Option<&'static str>,
    /// The value of `User-Agent`, if any.
    pub(crate) user_agent: Option<&'static str>,
    pub(crate) cookies: BTreeMap<String, String>,
}

impl Visitor {
    pub(crate) fn new(router: Router, peer: &str) -> Self {
        Self { router, peer: peer.parse().expect("an address"), forwarded_for: None, user_agent: None, cookies: BTreeMap::new() }
    }

    /// Loads a page as a browser does.
    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send(request("GET", path, LOADS_A_PAGE)).await
    }

    /// Posts a plain form as a browser does.
    pub(crate) async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post(path, PLAIN_FORM, form(fields)).await
    }

    /// Calls a server function as a program does.
    pub(crate) async fn call(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post(path, PROGRAM, form(fields)).await
    }

    /// Calls a server function as the island does.
    pub(crate) async fn island(&mut self, path: &str, fields: &[(&str, &str)]) -> SignUpView {
        self.post(path, ISLAND, form(fields)).await.view()
    }

    /// Posts as a browser does: after a 307 it sends the form again, with the new cookie.
    pub(crate) async fn post(&mut self, path: &str, headers: &[(&str, &str)], body: impl Into<Vec<u8>>) -> Answer {
        let body = body.into();
        let answer = self.send(post(path, headers, body.clone())).await;
        if answer.status != StatusCode::TEMPORARY_REDIRECT {
            return answer;
        }
        let again = answer.header("location").expect("a redirect has a location");
        self.send(post(again, headers, body)).await
    }

    /// Polls for the state of the mail as the island does.
    pub(crate) async fn island_looks(&mut self, path: &str) -> SignUpView {
        self.send(request("GET", path, ISLAND)).await.view()
    }

    /// Sends any request. Asserts that redirects have clean URLs.
    pub(crate) async fn send(&mut self, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(self.peer, 50_000)));
        // HTTP/1.1 requires this header.
        request.headers_mut().entry("host").or_insert(HeaderValue::from_static("localhost"));
        if !self.cookies.is_empty() {
            let line: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request.headers_mut().insert("cookie", HeaderValue::try_from(line.join("; ")).expect("a header"));
        }
        if let Some(hops) = self.forwarded_for {
            request.headers_mut().insert("x-forwarded-for", HeaderValue::from_static(hops));
        }
        if let Some(user_agent) = self.user_agent {
            request.headers_mut().insert("user-agent", HeaderValue::from_static(user_agent));
        }
        let response = self.router.clone().oneshot(request).await.expect("a response");
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("the body comes to its end").to_bytes().to_vec();
        let answer = Answer { status: parts.status, headers: parts.headers, body };
        self.keep_cookies(&answer);
        if answer.status == StatusCode::TEMPORARY_REDIRECT {
            let location = answer.header("location");
            assert!(["/api/request-code?cookie", "/api/not-me?cookie"].contains(&location.unwrap_or_default()), "{location:?}");
        } else if let Some(location) = answer.header("location") {
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
            assert!(["/", "/code", "/account", "/account/email", "/not-me"].contains(&location), "{location} is no clean URL of the site");
        }
        answer
    }

    /// The session id in the cookie.
    pub(crate) fn session(&self) -> &str {
        self.cookies.iter().find(|(name, _)| is_session(name)).map(|(_, value)| value).expect("there is a session cookie")
    }

    pub(crate) fn has_session(&self) -> bool {
        self.cookies.keys().any(|name| is_session(name))
    }

    /// Stores cookies as browsers do: `__Host-` without `Secure` and `Path=/` is ignored (RFC 6265bis §5.7).
    fn keep_cookies(&mut self, answer: &Answer) {
        for line in answer.set_cookies() {
            let mut parts = line.split(';').map(str::trim);
            let (name, value) = parts.next().and_then(|pair| pair.split_once('=')).expect("a cookie has a name");
            let attributes: Vec<_> = parts.collect();
            if name.starts_with("__Host-") && !(attributes.contains(&"Secure") && attributes.contains(&"Path=/")) {
                continue;
            }
            if attributes.contains(&"Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// Whether this is the name of the session's cookie, which may end in a port.
fn is_session(name: &str) -> bool {
    let port = name.trim_start_matches("__Host-").strip_prefix("mailcode");
    port.is_some_and(|port| port.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit()))
}
