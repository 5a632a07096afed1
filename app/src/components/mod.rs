//! The island of the sign-up and the components of its forms. Both sides render them: the server for the first page, the browser for
//! every step after it.

#![allow(clippy::needless_pass_by_value, reason = "a component owns what it is given")]

mod actions;
mod address_form;
mod anew;
mod change_form;
mod code_form;
mod error;
mod events;
mod field;
mod line;
mod moment;
mod resend_form;
mod sign_up;
mod spent_form;
mod state;
mod status;
mod submit_button;

pub use sign_up::{SignUp, SignUpProps};
#[cfg(feature = "hydrate")]
pub(crate) use state::FormError;
pub(crate) use state::{Press, State};
