//! The routers of the web listener: pages, server functions, files, health checks.

mod actions;
mod assets;
mod flash;
mod health;
mod in_progress;
mod middleware;
mod pages;
mod paths;
mod rendering;
mod request;
mod respond;
mod site;
mod site_router;

pub use health::Readiness;
pub use in_progress::{DetachedTasks, PerClientLimit};
pub use request::ClientAddresses;
pub use site::Site;
pub use site_router::{refusing, router, with_outer_layers};
