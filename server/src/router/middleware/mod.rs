//! The layers of the router. Each handles every request, or every request of some routes; none knows an action, and only `error_pages`
//! renders anything.
//!
//! `site_router` lists them in their order. The two layers that check whether a browser keeps cookies are among the `actions`, since they
//! respond with a form.

pub(super) mod cross_site;
pub(super) mod error_pages;
pub(super) mod host_check;
pub(super) mod language;
pub(super) mod overload;
pub(super) mod request_size;
pub(super) mod security_headers;
