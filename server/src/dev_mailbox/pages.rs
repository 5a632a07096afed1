use super::PATH;
use super::{DevMailbox, ReceivedMail};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use std::sync::Arc;

/// The list of the mails.
#[derive(Template)]
#[template(path = "dev_mailbox/list.html")]
struct List<'a> {
    stylesheet: &'a str,
    mails: &'a [Arc<ReceivedMail>],
}

/// One mail.
#[derive(Template)]
#[template(path = "dev_mailbox/mail.html")]
struct Mail<'a> {
    stylesheet: &'a str,
    mail: &'a ReceivedMail,
}

/// No such mail.
#[derive(Template)]
#[template(path = "dev_mailbox/not_found.html")]
struct NotFound<'a> {
    stylesheet: &'a str,
}

#[derive(Clone)]
struct Pages {
    mailbox: DevMailbox,
    stylesheet: Arc<str>,
}

/// `GET /dev/mailbox`, the mails, and `GET /dev/mailbox/{id}`, one of them, with `stylesheet` as the address of
/// their style. Plain HTML without script; whatever a mail holds is shown as text.
pub fn pages(mailbox: DevMailbox, stylesheet: impl Into<Arc<str>>) -> Router {
    Router::new().route(PATH, get(list)).route("/dev/mailbox/{id}", get(mail)).with_state(Pages { mailbox, stylesheet: stylesheet.into() })
}

async fn list(State(pages): State<Pages>) -> Response {
    page(StatusCode::OK, &List { stylesheet: &pages.stylesheet, mails: &pages.mailbox.mails() })
}

async fn mail(State(pages): State<Pages>, Path(id): Path<String>) -> Response {
    let stylesheet = &*pages.stylesheet;
    match id.parse().ok().and_then(|id| pages.mailbox.mail(id)) {
        Some(mail) => page(StatusCode::OK, &Mail { stylesheet, mail: &mail }),
        None => page(StatusCode::NOT_FOUND, &NotFound { stylesheet }),
    }
}

/// `Html` sets `text/html; charset=utf-8`.
fn page(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => (status, [(header::CACHE_CONTROL, "no-store")], Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page of the development mailbox cannot be rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
