use super::{Site, answer};
use crate::sessions::VisitSession;
use app::domain::{Refusal, Step};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use std::error::Error;

/// Where programs, the island among them, ask what became of the newest mail. Changes nothing.
pub(super) const PATH: &str = "/api/delivery";

/// `/api/delivery`: the visitor's step as JSON, while a code is waited for.
pub(super) async fn delivery(State(site): State<Site>, Extension(session): Extension<VisitSession>) -> Response {
    answer::to_program(step(&site, &session).await.unwrap_or_else(|error| {
        tracing::error!(error = &*error as &dyn Error, "the step could not be told");
        Err(Refusal::Internal)
    }))
}

async fn step(site: &Site, session: &VisitSession) -> Result<Result<Step, Refusal>, Box<dyn Error + Send + Sync>> {
    let visit = session.visit().await?;
    Ok(match site.step(&visit).await? {
        Step::Address => Err(Refusal::NothingPending),
        step => Ok(step),
    })
}
