//! Of the sign-up, and of those who did not ask for a code.

// The macro makes a public field of each argument and lets none be described.
#![allow(missing_docs)]

use super::{Answer, Refused};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use crate::port::{Action, perform};

/// Mails a code to the address and leads to the code step. `altcha`: a proof of work, wanted when there is a rush.
///
/// # Errors
/// For a program the refusal. For an island only what could not be read: what was refused is told by the view.
#[server(prefix = "/api", endpoint = "request-code")]
pub async fn request_code(email: String, altcha: Option<String>) -> Result<Answer, Refused> {
    perform(Action::RequestCode { email, altcha }).await
}

/// Compares the code and leads to the account.
///
/// # Errors
/// For a program the refusal. For an island only what could not be read: what was refused is told by the view.
#[server(prefix = "/api", endpoint = "verify-code")]
pub async fn verify_code(code: String) -> Result<Answer, Refused> {
    perform(Action::VerifyCode { code }).await
}

/// Mails another code to the same address.
///
/// # Errors
/// For a program the refusal. For an island only what could not be read: what was refused is told by the view.
#[server(prefix = "/api", endpoint = "resend-code")]
pub async fn resend_code() -> Result<Answer, Refused> {
    perform(Action::ResendCode).await
}

/// Pauses the pending sign-up and leads back to the address step. It goes on if the same address is typed again.
///
/// # Errors
/// For a program the refusal. For an island only what could not be read: what was refused is told by the view.
#[server(prefix = "/api", endpoint = "change-address")]
pub async fn change_address() -> Result<Answer, Refused> {
    perform(Action::ChangeAddress).await
}

/// The step of the visitor, with what is known of the newest mail. Changes nothing.
///
/// # Errors
/// For a program the refusal. For an island only what could not be read: what was refused is told by the view.
#[server(prefix = "/api", endpoint = "delivery", input = GetUrl)]
pub async fn delivery() -> Result<Answer, Refused> {
    perform(Action::Delivery).await
}

/// Voids the pending codes of the mailbox that this token was mailed to, and mails it no more for a day.
///
/// # Errors
/// For a program the refusal. For an island only what could not be read: what was refused is told by the view.
#[server(prefix = "/api", endpoint = "not-me")]
pub async fn not_me(token: String) -> Result<Answer, Refused> {
    perform(Action::NotMe { token }).await
}
