use super::pages::{PageResult, see_other};
use super::{Site, render};
use crate::sessions::{AccountNotice, Notice, SignedIn, VisitSession};
use crate::sign_up::{Timestamp, Visit};
use app::messages;
use app::pages::{AccountPage, AccountPageProps, AccountTold, ShownBrowser};
use time::OffsetDateTime;

/// The account's page, if somebody is signed in; else the way to the page of their step.
pub(super) async fn signed_in(site: &Site, session: &VisitSession) -> PageResult {
    let visit: Visit = session.visit().await?;
    let Some(account) = site.sign_up.account(&visit).await? else {
        return Ok(see_other(site.step(&visit).await?.path()));
    };
    let refused = session.take_notice::<Notice>().await?.refusal;
    let notice = session.take_notice().await?;
    let now = session.now();
    let browsers = session.signed_in(account.id).await?.into_iter().map(|signed_in| shown(&signed_in, now)).collect();
    let (title, told) = match refused.map_or(notice, AccountNotice::Refused) {
        AccountNotice::None => ("Your account", AccountTold::Nothing),
        AccountNotice::Refused(refusal) => ("Error: Your account", AccountTold::Error(messages::refusal(refusal))),
        AccountNotice::BrowserSignedOut => ("Your account", AccountTold::Done("That browser is signed out.")),
        AccountNotice::AddressChanged => (
            "Your account",
            AccountTold::Done("Your address is changed. Browsers that were signed in still are; sign them out below if you like."),
        ),
        AccountNotice::OthersSignedOut => ("Your account", AccountTold::Done("All other browsers are signed out.")),
    };
    let (email, since) = (account.email.as_str().to_owned(), day(account.created_at));
    Ok(render::page(&site.service_name, title, false, || AccountPage(AccountPageProps { email, since, told, browsers })))
}

fn shown(signed_in: &SignedIn, now: Timestamp) -> ShownBrowser {
    ShownBrowser {
        handle: signed_in.handle.to_string(),
        name: signed_in.browser.to_string(),
        since: signed_in.signed_in_at.map(day),
        seen: signed_in.seen_at.map(|at| messages::ago(at.seconds_until(now) / 3600)),
        is_this: signed_in.is_this,
    }
}

/// The day of a moment, in UTC, as ISO 8601 writes it.
fn day(moment: Timestamp) -> String {
    let seconds = moment.millis().div_euclid(1000);
    OffsetDateTime::from_unix_timestamp(seconds).map(|moment| moment.date().to_string()).unwrap_or_default()
}
