use super::Client;
use crate::audit::{Event, RequestRecorder};
use crate::i18n::Words;
use crate::router::Site;
use crate::sessions::{SessionError, VisitSession};
use crate::sign_up::ports::StoreError;
use crate::sign_up::{Problem, Requester, Visit};
use app::port::Action;
use domain::{OneTimeCode, Refusal};
use std::error::Error;

/// The service behind all forms and server functions, for one request: loads the visit from the session, follows the rules, saves the
/// visit before anything leaves the house, and records what came of it.
#[derive(Clone)]
pub(in crate::router) struct SignUpService {
    pub(in crate::router) site: Site,
    /// Those of the visitor's language.
    pub(in crate::router) words: Words,
    pub(in crate::router) session: VisitSession,
    pub(in crate::router) requester: Requester,
    /// Where what comes of it is recorded.
    pub(in crate::router) audit: RequestRecorder,
    pub(in crate::router) client: Client,
}

/// What came of an action; three presentations are made of it.
pub(in crate::router) struct Performed {
    /// The visit as it is now, or why nothing was done.
    pub(in crate::router) result: Result<Visit, Refusal>,
    /// The address that the next form starts with; empty if none.
    pub(in crate::router) prefill: String,
}

/// What stopped an action.
#[derive(Debug, thiserror::Error)]
pub(super) enum ServiceError {
    #[error(transparent)]
    Problem(#[from] Problem),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Session(#[from] SessionError),
    #[error("a task of the sign-up did not end")]
    Panicked(#[from] tokio::task::JoinError),
}

impl From<Refusal> for ServiceError {
    fn from(refusal: Refusal) -> Self {
        Self::Problem(refusal.into())
    }
}

impl Performed {
    /// Nothing was done.
    pub(in crate::router) const fn refused(refusal: Refusal) -> Self {
        Self { result: Err(refusal), prefill: String::new() }
    }
}

impl SignUpService {
    /// Does what is asked, to its end, in a task of its own: neither a visitor who hangs up nor an answer that is given up can come
    /// between what is counted, saved and sent.
    pub(in crate::router) async fn perform(&self, action: Action) -> Performed {
        if matches!(action, Action::Delivery | Action::EmailChangeDelivery) {
            return self.look(action).await;
        }
        let mut prefill = typed_address(&action);
        let this = self.clone();
        // On the heap, since it is as large as the largest action.
        let task = Box::pin(async move {
            let done = this.follow(action).await;
            this.recorded(done).await
        });
        let result = match self.site.under_way.run(task).await {
            Ok(result) => result,
            Err(panicked) => self.recorded(Err(panicked.into())).await,
        };
        let result = result.map(|done| {
            prefill = done.prefill;
            done.visit
        });
        Performed { result, prefill }
    }

    async fn follow(&self, action: Action) -> Result<Done, ServiceError> {
        let visit = match action {
            Action::RequestCode { email, altcha } => self.request_code(&email, altcha.as_deref()).await,
            Action::VerifyCode { code } => self.verify_code(&code).await,
            Action::ResendCode => self.resend_code().await,
            Action::ChangeAddress => return self.start_over().await,
            Action::SignOut => self.sign_out().await,
            Action::SignOutBrowser { browser } => self.sign_out_session(&browser).await,
            Action::SignOutOthers => self.sign_out_others().await,
            Action::SignOutEverywhere => self.sign_out_everywhere().await,
            Action::DeleteAccount => self.delete_account().await,
            Action::RequestEmailChange { email, altcha } => self.request_email_change(&email, altcha.as_deref()).await,
            Action::VerifyEmailChange { code } => self.verify_email_change(&code).await,
            Action::ResendEmailChange => self.resend_email_change().await,
            Action::CancelEmailChange => return self.cancel_email_change().await,
            Action::NotMe { token } => self.not_me(&token).await,
            Action::Delivery => Ok(self.visit().await?),
            Action::EmailChangeDelivery => self.signed_in_visit().await,
        };
        visit.map(Done::from)
    }

    /// Follows an action that changes nothing: it need not come to its end, and is not recorded.
    async fn look(&self, action: Action) -> Performed {
        let result = self.follow(action).await.map(|done| done.visit).map_err(to_refusal);
        Performed { result, prefill: String::new() }
    }

    /// What the visitor is told, once it is recorded.
    async fn recorded(&self, done: Result<Done, ServiceError>) -> Result<Done, Refusal> {
        let done = done.map_err(to_refusal);
        if let Err(refusal) = &done {
            self.audit.record(Event::Refused(*refusal)).await;
        }
        done
    }
}

/// What the visitor is told of an error; a failure of ours goes to the log.
fn to_refusal(error: ServiceError) -> Refusal {
    match error {
        ServiceError::Problem(Problem::Refused(refusal)) => refusal,
        ServiceError::Session(SessionError::Overtaken) => Refusal::Overtaken,
        error => {
            tracing::error!(error = &error as &dyn Error, "a request of the sign-up failed");
            Refusal::Internal
        }
    }
}

/// What an action has come to.
pub(super) struct Done {
    pub(super) visit: Visit,
    /// The address that the next form starts with; empty if none.
    pub(super) prefill: String,
}

impl From<Visit> for Done {
    fn from(visit: Visit) -> Self {
        Self { visit, prefill: String::new() }
    }
}

/// What was typed into the field of an address, for the form that is shown again. A code that was typed there by mistake is not kept.
fn typed_address(action: &Action) -> String {
    let (Action::RequestCode { email, .. } | Action::RequestEmailChange { email, .. }) = action else { return String::new() };
    if !email.contains('@') && OneTimeCode::parse(email).is_ok() {
        return String::new();
    }
    // What could not be an address is not kept beyond the length of one that might.
    email.chars().take(320).filter(|character| !character.is_control()).collect()
}
