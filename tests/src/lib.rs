//! The harness of the end-to-end tests: the real binary, a real browser, real mail servers and hostile ones.
//!
//! Every server listens on loopback, on a port that the system chose, and keeps its files in a temporary directory that is removed when the
//! value is dropped. So tests run in parallel and leave nothing behind.

#![allow(clippy::missing_panics_doc, clippy::expect_used, reason = "a harness that cannot do its work fails the test that uses it")]

mod browser;
mod dev_mailbox;
mod holding_proxy;
mod mail_servers;
mod mailcode;
mod nginx;
mod process;
mod programs;
mod visitor;

pub use browser::{Browser, Engine, Network, Scripting, axe_violations};
pub use dev_mailbox::DevMailbox;
pub use holding_proxy::HoldingProxy;
pub use mail_servers::{Exim, Postfix};
pub use mailcode::Mailcode;
pub use nginx::Nginx;
pub use process::{Exit, Process, free_port};
pub use programs::binary;
pub use smtp_relay::{Authority, Certificate, HostileRelay, Mail, Moment, Received, RelayOptions, Script, SentMail, Verdict, tokens};
pub use test_support::{PATIENCE, RawConnection, status, until, until_within};
pub use visitor::{Answer, Page, Visitor};
