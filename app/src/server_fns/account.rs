//! Server functions of the account page. It has no island, so the browser submits plain forms.

// The macro turns each argument into a public field, which cannot have a docstring.
#![allow(missing_docs)]

use super::{ActionResponse, Refused};
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use crate::port::{Action, perform};

/// Ends the session.
///
/// # Errors
/// A program gets the refusal. An island gets an error only if the request could not be read; the view shows every other refusal.
#[server(prefix = "/api", endpoint = "sign-out")]
pub async fn sign_out() -> Result<ActionResponse, Refused> {
    perform(Action::SignOut).await
}

/// Signs another browser out. `browser` is its name on the account page. If it is signed out already, nothing changes.
///
/// # Errors
/// A program gets the refusal. An island gets an error only if the request could not be read; the view shows every other refusal.
#[server(prefix = "/api", endpoint = "sign-out-browser")]
pub async fn sign_out_browser(browser: String) -> Result<ActionResponse, Refused> {
    perform(Action::SignOutBrowser { browser }).await
}

/// Signs all other browsers out.
///
/// # Errors
/// A program gets the refusal. An island gets an error only if the request could not be read; the view shows every other refusal.
#[server(prefix = "/api", endpoint = "sign-out-others")]
pub async fn sign_out_others() -> Result<ActionResponse, Refused> {
    perform(Action::SignOutOthers).await
}

/// Signs all browsers out, this one too.
///
/// # Errors
/// A program gets the refusal. An island gets an error only if the request could not be read; the view shows every other refusal.
#[server(prefix = "/api", endpoint = "sign-out-everywhere")]
pub async fn sign_out_everywhere() -> Result<ActionResponse, Refused> {
    perform(Action::SignOutEverywhere).await
}

/// Deletes the account that is signed in.
///
/// # Errors
/// A program gets the refusal. An island gets an error only if the request could not be read; the view shows every other refusal.
#[server(prefix = "/api", endpoint = "delete-account")]
pub async fn delete_account() -> Result<ActionResponse, Refused> {
    perform(Action::DeleteAccount).await
}
