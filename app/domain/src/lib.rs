//! The words of the domain: what is typed, where a visitor stands, why a request is refused.
//!
//! Architecture invariant: this crate knows no other of ours, no framework and no catalogue of texts. It compiles to wasm32 and
//! to the host; the browser links the code's parser and the suggestions, the server all of it.

mod delivery;
mod email_address;
#[cfg(test)]
mod email_address_table;
mod limit;
mod one_time_code;
mod page;
mod refusal;
mod step;
mod suggestion;

pub use delivery::{Delivery, DeliveryFailure};
pub use email_address::{AddressError, EmailAddress};
pub use limit::Limit;
pub use one_time_code::{CodeError, OneTimeCode};
pub use page::Page;
pub use refusal::Refusal;
pub use step::{CodeStep, Step};
pub use suggestion::suggest_domain;
