//! Server functions of the page that changes the address of an account.

// The macro turns each argument into a public field, which cannot have a docstring.
#![allow(missing_docs)]

use super::{ActionResponse, Refused};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use crate::port::{Action, perform};

/// Mails a code to the new address of the account that is signed in. `altcha` is a proof of work, required while many mails are requested.
///
/// # Errors
/// A program gets the refusal. An island gets an error only if the request could not be read; the view shows every other refusal.
#[server(prefix = "/api", endpoint = "new-address")]
pub async fn request_email_change(email: String, altcha: Option<String>) -> Result<ActionResponse, Refused> {
    perform(Action::RequestEmailChange { email, altcha }).await
}

/// Verifies the code and makes the new address that of the account.
///
/// # Errors
/// A program gets the refusal. An island gets an error only if the request could not be read; the view shows every other refusal.
#[server(prefix = "/api", endpoint = "verify-new-address")]
pub async fn verify_email_change(code: String) -> Result<ActionResponse, Refused> {
    perform(Action::VerifyEmailChange { code }).await
}

/// Mails another code to the new address.
///
/// # Errors
/// A program gets the refusal. An island gets an error only if the request could not be read; the view shows every other refusal.
#[server(prefix = "/api", endpoint = "resend-new-address")]
pub async fn resend_email_change() -> Result<ActionResponse, Refused> {
    perform(Action::ResendEmailChange).await
}

/// Keeps the old address and returns to the form for a new one.
///
/// # Errors
/// A program gets the refusal. An island gets an error only if the request could not be read; the view shows every other refusal.
#[server(prefix = "/api", endpoint = "cancel-new-address")]
pub async fn cancel_email_change() -> Result<ActionResponse, Refused> {
    perform(Action::CancelEmailChange).await
}

/// Returns the delivery state of the newest mail to the new address. Changes nothing.
///
/// # Errors
/// A program gets the refusal. An island gets an error only if the request could not be read; the view shows every other refusal.
#[server(prefix = "/api", endpoint = "new-address-delivery", input = GetUrl)]
pub async fn email_change_delivery() -> Result<ActionResponse, Refused> {
    perform(Action::EmailChangeDelivery).await
}
