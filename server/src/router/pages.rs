use super::farewell::Farewell;
use super::render::{self, Frame};
use super::shown_address::shown_again;
use super::{Site, account_page, error_page, new_address_page};
use crate::dev_mailbox;
use crate::sessions::{NotMeNotice, Notice, VisitSession};
use crate::sign_up::SignUp;
use app::domain::{Refusal, Step};
use app::messages;
use app::pages::{CodePage, CodePageProps, NotMePage, NotMePageProps, NotMeTold, SignUpPage, SignUpPageProps};
use app::words::{Key, Value, Words};
use axum::Extension;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use std::error::Error;

pub(super) type PageResult = Result<Response, Box<dyn Error + Send + Sync>>;

/// `/`.
pub(super) async fn sign_up(
    State(site): State<Site>,
    Extension(session): Extension<VisitSession>,
    Extension(words): Extension<Words>,
    headers: HeaderMap,
) -> Response {
    let farewell = Farewell::read(&site, &headers);
    let told = farewell.map(|farewell| farewell.say(&site, &words));
    let mut response = answer(&site, &words, form(&site, &words, &session, told, |step| matches!(step, Step::Address)).await);
    if farewell.is_some() {
        Farewell::forget(&site, &mut response);
    }
    response
}

/// `/code`.
pub(super) async fn code(
    State(site): State<Site>,
    Extension(session): Extension<VisitSession>,
    Extension(words): Extension<Words>,
) -> Response {
    answer(&site, &words, form(&site, &words, &session, None, |step| matches!(step, Step::Code(_))).await)
}

/// The path of the account's page.
pub(super) const ACCOUNT: &str = "/account";

/// `/account`.
pub(super) async fn account(
    State(site): State<Site>,
    Extension(session): Extension<VisitSession>,
    Extension(words): Extension<Words>,
) -> Response {
    answer(&site, &words, account_page::signed_in(&site, &words, &session).await)
}

/// `/account/email`.
pub(super) async fn new_address(
    State(site): State<Site>,
    Extension(session): Extension<VisitSession>,
    Extension(words): Extension<Words>,
) -> Response {
    answer(&site, &words, new_address_page::new_address(&site, &words, &session).await)
}

/// The path of the page on which a mail's reader says that they did not ask for it. It stands in mails.
pub const NOT_ME: &str = "/not-me";

/// `/not-me`.
pub(super) async fn not_me(
    State(site): State<Site>,
    Extension(session): Extension<VisitSession>,
    Extension(words): Extension<Words>,
) -> Response {
    let notice = session.take_notice().await;
    answer(&site, &words, notice.map(|notice| told_not_me(&site, &words, notice)).map_err(Into::into))
}

/// `/not-me`, with what there is to tell.
pub(super) fn told_not_me(site: &Site, words: &Words, notice: NotMeNotice) -> Response {
    let title = words.say(Key::TitleNotMe);
    let (title, told) = match notice {
        NotMeNotice::None => (title, NotMeTold::Nothing),
        NotMeNotice::Refused(refusal) => (error_title(words, &title), NotMeTold::Error(messages::refusal(words, refusal))),
        NotMeNotice::Done => (words.say(Key::TitleNotMeDone), NotMeTold::Done),
    };
    let muted_for = messages::duration(words, u32::try_from(SignUp::MUTED_FOR.as_secs()).unwrap_or(u32::MAX));
    let frame = Frame { site, words, path: NOT_ME, title: &title, islands: false };
    let words = words.clone();
    render::page(&frame, move || NotMePage(NotMePageProps { words, told, muted_for }))
}

/// The sign-up's form, if the visitor is at this step; else the way to the page of theirs.
async fn form(site: &Site, words: &Words, session: &VisitSession, told: Option<String>, is_here: fn(&Step) -> bool) -> PageResult {
    let visit = session.visit().await?;
    let step = site.step(words, &visit).await?;
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
    // Nor does this end by itself.
    if matches!(&step, Step::Code(code) if code.is_spent) {
        notice.refusal.get_or_insert(Refusal::TriesSpent);
    }
    let (refusal, mailbox) = (notice.refusal, site.has_dev_mailbox.then_some(dev_mailbox::PATH));
    let name = words.say(if matches!(step, Step::Code(_)) { Key::TitleCode } else { Key::TitleAddress });
    let failed = error_title(words, &name);
    let title = if refusal.is_some() { failed.clone() } else { name };
    let failed = app::title(&failed, &site.service_name);
    let frame = Frame { site, words, path: step.path(), title: &title, islands: true };
    let words = words.clone();
    Ok(if let Step::Code(mut code) = step {
        code.email = shown_again(&code.email);
        render::page(&frame, move || CodePage(CodePageProps { words, code, refusal, failed, mailbox }))
    } else {
        let typed = notice.typed;
        render::page(&frame, move || SignUpPage(SignUpPageProps { words, refusal, typed, told, failed, mailbox }))
    })
}

/// The title of a page that has an error to tell.
pub(super) fn error_title(words: &Words, title: &str) -> String {
    words.say_with(Key::TitleError, &[("title", Value::Text(title))])
}

/// A redirect that no cache keeps.
pub(super) fn see_other(path: &'static str) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, path), (CACHE_CONTROL, "no-store")]).into_response()
}

fn answer(site: &Site, words: &Words, result: PageResult) -> Response {
    result.unwrap_or_else(|error| {
        tracing::error!(error = &*error as &dyn Error, "a page could not be made");
        error_page::internal(site, words)
    })
}
