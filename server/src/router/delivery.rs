use super::{Site, answer, error_page, render};
use crate::sessions::VisitSession;
use app::domain::{Refusal, Step};
use app::pages::{DeliveryPage, DeliveryPageProps};
use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use std::error::Error;

/// Where programs and the island ask what became of the newest mail. Changes nothing.
pub(super) const PATH: &str = "/api/delivery";

/// `/api/delivery`: the visitor's step as JSON, while a code is waited for; for those who read HTML, that part of the code page.
pub(super) async fn delivery(State(site): State<Site>, Extension(session): Extension<VisitSession>, headers: HeaderMap) -> Response {
    let step = step(&site, &session).await.unwrap_or_else(|error| {
        tracing::error!(error = &*error as &dyn Error, "the step could not be told");
        Err(Refusal::Internal)
    });
    match step {
        Ok(Step::Code(code)) if error_page::reads_html(&headers) => {
            render::page(&site.service_name, "The mail", false, move || DeliveryPage(DeliveryPageProps { code }))
        }
        step => answer::to_program(step),
    }
}

async fn step(site: &Site, session: &VisitSession) -> Result<Result<Step, Refusal>, Box<dyn Error + Send + Sync>> {
    let visit = session.visit().await?;
    Ok(match site.step(&visit).await? {
        Step::Address => Err(Refusal::NothingPending),
        step => Ok(step),
    })
}
