//! The words of the domain. The browser knows those that it has a use for before the server is asked.

#[cfg(feature = "ssr")]
mod delivery;
#[cfg(feature = "ssr")]
mod email_address;
#[cfg(test)]
mod email_address_table;
#[cfg(feature = "ssr")]
mod limit;
mod one_time_code;
#[cfg(feature = "ssr")]
mod refusal;
#[cfg(feature = "ssr")]
mod step;
mod suggestion;

pub use one_time_code::{CodeError, OneTimeCode};
pub use suggestion::suggest_domain;
#[cfg(feature = "ssr")]
pub use {
    delivery::{Delivery, DeliveryFailure},
    email_address::{AddressError, EmailAddress},
    limit::Limit,
    refusal::Refusal,
    step::{CodeStep, Step},
};
