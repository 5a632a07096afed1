//! The sign-up's island, and the parts of its forms, which the server renders.

#![allow(clippy::needless_pass_by_value, reason = "a component owns what it is given")]

#[cfg(feature = "ssr")]
mod address_form;
#[cfg(feature = "ssr")]
mod code_form;
#[cfg(feature = "ssr")]
mod error_summary;
#[cfg(feature = "ssr")]
mod failure;
#[cfg(feature = "ssr")]
mod field;
#[cfg(feature = "ssr")]
mod moment;
#[cfg(feature = "ssr")]
mod resend_form;
mod sign_up;
#[cfg(feature = "ssr")]
mod status;

pub use sign_up::SignUp;
#[cfg(feature = "ssr")]
pub(crate) use {address_form::AddressForm, code_form::CodeForm, failure::Failure, resend_form::ResendForm, status::Status};
