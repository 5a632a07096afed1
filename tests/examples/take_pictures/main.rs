//! Takes the pictures of the pages' states that `tests/pictures` keeps, for people to look at. `tests/take-pictures` runs it.

#![allow(clippy::unwrap_used, reason = "a command that fails with a reason for its developer")]

mod photographer;
mod sign_up;
mod states;
mod variants;

use e2e::{Browser, Scripting};
use photographer::Photographer;
use std::path::PathBuf;

pub(crate) const ADDRESS: &str = "ada@example.org";

#[tokio::main]
async fn main() {
    let directory = PathBuf::from(std::env::args_os().nth(1).expect("a directory for the pictures"));
    let wanted = std::env::args().nth(2).unwrap_or_default();
    let photographer = Photographer { browser: Browser::start(Scripting::On).await, directory, wanted };
    photographer.sign_up().await;
    photographer.recoveries().await;
    photographer.deliveries().await;
    photographer.limits().await;
    photographer.error_pages().await;
    photographer.languages().await;
    photographer.mails().await;
    let plain = Photographer { browser: Browser::start(Scripting::Off).await, ..photographer };
    plain.without_script().await;
    let without_cookies = Photographer { browser: Browser::start_without_cookies(Scripting::On).await, ..plain };
    without_cookies.without_cookies().await;
}
