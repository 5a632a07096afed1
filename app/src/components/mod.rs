//! The island of the sign-up and the components of its forms. The server renders them for the first page, the browser for every later step.

#![allow(clippy::needless_pass_by_value, reason = "a component owns what it is given")]

mod address_form;
mod breakable;
mod buttons;
mod code_form;
mod error;
mod events;
mod field;
mod field_kind;
mod first_view;
mod form_paths;
mod local_time;
mod recovery;
mod remount;
mod resend_form;
mod sign_up;
mod status;

pub use breakable::breakable;
pub use sign_up::{SignUp, SignUpProps};
