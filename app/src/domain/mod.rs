//! The words of the domain, parsed the same way in the browser and on the server.

#[cfg(feature = "ssr")]
mod delivery;
mod email_address;
#[cfg(test)]
mod email_address_table;
mod limit;
mod one_time_code;
mod refusal;
mod step;

#[cfg(feature = "ssr")]
pub use delivery::{Delivery, DeliveryFailure};
pub use email_address::{AddressError, EmailAddress};
pub use limit::Limit;
pub use one_time_code::{CodeError, OneTimeCode};
pub use refusal::Refusal;
pub use step::{CodeStep, Step};
