use super::pages::{ACCOUNT, PageResult, error_title, see_other};
use super::render::{self, Frame};
use super::{Site, shown_address};
use crate::sessions::{AccountNotice, Notice, SignedIn, VisitSession};
use crate::sign_up::{Timestamp, Visit};
use app::messages;
use app::pages::{AccountPage, AccountPageProps, AccountTold, ShownBrowser, ShownDay};
use app::words::{Key, Words};
use time::OffsetDateTime;

/// The account's page, if somebody is signed in; else the way to the page of their step.
pub(super) async fn signed_in(site: &Site, words: &Words, session: &VisitSession) -> PageResult {
    let visit: Visit = session.visit().await?;
    let Some(account) = site.sign_up.account(&visit).await? else {
        return Ok(see_other(site.step(words, &visit).await?.path()));
    };
    let refused = session.take_notice::<Notice>().await?.refusal;
    let notice = session.take_notice().await?;
    let now = session.now();
    let browsers = session.signed_in(account.id).await?.into_iter().map(|signed_in| shown(words, &signed_in, now)).collect();
    let title = words.say(Key::TitleAccount);
    let (title, told) = match refused.map_or(notice, AccountNotice::Refused) {
        AccountNotice::None => (title, AccountTold::Nothing),
        AccountNotice::Refused(refusal) => (error_title(words, &title), AccountTold::Error(messages::refusal(words, refusal))),
        AccountNotice::BrowserSignedOut => (title, AccountTold::Done(words.say(Key::BrowserSignedOut))),
        AccountNotice::AddressChanged => (title, AccountTold::Done(words.say(Key::AddressChanged))),
        AccountNotice::OthersSignedOut => (title, AccountTold::Done(words.say(Key::OthersSignedOut))),
    };
    let (email, since) = (shown_address::shown(&account.email), day(words, account.created_at));
    let frame = Frame { site, words, path: ACCOUNT, title: &title, islands: false };
    let words = words.clone();
    Ok(render::page(&frame, || AccountPage(AccountPageProps { words, email, since, told, browsers })))
}

fn shown(words: &Words, signed_in: &SignedIn, now: Timestamp) -> ShownBrowser {
    ShownBrowser {
        handle: signed_in.handle.to_string(),
        name: signed_in.browser.shown(words),
        since: signed_in.signed_in_at.map(|at| day(words, at)),
        seen: signed_in.seen_at.map(|at| messages::ago(words, at.seconds_until(now) / 3600)),
        is_this: signed_in.is_this,
    }
}

/// The day of a moment, in UTC.
fn day(words: &Words, moment: Timestamp) -> ShownDay {
    let seconds = moment.millis().div_euclid(1000);
    let iso_8601 = OffsetDateTime::from_unix_timestamp(seconds).map(|moment| moment.date().to_string()).unwrap_or_default();
    ShownDay { iso_8601, words: messages::day(words, seconds) }
}
