//! The harness of the end-to-end tests: the real binary, a real browser, a real mail server and hostile ones.
//!
//! Everything listens on loopback, on ports that the system chose, and keeps its files in a temporary
//! directory that goes when the value is dropped, so tests run in parallel and leave nothing behind.

#![allow(clippy::missing_panics_doc, clippy::expect_used, reason = "a harness that cannot do its work fails the test that uses it")]

mod authority;
mod barriers;
mod binary;
mod browser;
mod chromedriver;
mod circumstances;
mod dev_mailbox;
mod free_port;
mod gate;
mod hostile_relay;
mod mail;
mod mailcode;
mod page;
mod postfix;
mod process;
mod relay_certificates;
mod relay_dialogue;
mod relay_door;
mod relay_record;
mod relay_script;
mod relay_stream;
mod relay_terms;
mod until;
mod visitor;
mod wire;

pub use authority::{Authority, Certificate};
pub use barriers::barriers;
pub use binary::binary;
pub use browser::{Browser, Scripting};
pub use circumstances::Network;
pub use dev_mailbox::DevMailbox;
pub use free_port::free_port;
pub use gate::Gate;
pub use hostile_relay::HostileRelay;
pub use mail::{Mail, tokens};
pub use mailcode::Mailcode;
pub use page::Page;
pub use postfix::Postfix;
pub use process::{Exit, Process};
pub use relay_record::{Dotted, Received, Verdict};
pub use relay_script::{Moment, Script};
pub use relay_terms::Terms;
pub use until::{PATIENCE, until, until_within};
pub use visitor::{Answer, Visitor};
pub use wire::{Wire, status};
