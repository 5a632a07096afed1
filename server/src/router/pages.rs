use super::{Site, error_page, render};
use crate::dev_mailbox;
use crate::sessions::{NotMeNotice, Notice, VisitSession};
use crate::sign_up::ports::Account;
use crate::sign_up::{SignUp, Visit};
use app::domain::{Refusal, Step};
use app::messages;
use app::pages::{
    AccountPage, AccountPageProps, CodePage, CodePageProps, NotMePage, NotMePageProps, NotMeTold, SignUpPage, SignUpPageProps,
};
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

/// The path of the page on which a mail's reader says that they did not ask for it. It stands in mails.
pub const NOT_ME: &str = "/not-me";

/// `/not-me`.
pub(super) async fn not_me(State(site): State<Site>, Extension(session): Extension<VisitSession>) -> Response {
    let notice = session.take_notice().await;
    answer(&site, notice.map(|notice| told_not_me(&site, notice)).map_err(Into::into))
}

/// `/not-me`, with what there is to tell.
pub(super) fn told_not_me(site: &Site, notice: NotMeNotice) -> Response {
    let (title, told) = match notice {
        NotMeNotice::None => ("It was not me", NotMeTold::Nothing),
        NotMeNotice::Refused(refusal) => ("Error: It was not me", NotMeTold::Error(messages::refusal(refusal))),
        NotMeNotice::Done => ("The codes are void", NotMeTold::Done),
    };
    let muted_for = messages::duration(u32::try_from(SignUp::MUTED_FOR.as_secs()).unwrap_or(u32::MAX));
    render::page(&site.service_name, title, false, move || NotMePage(NotMePageProps { told, muted_for }))
}

/// The sign-up's form, if the visitor is at this step; else the way to the page of theirs.
async fn form(site: &Site, session: &VisitSession, is_here: fn(&Step) -> bool) -> PageResult {
    let visit = session.visit().await?;
    let step = site.step(&visit).await?;
    if !is_here(&step) {
        return Ok(see_other(step.path()));
    }
    let mut notice: Notice = session.take_notice().await?;
    // Not once but as long as it is so: whoever reads the mail may have said it at any time.
    if step == Step::Address
        && let Some(address) = site.sign_up.voided(&visit).await?
    {
        notice.refusal.get_or_insert(Refusal::Voided);
        if notice.typed.is_empty() {
            address.as_str().clone_into(&mut notice.typed);
        }
    }
    let (refusal, mailbox) = (notice.refusal, site.has_dev_mailbox.then_some(dev_mailbox::PATH));
    let name = if matches!(step, Step::Code(_)) { "Type the code" } else { "Sign up" };
    let failed = format!("Error: {name}");
    let title = if refusal.is_some() { failed.clone() } else { name.to_owned() };
    let failed = app::title(&failed, &site.service_name);
    Ok(if let Step::Code(code) = step {
        render::page(&site.service_name, &title, true, move || CodePage(CodePageProps { code, refusal, failed, mailbox }))
    } else {
        let typed = notice.typed;
        render::page(&site.service_name, &title, true, move || SignUpPage(SignUpPageProps { refusal, typed, failed, mailbox }))
    })
}

async fn signed_in(site: &Site, session: &VisitSession) -> PageResult {
    let visit: Visit = session.visit().await?;
    let Some(account) = site.sign_up.account(&visit).await? else {
        return Ok(see_other(site.step(&visit).await?.path()));
    };
    let error = session.take_notice::<Notice>().await?.refusal.map(messages::refusal);
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
