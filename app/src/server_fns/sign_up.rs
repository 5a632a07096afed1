//! Server functions of the sign-up, and of the report that a mail was not requested.

// The macro turns each argument into a public field, which cannot have a docstring.
#![allow(missing_docs)]

use super::{ActionResponse, Refused};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use crate::port::{Action, perform};

/// Mails a code to the address and moves to the code step. `altcha` is a proof of work, required while many mails are requested.
///
/// # Errors
/// A program gets the refusal. An island gets an error only if the request could not be read; the view shows every other refusal.
#[server(prefix = "/api", endpoint = "request-code")]
pub async fn request_code(email: String, altcha: Option<String>) -> Result<ActionResponse, Refused> {
    perform(Action::RequestCode { email, altcha }).await
}

/// Verifies the code and signs in to the account.
///
/// # Errors
/// A program gets the refusal. An island gets an error only if the request could not be read; the view shows every other refusal.
#[server(prefix = "/api", endpoint = "verify-code")]
pub async fn verify_code(code: String) -> Result<ActionResponse, Refused> {
    perform(Action::VerifyCode { code }).await
}

/// Mails another code to the same address.
///
/// # Errors
/// A program gets the refusal. An island gets an error only if the request could not be read; the view shows every other refusal.
#[server(prefix = "/api", endpoint = "resend-code")]
pub async fn resend_code() -> Result<ActionResponse, Refused> {
    perform(Action::ResendCode).await
}

/// Pauses the pending sign-up and returns to the address step. Entering the same address again resumes it.
///
/// # Errors
/// A program gets the refusal. An island gets an error only if the request could not be read; the view shows every other refusal.
#[server(prefix = "/api", endpoint = "change-address")]
pub async fn change_address() -> Result<ActionResponse, Refused> {
    perform(Action::ChangeAddress).await
}

/// Returns the visitor's step with the delivery state of the newest mail. Changes nothing.
///
/// # Errors
/// A program gets the refusal. An island gets an error only if the request could not be read; the view shows every other refusal.
#[server(prefix = "/api", endpoint = "delivery", input = GetUrl)]
pub async fn delivery() -> Result<ActionResponse, Refused> {
    perform(Action::Delivery).await
}

/// Voids the pending codes of the mailbox that this token was mailed to, and mails no code to it for a day.
///
/// # Errors
/// A program gets the refusal. An island gets an error only if the request could not be read; the view shows every other refusal.
#[server(prefix = "/api", endpoint = "not-me")]
pub async fn not_me(token: String) -> Result<ActionResponse, Refused> {
    perform(Action::NotMe { token }).await
}
