use crate::audit::KeptEntry;
use crate::i18n::Translations;
use crate::router::Site;
use crate::router::actions::to_program;
use crate::router::rendering::error_page;
use crate::router::request::reads_html;
use crate::router::respond::{is_store_unavailable, see_other, unavailable_if};
use crate::sessions::{SignedIn, VisitorSession};
use crate::sign_up::Timestamp;
use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use domain::Refusal;
use serde::Serialize;
use std::error::Error;
use std::sync::Arc;

/// All stored data about an account that can be found. `docs/http.md` documents the keys, which stay stable; new ones may be added.
/// Timestamps are ISO 8601 in UTC.
#[derive(Serialize)]
struct AccountData {
    generated_at: String,
    account: AccountFields,
    sessions: Vec<Session>,
    events: Vec<Event>,
}

#[derive(Serialize)]
struct AccountFields {
    address: String,
    created_at: String,
}

#[derive(Serialize)]
struct Session {
    browser: String,
    signed_in_at: Option<String>,
    last_seen_at: Option<String>,
    ends_at: String,
    is_this: bool,
}

/// An event of the audit trail.
#[derive(Serialize)]
struct Event {
    at: String,
    kind: String,
    detail: Option<&'static str>,
    network: Option<String>,
    kept_until: String,
}

/// `/account/data`: exports the data of the signed-in account as a JSON file.
pub(in crate::router) async fn account_data(
    State(site): State<Arc<Site>>,
    Extension(session): Extension<VisitorSession>,
    Extension(translations): Extension<Translations>,
    headers: HeaderMap,
) -> Response {
    gather(&site, &translations, &session, &headers).await.unwrap_or_else(|error| {
        tracing::error!(error = &*error as &dyn Error, "failed to export the data of an account");
        let is_store_unavailable = is_store_unavailable(&*error);
        if reads_html(&headers) {
            return error_page::failure(&site, &translations, is_store_unavailable);
        }
        unavailable_if(is_store_unavailable, to_program(Err(Refusal::Internal)))
    })
}

async fn gather(
    site: &Site,
    translations: &Translations,
    session: &VisitorSession,
    headers: &HeaderMap,
) -> Result<Response, Box<dyn Error + Send + Sync>> {
    let visitor = session.visitor().await?;
    let Some(account) = site.sign_up.account(&visitor).await? else {
        let is_page = reads_html(headers);
        return Ok(if is_page { see_other(site.page(&visitor).await?) } else { to_program(Err(Refusal::NotSignedIn)) });
    };
    let data = AccountData {
        generated_at: session.now().iso_8601(),
        account: AccountFields { address: account.email.as_str().to_owned(), created_at: account.created_at.iso_8601() },
        sessions: session.signed_in(account.id).await?.iter().map(|session| Session::of(session, translations)).collect(),
        events: site.audit.entries_about(&account.email).await?.iter().map(Event::from).collect(),
    };
    let headers = [(CONTENT_TYPE, "application/json"), (CONTENT_DISPOSITION, "attachment; filename=\"account.json\"")];
    Ok((headers, serde_json::to_string_pretty(&data)? + "\n").into_response())
}

impl Session {
    fn of(session: &SignedIn, translations: &Translations) -> Self {
        Self {
            browser: session.browser.shown(translations),
            signed_in_at: session.signed_in_at.map(Timestamp::iso_8601),
            last_seen_at: session.seen_at.map(Timestamp::iso_8601),
            ends_at: session.ends_at.iso_8601(),
            is_this: session.is_this,
        }
    }
}

impl From<&KeptEntry> for Event {
    fn from(KeptEntry { entry, .. }: &KeptEntry) -> Self {
        Self {
            at: entry.at.iso_8601(),
            kind: entry.event.kind().name(),
            detail: entry.event.detail(),
            network: entry.network.map(|network| network.to_string()),
            kept_until: entry.keep_until.iso_8601(),
        }
    }
}
