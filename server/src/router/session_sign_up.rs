use super::Site;
use crate::audit::{Event, RequestRecorder};
use crate::sessions::{SessionError, VisitSession};
use crate::sign_up::ports::StoreError;
use crate::sign_up::{Mailing, Pending, Problem, Requester, Solution, Visit};
use app::domain::{EmailAddress, Limit, OneTimeCode, Refusal, Step};
use app::ports::{Answer, SignUpPort};
use app::words::Words;
use std::error::Error;
use std::sync::{Arc, OnceLock};

/// The sign-up of the visitor whose request this is: loads the visit from the session, follows the rules and saves
/// the visit before anything leaves the house.
#[derive(Clone)]
pub(super) struct SessionSignUp {
    pub(super) site: Site,
    /// Those of the visitor's language.
    pub(super) words: Words,
    pub(super) session: VisitSession,
    pub(super) requester: Requester,
    /// Where what comes of it is recorded.
    pub(super) audit: RequestRecorder,
    /// The address to keep in the form that is shown next.
    pub(super) kept: Arc<OnceLock<String>>,
}

/// What stopped a request.
#[derive(Debug, thiserror::Error)]
pub(super) enum Stop {
    #[error(transparent)]
    Problem(#[from] Problem),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Session(#[from] SessionError),
    #[error("a task of the sign-up did not end")]
    Broken(#[from] tokio::task::JoinError),
}

impl SessionSignUp {
    pub(super) async fn visit(&self) -> Result<Visit, SessionError> {
        self.session.visit().await
    }

    /// Whether another tab was quicker.
    async fn is_signed_in(&self, visit: &Visit) -> Result<bool, Stop> {
        Ok(self.site.sign_up.account(visit).await?.is_some())
    }

    /// The visit, whose pending address is what the request is about.
    async fn pending_visit(&self) -> Result<Visit, SessionError> {
        let visit = self.visit().await?;
        if let Some(pending) = &visit.pending {
            self.audit.about(pending.address());
        }
        Ok(visit)
    }

    async fn request(&self, email: &str, altcha: Option<&str>) -> Result<Step, Stop> {
        if let Ok(address) = EmailAddress::parse(email) {
            self.audit.about(&address);
        }
        let mut visit = self.visit().await?;
        if self.is_signed_in(&visit).await? {
            return Ok(Step::Account);
        }
        visit.account = None;
        visit.change = None;
        let requester = self.requester_with(altcha)?;
        let goes_on = self.site.sign_up.take_up_again(&mut visit, email);
        let before = visit.clone();
        let mailing = self.site.sign_up.request_code(&mut visit, email, &requester).await;
        if goes_on && matches!(mailing, Err(Problem::Refused(Refusal::Limited { limit: Limit::ResendAfter, .. }))) {
            // The code that was mailed is good, and its page says when there may be another.
            self.session.save(&visit).await?;
            return Ok(self.site.step(&self.words, &visit).await?);
        }
        if mailing.is_err() && visit.waiting != before.waiting {
            self.session.save(&visit).await?;
        }
        let mailing = mailing?;
        let sign_up = |visit: &Visit| visit.pending.as_ref().map(Pending::sign_up);
        let starts_over = before.pending.is_some() && sign_up(&before) != sign_up(&visit);
        let saved = if starts_over { self.session.save_renewed(&visit).await } else { self.session.save(&visit).await };
        self.send(saved, &visit, mailing).await
    }

    async fn resend(&self) -> Result<Step, Stop> {
        let mut visit = self.pending_visit().await?;
        if self.is_signed_in(&visit).await? {
            return Ok(Step::Account);
        }
        let mailing = self.site.sign_up.resend_code(&mut visit, &self.requester).await?;
        self.send(self.session.save(&visit).await, &visit, mailing).await
    }

    /// Who asks, with the proof of work that the form brought, if it brought one.
    pub(super) fn requester_with(&self, altcha: Option<&str>) -> Result<Requester, Problem> {
        let solution = altcha.filter(|payload| !payload.is_empty()).map(Solution::parse).transpose().map_err(|_| Refusal::Malformed)?;
        Ok(Requester { solution, ..self.requester.clone() })
    }

    /// Mails the code, if the visit that knows it was saved.
    pub(super) async fn send(&self, saved: Result<(), SessionError>, visit: &Visit, mailing: Mailing) -> Result<Step, Stop> {
        if let Err(error) = saved {
            self.site.sign_up.withdraw(mailing).await;
            return Err(error.into());
        }
        self.audit.record(Event::CodeRequested).await;
        self.site.sign_up.send(mailing).await;
        Ok(self.site.step(&self.words, visit).await?)
    }

    /// Follows a verb to its end in a task of its own, and records what came of it: neither a visitor who hangs up nor an
    /// answer that is given up can come between what is counted, saved and sent.
    async fn whole<F>(&self, verb: impl FnOnce(Self) -> F) -> Result<Step, Refusal>
    where
        F: Future<Output = Result<Step, Stop>> + Send + 'static,
    {
        // On the heap, since it is as large as the largest verb.
        let (this, verb) = (self.clone(), Box::pin(verb(self.clone())));
        match self.site.under_way.run(async move { this.recorded(verb.await).await }).await {
            Ok(answer) => answer,
            Err(broken) => self.recorded(Err(broken.into())).await,
        }
    }

    async fn sign_in(&self, code: &str) -> Result<Step, Stop> {
        let mut visit = self.pending_visit().await?;
        if self.is_signed_in(&visit).await? {
            return Ok(Step::Account);
        }
        let account = self.site.sign_up.verify_code(&mut visit, code).await?;
        let saved = self.session.save_renewed(&visit).await;
        self.audit.record(Event::Verified).await;
        saved?;
        self.session.set_device(self.site.sign_up.vouch(self.session.device(), &account));
        Ok(Step::Account)
    }

    async fn change(&self) -> Result<Step, Stop> {
        let mut visit = self.visit().await?;
        if let Some(address) = self.site.sign_up.change_address(&mut visit) {
            let _ = self.kept.set(address.as_str().to_owned());
            self.session.save_renewed(&visit).await?;
        }
        Ok(self.site.step(&self.words, &visit).await?)
    }

    pub(super) async fn leave(&self) -> Result<Step, Stop> {
        let visit = self.visit().await?;
        self.session.end().await?;
        if let Some(account) = self.site.sign_up.account(&visit).await? {
            self.audit.about(&account.email);
            self.audit.record(Event::SignedOut).await;
        }
        Ok(Step::Address)
    }

    async fn delete(&self) -> Result<Step, Stop> {
        let mut visit = self.visit().await?;
        let account = self.site.sign_up.delete_account(&mut visit, self.requester.language).await?;
        self.audit.about(&account.email);
        self.audit.record(Event::Deleted).await;
        self.session.set_device(self.site.sign_up.stop_vouching(self.session.device(), &account));
        self.leave().await
    }

    /// Keeps what was typed into the field of an address for the next page. A code that was typed there by mistake is not kept at all.
    fn keep(&self, typed: &str) {
        if typed.contains('@') || OneTimeCode::parse(typed).is_err() {
            // What could not be an address is not kept beyond the length of one that might.
            let _ = self.kept.set(typed.chars().take(320).filter(|character| !character.is_control()).collect());
        }
    }

    /// Nothing of this visit changes but what the store says of its sign-up, if that is for the same mailbox.
    async fn disown(&self, token: &str) -> Result<Step, Stop> {
        self.site.sign_up.not_me(token).await?;
        self.audit.record(Event::Muted).await;
        Ok(self.site.step(&self.words, &self.visit().await?).await?)
    }

    /// What the visitor is told, once it is recorded.
    async fn recorded(&self, answer: Result<Step, Stop>) -> Result<Step, Refusal> {
        let answer = to_refusal(answer);
        match &answer {
            // `api::call` records it, since most of it never comes here.
            Ok(_) | Err(Refusal::Malformed) => {}
            Err(refusal) => self.audit.record(Event::Refused(*refusal)).await,
        }
        answer
    }
}

impl SignUpPort for SessionSignUp {
    fn request_code(&self, email: String, altcha: Option<String>) -> Answer<'_> {
        Box::pin(async move {
            let typed = email.clone();
            let answer = self.whole(|this| async move { this.request(&typed, altcha.as_deref()).await }).await;
            if answer.is_err() {
                self.keep(&email);
            }
            answer
        })
    }

    fn verify_code(&self, code: String) -> Answer<'_> {
        Box::pin(self.whole(|this| async move { this.sign_in(&code).await }))
    }

