use super::{PageResult, page_or_error};
use crate::i18n::{Key, Translations};
use crate::messages;
use crate::router::actions::SignUpService;
use crate::router::rendering::{
    self, AccountMessage, AccountPage, AccountPageProps, Frame, ShownBrowser, ShownDay, display_address, error_title,
};
use crate::router::respond::{CompressQuickly, see_other};
use crate::sessions::{FlashMessage, SignedIn};
use crate::sign_up::Timestamp;
use axum::response::Response;
use domain::Page;
use time::OffsetDateTime;

/// `/account`, if an account is signed in; otherwise a redirect to the page of the visitor's step.
pub(in crate::router) async fn account(service: SignUpService) -> Response {
    page_or_error(&service.site, &service.translations, page(&service).await)
}

async fn page(service: &SignUpService) -> PageResult {
    let SignUpService { site, translations, session, .. } = service;
    let visitor = session.visitor().await?;
    let Some(account) = site.sign_up.account(&visitor).await? else {
        return Ok(see_other(site.page(&visitor).await?));
    };
    let flash = session.take_flash(Page::Account).await?;
    let now = session.now();
    let browsers = session.signed_in(account.id).await?.into_iter().map(|signed_in| shown_browser(translations, &signed_in, now)).collect();
    let message = flash.and_then(|flash| flash.message).map(|message| account_message(translations, message));
    let title = translations.text(Key::AccountHeading);
    let title = if matches!(message, Some(AccountMessage::Error(_))) { error_title(translations, &title) } else { title };
    let (email, since) = (display_address(account.email.typed()), day(translations, account.created_at, now));
    let frame =
        Frame { site, translations, page: Page::Account, title: app::title(&title, &site.service_name), islands: false, form_id: None };
    let translations = translations.clone();
    let mut page = rendering::page(&frame, || AccountPage(AccountPageProps { translations, email, since, message, browsers }));
    page.extensions_mut().insert(CompressQuickly);
    Ok(page)
}

fn account_message(translations: &Translations, message: FlashMessage) -> AccountMessage {
    let key = match message {
        FlashMessage::Refused(refusal) => return AccountMessage::Error(messages::refusal(translations, refusal)),
        FlashMessage::BrowserSignedOut => Key::BrowserSignedOut,
        FlashMessage::OthersSignedOut => Key::OthersSignedOut,
        FlashMessage::EmailChanged => Key::AddressChanged,
        FlashMessage::SignedOut | FlashMessage::AccountDeleted | FlashMessage::CodesVoided => Key::SignedOut,
    };
    AccountMessage::Done(translations.text(key))
}

fn shown_browser(translations: &Translations, signed_in: &SignedIn, now: Timestamp) -> ShownBrowser {
    ShownBrowser {
        handle: signed_in.handle.to_string(),
        name: signed_in.browser.shown(translations),
        since: signed_in.signed_in_at.map(|at| day(translations, at, now)),
        seen: signed_in.seen_at.map(|at| messages::ago(translations, at.seconds_until(now) / 3600)),
        is_this: signed_in.is_this,
    }
}

/// The day of a timestamp, in UTC.
fn day(translations: &Translations, moment: Timestamp, now: Timestamp) -> ShownDay {
    let iso_8601 = |moment: Timestamp| {
        let seconds = moment.millis().div_euclid(1000);
        OffsetDateTime::from_unix_timestamp(seconds).map(|moment| moment.date().to_string()).unwrap_or_default()
    };
    ShownDay {
        iso_8601: iso_8601(moment),
        text: messages::day(translations, moment.millis().div_euclid(1000)),
        is_today: iso_8601(moment) == iso_8601(now),
    }
}
