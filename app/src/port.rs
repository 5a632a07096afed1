//! The port through which the server functions call the server.

use crate::response::{ActionResponse, Refused};
use domain::Refusal;
use leptos::prelude::use_context;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

/// What a visitor requests by a form or a server function. The content is not validated yet.
#[allow(missing_docs, reason = "each field is what the server function of the same name takes")]
#[derive(Clone)]
pub enum Action {
    /// [`crate::server_fns::RequestCode`].
    RequestCode { email: String, altcha: Option<String> },
    /// [`crate::server_fns::VerifyCode`].
    VerifyCode { code: String },
    /// [`crate::server_fns::ResendCode`].
    ResendCode,
    /// [`crate::server_fns::ChangeAddress`].
    ChangeAddress,
    /// [`crate::server_fns::Delivery`].
    Delivery,
    /// [`crate::server_fns::SignOut`].
    SignOut,
    /// [`crate::server_fns::SignOutBrowser`].
    SignOutBrowser { browser: String },
    /// [`crate::server_fns::SignOutOthers`].
    SignOutOthers,
    /// [`crate::server_fns::SignOutEverywhere`].
    SignOutEverywhere,
    /// [`crate::server_fns::DeleteAccount`].
    DeleteAccount,
    /// [`crate::server_fns::RequestEmailChange`].
    RequestEmailChange { email: String, altcha: Option<String> },
    /// [`crate::server_fns::VerifyEmailChange`].
    VerifyEmailChange { code: String },
    /// [`crate::server_fns::ResendEmailChange`].
    ResendEmailChange,
    /// [`crate::server_fns::CancelEmailChange`].
    CancelEmailChange,
    /// [`crate::server_fns::EmailChangeDelivery`].
    EmailChangeDelivery,
    /// [`crate::server_fns::NotMe`].
    NotMe { token: String },
}

/// The future that [`SignUpPort::perform`] returns.
pub type ActionFuture<'a> = Pin<Box<dyn Future<Output = Result<ActionResponse, Refused>> + Send + 'a>>;

/// The service behind the server functions, for one request. The server provides a [`SharedSignUp`] as context to every server function.
pub trait SignUpPort: Send + Sync {
    /// Performs the action, and returns its result in the form that the caller reads.
    fn perform(&self, action: Action) -> ActionFuture<'_>;
}

/// The port as it is provided in the context.
pub type SharedSignUp = Arc<dyn SignUpPort>;

pub(crate) async fn perform(action: Action) -> Result<ActionResponse, Refused> {
    let port: SharedSignUp = use_context().ok_or(Refused(Refusal::Internal))?;
    port.perform(action).await
}
