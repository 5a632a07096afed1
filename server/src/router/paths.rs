//! The paths of the site, each once. Those of pages are in [`domain::Page::path`], those of server functions in [`app::server_fns`], since
//! links and forms on both sides name them.

pub(super) use app::LANGUAGE;

/// Start of the paths of server functions and of what programs and scripts call besides.
pub(super) const API: &str = "/api/";
/// A challenge for a proof of work.
pub(super) const CHALLENGE: &str = "/api/challenge";

/// The export of an account's data.
pub(super) const ACCOUNT_DATA: &str = "/account/data";

/// Whether the process is alive.
pub(super) const LIVE: &str = "/healthz";
/// Whether database and relay are usable.
pub(super) const READY: &str = "/readyz";

/// Start of the paths of the bundle's and the operator's files.
pub(super) const ASSETS: &str = "/assets/";
/// The route of these files.
pub(super) const ASSET: &str = "/assets/{name}";
/// The icon that browsers request when a page names none.
pub(super) const FAVICON: &str = "/favicon.ico";
