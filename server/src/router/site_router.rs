use super::actions::{FormTarget, action, ask_for_cookie, choose_language, query, require_cookie};
use super::middleware::catch_panic::catch_panic;
use super::middleware::compression::compress;
use super::middleware::error_pages::ErrorForm;
use super::middleware::overload::RequestLimits;
use super::middleware::shared::SharedLayer;
use super::middleware::{cross_site, error_pages, host_check, language, overload, request_size, security_headers};
use super::pages::FirstPage;
use super::request::ContentCoding;
use super::{Site, assets, health, pages, paths};
use crate::sessions::{FlashMessage, Sessions, with_session};
use crate::sign_up::Challenge;
use app::port::Action;
use app::server_fns::{
    CancelEmailChange, ChangeAddress, DeleteAccount, Delivery, EmailChangeDelivery, NotMe, RequestCode, RequestEmailChange, ResendCode,
    ResendEmailChange, SignOut, SignOutBrowser, SignOutEverywhere, SignOutOthers, VerifyCode, VerifyEmailChange,
};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use domain::Page;
use leptos::server_fn::ServerFn;
use std::net::SocketAddr;
use std::sync::Arc;

/// Builds the router of the whole site. Requests pass the layers in this order (the last added first), responses in reverse:
///
/// 1. `security_headers`: outermost, so that every response has them, errors and panics included.
/// 2. `compression`: compresses pages; the bundle's files and the first page from memory come compressed. No page holds a secret, so none
///    can be guessed by the compressed length (BREACH).
/// 3. `language`: chooses the language of the response, errors included.
/// 4. `error_pages`: renders every bare error (405, 413 …) as a page.
/// 5. `overload::add_retry_after`: adds `Retry-After` to every 503 and 429. Inside `error_pages`, which copies the header field to its
///    page.
/// 6. `catch_panic`: a panic ends one request with a bare error, which becomes a page on its way out.
/// 7. `request_size::check_head`: refuses a large head before anything else reads it.
/// 8. `host_check::check`: refuses a request whose host is unclear.
/// 9. `cross_site`: refuses posts of other sites before anything is read or loaded.
/// 10. `request_size::receive_body`: reads the body, limited in time and size. Before the next layers, so that a slow body holds no permit.
/// 11. `overload::limit_time`: limits how long a response takes.
/// 12. `overload::limit_requests`: limits the requests in progress, first those of one client, then those of all. Files, challenges and
///     health checks are exempt.
/// 13. `pages::from_memory`: answers the first page of a browser without our cookies, for `/` only.
/// 14. `with_session`: loads the session, for pages and server functions only; files, challenges and `/healthz` use no database.
/// 15. `ask_for_cookie`, `require_cookie`: accept a browser's first form once it is known that the browser keeps cookies.
///
/// 1 to 8 are one layer for axum, `outer`, and so are 9 to 11, `inner`.
///
/// `dev_mailbox` has the pages of the development mailbox, if it is used; `host_check::only_own` restricts them to this machine.
pub fn router(site: Site, sessions: Sessions, dev_mailbox: Option<Router>) -> Router {
    let site = Arc::new(site);
    let ask_for_cookie = from_fn_with_state(Arc::clone(&site), ask_for_cookie);
    let with_session = from_fn_with_state(sessions.clone(), with_session);
    let first_page = from_fn_with_state(FirstPage::new(Arc::clone(&site), sessions), pages::from_memory);
    let pages_and_actions = Router::new()
        .route(Page::Code.path(), get(pages::code))
        .route(Page::Account.path(), get(pages::account))
        .route(Page::EmailChange.path(), get(pages::email_change))
        .route(Page::NotMe.path(), get(pages::not_me))
        .route(paths::ACCOUNT_DATA, get(pages::account_data))
        .route(Delivery::PATH, query(FormTarget::Step, Action::Delivery))
        .route(EmailChangeDelivery::PATH, query(FormTarget::EmailChange(None), Action::EmailChangeDelivery))
        .route(
            RequestCode::PATH,
            action::<RequestCode>(FormTarget::Step)
                .layer(from_fn_with_state(Arc::clone(&site), require_cookie))
                .layer(ask_for_cookie.clone()),
        )
        .route(VerifyCode::PATH, action::<VerifyCode>(FormTarget::Step))
        .route(ResendCode::PATH, action::<ResendCode>(FormTarget::Step))
        .route(ChangeAddress::PATH, action::<ChangeAddress>(FormTarget::Step))
        .route(SignOut::PATH, action::<SignOut>(FormTarget::SessionEnd(FlashMessage::SignedOut)))
        .route(DeleteAccount::PATH, action::<DeleteAccount>(FormTarget::SessionEnd(FlashMessage::AccountDeleted)))
        .route(SignOutBrowser::PATH, action::<SignOutBrowser>(FormTarget::Account(FlashMessage::BrowserSignedOut)))
        .route(SignOutOthers::PATH, action::<SignOutOthers>(FormTarget::Account(FlashMessage::OthersSignedOut)))
        .route(SignOutEverywhere::PATH, action::<SignOutEverywhere>(FormTarget::SessionEnd(FlashMessage::SignedOut)))
        .route(RequestEmailChange::PATH, action::<RequestEmailChange>(FormTarget::EmailChange(None)))
        .route(ResendEmailChange::PATH, action::<ResendEmailChange>(FormTarget::EmailChange(None)))
        .route(VerifyEmailChange::PATH, action::<VerifyEmailChange>(FormTarget::EmailChange(Some(FlashMessage::EmailChanged))))
        .route(CancelEmailChange::PATH, action::<CancelEmailChange>(FormTarget::EmailChange(None)))
        .route(NotMe::PATH, action::<NotMe>(FormTarget::NotMe).layer(ask_for_cookie))
        .route(paths::LANGUAGE, post(choose_language))
        .layer(with_session.clone())
        .route(Page::SignUp.path(), get(pages::sign_up).layer((first_page, SharedLayer, with_session)));
    let dev_mailbox = dev_mailbox.unwrap_or_default().layer(from_fn_with_state(Arc::clone(&site), host_check::only_own));
    let limit_requests = from_fn_with_state(RequestLimits::new(site.clients.clone()), overload::limit_requests);
    let site_routes = pages_and_actions
        .layer((limit_requests, SharedLayer))
        .route(paths::CHALLENGE, get(challenge))
        .route(paths::LIVE, get(health::live))
        .route(paths::READY, get(health::ready))
        .route(paths::FAVICON, get(assets::favicon))
        .route(paths::ASSET, get(assets::asset))
        .with_state(Arc::clone(&site))
        .merge(dev_mailbox)
        .fallback(error_pages::not_found)
        .method_not_allowed_fallback(error_pages::method_not_allowed)
        .layer((from_fn_with_state(Arc::clone(&site), inner), SharedLayer));
    with_outer_layers(site_routes, site)
}

