use app::server_fns::VIEW_MEDIA_TYPE;
use axum::http::header::ACCEPT;
use axum::http::{HeaderMap, HeaderName};
use std::time::Duration;

const PREFER: HeaderName = HeaderName::from_static("prefer");
/// How long a plain form waits for the delivery of its mail: long enough for a nearby relay, short enough for a page that loads.
const FORM_WAIT: Duration = Duration::from_millis(1500);

/// The kind of caller of a server function, which determines the format of the response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::router) enum CallerKind {
    /// A browser that posts a plain form; it is redirected.
    Form,
    /// A browser that runs the island; it gets a view.
    Island,
    /// Any other client; it gets the step or the refusal in JSON.
    Program {
        /// Whether it prefers a response before the delivery of the mail is known (`Prefer: respond-async`, RFC 7240 §4.1).
        respond_async: bool,
    },
}

impl CallerKind {
    /// The kind of caller according to the header fields `Accept` and `Prefer`.
    pub(in crate::router) fn of(headers: &HeaderMap) -> Self {
        if reads_html(headers) {
            Self::Form
        } else if is_island(headers) {
            Self::Island
        } else {
            Self::Program { respond_async: prefers_async(headers) }
        }
    }

    /// How long the response waits for the delivery of a mail; `None` if as long as the rules allow.
    pub(in crate::router) const fn max_delivery_wait(self) -> Option<Duration> {
        match self {
            Self::Form => Some(FORM_WAIT),
            Self::Island | Self::Program { respond_async: true } => Some(Duration::ZERO),
            Self::Program { respond_async: false } => None,
        }
    }
}

/// Whether a browser loads a page or posts a plain form.
pub(in crate::router) fn reads_html(headers: &HeaderMap) -> bool {
    headers.get_all(ACCEPT).iter().any(|value| value.to_str().is_ok_and(|value| value.contains("text/html")))
}

/// Whether the island sent the request.
pub(in crate::router) fn is_island(headers: &HeaderMap) -> bool {
    headers.get(ACCEPT).is_some_and(|accept| accept == VIEW_MEDIA_TYPE)
}

/// Whether `Prefer` contains `respond-async`. Each preference may have parameters.
fn prefers_async(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(PREFER).iter().filter_map(|line| line.to_str().ok());
    let mut preferences = lines.flat_map(|line| line.split(',')).map(|preference| preference.split(';').next().unwrap_or_default());
    preferences.any(|preference| preference.trim().eq_ignore_ascii_case("respond-async"))
}

#[cfg(test)]
mod tests {
    use super::CallerKind;
    use axum::http::{HeaderMap, HeaderValue};

    fn of(headers: &[(&'static str, &'static str)]) -> CallerKind {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, HeaderValue::from_static(value));
        }
        CallerKind::of(&map)
    }

    #[test]
    fn the_accept_field_shows_the_kind_of_caller() {
        assert_eq!(of(&[("accept", "text/html,application/xhtml+xml,*/*;q=0.8")]), CallerKind::Form);
        assert_eq!(of(&[("accept", "application/vnd.mailcode.view+json")]), CallerKind::Island);
        for accept in [&[][..], &[("accept", "*/*")], &[("accept", "application/json")]] {
            assert_eq!(of(accept), CallerKind::Program { respond_async: false });
        }
    }

    #[test]
    fn respond_async_is_found_among_other_preferences() {
        for (preference, respond_async) in [
            ("respond-async", true),
            ("Respond-Async, wait=10", true),
            ("return=minimal; foo=\"bar\", respond-async;x=y", true),
            ("respond-asynchronously", false),
            ("wait=10", false),
            ("", false),
        ] {
            assert_eq!(of(&[("prefer", preference)]), CallerKind::Program { respond_async }, "{preference}");
        }
        assert_eq!(of(&[("prefer", "wait=10"), ("prefer", "respond-async")]), CallerKind::Program { respond_async: true });
    }
}
