//! The pages, rendered on the server.

mod account;
mod code;
mod mailbox_hint;
mod new_address;
mod not_found;
mod not_me;
mod notice;
mod sign_up;

pub use account::{ACCOUNT_DATA, AccountPage, AccountPageProps, AccountTold, ShownBrowser};
pub use code::{CodePage, CodePageProps};
pub use new_address::{NEW_ADDRESS, NewAddressPage, NewAddressPageProps};
pub use not_found::NotFoundPage;
pub use not_me::{NotMePage, NotMePageProps, NotMeTold};
pub use notice::{NoticePage, NoticePageProps};
pub use sign_up::{SignUpPage, SignUpPageProps};
