use super::Site;
use crate::sign_up::ports::RelayRole;
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

/// Status, and a line each for the whole, the database and each relay.
type Answer = (StatusCode, String);

/// The last answer of `/readyz`, which all who ask at once wait for together.
#[derive(Clone, Default)]
pub struct Readiness(Arc<Mutex<Option<(Instant, Answer)>>>);

/// `/healthz`: the process lives.
pub(super) async fn live() -> &'static str {
    "ok\n"
}

/// `/readyz`: the database can be used, and at least one relay.
pub(super) async fn ready(State(site): State<Site>) -> Answer {
    let mut last = site.readiness.0.lock().await;
    if let Some((at, answer)) = &*last
        && at.elapsed() < HOLDS
    {
        return answer.clone();
    }
    let answer = check(&site).await;
    *last = Some((Instant::now(), answer.clone()));
    answer
}

async fn check(site: &Site) -> Answer {
    let (database, relays) = tokio::join!(site.store.check(), site.mailer.check());
    if let Err(error) = &database {
        tracing::warn!(error = error as &dyn Error, "the database does not answer");
    }
    for (role, result) in &relays {
        if let Err(error) = result {
            // With what happened, as its source.
            tracing::warn!(error = error as &dyn Error, "the {} cannot be used; mailcode doctor says what to do", name(*role));
        }
    }
    let is_ready = database.is_ok() && relays.iter().any(|(_, result)| result.is_ok());
    let mut body = String::from(if is_ready { "ready\n" } else { "not ready\n" });
    body += if database.is_ok() { "database: ok\n" } else { "database: does not answer\n" };
    for (role, result) in relays {
        // Which relays there are, and what they said, is nobody's business.
        let stands = result.map_or_else(|unusable| format!("{}; run mailcode doctor", unusable.problem), |()| "ok".to_owned());
        body.extend([name(role), ": ", &stands, "\n"]);
    }
    (if is_ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }, body)
}

const fn name(role: RelayRole) -> &'static str {
    match role {
        RelayRole::Main => "relay",
        RelayRole::Fallback => "fallback relay",
    }
}
