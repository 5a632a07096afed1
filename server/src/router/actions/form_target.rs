use super::Performed;
use super::respond::PresentError;
use crate::router::Site;
use crate::sessions::{Flash, Message, VisitSession};
use domain::{Page, Refusal};

/// The page on which a form is told what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::router) enum FormTarget {
    /// That of the visitor's step.
    Step,
    /// `/not-me`.
    NotMe,
    /// The first page, with this message once the session has ended; if it has not, the page of the visitor's step.
    Farewell(Message),
    /// `/account`, with this message if it went well.
    Account(Message),
    /// `/account/email`; if it went well and something ended by it, `/account` with this message.
    EmailChange(Option<Message>),
}

/// Where a visitor goes after a form, and what the page there tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::router) struct Destination {
    pub(in crate::router) page: Page,
    pub(in crate::router) flash: Option<Flash>,
}

impl Destination {
    const fn to(page: Page) -> Self {
        Self { page, flash: None }
    }

    const fn with(page: Page, message: Message) -> Self {
        Self { page, flash: Some(Flash::new(page, message)) }
    }
}

impl FormTarget {
    /// Where the visitor goes from here.
    pub(super) async fn destination(self, site: &Site, session: &VisitSession, performed: &Performed) -> Result<Destination, PresentError> {
        match self {
            Self::Step => step(site, session, performed).await,
            Self::NotMe => Ok(Destination::with(
                Page::NotMe,
                performed.result.as_ref().map_or_else(|refusal| refused(*refusal), |_| Message::CodesVoided),
            )),
            Self::Farewell(message) => {
                let destination = step(site, session, performed).await?;
                let has_ended = performed.result.is_ok() && destination.page == Page::SignUp;
                Ok(if has_ended { Destination::with(Page::SignUp, message) } else { destination })
            }
            Self::Account(done) => account(site, session, performed, done).await,
            Self::EmailChange(done) => email_change(site, session, performed, done).await,
        }
    }
}

async fn step(site: &Site, session: &VisitSession, performed: &Performed) -> Result<Destination, PresentError> {
    let refusal = match &performed.result {
        Ok(_) => None,
        // Another request was quicker and has given the visitor a new session, which this one must not touch.
        Err(Refusal::AlreadyUsed | Refusal::Overtaken) => return Ok(Destination::to(Page::Account)),
        // So it was, and left this one with an id that leads nowhere.
        Err(Refusal::NothingPending) if session.was_left_behind().await? => return Ok(Destination::to(Page::Account)),
        Err(refusal) => Some(*refusal),
    };
    let page = match &performed.result {
        Ok(visit) => site.page(visit).await?,
        Err(_) => site.page(&session.visit().await?).await?,
    };
    // Who is signed in already misses no pending sign-up.
    let refusal = refusal.filter(|refusal| page != Page::Account || *refusal != Refusal::NothingPending);
    // An address is kept for the address form only; on the code page the field is for a code.
    let prefill = if page == Page::SignUp { performed.prefill.clone() } else { String::new() };
    let flash = Flash { page, message: refusal.map(Message::Refused), prefill };
    let is_empty = flash.message.is_none() && flash.prefill.is_empty();
    Ok(Destination { page, flash: (!is_empty).then_some(flash) })
}

async fn account(site: &Site, session: &VisitSession, performed: &Performed, done: Message) -> Result<Destination, PresentError> {
    match &performed.result {
        Ok(visit) if site.page(visit).await? == Page::Account => Ok(Destination::with(Page::Account, done)),
        // Who is not signed in any more is led to the page of their step.
        Ok(_) | Err(Refusal::NotSignedIn) => step(site, session, performed).await,
        Err(refusal) => Ok(Destination::with(Page::Account, refused(*refusal))),
    }
}

async fn email_change(
    site: &Site,
    session: &VisitSession,
    performed: &Performed,
    done: Option<Message>,
) -> Result<Destination, PresentError> {
    let message = match (&performed.result, done) {
        // Another request was quicker, whose answer is the one to read; or this one follows what has ended.
        (Err(Refusal::AlreadyUsed | Refusal::NothingPending | Refusal::Overtaken), done) => {
            return Ok(Destination::to(if done.is_some() { Page::Account } else { Page::EmailChange }));
        }
        (Err(Refusal::NotSignedIn), _) => {
            return step(site, session, &Performed::refused(Refusal::NotSignedIn)).await;
        }
        (Ok(_), Some(done)) => return account(site, session, performed, done).await,
        (Ok(_), None) => None,
        (Err(refusal), _) => Some(refused(*refusal)),
    };
    let flash = Flash { page: Page::EmailChange, message, prefill: performed.prefill.clone() };
    let is_empty = flash.message.is_none() && flash.prefill.is_empty();
    Ok(Destination { page: Page::EmailChange, flash: (!is_empty).then_some(flash) })
}

const fn refused(refusal: Refusal) -> Message {
    Message::Refused(refusal)
}
