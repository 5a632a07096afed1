//! The routers of the web listener: pages, server functions, files, health checks.

mod account_data;
mod actions;
mod assets;
mod challenge;
mod flash;
mod health;
mod language;
mod middleware;
mod overload;
mod pages;
mod paths;
mod per_client_limit;
mod rendering;
mod request;
mod respond;
mod retry_after;
mod site;
mod site_router;

pub use health::Readiness;
pub use overload::DetachedTasks;
pub use per_client_limit::PerClientLimit;
pub use request::ClientAddresses;
pub use site::Site;
pub use site_router::{refusing, router, with_outer_layers};
