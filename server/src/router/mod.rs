//! What answers on the web listener: pages, server functions, files, health.

mod account_data;
mod account_page;
mod answer;
mod api;
mod assets;
mod challenge;
mod client_address;
mod cross_site;
mod delivery;
mod error_page;
mod fair_share;
mod farewell;
mod head_limits;
mod health;
mod language;
mod new_address_page;
mod overload;
mod pages;
mod render;
mod retry_after;
mod security_headers;
mod session_account;
mod session_sign_up;
mod shown_address;
mod site;
mod site_router;
mod whole_body;

pub use fair_share::FairShare;
pub use health::Readiness;
pub use overload::UnderWay;
pub use pages::NOT_ME;
pub use site::Site;
pub use site_router::{dressed, router, turned_away};
