use super::pages::{PageResult, error_title, see_other};
use super::render::{self, Frame};
use super::{Site, shown_address};
use crate::dev_mailbox;
use crate::sessions::{NewAddressNotice, SessionError, VisitSession};
use crate::sign_up::Visit;
use app::domain::Refusal;
use app::pages::{NEW_ADDRESS, NewAddressPage, NewAddressPageProps};
use app::words::{Key, Words};

/// The page on which an account gets another address, if somebody is signed in; else the way to the page of their step.
pub(super) async fn new_address(site: &Site, words: &Words, session: &VisitSession) -> PageResult {
    let mut visit = session.visit().await?;
    let Some(account) = site.sign_up.account(&visit).await? else {
        return Ok(see_other(site.step(words, &visit).await?.path()));
    };
    let mut code = site.new_address_step(words, &visit, &account).await?;
    if let Some(code) = &mut code {
        code.email = shown_address::shown_again(&code.email);
    }
    if code.is_none() && visit.change.take().is_some() {
        forget_change(session, &visit).await?;
    }
    let NewAddressNotice { refusal, typed } = session.take_notice().await?;
    let refusal = refusal.or_else(|| code.as_ref().filter(|code| code.is_spent).map(|_| Refusal::TriesSpent));
    let name = words.say(if code.is_some() { Key::TitleCode } else { Key::TitleNewAddress });
    let failed = error_title(words, &name);
    let title = if refusal.is_some() { failed.clone() } else { name };
    let (failed, mailbox) = (app::title(&failed, &site.service_name), site.has_dev_mailbox.then_some(dev_mailbox::PATH));
    let email = shown_address::shown(&account.email);
    let frame = Frame { site, words, path: NEW_ADDRESS, title: &title, islands: true };
    let words = words.clone();
    Ok(render::page(&frame, move || NewAddressPage(NewAddressPageProps { words, email, code, refusal, typed, failed, mailbox })))
}

/// What has ended is no more to be known.
async fn forget_change(session: &VisitSession, visit: &Visit) -> Result<(), SessionError> {
    match session.save(visit).await {
        // Another request knows better.
        Err(SessionError::Overtaken) => Ok(()),
        saved => saved,
    }
}
