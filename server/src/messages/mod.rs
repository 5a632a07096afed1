//! Chooses the message of the [catalogue](crate::i18n) that a visitor reads. The browser has no texts of its own: it shows what the server
//! sends.
//!
//! `refusal` has the reasons why a form was refused, `delivery` the state of a mail, `webmail` the page on which to read it, and
//! `date_time` dates and durations.

mod date_time;
mod delivery;
mod refusal;
mod webmail;

pub use date_time::{ago, day, duration, lifetime, moment, rfc_3339, time_of_day};
pub use delivery::{add_delivery_texts, expected_status};
pub use refusal::refusal;
