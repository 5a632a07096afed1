//! The harness of the end-to-end tests: the real binary, a real browser, real mail servers and hostile ones.
//!
//! Every server listens on loopback, on a port that the system chose, and keeps its files in a temporary directory that is removed when the
//! value is dropped. So tests run in parallel and leave nothing behind.

#![allow(clippy::missing_panics_doc, clippy::expect_used, reason = "a harness that cannot do its work fails the test that uses it")]

mod axe;
mod binary;
mod browser;
mod console;
mod dev_mailbox;
mod driver;
mod exim;
mod firefox;
mod free_port;
mod holding_proxy;
mod mail_server;
mod mailcode;
mod network;
mod nginx;
mod page;
mod postfix;
mod process;
mod root;
mod tools;
mod visitor;

pub use axe::axe_violations;
pub use binary::binary;
pub use browser::{Browser, Engine, Scripting};
pub use dev_mailbox::DevMailbox;
pub use exim::Exim;
pub use free_port::free_port;
pub use holding_proxy::HoldingProxy;
pub use mailcode::Mailcode;
pub use network::Network;
pub use nginx::Nginx;
pub use page::Page;
pub use postfix::Postfix;
pub use process::{Exit, Process};
pub use smtp_relay::{Authority, Certificate, HostileRelay, Mail, Moment, Received, RelayOptions, Script, SentMail, Verdict, tokens};
pub use test_support::{PATIENCE, RawConnection, status, until, until_within};
pub use visitor::{Answer, Visitor};
