//! The SMTP servers of the tests. The development mailbox is not among them: it is a part of the product.
//!
//! - [`HostileRelay`] is a whole relay that fails, cheats or stays silent at a moment of the dialogue, according to its [`Script`], and
//!   records what it receives. The end-to-end tests use it.
//! - [`LineRelay`] sends and expects the lines of a script, one after the other, without interpreting them. The mailer's own tests use it.
//! - [`Sink`] accepts every mail as quickly as it can. The measurements use it.
//!
//! Every server listens on a port of loopback that the system chose, and ends when its value is dropped.

#![allow(clippy::missing_panics_doc, clippy::expect_used, reason = "a relay that cannot do its work fails the test that uses it")]

mod certificates;
mod dialogue;
mod hostile_relay;
mod line_relay;
mod mail;
mod port;
mod record;
mod script;
mod sink;
mod stream;

pub use certificates::{Authority, Certificate};
pub use hostile_relay::HostileRelay;
pub use line_relay::{Act, LineRelay, clear_opening, logged_in, one_mail, opening, say, up_to_text};
pub use mail::{Mail, code_in, token_in, tokens};
pub use record::{Received, SentMail, Verdict};
pub use script::{Moment, RelayOptions, Script};
pub use sink::{Sink, SinkOptions};
