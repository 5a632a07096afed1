//! Renders a visitor's state: the view of a form, and the HTML of a page.

mod email_change;
mod html;
mod not_me;
mod problem;
mod sign_up;
mod view_builder;

pub(super) use email_change::email_change_view;
pub(super) use html::{Frame, island, page};
pub(super) use not_me::not_me_page;
pub(super) use sign_up::sign_up_view;
pub(super) use view_builder::error_title;
