//! The server functions. Their endpoints are fixed, so that a page loaded before an upgrade still works after it.
//!
//! Each passes its arguments to the [`port`](crate::port) and returns the result: for an island the view to show, also when the form was
//! refused; for a program the step, or the [`Refusal`](domain::Refusal). Plain forms are submitted to the same paths.

mod account;
#[cfg(feature = "ssr")]
mod arguments;
mod email_change;
mod sign_up;

pub use crate::response::{ActionResponse, Refused, VIEW_MEDIA_TYPE};
pub use account::{DeleteAccount, SignOut, SignOutBrowser, SignOutEverywhere, SignOutOthers};
pub use email_change::{CancelEmailChange, EmailChangeDelivery, RequestEmailChange, ResendEmailChange, VerifyEmailChange};
pub use sign_up::{ChangeAddress, Delivery, NotMe, RequestCode, ResendCode, VerifyCode};
