use super::render::{self, Frame};
use super::{Site, answer, error_page};
use crate::sessions::VisitSession;
use app::account_fns::ResendNewAddress;
use app::domain::{CodeStep, Refusal, Step};
use app::pages::{DELIVERY, DeliveryPage, DeliveryPageProps, NEW_ADDRESS_DELIVERY};
use app::server_fns::ResendCode;
use app::words::{Key, Words};
use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use leptos::server_fn::ServerFn;
use std::error::Error;

type Told = Result<Result<Step, Refusal>, Box<dyn Error + Send + Sync>>;

/// `/api/delivery`: the visitor's step as JSON, while a code is waited for; for those who read HTML, that part of the code page.
pub(super) async fn of_sign_up(
    State(site): State<Site>,
    Extension(session): Extension<VisitSession>,
    Extension(words): Extension<Words>,
    headers: HeaderMap,
) -> Response {
    tell(&site, &words, &headers, sign_up(&site, &words, &session).await, ResendCode::PATH, DELIVERY)
}

/// `/api/new-address-delivery`: the same of a code for the new address of an account.
pub(super) async fn of_new_address(
    State(site): State<Site>,
    Extension(session): Extension<VisitSession>,
    Extension(words): Extension<Words>,
    headers: HeaderMap,
) -> Response {
    tell(&site, &words, &headers, new_address(&site, &words, &session).await, ResendNewAddress::PATH, NEW_ADDRESS_DELIVERY)
}

fn tell(site: &Site, words: &Words, headers: &HeaderMap, told: Told, resend: &'static str, news: &'static str) -> Response {
    let step = told.unwrap_or_else(|error| {
        tracing::error!(error = &*error as &dyn Error, "the step could not be told");
        Err(Refusal::Internal)
    });
    match step {
        Ok(Step::Code(code)) if error_page::reads_html(headers) => part_of_page(site, words, code, resend, news),
        step => answer::to_program(step),
    }
}

fn part_of_page(site: &Site, words: &Words, code: CodeStep, resend: &'static str, news: &'static str) -> Response {
    let title = words.say(Key::TitleDelivery);
    let frame = Frame { site, words, path: "/code", title: &title, islands: false };
    let words = words.clone();
    render::page(&frame, move || DeliveryPage(DeliveryPageProps { words, code, resend, news }))
}

async fn sign_up(site: &Site, words: &Words, session: &VisitSession) -> Told {
    let visit = session.visit().await?;
    Ok(match site.step(words, &visit).await? {
        Step::Address => Err(Refusal::NothingPending),
        step => Ok(step),
    })
}

async fn new_address(site: &Site, words: &Words, session: &VisitSession) -> Told {
    let visit = session.visit().await?;
    let Some(account) = site.sign_up.account(&visit).await? else { return Ok(Err(Refusal::NotSignedIn)) };
    let code = site.new_address_step(words, &visit, &account).await?;
    Ok(code.map(Step::Code).ok_or(Refusal::NothingPending))
}
