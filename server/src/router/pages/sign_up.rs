use super::{PageResult, page_or_error};
use crate::i18n::{Key, Translations, Value};
use crate::router::Site;
use crate::router::actions::SignUpService;
use crate::router::rendering::{self, not_me_page, sign_up_view};
use crate::router::respond::see_other;
use crate::sessions::{Cookies, FlashMessage};
use crate::sign_up::VisitorState;
use crate::sign_up::ports::StoreError;
use app::view::Text;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::Page;

/// `/`: the page with the address form.
pub(in crate::router) async fn sign_up(service: SignUpService, headers: HeaderMap) -> Response {
    let cookies = Cookies::of(&service.site.origin);
    let session_end = cookies.flash(&headers);
    let mut response = page_or_error(&service.site, &service.translations, page(&service, Page::SignUp, &headers, session_end).await);
    if session_end.is_some() {
        cookies.remove_flash(response.headers_mut());
    }
    response
}

/// The page with the address form for a visitor about whom nothing is known.
///
/// # Errors
/// [`StoreError`] never: without a session, nothing is read from the store.
pub(super) async fn first_page(site: &Site, translations: &Translations) -> Result<Response, StoreError> {
    let view = sign_up_view(site, translations, &VisitorState::default(), None).await?;
    Ok(rendering::island(site, translations, Page::SignUp, view))
}

/// `/code`: the page with the code form.
pub(in crate::router) async fn code(service: SignUpService, headers: HeaderMap) -> Response {
    page_or_error(&service.site, &service.translations, page(&service, Page::Code, &headers, None).await)
}

/// `/not-me`: the page to report a mail that was not asked for.
pub(in crate::router) async fn not_me(service: SignUpService) -> Response {
    let flash = service.session.take_flash(Page::NotMe).await;
    let page = flash.map(|flash| not_me_page(&service.site, &service.translations, flash.and_then(|flash| flash.message)));
    page_or_error(&service.site, &service.translations, page.map_err(Into::into))
}

/// The page, if the visitor is at its step; otherwise a redirect to the page of the visitor's step.
async fn page(service: &SignUpService, here: Page, headers: &HeaderMap, session_end: Option<FlashMessage>) -> PageResult {
    let visitor = service.session.visitor().await?;
    let page = service.site.page(&visitor).await?;
    if page != here {
        return Ok(see_other(page));
    }
    if here == Page::SignUp {
        service.session.offer_pre_session_cookie();
    }
    let flash = service.session.take_flash_unless_fetched(here, headers).await?;
    let mut view = sign_up_view(&service.site, &service.translations, &visitor, flash.as_ref()).await?;
    if let Some(message) = session_end {
        view.texts.set(Text::Done, session_end_text(&service.site, &service.translations, message));
    }
    Ok(rendering::island(&service.site, &service.translations, here, view))
}

/// The message about how a session ended.
fn session_end_text(site: &Site, translations: &Translations, message: FlashMessage) -> String {
    match message {
        FlashMessage::AccountDeleted => translations.text_with(Key::MailDeletedSubject, &[("service", Value::Text(&site.service_name))]),
        _ => translations.text(Key::SignedOut),
    }
}
