//! What answers on the web listener: pages, server functions, files, health.

mod account_data;
mod actions;
mod assets;
mod challenge;
mod client;
mod client_address;
mod cross_site;
mod error_page;
mod fair_share;
mod farewell;
mod head_limits;
mod health;
mod language;
mod overload;
mod pages;
mod rendering;
mod retry_after;
mod security_headers;
mod see_other;
mod shown_address;
mod site;
mod site_router;
mod whole_body;

pub use fair_share::FairShare;
pub use health::Readiness;
pub use overload::UnderWay;
use see_other::see_other;
pub use site::Site;
pub use site_router::{dressed, router, turned_away};
