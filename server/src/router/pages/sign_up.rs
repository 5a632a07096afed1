use super::{PageResult, answer, flash};
use crate::i18n::{Key, Value, Words};
use crate::router::actions::{Caller, SignUpService};
use crate::router::rendering::{self, sign_up_view};
use crate::router::see_other;
use crate::router::{Site, farewell};
use crate::sessions::Message;
use app::view::Text;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::Page;

/// `/`.
pub(in crate::router) async fn sign_up(Caller(service): Caller, headers: HeaderMap) -> Response {
    let farewell = farewell::read(&service.site, &headers);
    let mut response = answer(&service.site, &service.words, page(&service, Page::SignUp, &headers, farewell).await);
    if farewell.is_some() {
        farewell::forget(&service.site, &mut response);
    }
    response
}

/// `/code`.
pub(in crate::router) async fn code(Caller(service): Caller, headers: HeaderMap) -> Response {
    answer(&service.site, &service.words, page(&service, Page::Code, &headers, None).await)
}

/// The page, if the visitor is at its step; else the way to the page of theirs.
async fn page(service: &SignUpService, here: Page, headers: &HeaderMap, farewell: Option<Message>) -> PageResult {
    let visit = service.session.visit().await?;
    let page = service.site.page(&visit).await?;
    if page != here {
        return Ok(see_other(page));
    }
    let flash = flash(&service.session, here, headers).await?;
    let mut view = sign_up_view(&service.site, &service.words, &visit, flash.as_ref()).await?;
    if let Some(message) = farewell {
        view.texts.set(Text::Done, done(&service.site, &service.words, message));
    }
    Ok(rendering::island(&service.site, &service.words, here, view))
}

/// How a session has ended, in words.
fn done(site: &Site, words: &Words, message: Message) -> String {
    match message {
        Message::AccountDeleted => words.say_with(Key::MailDeletedSubject, &[("service", Value::Text(&site.service_name))]),
        _ => words.say(Key::SignedOut),
    }
}
