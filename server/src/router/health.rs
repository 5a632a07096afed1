use super::Site;
use axum::extract::State;
use axum::http::StatusCode;
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::Instant;

/// How long an answer of `/readyz` holds for others who ask: however many do, the relay is asked once in that time,
/// and a flood of questions takes no connection from the mails.
const HOLDS: Duration = Duration::from_secs(1);

type Answer = (StatusCode, &'static str);

/// The last answer of `/readyz`, which all who ask at once wait for together.
#[derive(Clone, Default)]
pub struct Readiness(Arc<Mutex<Option<(Instant, Answer)>>>);

/// `/healthz`: the process lives.
pub(super) async fn live() -> &'static str {
    "ok\n"
}

/// `/readyz`: database and relay can be used.
pub(super) async fn ready(State(site): State<Site>) -> Answer {
    let mut last = site.readiness.0.lock().await;
    if let Some((at, answer)) = *last
        && at.elapsed() < HOLDS
    {
        return answer;
    }
    let answer = check(&site).await;
    *last = Some((Instant::now(), answer));
    answer
}

async fn check(site: &Site) -> Answer {
    if let Err(error) = site.store.check().await {
        tracing::warn!(error = &error as &dyn Error, "not ready: the database does not answer");
        return (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n");
    }
    if let Err(error) = site.mailer.check().await {
        tracing::warn!(error = &error as &dyn Error, "not ready: the relay cannot be used");
        return (StatusCode::SERVICE_UNAVAILABLE, "the relay cannot be used\n");
    }
    (StatusCode::OK, "ready\n")
}
