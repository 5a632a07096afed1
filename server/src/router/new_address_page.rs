use super::pages::{ACCOUNT, PageResult, see_other};
use super::{Site, render};
use crate::sessions::{NewAddressNotice, VisitSession};
use app::domain::Refusal;
use app::messages;
use app::pages::{NewAddressPage, NewAddressPageProps};

/// The page on which an account gets another address, if somebody is signed in; else the way to the page of their step.
pub(super) async fn new_address(site: &Site, session: &VisitSession) -> PageResult {
    let visit = session.visit().await?;
    let Some(account) = site.sign_up.account(&visit).await? else {
        return Ok(see_other(site.step(&visit).await?.path()));
    };
    let mut step = site.sign_up.new_address_step(&visit, &account).await?;
    if let Some(code) = &mut step {
        messages::tell(code, &site.sent_from);
    }
    let NewAddressNotice { refusal, typed } = session.take_notice().await?;
    // The change ended meanwhile, in another window or by the reader of the mail: there is nothing to type a code for.
    if step.is_none() && refusal == Some(Refusal::AlreadyUsed) {
        return Ok(see_other(ACCOUNT));
    }
    let name = if step.is_some() { "Type the code" } else { "Change your e-mail address" };
    let title = refusal.map_or_else(|| name.to_owned(), |_| format!("Error: {name}"));
    let (email, error) = (account.email.as_str().to_owned(), refusal.map(messages::refusal));
    Ok(render::page(&site.service_name, &title, false, || NewAddressPage(NewAddressPageProps { email, step, error, typed })))
}
