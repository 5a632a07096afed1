//! The types of the domain: typed addresses and codes, the steps of the sign-up, refusals.
//!
//! Architecture invariant: this crate depends on no other crate of the workspace, no framework and no message catalogue. It compiles to
//! wasm32 and to the host. The browser links the parser of codes and the domain suggestions, the server all of it.

mod characters;
mod delivery;
mod email_address;
mod limit;
mod one_time_code;
mod refusal;
mod step;
mod suggestion;

pub use delivery::{Delivery, DeliveryFailure};
pub use email_address::{AddressError, EmailAddress};
pub use limit::Limit;
pub use one_time_code::{CodeError, OneTimeCode};
pub use refusal::Refusal;
pub use step::{CodeStep, Page, Step};
pub use suggestion::suggest_domain;
