//! The layers of the router. Each handles every request, or every request of some routes; none knows an action, and only `error_pages`
//! renders anything.
//!
//! `site_router` calls them in their order. Most are plain functions, several of which it joins to one layer of axum, since each layer of
//! axum costs some allocations; `shared` keeps the others cheap. The two layers that check whether a browser keeps cookies are among the `actions`, since they
//! respond with a form.

pub(super) mod catch_panic;
pub(super) mod compression;
pub(super) mod cross_site;
pub(super) mod error_pages;
pub(super) mod host_check;
pub(super) mod language;
pub(super) mod overload;
pub(super) mod request_size;
pub(super) mod security_headers;
pub(super) mod shared;
