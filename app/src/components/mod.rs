//! The island of the sign-up and the components of its forms. The server renders them for the first page, the browser for every later step.

#![allow(clippy::needless_pass_by_value, reason = "a component owns what it is given")]

mod actions;
mod address_form;
mod anew;
mod breakable;
mod change_form;
mod code_form;
mod error;
mod events;
mod field;
mod line;
mod moment;
mod resend_form;
mod sign_up;
mod state;
mod status;
mod submit_button;
mod way_out;

pub use breakable::breakable;
pub use sign_up::{SignUp, SignUpProps};
#[cfg(feature = "hydrate")]
pub(crate) use state::FormError;
pub(crate) use state::{Press, State};
