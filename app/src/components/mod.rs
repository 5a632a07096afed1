//! The sign-up's island, and the parts of its forms and of those of a new address, which the server renders.

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
mod new_address_form;
#[cfg(feature = "ssr")]
mod new_code_form;
#[cfg(feature = "ssr")]
mod resend_form;
mod sign_up;
#[cfg(feature = "ssr")]
mod spent_form;
#[cfg(feature = "ssr")]
mod status;

pub use sign_up::SignUp;
#[cfg(feature = "ssr")]
pub(crate) use {
    address_form::AddressForm, code_form::CodeForm, failure::Failure, new_address_form::NewAddressForm, new_code_form::NewCodeForm,
    resend_form::ResendForm, status::Status,
};
