//! A slow network, and a network that is lost.

use crate::support::steps::{ADDRESS, ask_for_code, open, type_code};
use e2e::{Browser, DevMailbox, Mailcode, Network, Scripting};

/// The viewport of a telephone.
const TELEPHONE: (u32, u32) = (360, 640);

#[tokio::test]
async fn signs_up_on_a_telephone_over_a_slow_network() {
    signs_up_slowly(Scripting::On).await;
}

#[tokio::test]
async fn signs_up_on_a_telephone_over_a_slow_network_without_scripts() {
    signs_up_slowly(Scripting::Off).await;
}

/// The forms are used as soon as they are shown, whatever else has loaded by then.
async fn signs_up_slowly(scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(scripting).await;
    browser.resize(TELEPHONE.0, TELEPHONE.1).await;
    browser.network(Network::Slow).await;
    browser.open(&mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let mailbox = DevMailbox::new(&mailcode);
    type_code(&browser, &mailbox.code(ADDRESS).await).await;
    assert_eq!(mailbox.count(ADDRESS).await, 1);
}

#[tokio::test]
async fn a_typed_code_outlives_a_lost_network() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    browser.network(Network::None).await;
    browser.type_into("#code", &code).await;
    browser.click("#code-form button").await;
    assert!(browser.some_text("#error-summary").await.contains("We couldn’t reach the server"));
    assert_eq!(browser.value("#code").await, code);
    browser.network(Network::Fast).await;
    browser.click("#code-form button").await;
    browser.find("main[data-page=account]").await;
}
