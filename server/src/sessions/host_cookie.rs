use axum::http::HeaderValue;
use axum::http::header::SET_COOKIE;
use axum::response::Response;

/// Makes a cookie that is taken back `Secure`, as it was when it was set: browsers take no word about a `__Host-`
/// cookie from a header without it (RFC 6265bis §4.1.3.2), and tower-sessions leaves it out.
pub async fn complete_host_cookies(mut response: Response) -> Response {
    let cookies: Vec<HeaderValue> = response.headers().get_all(SET_COOKIE).iter().map(complete).collect();
    response.headers_mut().remove(SET_COOKIE);
    for cookie in cookies {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

fn complete(cookie: &HeaderValue) -> HeaderValue {
    let incomplete = cookie.to_str().ok().filter(|text| text.starts_with("__Host-") && !has_secure(text));
    incomplete.and_then(|text| HeaderValue::try_from(format!("{text}; Secure")).ok()).unwrap_or_else(|| cookie.clone())
}

fn has_secure(cookie: &str) -> bool {
    cookie.split(';').any(|attribute| attribute.trim().eq_ignore_ascii_case("secure"))
}
