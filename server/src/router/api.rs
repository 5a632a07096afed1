use super::client_address::client_address;
use super::farewell::Farewell;
use super::session_sign_up::SessionSignUp;
use super::{Site, answer, error_page};
use crate::audit::Event;
use crate::sessions::{AccountNotice, VisitSession};
use crate::sign_up::{ClientKey, Requester};
use app::domain::{Refusal, Step};
use app::ports::SharedSignUp;
use app::words::Words;
use axum::Extension;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, REFERER, TRANSFER_ENCODING};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use leptos::prelude::provide_context;
use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};

/// A server function.
#[derive(Clone, Copy)]
pub(super) struct Function {
    name: &'static str,
    told_on: ToldOn,
}

/// The page on which a plain form is told what came of it.
#[derive(Clone, Copy)]
pub(super) enum ToldOn {
    /// That of the visitor's step.
    Step,
    /// `/not-me`.
    NotMe,
    /// The first page, which tells how the session ended; if it did not, the page of the visitor's step.
    Farewell(Farewell),
    /// `/account`, in these words if it went well.
    Account(AccountNotice),
    /// `/account/email`; if it went well and something ended by it, `/account` in these words.
    NewAddress(Option<AccountNotice>),
}

impl Function {
    /// The function at this fixed path, whose last part is its name.
    pub(super) fn at(path: &'static str, told_on: ToldOn) -> Self {
        Self { name: path.rsplit('/').next().unwrap_or(path), told_on }
    }
}

/// A server function, called by a form, which the island posts as the browser would, or by a program.
///
/// Leptos would answer a plain form by a redirect to wherever `Referer` says, with the error in the URL, and a program's
/// error by 500. So it is told that every caller is a program, and [`answer`] says it properly.
pub(super) async fn call(
    Extension(function): Extension<Function>,
    State(site): State<Site>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Extension(session): Extension<VisitSession>,
    Extension(words): Extension<Words>,
    mut request: Request<Body>,
) -> Response {
    let is_plain_form = error_page::reads_html(request.headers());
    let is_form = is_form(request.headers());
    let headers = request.headers_mut();
    let client = client_address(peer.ip(), headers, &site.trusted_proxies);
    let requester = Requester { device: session.device().clone(), language: words.language(), ..Requester::from(ClientKey::from(client)) };
    let audit = site.audit.for_request(client);
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    headers.remove(REFERER);

    let kept = Arc::new(OnceLock::new());
    let port = SessionSignUp {
        site: site.clone(),
        words: words.clone(),
        session: session.clone(),
        requester,
        audit: audit.clone(),
        kept: Arc::clone(&kept),
    };
    let port: SharedSignUp = Arc::new(port);
    let outcome = if is_form {
        let context = move || provide_context(Arc::clone(&port));
        answer::read(leptos_axum::handle_server_fns_with_context(context, request).await.into_response()).await
    } else {
        Err(Refusal::Malformed)
    };
    site.metrics.count_request(function.name, &outcome);
    // The port records all else; most of what is not understood never comes to it.
    if outcome == Err(Refusal::Malformed) {
        audit.record(Event::Refused(Refusal::Malformed)).await;
    }
    match (is_plain_form, function.told_on) {
        (true, ToldOn::Step) => answer::to_form(&site, &words, &session, outcome, kept.get().cloned().unwrap_or_default()).await,
        (true, ToldOn::Farewell(farewell)) => {
            let has_ended = matches!(outcome, Ok(Step::Address));
            let response = answer::to_form(&site, &words, &session, outcome, String::new()).await;
            if has_ended { farewell.leave(&site, response) } else { response }
        }
        (true, ToldOn::NotMe) => answer::to_not_me_form(&site, &words, &session, outcome).await,
        (true, ToldOn::Account(done)) => answer::to_account_form(&site, &words, &session, outcome, done).await,
        (true, ToldOn::NewAddress(done)) => {
            answer::to_new_address_form(&site, &words, &session, outcome, done, kept.get().cloned().unwrap_or_default()).await
        }
        (false, _) => answer::to_program(outcome),
    }
}

/// Whether the body is a form's, or there is none to read. Leptos would read any body as one.
fn is_form(headers: &HeaderMap) -> bool {
    let Some(content_type) = headers.get(CONTENT_TYPE) else {
        return headers.get(CONTENT_LENGTH).is_none_or(|length| length == "0") && !headers.contains_key(TRANSFER_ENCODING);
    };
    let media_type = content_type.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
    media_type.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded")
}
