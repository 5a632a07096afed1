//! Renders a visitor's state: the view of a form, and the HTML of a page.

mod account_page;
mod email_change;
mod html;
mod not_me_page;
mod problem;
mod sign_up;
mod view_builder;

pub(super) use account_page::{ACCOUNT_DATA, AccountMessage, AccountPage, AccountPageProps, ShownBrowser, ShownDay};
pub(super) use email_change::email_change_view;
pub(super) use html::{Frame, island, page};
pub(super) use not_me_page::not_me_page;
pub(super) use sign_up::sign_up_view;
pub(super) use view_builder::error_title;
