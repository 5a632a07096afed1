//! The layers of the router. Each handles every request, or every request of some routes; none knows a page or an action.

pub(super) mod cross_site;
pub(super) mod error_pages;
pub(super) mod host_check;
pub(super) mod language;
pub(super) mod overload;
pub(super) mod request_size;
pub(super) mod security_headers;
