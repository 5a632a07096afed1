use super::CallerKind;
use crate::audit::{Event, RequestRecorder};
use crate::i18n::Translations;
use crate::router::Site;
use crate::router::respond::StoreUnavailable;
use crate::sessions::{SessionError, VisitorSession};
use crate::sign_up::ports::StoreError;
use crate::sign_up::{ClientPrefix, Requester, SignUpError, VisitorState};
use app::port::Action;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::StatusCode;
use axum::http::request::Parts;
use domain::{OneTimeCode, Refusal};
use std::error::Error;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The service behind all forms and server functions, for one request: it has the request's session, requester and language.
///
/// It loads the visitor's state from the session, applies the rules, saves the state before a mail is sent, and records the result.
#[derive(Clone)]
pub(in crate::router) struct SignUpService {
    pub(in crate::router) site: Arc<Site>,
    /// Texts in the visitor's language.
    pub(in crate::router) translations: Translations,
    pub(in crate::router) session: VisitorSession,
    pub(in crate::router) requester: Requester,
    /// Records the audit events of this request.
    pub(in crate::router) audit: RequestRecorder,
    pub(in crate::router) caller: CallerKind,
    /// Whether the store was unavailable.
    pub(in crate::router) store_unavailable: StoreUnavailable,
    /// Whether a step has stored its refusal in the audit trail.
    is_refusal_stored: Arc<AtomicBool>,
}

impl FromRequestParts<Arc<Site>> for SignUpService {
    type Rejection = StatusCode;

    /// Builds the service from the extensions that the site's layers have set; 500 if one is missing.
    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Self::Rejection> {
        let extensions = &parts.extensions;
        let (Some(session), Some(translations), Some(ConnectInfo(peer))) =
            (extensions.get::<VisitorSession>(), extensions.get::<Translations>(), extensions.get::<ConnectInfo<SocketAddr>>())
        else {
            return Err(StatusCode::INTERNAL_SERVER_ERROR);
        };
        let client = site.clients.of(peer.ip(), &parts.headers);
        let requester = Requester {
            device: session.device().clone(),
            language: translations.language(),
            ..Requester::from(ClientPrefix::from(client))
        };
        Ok(Self {
            site: Arc::clone(site),
            translations: translations.clone(),
            session: session.clone(),
            requester,
            audit: site.audit.for_request(client),
            caller: CallerKind::of(&parts.headers),
            store_unavailable: StoreUnavailable::default(),
            is_refusal_stored: Arc::default(),
        })
    }
}

/// The result of an action, before it is presented in one of three ways.
pub(in crate::router) struct ActionResult {
    /// The visitor state after the action, or the refusal.
    pub(in crate::router) visitor: Result<VisitorState, Refusal>,
    /// The address to prefill the next form with; empty if none.
    pub(in crate::router) prefill: String,
}

/// Why an action did not succeed.
#[derive(Debug, thiserror::Error)]
pub(super) enum ServiceError {
    #[error(transparent)]
    SignUp(#[from] SignUpError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Session(#[from] SessionError),
    #[error("the task of an action panicked")]
    Panicked(#[from] tokio::task::JoinError),
}

impl ServiceError {
    /// Whether the store is unavailable.
    const fn is_store_unavailable(&self) -> bool {
        match self {
            Self::SignUp(SignUpError::Store(error)) | Self::Store(error) => matches!(error, StoreError::Unavailable(_)),
            Self::Session(error) => error.is_unavailable(),
            Self::SignUp(_) | Self::Panicked(_) => false,
        }
    }
}

impl From<Refusal> for ServiceError {
    fn from(refusal: Refusal) -> Self {
        Self::SignUp(refusal.into())
    }
}

impl ActionResult {
    /// The result of an action that was refused.
    pub(in crate::router) const fn refused(refusal: Refusal) -> Self {
        Self { visitor: Err(refusal), prefill: String::new() }
    }
}

impl SignUpService {
    /// Runs an action to completion in a task of its own: neither a client that disconnects nor a response that times out can interrupt it
    /// between counting, saving and sending.
    pub(in crate::router) async fn perform(&self, action: Action) -> ActionResult {
        if matches!(action, Action::Delivery | Action::EmailChangeDelivery) {
            return self.query(action).await;
        }
        let mut prefill = match &action {
            Action::RequestCode { email, .. } | Action::RequestEmailChange { email, .. } => address_prefill(email),
            _ => String::new(),
        };
        let this = self.clone();
        // Boxed, since the future is as large as that of the largest action.
        let task = Box::pin(async move {
            let output = this.dispatch(action).await;
            this.record_refusal(output).await
        });
        let result = match self.site.detached_tasks.run(task).await {
            Ok(result) => result,
            Err(panicked) => self.record_refusal(Err(panicked.into())).await,
        };
        let result = result.map(|output| {
            prefill = output.prefill;
            output.visitor
        });
        ActionResult { visitor: result, prefill }
    }

    async fn dispatch(&self, action: Action) -> Result<ActionOutput, ServiceError> {
        let visitor = match action {
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
            Action::Delivery => Ok(self.visitor().await?),
            Action::EmailChangeDelivery => self.signed_in_visitor().await,
        };
        visitor.map(ActionOutput::from)
    }

    /// Runs an action that changes nothing: it may be interrupted, and is not recorded.
    async fn query(&self, action: Action) -> ActionResult {
        let result = self.dispatch(action).await.map(|output| output.visitor).map_err(|error| self.to_refusal(error));
        ActionResult { visitor: result, prefill: String::new() }
    }

    /// Notes that a step has stored its refusal in the audit trail.
    pub(super) fn refusal_is_stored(&self) {
        self.is_refusal_stored.store(true, Ordering::Relaxed);
    }

    /// Turns an error into a refusal, and records it in the audit trail unless the step did.
    async fn record_refusal(&self, output: Result<ActionOutput, ServiceError>) -> Result<ActionOutput, Refusal> {
        let output = output.map_err(|error| self.to_refusal(error));
        if let Err(refusal) = &output {
            if self.store_unavailable.is_noted() {
                self.audit.leave_out();
            } else if !self.is_refusal_stored.load(Ordering::Relaxed) {
                self.audit.record(Event::Refused(*refusal)).await;
            }
        }
        output
    }

    /// Turns an error into the refusal that the visitor sees, and logs internal errors.
    fn to_refusal(&self, error: ServiceError) -> Refusal {
        match error {
            ServiceError::SignUp(SignUpError::Refused(refusal)) => refusal,
            ServiceError::SignUp(SignUpError::Conflict) | ServiceError::Session(SessionError::Conflict) => Refusal::Conflict,
            error => {
                tracing::error!(error = &error as &dyn Error, "an action failed");
                if error.is_store_unavailable() {
                    self.store_unavailable.note();
                }
                Refusal::Internal
            }
        }
    }
}

/// The result of an action that succeeded.
pub(super) struct ActionOutput {
    pub(super) visitor: VisitorState,
    /// The address to prefill the next form with; empty if none.
    pub(super) prefill: String,
}

impl From<VisitorState> for ActionOutput {
    fn from(visitor: VisitorState) -> Self {
        Self { visitor, prefill: String::new() }
    }
}

/// The content of an address field, to prefill the form when it is shown again. A code that was typed there by mistake is dropped.
pub(in crate::router) fn address_prefill(email: &str) -> String {
    if !email.contains('@') && OneTimeCode::parse(email).is_ok() {
        return String::new();
    }
    // No address is longer, so the rest of what was typed is dropped.
    email.chars().take(320).filter(|character| !character.is_control()).collect()
}
