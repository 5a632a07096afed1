//! The routers of the web listener: pages, server functions, files, health checks.
//!
//! - `site_router`: every route and every layer, in one function; `paths`: every path, once; `site`: the state that handlers need.
//! - `middleware`: the layers; `pages`: the handlers of pages; `actions`: the handlers of forms and server functions.
//! - `rendering`: the HTML of pages and the views of forms; `respond`: parts of responses.
//! - `request`: what a request says of its caller, its client's address, its host and its encodings; `concurrency`: how many requests and
//!   tasks run at once.
//! - `assets`: files; `health`: whether the server lives and is ready.

mod actions;
mod assets;
mod concurrency;
mod health;
mod middleware;
mod pages;
mod paths;
mod rendering;
mod request;
mod respond;
mod site;
mod site_router;

pub use concurrency::DetachedTasks;
pub use health::Readiness;
pub use request::ClientAddresses;
pub use site::Site;
pub use site_router::{refusing, router, with_outer_layers};
