use leptos::prelude::*;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// A time of day. The server tells it in UTC; the island puts it into the time of the place.
#[component]
pub(super) fn Moment(
    /// Seconds since 1970 (UTC).
    at: i64,
) -> impl IntoView {
    let moment = OffsetDateTime::from_unix_timestamp(at).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    view! {
        <time datetime=moment.format(&Rfc3339).unwrap_or_default() data-utc=at>
            {crate::messages::time_of_day(at)}
        </time>
    }
}
