use super::actions::{FormTarget, action, look};
use super::{
    Site, account_data, assets, challenge, cross_site, error_page, fair_share, head_limits, health, language, overload, pages, retry_after,
    security_headers, whole_body,
};
use crate::sessions::{Message, Sessions, with_session};
use app::port::Action;
use app::server_fns::{
    CancelEmailChange, ChangeAddress, DeleteAccount, Delivery, EmailChangeDelivery, NotMe, RequestCode, RequestEmailChange, ResendCode,
    ResendEmailChange, SignOut, SignOutBrowser, SignOutEverywhere, SignOutOthers, VerifyCode, VerifyEmailChange,
};
use axum::Router;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state, map_response, map_response_with_state};
use axum::routing::{get, post};
use domain::Page;
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
    let with_session = Router::new()
        .route(Page::SignUp.path(), get(pages::sign_up))
        .route(Page::Code.path(), get(pages::code))
        .route(Page::Account.path(), get(pages::account))
        .route(Page::EmailChange.path(), get(pages::email_change))
        .route(Page::NotMe.path(), get(pages::not_me))
        .route(account_data::PATH, get(account_data::download))
        .route(Delivery::PATH, look(FormTarget::Step, Action::Delivery))
        .route(EmailChangeDelivery::PATH, look(FormTarget::EmailChange(None), Action::EmailChangeDelivery))
        .route(RequestCode::PATH, action::<RequestCode>(FormTarget::Step))
        .route(VerifyCode::PATH, action::<VerifyCode>(FormTarget::Step))
        .route(ResendCode::PATH, action::<ResendCode>(FormTarget::Step))
        .route(ChangeAddress::PATH, action::<ChangeAddress>(FormTarget::Step))
        .route(SignOut::PATH, action::<SignOut>(FormTarget::Farewell(Message::SignedOut)))
        .route(DeleteAccount::PATH, action::<DeleteAccount>(FormTarget::Farewell(Message::AccountDeleted)))
        .route(SignOutBrowser::PATH, action::<SignOutBrowser>(FormTarget::Account(Message::BrowserSignedOut)))
        .route(SignOutOthers::PATH, action::<SignOutOthers>(FormTarget::Account(Message::OthersSignedOut)))
        .route(SignOutEverywhere::PATH, action::<SignOutEverywhere>(FormTarget::Farewell(Message::SignedOut)))
        .route(RequestEmailChange::PATH, action::<RequestEmailChange>(FormTarget::EmailChange(None)))
        .route(ResendEmailChange::PATH, action::<ResendEmailChange>(FormTarget::EmailChange(None)))
        .route(VerifyEmailChange::PATH, action::<VerifyEmailChange>(FormTarget::EmailChange(Some(Message::EmailChanged))))
        .route(CancelEmailChange::PATH, action::<CancelEmailChange>(FormTarget::EmailChange(None)))
        .route(NotMe::PATH, action::<NotMe>(FormTarget::NotMe))
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
