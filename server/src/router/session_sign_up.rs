use super::Site;
use crate::sessions::{SessionError, VisitSession};
use crate::sign_up::ports::StoreError;
use crate::sign_up::{ClientKey, Mailing, Problem, Visit};
use app::domain::{OneTimeCode, Refusal, Step};
use app::ports::{Answer, SignUpPort};
use std::error::Error;
use std::sync::{Arc, OnceLock};

/// The sign-up of the visitor whose request this is: loads the visit from the session, follows the rules and saves
/// the visit before anything leaves the house.
#[derive(Clone)]
pub(super) struct SessionSignUp {
    pub(super) site: Site,
    pub(super) session: VisitSession,
    pub(super) client: ClientKey,
    /// The address to keep in the form that is shown next.
    pub(super) kept: Arc<OnceLock<String>>,
}

/// What stopped a request.
#[derive(Debug, thiserror::Error)]
enum Stop {
    #[error(transparent)]
    Problem(#[from] Problem),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Session(#[from] SessionError),
    #[error("the comparison of the code did not end")]
    Broken(#[from] tokio::task::JoinError),
}

impl SessionSignUp {
    async fn visit(&self) -> Result<Visit, SessionError> {
        self.session.visit(self.site.now()).await
    }

    /// Whether another tab was quicker.
    async fn is_signed_in(&self, visit: &Visit) -> Result<bool, Stop> {
        Ok(self.site.sign_up.account(visit).await?.is_some())
    }

    async fn request(&self, email: &str) -> Result<Step, Stop> {
        let mut visit = self.visit().await?;
        if self.is_signed_in(&visit).await? {
            return Ok(Step::Account);
        }
        visit.account = None;
        let mailing = self.site.sign_up.request_code(&mut visit, email, &self.client).await?;
        self.send(&visit, mailing).await
    }

    async fn resend(&self) -> Result<Step, Stop> {
        let mut visit = self.visit().await?;
        if self.is_signed_in(&visit).await? {
            return Ok(Step::Account);
        }
        let mailing = self.site.sign_up.resend_code(&mut visit, &self.client).await?;
        self.send(&visit, mailing).await
    }

    async fn send(&self, visit: &Visit, mailing: Mailing) -> Result<Step, Stop> {
        self.session.save(visit).await?;
        self.site.sign_up.send(mailing).await;
        Ok(self.site.sign_up.step(visit).await?)
    }

    /// In a task of its own: a visitor who hangs up cannot come between the used code and the session that knows it.
    async fn verify(&self, code: String) -> Result<Step, Stop> {
        let this = self.clone();
        let verified = tokio::spawn(async move {
            let mut visit = this.visit().await?;
            if this.is_signed_in(&visit).await? {
                return Ok(Step::Account);
            }
            this.site.sign_up.verify_code(&mut visit, &code).await?;
            this.session.save_renewed(&visit).await?;
            Ok(Step::Account)
        });
        verified.await?
    }

    async fn change(&self) -> Result<Step, Stop> {
        let mut visit = self.visit().await?;
        if let Some(address) = self.site.sign_up.change_address(&mut visit) {
            let _ = self.kept.set(address.as_str().to_owned());
            self.session.save(&visit).await?;
        }
        Ok(self.site.sign_up.step(&visit).await?)
    }

    async fn leave(&self) -> Result<Step, Stop> {
        self.session.end().await?;
        Ok(Step::Address)
    }

    async fn delete(&self) -> Result<Step, Stop> {
        let mut visit = self.visit().await?;
        self.site.sign_up.delete_account(&mut visit).await?;
        self.leave().await
    }
}

impl SignUpPort for SessionSignUp {
    fn request_code(&self, email: String) -> Answer<'_> {
        Box::pin(async move {
            let answer = self.request(&email).await;
            // A code that was typed into the wrong field is not kept at all.
            if answer.is_err() && OneTimeCode::parse(&email).is_err() {
                // What could not be an address is not kept beyond the length of one that might.
                let _ = self.kept.set(email.chars().take(320).filter(|character| !character.is_control()).collect());
            }
            told(answer)
        })
    }

    fn verify_code(&self, code: String) -> Answer<'_> {
        Box::pin(async move { told(self.verify(code).await) })
    }

    fn resend_code(&self) -> Answer<'_> {
        Box::pin(async { told(self.resend().await) })
    }

    fn change_address(&self) -> Answer<'_> {
        Box::pin(async { told(self.change().await) })
    }

    fn sign_out(&self) -> Answer<'_> {
        Box::pin(async { told(self.leave().await) })
    }

    fn delete_account(&self) -> Answer<'_> {
        Box::pin(async { told(self.delete().await) })
    }
}

/// What the visitor is told; a failure of ours goes to the log.
fn told(answer: Result<Step, Stop>) -> Result<Step, Refusal> {
    answer.map_err(|stop| match stop {
        Stop::Problem(Problem::Refused(refusal)) => refusal,
        stop => {
            tracing::error!(error = &stop as &dyn Error, "a request of the sign-up failed");
            Refusal::Internal
        }
    })
}
