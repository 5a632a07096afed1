use super::{Site, error_page, render};
use crate::dev_mailbox;
use crate::sessions::VisitSession;
use crate::sign_up::Visit;
use crate::sign_up::ports::Account;
use app::domain::Step;
use app::pages::{AccountPage, AccountPageProps, CodePage, CodePageProps, SignUpPage, SignUpPageProps};
use app::{SignUpView, messages};
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::response::{IntoResponse, Response};
use std::error::Error;
use time::OffsetDateTime;

type PageResult = Result<Response, Box<dyn Error + Send + Sync>>;

/// `/`.
pub(super) async fn sign_up(State(site): State<Site>, Extension(session): Extension<VisitSession>) -> Response {
    answer(&site, form(&site, &session, |step| matches!(step, Step::Address)).await)
}

/// `/code`.
pub(super) async fn code(State(site): State<Site>, Extension(session): Extension<VisitSession>) -> Response {
    answer(&site, form(&site, &session, |step| matches!(step, Step::Code(_))).await)
}

/// `/account`.
pub(super) async fn account(State(site): State<Site>, Extension(session): Extension<VisitSession>) -> Response {
    answer(&site, signed_in(&site, &session).await)
}

/// The sign-up's form, if the visitor is at this step; else the way to the page of theirs.
async fn form(site: &Site, session: &VisitSession, is_here: fn(&Step) -> bool) -> PageResult {
    let visit = session.visit().await?;
    let step = site.sign_up.step(&visit).await?;
    if !is_here(&step) {
        return Ok(see_other(step.path()));
    }
    let notice = session.take_notice().await?;
    let name = match step {
        Step::Code(_) => "Type the code",
        Step::Address | Step::Account => "Sign up",
    };
    let title = notice.refusal.map_or_else(|| name.to_owned(), |_| format!("Error: {name}"));
    let is_code = matches!(step, Step::Code(_));
    let view = SignUpView { step, refusal: notice.refusal, typed: notice.typed };
    let mailbox = site.has_dev_mailbox.then_some(dev_mailbox::PATH);
    Ok(if is_code {
        render::page(&site.service_name, &title, true, move || CodePage(CodePageProps { view, mailbox }))
    } else {
        render::page(&site.service_name, &title, true, move || SignUpPage(SignUpPageProps { view, mailbox }))
    })
}

async fn signed_in(site: &Site, session: &VisitSession) -> PageResult {
    let visit: Visit = session.visit().await?;
    let Some(account) = site.sign_up.account(&visit).await? else {
        return Ok(see_other(site.sign_up.step(&visit).await?.path()));
    };
    let error = session.take_notice().await?.refusal.map(messages::refusal);
    let since = day(&account);
    let email = account.email.as_str().to_owned();
    Ok(render::page(&site.service_name, "Your account", false, || AccountPage(AccountPageProps { email, since, error })))
}

/// The day an account was made, in UTC, as ISO 8601 writes it.
fn day(account: &Account) -> String {
    let seconds = account.created_at.millis().div_euclid(1000);
    OffsetDateTime::from_unix_timestamp(seconds).map(|moment| moment.date().to_string()).unwrap_or_default()
}

/// A redirect that no cache keeps.
pub(super) fn see_other(path: &'static str) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, path), (CACHE_CONTROL, "no-store")]).into_response()
}

fn answer(site: &Site, result: PageResult) -> Response {
    result.unwrap_or_else(|error| {
        tracing::error!(error = &*error as &dyn Error, "a page could not be made");
        error_page::internal(&site.service_name)
    })
}
