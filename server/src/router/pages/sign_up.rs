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

/// `/`: the page with the address form.
pub(in crate::router) async fn sign_up(Caller(service): Caller, headers: HeaderMap) -> Response {
    let farewell = farewell::read(&service.site, &headers);
    let mut response = answer(&service.site, &service.words, page(&service, Page::SignUp, &headers, farewell).await);
    if farewell.is_some() {
        farewell::forget(&service.site, &mut response);
    }
    response
}

/// `/code`: the page with the code form.
pub(in crate::router) async fn code(Caller(service): Caller, headers: HeaderMap) -> Response {
    answer(&service.site, &service.words, page(&service, Page::Code, &headers, None).await)
}

/// The page, if the visitor is at its step; otherwise a redirect to the page of the visitor's step.
async fn page(service: &SignUpService, here: Page, headers: &HeaderMap, farewell: Option<Message>) -> PageResult {
    let visitor = service.session.visitor().await?;
    let page = service.site.page(&visitor).await?;
    if page != here {
        return Ok(see_other(page));
    }
    if here == Page::SignUp {
        service.session.offer_pre_session_cookie();
    }
    let flash = flash(&service.session, here, headers).await?;
    let mut view = sign_up_view(&service.site, &service.words, &visitor, flash.as_ref()).await?;
    if let Some(message) = farewell {
        view.texts.set(Text::Done, done(&service.site, &service.words, message));
    }
    Ok(rendering::island(&service.site, &service.words, here, view))
}

/// The message about how a session ended.
fn done(site: &Site, words: &Words, message: Message) -> String {
    match message {
        Message::AccountDeleted => words.text_with(Key::MailDeletedSubject, &[("service", Value::Text(&site.service_name))]),
        _ => words.text(Key::SignedOut),
    }
}