/// Router for connections above a limit: responds with this status, and to `/healthz`.
pub fn refusing(site: Site, status: StatusCode) -> Router {
    let site = Site { serves_files: false, ..site };
    with_outer_layers(Router::new().route(paths::LIVE, get(health::live)).fallback(async move || status), site)
}

/// Adds the outer layers, 1 to 8, which every response needs, whichever router it comes from.
pub fn with_outer_layers(routes: Router, site: impl Into<Arc<Site>>) -> Router {
    routes.layer((from_fn_with_state(site.into(), outer), SharedLayer))
}

/// The layers 1 to 8.
async fn outer(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    let coding = ContentCoding::accepted(request.headers());
    let translations = language::negotiate(&site, &mut request);
    let error_form = ErrorForm::of(&request);
    let mut response = catch_panic(async {
        if let Err(status) = request_size::check_head(&request).and_then(|()| host_check::check(&mut request)) {
            return status.into_response();
        }
        next.run(request).await
    })
    .await;
    overload::add_retry_after(&mut response);
    let mut response = error_pages::render(&site, &translations, error_form, response);
    language::add(&translations, response.headers_mut());
    let mut response = compress(response, coding).await;
    security_headers::add(&site, response.headers_mut());
    response
}

/// The layers 9 to 11.
async fn inner(State(site): State<Arc<Site>>, ConnectInfo(peer): ConnectInfo<SocketAddr>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    if let Err(refusal) = cross_site::check(&site, peer, &parts).await {
        return refusal;
    }
    match request_size::receive_body(body).await {
        Ok(body) => overload::limit_time(next.run(Request::from_parts(parts, body))).await,
        Err(refusal) => refusal,
    }
}

/// `/api/challenge`: creates a challenge for a proof of work. It costs one hash and two MACs and is not stored, so the number of requests
/// is not limited.
async fn challenge(State(site): State<Arc<Site>>) -> Json<Challenge> {
    Json(site.sign_up.challenge())
}
