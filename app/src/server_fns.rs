//! The server functions: one call on the port each. Their endpoints are fixed, so that a page loaded before
//! an upgrade still works after it.

// The macro makes a public field of each argument and lets none be described.
#![allow(missing_docs)]

use crate::domain::{Refusal, Step};
use leptos::prelude::*;
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};

impl FromServerFnError for Refusal {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            // A body that is too long or no UTF-8 is `Deserialization`.
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => Self::Malformed,
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Self::NoAnswer,
            _ => Self::Internal,
        }
    }
}

pub(crate) fn port() -> Result<crate::ports::SharedSignUp, Refusal> {
    use_context().ok_or(Refusal::Internal)
}

/// Mails a code to the address and leads to the code step. `altcha`: a proof of work, wanted when there is a rush.
///
/// # Errors
/// The [`Refusal`] of the address or of a limit.
#[server(prefix = "/api", endpoint = "request-code")]
pub async fn request_code(email: String, altcha: Option<String>) -> Result<Step, Refusal> {
    port()?.request_code(email, altcha).await
}

/// Compares the code and leads to the account.
///
/// # Errors
/// The [`Refusal`] of the code or of a limit.
#[server(prefix = "/api", endpoint = "verify-code")]
pub async fn verify_code(code: String) -> Result<Step, Refusal> {
    port()?.verify_code(code).await
}

/// Mails another code to the same address.
///
/// # Errors
/// The [`Refusal`] of a limit.
#[server(prefix = "/api", endpoint = "resend-code")]
pub async fn resend_code() -> Result<Step, Refusal> {
    port()?.resend_code().await
}

/// Drops the pending sign-up and leads back to the address step.
///
/// # Errors
/// [`Refusal::Internal`] only.
#[server(prefix = "/api", endpoint = "change-address")]
pub async fn change_address() -> Result<Step, Refusal> {
    port()?.change_address().await
}

/// Ends the session.
///
/// # Errors
/// [`Refusal::Internal`] only.
#[server(prefix = "/api", endpoint = "sign-out")]
pub async fn sign_out() -> Result<Step, Refusal> {
    port()?.sign_out().await
}

/// Deletes the account that is signed in.
///
/// # Errors
/// [`Refusal::NotSignedIn`].
#[server(prefix = "/api", endpoint = "delete-account")]
pub async fn delete_account() -> Result<Step, Refusal> {
    port()?.delete_account().await
}

/// Voids the pending codes of the mailbox that this token was mailed to, and mails it no more for a day.
///
/// # Errors
/// [`Refusal::Token`].
#[server(prefix = "/api", endpoint = "not-me")]
pub async fn not_me(token: String) -> Result<Step, Refusal> {
    port()?.not_me(token).await
}
