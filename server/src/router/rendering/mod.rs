//! Renders a visitor's state: the view of a form, and the HTML of a page. Pages without an island are rendered on the server alone.

#![allow(clippy::needless_pass_by_value, reason = "a component owns what it is given")]

mod account_page;
mod email_change;
pub(super) mod error_page;
mod html;
mod island;
mod not_me_page;
mod problem;
mod sign_up;
mod view_builder;

pub(super) use account_page::{ACCOUNT_DATA, AccountMessage, AccountPage, AccountPageProps, ShownBrowser, ShownDay};
pub(super) use email_change::email_change_view;
pub(super) use html::{Frame, page};
pub(super) use island::island;
pub(super) use not_me_page::not_me_page;
pub(super) use sign_up::sign_up_view;
pub(super) use view_builder::error_title;
