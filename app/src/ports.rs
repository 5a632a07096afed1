//! What the server does for the server functions.

use crate::domain::{Refusal, Step};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

/// The step that a visitor is at after a request, or why the request was refused.
pub type Answer<'a> = Pin<Box<dyn Future<Output = Result<Step, Refusal>> + Send + 'a>>;

/// The sign-up of one visitor and their account, in one request. The server puts a [`SharedSignUp`] into the context of
/// every server function.
pub trait SignUpPort: Send + Sync {
    /// Mails a code to a typed address. `altcha`: a proof of work, or nothing.
    fn request_code(&self, email: String, altcha: Option<String>) -> Answer<'_>;
    /// Compares a typed code.
    fn verify_code(&self, code: String) -> Answer<'_>;
    /// Mails another code to the address of the pending sign-up.
    fn resend_code(&self) -> Answer<'_>;
    /// Drops the pending sign-up, so that another address can be typed.
    fn change_address(&self) -> Answer<'_>;
    /// Ends the session.
    fn sign_out(&self) -> Answer<'_>;
    /// Deletes the account that is signed in, and ends the session.
    fn delete_account(&self) -> Answer<'_>;
    /// Ends another session of the account that is signed in; `browser` names it.
    fn sign_out_browser(&self, browser: String) -> Answer<'_>;
    /// Ends all other sessions of the account that is signed in.
    fn sign_out_others(&self) -> Answer<'_>;
    /// Ends all sessions of the account that is signed in, this one too.
    fn sign_out_everywhere(&self) -> Answer<'_>;
    /// Mails a code to the new address of the account that is signed in. `altcha`: a proof of work, or nothing.
    fn new_address(&self, email: String, altcha: Option<String>) -> Answer<'_>;
    /// Compares a typed code, and makes the new address the account's.
    fn verify_new_address(&self, code: String) -> Answer<'_>;
    /// Mails another code to the new address.
    fn resend_new_address(&self) -> Answer<'_>;
    /// Keeps the old address.
    fn cancel_new_address(&self) -> Answer<'_>;
    /// Voids the pending codes of the mailbox that this token was mailed to, and mails it no more for a day.
    fn not_me(&self, token: String) -> Answer<'_>;
}

/// The port as it stands in the context.
pub type SharedSignUp = Arc<dyn SignUpPort>;