    fn resend_code(&self) -> Answer<'_> {
        Box::pin(self.whole(|this| async move { this.resend().await }))
    }

    fn change_address(&self) -> Answer<'_> {
        Box::pin(self.whole(|this| async move { this.change().await }))
    }

    fn sign_out(&self) -> Answer<'_> {
        Box::pin(self.whole(|this| async move { this.leave().await }))
    }

    fn delete_account(&self) -> Answer<'_> {
        Box::pin(self.whole(|this| async move { this.delete().await }))
    }

    fn sign_out_browser(&self, browser: String) -> Answer<'_> {
        Box::pin(self.whole(|this| async move { this.leave_there(&browser).await }))
    }

    fn sign_out_others(&self) -> Answer<'_> {
        Box::pin(self.whole(|this| async move { this.leave_elsewhere().await }))
    }

    fn sign_out_everywhere(&self) -> Answer<'_> {
        Box::pin(self.whole(|this| async move { this.leave_everywhere().await }))
    }

    fn new_address(&self, email: String, altcha: Option<String>) -> Answer<'_> {
        Box::pin(async move {
            let typed = email.clone();
            let answer = self.whole(|this| async move { this.change_to(&typed, altcha.as_deref()).await }).await;
            if answer.is_err() {
                self.keep(&email);
            }
            answer
        })
    }

    fn verify_new_address(&self, code: String) -> Answer<'_> {
        Box::pin(self.whole(|this| async move { this.finish_change(&code).await }))
    }

    fn resend_new_address(&self) -> Answer<'_> {
        Box::pin(self.whole(|this| async move { this.resend_change().await }))
    }

    fn cancel_new_address(&self) -> Answer<'_> {
        Box::pin(self.whole(|this| async move { this.stop_change().await }))
    }

    fn not_me(&self, token: String) -> Answer<'_> {
        Box::pin(self.whole(|this| async move { this.disown(&token).await }))
    }
}

/// What the visitor is told; a failure of ours goes to the log.
fn to_refusal(answer: Result<Step, Stop>) -> Result<Step, Refusal> {
    answer.map_err(|stop| match stop {
        Stop::Problem(Problem::Refused(refusal)) => refusal,
        Stop::Session(SessionError::Overtaken) => Refusal::Overtaken,
        stop => {
            tracing::error!(error = &stop as &dyn Error, "a request of the sign-up failed");
            Refusal::Internal
        }
    })
}
