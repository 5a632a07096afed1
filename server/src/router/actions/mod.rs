//! The actions of forms and server functions: the fields are parsed, one service performs the action, and its result is presented in three
//! ways.

mod account;
mod cookie_check;
mod email_change;
mod endpoint;
mod form_target;
mod language;
mod present;
mod service;
mod sign_up;

use super::request::Client;
pub(super) use cookie_check::{ask_for_cookie, require_cookie};
pub(super) use endpoint::{action, query};
pub(super) use form_target::FormTarget;
pub(super) use language::choose_language;
pub(super) use present::to_program;
use service::ActionResult;
pub(super) use service::SignUpService;
pub(super) use service::address_prefill;
