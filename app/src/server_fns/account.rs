//! Of the account's page, which has no island: the browser posts its plain forms.

// The macro makes a public field of each argument and lets none be described.
#![allow(missing_docs)]

use super::{Answer, Refused};
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use crate::port::{Action, perform};

/// Ends the session.
///
/// # Errors
/// For a program the refusal. For an island only what could not be read: what was refused is told by the view.
#[server(prefix = "/api", endpoint = "sign-out")]
pub async fn sign_out() -> Result<Answer, Refused> {
    perform(Action::SignOut).await
}

/// Signs another browser out; `browser` is its name on the account's page. One that is signed out already stays so.
///
/// # Errors
/// For a program the refusal. For an island only what could not be read: what was refused is told by the view.
#[server(prefix = "/api", endpoint = "sign-out-browser")]
pub async fn sign_out_browser(browser: String) -> Result<Answer, Refused> {
    perform(Action::SignOutBrowser { browser }).await
}

/// Signs all other browsers out.
///
/// # Errors
/// For a program the refusal. For an island only what could not be read: what was refused is told by the view.
#[server(prefix = "/api", endpoint = "sign-out-others")]
pub async fn sign_out_others() -> Result<Answer, Refused> {
    perform(Action::SignOutOthers).await
}

/// Signs all browsers out, this one too.
///
/// # Errors
/// For a program the refusal. For an island only what could not be read: what was refused is told by the view.
#[server(prefix = "/api", endpoint = "sign-out-everywhere")]
pub async fn sign_out_everywhere() -> Result<Answer, Refused> {
    perform(Action::SignOutEverywhere).await
}

/// Deletes the account that is signed in.
///
/// # Errors
/// For a program the refusal. For an island only what could not be read: what was refused is told by the view.
#[server(prefix = "/api", endpoint = "delete-account")]
pub async fn delete_account() -> Result<Answer, Refused> {
    perform(Action::DeleteAccount).await
}
