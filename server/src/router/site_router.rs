use super::api::{Function, ToldOn};
use super::farewell::Farewell;
use super::{
    Site, account_data, api, assets, challenge, cross_site, delivery, error_page, fair_share, head_limits, health, language, overload,
    pages, retry_after, security_headers, whole_body,
};
use crate::sessions::{AccountNotice, Sessions, with_session};
use app::account_fns::{
    CancelNewAddress, NewAddress, ResendNewAddress, SignOutBrowser, SignOutEverywhere, SignOutOthers, VerifyNewAddress,
};
use app::server_fns::{ChangeAddress, DeleteAccount, NotMe, RequestCode, ResendCode, SignOut, VerifyCode};
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state, map_response, map_response_with_state};
use axum::routing::{get, post};
use axum::{Extension, Router};
use leptos::server_fn::ServerFn;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// The whole site. Layers run from the last added to the first on the way in, and back on the way out:
///
/// 1. `security_headers`: outermost, so that no answer of the router's goes without them, errors and panics included.
/// 2. `CompressionLayer`: pages only; the bundle's files come compressed. No page holds a secret, so none can be
///    guessed by its compressed length (BREACH).
/// 3. `language`: in which the answer is, errors included.
/// 4. `error_page`: gives every bare error (405, 413 …) a page.
/// 5. `retry_after`: every 503 and 429 says when to come back. Within the pages, which take its header over.
/// 6. `CatchPanicLayer`: a panic ends one request with a bare error, which becomes a page on its way out.
/// 7. `head_limits`: refuses large heads before anybody looks into them.
/// 8. `cross_site`: refuses another site's posts before anything is read or loaded.
/// 9. `whole_body`: reads the body, within a time and a size. Before the next, so that a slow body takes nobody's turn.
/// 10. `overload::give_up`: bounds how long an answer takes.
/// 11. `overload::shed`: bounds how many requests of visitors are under way; files, challenges and health checks
///     go without, and take nobody's turn.
/// 12. `fair_share`: and how many of one client; before the former.
/// 13. `with_session`: the pages and the server functions alone have one; files, challenges and `/healthz` touch no
///     database.
///
/// `dev_mailbox` are the pages of the development mailbox, where there is one.
pub fn router(site: Site, sessions: Sessions, dev_mailbox: Option<Router>) -> Router {
    let told_on = |told_on, path| post(api::call).layer(Extension(Function::at(path, told_on)));
    let call = |path| told_on(ToldOn::Step, path);
    let with_session = Router::new()
        .route("/", get(pages::sign_up))
        .route("/code", get(pages::code))
        .route(pages::ACCOUNT, get(pages::account))
        .route(app::pages::NEW_ADDRESS, get(pages::new_address))
        .route(account_data::PATH, get(account_data::download))
        .route(pages::NOT_ME, get(pages::not_me))
        .route(app::pages::DELIVERY, get(delivery::of_sign_up))
        .route(app::pages::NEW_ADDRESS_DELIVERY, get(delivery::of_new_address))
        .route(RequestCode::PATH, call(RequestCode::PATH))
        .route(VerifyCode::PATH, call(VerifyCode::PATH))
        .route(ResendCode::PATH, call(ResendCode::PATH))
        .route(ChangeAddress::PATH, call(ChangeAddress::PATH))
        .route(SignOut::PATH, told_on(ToldOn::Farewell(Farewell::SignedOut), SignOut::PATH))
        .route(DeleteAccount::PATH, told_on(ToldOn::Farewell(Farewell::Deleted), DeleteAccount::PATH))
        .route(SignOutBrowser::PATH, told_on(ToldOn::Account(AccountNotice::BrowserSignedOut), SignOutBrowser::PATH))
        .route(SignOutOthers::PATH, told_on(ToldOn::Account(AccountNotice::OthersSignedOut), SignOutOthers::PATH))
        .route(SignOutEverywhere::PATH, told_on(ToldOn::Farewell(Farewell::SignedOut), SignOutEverywhere::PATH))
        .route(NewAddress::PATH, told_on(ToldOn::NewAddress(None), NewAddress::PATH))
        .route(ResendNewAddress::PATH, told_on(ToldOn::NewAddress(None), ResendNewAddress::PATH))
        .route(VerifyNewAddress::PATH, told_on(ToldOn::NewAddress(Some(AccountNotice::AddressChanged)), VerifyNewAddress::PATH))
        .route(CancelNewAddress::PATH, told_on(ToldOn::NewAddress(None), CancelNewAddress::PATH))
        .route(NotMe::PATH, told_on(ToldOn::NotMe, NotMe::PATH))
        .layer(from_fn_with_state(sessions, with_session));
    let site_routes = overload::shed(with_session)
        .layer(from_fn_with_state(site.clone(), fair_share::check))
        .route("/api/challenge", get(challenge::challenge))
        .route("/healthz", get(health::live))
        .route("/readyz", get(health::ready))
        .route("/favicon.ico", get(assets::favicon))
        .route("/assets/{name}", get(assets::asset))
        .route(app::LANGUAGE, post(language::choose))
        .with_state(site.clone())
        .merge(dev_mailbox.unwrap_or_default())
        .fallback(error_page::not_found)
        .method_not_allowed_fallback(error_page::method_not_allowed)
        .layer(overload::give_up())
        .layer(from_fn(whole_body::receive))
        .layer(from_fn_with_state(site.clone(), cross_site::refuse));
    dressed(site_routes, site)
}

/// What answers those for whom there is no place: this status, and how the process does.
pub fn turned_away(site: Site, status: StatusCode) -> Router {
    dressed(Router::new().route("/healthz", get(health::live)).fallback(async move || status), site)
}

/// These routes in the outer layers, 1 to 7: what every answer has, whoever gives it.
pub fn dressed(routes: Router, site: Site) -> Router {
    routes
        .layer(from_fn(head_limits::check))
        .layer(CatchPanicLayer::custom(error_page::panicked))
        .layer(map_response(retry_after::add))
        .layer(from_fn_with_state(site.clone(), error_page::dress))
        .layer(from_fn_with_state(site.clone(), language::find))
        .layer(CompressionLayer::new())
        .layer(map_response_with_state(site, security_headers::add))
}
