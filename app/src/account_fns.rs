//! The server functions of the account's page: one call on the port each. Their endpoints are fixed, as those of
//! [`crate::server_fns`] are. The page has no island, so they are the server's alone.

// The macro makes a public field of each argument and lets none be described.
#![allow(missing_docs)]

use crate::domain::{Refusal, Step};
use crate::server_fns::port;
use leptos::prelude::*;

/// Signs another browser out; `browser` is its name on the account's page. One that is signed out already stays so.
///
/// # Errors
/// [`Refusal::NotSignedIn`], or [`Refusal::Malformed`] for what is no such name.
#[server(prefix = "/api", endpoint = "sign-out-browser")]
pub async fn sign_out_browser(browser: String) -> Result<Step, Refusal> {
    port()?.sign_out_browser(browser).await
}

/// Signs all other browsers out.
///
/// # Errors
/// [`Refusal::NotSignedIn`].
#[server(prefix = "/api", endpoint = "sign-out-others")]
pub async fn sign_out_others() -> Result<Step, Refusal> {
    port()?.sign_out_others().await
}

/// Signs all browsers out, this one too.
///
/// # Errors
/// [`Refusal::NotSignedIn`].
#[server(prefix = "/api", endpoint = "sign-out-everywhere")]
pub async fn sign_out_everywhere() -> Result<Step, Refusal> {
    port()?.sign_out_everywhere().await
}

/// Mails a code to the new address of the account that is signed in. `altcha`: a proof of work, wanted when there is a rush.
///
/// # Errors
/// [`Refusal::NotSignedIn`], or that of the address or of a limit.
#[server(prefix = "/api", endpoint = "new-address")]
pub async fn new_address(email: String, altcha: Option<String>) -> Result<Step, Refusal> {
    port()?.new_address(email, altcha).await
}

/// Compares the code and makes the new address the account's.
///
/// # Errors
/// [`Refusal::NotSignedIn`], [`Refusal::AddressTaken`], or that of the code or of a limit.
#[server(prefix = "/api", endpoint = "verify-new-address")]
pub async fn verify_new_address(code: String) -> Result<Step, Refusal> {
    port()?.verify_new_address(code).await
}

/// Mails another code to the new address.
///
/// # Errors
/// [`Refusal::NotSignedIn`], or that of a limit.
#[server(prefix = "/api", endpoint = "resend-new-address")]
pub async fn resend_new_address() -> Result<Step, Refusal> {
    port()?.resend_new_address().await
}

/// Keeps the old address, and leads back to where another can be typed.
///
/// # Errors
/// [`Refusal::NotSignedIn`].
#[server(prefix = "/api", endpoint = "cancel-new-address")]
pub async fn cancel_new_address() -> Result<Step, Refusal> {
    port()?.cancel_new_address().await
}
