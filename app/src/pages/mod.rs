//! The pages, rendered on the server.

#![allow(clippy::needless_pass_by_value, reason = "a component owns what it is given")]

mod account;
mod delivery;
mod mailbox_hint;
mod new_address;
mod not_found;
mod not_me;
mod notice;
mod sign_up;

pub use account::{ACCOUNT_DATA, AccountPage, AccountPageProps, AccountTold, ShownBrowser, ShownDay};
pub use delivery::{DELIVERY, DeliveryPage, DeliveryPageProps, NEW_ADDRESS_DELIVERY};
pub use new_address::{NEW_ADDRESS, NewAddressPage, NewAddressPageProps};
pub use not_found::{NotFoundPage, NotFoundPageProps};
pub use not_me::{NotMePage, NotMePageProps, NotMeTold};
pub use notice::{NoticePage, NoticePageProps};
pub use sign_up::{CodePage, CodePageProps, SignUpPage, SignUpPageProps};
