//! Renders a visitor's state: the view of a form, and the HTML of a page. Pages without an island are rendered on the server alone.
//!
//! - `form_view`: the view of the island; `view_builder` fills it for the address form, `code_view` for the code page.
//! - `html`: a page as a response; `island`: a page with the island.
//! - `account_page`, `not_me_page`, `error_page`: the pages without an island.
//! - `display_address`: an address as pages show it.

#![allow(clippy::needless_pass_by_value, reason = "a component owns what it is given")]

mod account_page;
mod code_view;
mod display_address;
pub(super) mod error_page;
mod form_view;
mod html;
mod island;
mod not_me_page;
mod view_builder;

pub(super) use account_page::{AccountMessage, AccountPage, AccountPageProps, ShownBrowser, ShownDay};
pub(super) use display_address::display_address;
pub(super) use form_view::{email_change_view, sign_up_view};
pub(super) use html::{Frame, error_title, page};
pub(super) use island::island;
pub(super) use not_me_page::not_me_page;
