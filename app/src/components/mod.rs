//! The islands and the parts of their forms.

mod address_form;
mod code_form;
mod countdown;
mod fetch;
mod field;
mod flow;
mod prove;
mod sign_up;

pub use sign_up::{SignUp, SignUpProps};
