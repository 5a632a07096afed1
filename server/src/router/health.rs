use crate::mail::Mailer;
use crate::sign_up::ports::RelayRole;
use crate::store::Database;
use axum::extract::State;
use axum::http::StatusCode;
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::Instant;

/// How long a result of `/readyz` is cached: however many clients ask, the relay is checked once in that time, and a flood of requests
/// takes no relay connection from the mails.
const CACHED_FOR: Duration = Duration::from_secs(1);

/// Status, and one line each for the overall result, the database and each relay.
type Report = (StatusCode, String);

/// Cached readiness result. Concurrent requests wait for the same check.
#[derive(Clone, Default)]
pub struct Readiness(Arc<Mutex<Option<(Instant, Report)>>>);

/// What `/readyz` checks, and the result of the last check.
#[derive(Clone)]
pub(super) struct ReadinessCheck {
    pub(super) database: Database,
    pub(super) mailer: Arc<Mailer>,
    pub(super) last: Readiness,
}

/// `/healthz`: the process is alive.
pub(super) async fn live() -> &'static str {
    "ok\n"
}

/// `/readyz`: the database can be written to, and at least one relay works.
pub(super) async fn ready(State(check): State<ReadinessCheck>) -> Report {
    let mut last = check.last.0.lock().await;
    if let Some((at, report)) = &*last
        && at.elapsed() < CACHED_FOR
    {
        return report.clone();
    }
    let report = report(&check.database, &check.mailer).await;
    *last = Some((Instant::now(), report.clone()));
    report
}

async fn report(database: &Database, mailer: &Mailer) -> Report {
    let (written, relays) = tokio::join!(database.try_write(), mailer.check());
    if let Err(error) = &written {
        tracing::warn!(error = error as &dyn Error, "cannot write to the database");
    }
    for (role, result) in &relays {
        if let Err(error) = result {
            // The error has its cause as source.
            tracing::warn!(error = error as &dyn Error, "the {} cannot be used; run `mailcode doctor`", name(*role));
        }
    }
    let is_ready = written.is_ok() && relays.iter().any(|(_, result)| result.is_ok());
    let mut body = String::from(if is_ready { "ready\n" } else { "not ready\n" });
    let state = match written.map_err(|error| database.temporary_problem_behind(&error)) {
        Ok(()) => "ok".to_owned(),
        Err(Some(problem)) => format!("cannot be written to: {problem}"),
        // The log has the details.
        Err(None) => "does not answer".to_owned(),
    };
    body.extend(["database: ", &state, "\n"]);
    for (role, result) in relays {
        // The configured relays and their replies are not disclosed.
        let state = result.map_or_else(|unusable| format!("{}; run `mailcode doctor`", unusable.problem), |()| "ok".to_owned());
        body.extend([name(role), ": ", &state, "\n"]);
    }
    (if is_ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }, body)
}

const fn name(role: RelayRole) -> &'static str {
    match role {
        RelayRole::Main => "relay",
        RelayRole::Fallback => "fallback relay",
    }
}
