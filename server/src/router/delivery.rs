use super::render::{self, Frame};
use super::{Site, answer, error_page};
use crate::sessions::VisitSession;
use app::domain::{Refusal, Step};
use app::pages::{DeliveryPage, DeliveryPageProps};
use app::words::{Key, Words};
use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use std::error::Error;

/// Where programs and the island ask what became of the newest mail. Changes nothing.
pub(super) const PATH: &str = "/api/delivery";

/// `/api/delivery`: the visitor's step as JSON, while a code is waited for; for those who read HTML, that part of the code page.
pub(super) async fn delivery(
    State(site): State<Site>,
    Extension(session): Extension<VisitSession>,
    Extension(words): Extension<Words>,
    headers: HeaderMap,
) -> Response {
    let step = step(&site, &words, &session).await.unwrap_or_else(|error| {
        tracing::error!(error = &*error as &dyn Error, "the step could not be told");
        Err(Refusal::Internal)
    });
    match step {
        Ok(Step::Code(code)) if error_page::reads_html(&headers) => {
            let title = words.say(Key::TitleDelivery);
            let frame = Frame { site: &site, words: &words, path: "/code", title: &title, islands: false };
            let words = words.clone();
            render::page(&frame, move || DeliveryPage(DeliveryPageProps { words, code }))
        }
        step => answer::to_program(step),
    }
}

async fn step(site: &Site, words: &Words, session: &VisitSession) -> Result<Result<Step, Refusal>, Box<dyn Error + Send + Sync>> {
    let visit = session.visit().await?;
    Ok(match site.step(words, &visit).await? {
        Step::Address => Err(Refusal::NothingPending),
        step => Ok(step),
    })
}
