//! The pages, rendered on the server.

mod account;
mod delivery;
mod mailbox_hint;
mod not_found;
mod not_me;
mod notice;
mod sign_up;

pub use account::{AccountPage, AccountPageProps};
pub use delivery::{DeliveryPage, DeliveryPageProps};
pub use not_found::NotFoundPage;
pub use not_me::{NotMePage, NotMePageProps, NotMeTold};
pub use notice::{NoticePage, NoticePageProps};
pub use sign_up::{CodePage, CodePageProps, SignUpPage, SignUpPageProps};
