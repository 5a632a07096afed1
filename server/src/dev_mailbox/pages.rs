use super::PATH;
use super::{DevMailbox, ReceivedMail};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use std::sync::Arc;

/// The page with the list of mails.
#[derive(Template)]
#[template(path = "dev_mailbox/list.html")]
struct List<'a> {
    files: &'a Files,
    mails: &'a [Arc<ReceivedMail>],
}

/// The page of one mail.
#[derive(Template)]
#[template(path = "dev_mailbox/mail.html")]
struct Mail<'a> {
    files: &'a Files,
    mail: &'a ReceivedMail,
}

/// The page for an unknown mail.
#[derive(Template)]
#[template(path = "dev_mailbox/not_found.html")]
struct NotFound<'a> {
    files: &'a Files,
}

/// Paths of the files that the pages load.
struct Files {
    stylesheet: Arc<str>,
    script: &'static str,
}

#[derive(Clone)]
struct Pages {
    mailbox: DevMailbox,
    files: Arc<Files>,
}

/// Routes `GET /dev/mailbox`, the list of mails, and `GET /dev/mailbox/{id}`, one of them; `stylesheet` and `script` are the paths of
/// files. The pages also work without the script, which shows new mails as they arrive, shows times in the browser's time zone, and copies
/// codes. The content of a mail is shown as text.
pub fn pages(mailbox: DevMailbox, stylesheet: impl Into<Arc<str>>, script: &'static str) -> Router {
    let files = Files { stylesheet: stylesheet.into(), script }.into();
    Router::new().route(PATH, get(list)).route("/dev/mailbox/{id}", get(mail)).with_state(Pages { mailbox, files })
}

async fn list(State(pages): State<Pages>) -> Response {
    page(StatusCode::OK, &List { files: &pages.files, mails: &pages.mailbox.mails() })
}

async fn mail(State(pages): State<Pages>, Path(id): Path<String>) -> Response {
    let files = &*pages.files;
    match id.parse().ok().and_then(|id| pages.mailbox.mail(id)) {
        Some(mail) => page(StatusCode::OK, &Mail { files, mail: &mail }),
        None => page(StatusCode::NOT_FOUND, &NotFound { files }),
    }
}

/// Renders a page; `Html` sets `text/html; charset=utf-8`.
fn page(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "cannot render a page of the development mailbox");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
