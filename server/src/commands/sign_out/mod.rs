//! `mailcode sign-out`: ends sessions, while a server runs or not.

mod arguments;
mod end_sessions;

pub(super) use arguments::SignOutArguments;
pub(super) use end_sessions::end_sessions;
