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
