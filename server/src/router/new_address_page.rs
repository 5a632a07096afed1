use super::{Site, shown_address};
use super::pages::{ACCOUNT, PageResult, see_other};
use super::render::{self, Frame};
use crate::sessions::{NewAddressNotice, VisitSession};
use app::domain::Refusal;
use app::messages;
use app::pages::{NEW_ADDRESS, NewAddressPage, NewAddressPageProps};
use app::words::{Key, Value, Words};

/// The page on which an account gets another address, if somebody is signed in; else the way to the page of their step.
pub(super) async fn new_address(site: &Site, words: &Words, session: &VisitSession) -> PageResult {
    let visit = session.visit().await?;
    let Some(account) = site.sign_up.account(&visit).await? else {
        return Ok(see_other(site.step(words, &visit).await?.path()));
    };
    let mut code = site.sign_up.new_address_step(&visit, &account).await?;
    if let Some(code) = &mut code {
        messages::tell(words, code, &site.sent_from);
        code.email = shown_address::shown_again(&code.email);
    }
    let NewAddressNotice { refusal, typed } = session.take_notice().await?;
    // The change ended meanwhile, in another window or by the reader of the mail: there is nothing to type a code for.
    if code.is_none() && refusal == Some(Refusal::AlreadyUsed) {
        return Ok(see_other(ACCOUNT));
    }
    let name = words.say(if code.is_some() { Key::TitleCode } else { Key::TitleNewAddress });
    let title = if refusal.is_some() { words.say_with(Key::TitleError, &[("title", Value::Text(&name))]) } else { name };
    let email = shown_address::shown(&account.email);
    let frame = Frame { site, words, path: NEW_ADDRESS, title: &title, islands: false };
    let words = words.clone();
    Ok(render::page(&frame, move || NewAddressPage(NewAddressPageProps { words, email, code, refusal, typed })))
}
