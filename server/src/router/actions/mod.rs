//! What the forms and server functions do, from the fields of a form to one service to one result, and its three presentations.

mod account;
mod caller;
mod email_change;
mod form_target;
mod function;
mod respond;
mod service;
mod sign_up;

use super::client::Client;
pub(super) use caller::Caller;
pub(super) use form_target::FormTarget;
pub(super) use function::{action, look};
pub(super) use respond::to_program;
use service::Performed;
pub(super) use service::SignUpService;
