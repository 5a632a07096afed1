//! Of the page on which an account gets another address.

// The macro makes a public field of each argument and lets none be described.
#![allow(missing_docs)]

use super::{Answer, Refused};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use crate::port::{Action, perform};

/// Mails a code to the new address of the account that is signed in. `altcha`: a proof of work, wanted when there is a rush.
///
/// # Errors
/// For a program the refusal. For an island only what could not be read: what was refused is told by the view.
#[server(prefix = "/api", endpoint = "new-address")]
pub async fn request_email_change(email: String, altcha: Option<String>) -> Result<Answer, Refused> {
    perform(Action::RequestEmailChange { email, altcha }).await
}

/// Compares the code and makes the new address the account's.
///
/// # Errors
/// For a program the refusal. For an island only what could not be read: what was refused is told by the view.
#[server(prefix = "/api", endpoint = "verify-new-address")]
pub async fn verify_email_change(code: String) -> Result<Answer, Refused> {
    perform(Action::VerifyEmailChange { code }).await
}

/// Mails another code to the new address.
///
/// # Errors
/// For a program the refusal. For an island only what could not be read: what was refused is told by the view.
#[server(prefix = "/api", endpoint = "resend-new-address")]
pub async fn resend_email_change() -> Result<Answer, Refused> {
    perform(Action::ResendEmailChange).await
}

/// Keeps the old address, and leads back to where another can be typed.
///
/// # Errors
/// For a program the refusal. For an island only what could not be read: what was refused is told by the view.
#[server(prefix = "/api", endpoint = "cancel-new-address")]
pub async fn cancel_email_change() -> Result<Answer, Refused> {
    perform(Action::CancelEmailChange).await
}

/// What is known of the newest mail to the new address. Changes nothing.
///
/// # Errors
/// For a program the refusal. For an island only what could not be read: what was refused is told by the view.
#[server(prefix = "/api", endpoint = "new-address-delivery", input = GetUrl)]
pub async fn email_change_delivery() -> Result<Answer, Refused> {
    perform(Action::EmailChangeDelivery).await
}
