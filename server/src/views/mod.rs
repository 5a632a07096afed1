//! The pages without an island, rendered on the server alone.

#![allow(clippy::needless_pass_by_value, reason = "a component owns what it is given")]

mod mailbox_hint;
mod not_found;
mod notice;

pub(crate) use mailbox_hint::{MailboxHint, MailboxHintProps};
pub(crate) use not_found::{NotFoundPage, NotFoundPageProps};
pub(crate) use notice::{NoticePage, NoticePageProps};
