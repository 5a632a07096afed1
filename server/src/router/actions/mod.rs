//! The actions of forms and server functions: the fields are parsed, one service performs the action, and its result is presented in three
//! ways.
//!
//! - `endpoint`: routes, parsing, and the calls through Leptos; `cookie_check`: the layers before a browser's first form.
//! - `service`: runs an action and records its refusal; `sign_up`, `account` and `email_change` have the actions themselves.
//! - `recording`: the session and the audit rows that a step of the sign-up stores with its data.
//! - `form_target`: the page that shows the result of a form; `present`: the result as a redirect, a view or JSON.
//! - `language`: the form of the language menu, which needs no service.

mod account;
mod cookie_check;
mod email_change;
mod endpoint;
mod form_target;
mod language;
mod present;
mod recording;
mod service;
mod sign_up;

use super::request::CallerKind;
pub(super) use cookie_check::{ask_for_cookie, require_cookie};
pub(super) use endpoint::{action, query};
pub(super) use form_target::FormTarget;
pub(super) use language::choose_language;
pub(super) use present::to_program;
use service::ActionResult;
pub(super) use service::SignUpService;
pub(super) use service::address_prefill;
