use super::api::Function;
use super::{Site, api, assets, challenge, cross_site, error_page, health, pages, security_headers};
use crate::sessions::{Sessions, with_session};
use app::server_fns::{ChangeAddress, DeleteAccount, RequestCode, ResendCode, SignOut, VerifyCode};
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn_with_state, map_response_with_state};
use axum::routing::{get, post};
use axum::{Extension, Router};
use leptos::server_fn::ServerFn;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;

/// The largest body taken, in bytes: every form has one short field, at most four octets a character, escaped.
const MAX_BODY: usize = 16 * 1024;

/// The whole site. Layers run from the last added to the first on the way in, and back on the way out:
///
/// 1. `security_headers`: outermost, so that no answer goes without them, errors and panics included.
/// 2. `CompressionLayer`: pages only; the bundle's files come compressed. No page holds a secret, so none can be
///    guessed by its compressed length (BREACH).
/// 3. `CatchPanicLayer`: a panic ends one request with a page.
/// 4. `error_page`: gives every bare error (405, 413 …) a page.
/// 5. `cross_site`: refuses another site's posts before anything is read or loaded.
/// 6. `RequestBodyLimitLayer`: no handler sees more than `MAX_BODY`.
/// 7. `with_session`: the pages and the server functions alone have one; files and health checks touch no database.
///
/// `dev_mailbox` are the pages of the development mailbox, where there is one.
pub fn router(site: Site, sessions: Sessions, dev_mailbox: Option<Router>) -> Router {
    let call = |path: &'static str| post(api::call).layer(Extension(Function(path.rsplit('/').next().unwrap_or(path))));
    let with_session = Router::new()
        .route("/", get(pages::sign_up))
        .route("/code", get(pages::code))
        .route("/account", get(pages::account))
        .route(RequestCode::PATH, call(RequestCode::PATH))
        .route(VerifyCode::PATH, call(VerifyCode::PATH))
        .route(ResendCode::PATH, call(ResendCode::PATH))
        .route(ChangeAddress::PATH, call(ChangeAddress::PATH))
        .route(SignOut::PATH, call(SignOut::PATH))
        .route(DeleteAccount::PATH, call(DeleteAccount::PATH))
        .layer(from_fn_with_state(sessions, with_session));
    with_session
        .route("/api/challenge", get(challenge::challenge))
        .route("/healthz", get(health::live))
        .route("/readyz", get(health::ready))
        .route("/favicon.ico", get(assets::favicon))
        .route("/assets/{name}", get(assets::asset))
        .with_state(site.clone())
        .merge(dev_mailbox.unwrap_or_default())
        .fallback(error_page::not_found)
        .method_not_allowed_fallback(error_page::method_not_allowed)
        .layer(RequestBodyLimitLayer::new(MAX_BODY))
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(site.clone(), cross_site::refuse))
        .layer(from_fn_with_state(site.clone(), error_page::dress))
        .layer(CatchPanicLayer::custom(error_page::panicked))
        .layer(CompressionLayer::new())
        .layer(map_response_with_state(site, security_headers::add))
}
