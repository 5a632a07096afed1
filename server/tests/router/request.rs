use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Request};

/// The headers of a browser that loads a page.
pub(crate) const LOADS_A_PAGE: &[(&str, &str)] = &[("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")];

/// The headers of a browser that submits a plain form of the site.
pub(crate) const PLAIN_FORM: &[(&str, &str)] = &[
    ("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
    ("content-type", FORM),
    ("sec-fetch-site", "same-origin"),
    ("sec-fetch-mode", "navigate"),
];

/// The headers of a program.
pub(crate) const PROGRAM: &[(&str, &str)] = &[("accept", "application/json"), ("content-type", FORM), ("sec-fetch-site", "same-origin")];

/// The headers of the island.
pub(crate) const ISLAND: &[(&str, &str)] =
    &[("accept", app::server_fns::VIEW_MEDIA_TYPE), ("content-type", FORM), ("sec-fetch-site", "same-origin")];

/// The content type of forms.
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

/// The paths of the server functions with their required fields.
pub(crate) const SERVER_FUNCTIONS: [(&str, &[(&str, &str)]); 14] = [
    ("/api/request-code", &[("email", "ada@example.org")]),
    ("/api/verify-code", &[("code", "123456")]),
    ("/api/resend-code", &[]),
    ("/api/change-address", &[]),
    ("/api/sign-out", &[]),
    ("/api/delete-account", &[]),
    ("/api/sign-out-browser", &[("browser", "00112233445566778899aabbccddeeff")]),
    ("/api/sign-out-others", &[]),
    ("/api/sign-out-everywhere", &[]),
    ("/api/new-address", &[("email", "ada@example.org")]),
    ("/api/verify-new-address", &[("code", "123456")]),
    ("/api/resend-new-address", &[]),
    ("/api/cancel-new-address", &[]),
    ("/api/not-me", &[("token", "K7QM-2XRD-9FHT")]),
];

/// A request without a body.
pub(crate) fn request(method: &str, path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    build(method, path, headers, Body::empty())
}

/// A post with `Content-Length`, like every browser's.
pub(crate) fn post(path: &str, headers: &[(&str, &str)], body: impl Into<Vec<u8>>) -> Request<Body> {
    let body = body.into();
    let length = body.len();
    let mut request = build("POST", path, headers, Body::from(body));
    request.headers_mut().insert("content-length", HeaderValue::from(length));
    request
}

/// The body of a form with these fields.
pub(crate) fn form(fields: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// These headers, without the header named `without` and with the headers of `with`.
pub(crate) fn changed<'a>(headers: &[(&'a str, &'a str)], without: &str, with: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    headers.iter().filter(|(name, _)| *name != without).chain(with).copied().collect()
}

fn build(method: &str, path: &str, headers: &[(&str, &str)], body: Body) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path).body(body).expect("a request");
    *request.headers_mut() = headers
        .iter()
        .map(|(name, value)| (HeaderName::try_from(*name).expect("a name"), HeaderValue::try_from(*value).expect("a value")))
        .collect::<HeaderMap>();
    request
}
