//! What is kept over a restart.

use crate::support::steps::ADDRESS;
use e2e::{DevMailbox, Mailcode, Visitor};

#[tokio::test]
async fn a_code_works_after_a_kill_and_a_restart() {
    let mut mailcode = Mailcode::start().await;
    let visitor = Visitor::new(&mailcode);
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    mailcode.kill();
    mailcode.restart().await;
    assert_eq!(visitor.open("/").await.path, "/code");
    let page = visitor.submit("/api/verify-code", &[("code", &code)]).await;
    assert_eq!(page.text("#account-email"), ADDRESS);
}

#[tokio::test]
async fn accounts_and_sessions_outlive_a_kill() {
    let mut mailcode = Mailcode::start().await;
    let visitor = Visitor::new(&mailcode);
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    visitor.submit("/api/verify-code", &[("code", &DevMailbox::new(&mailcode).code(ADDRESS).await)]).await;
    mailcode.kill();
    mailcode.restart().await;
    assert_eq!(visitor.open("/account").await.text("#account-email"), ADDRESS);
}

#[tokio::test]
async fn spent_tries_stay_spent_after_a_kill() {
    let mut mailcode = Mailcode::start().await;
    let visitor = Visitor::new(&mailcode);
    visitor.call("/api/request-code", &[("email", ADDRESS)]).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    let mut wrongs = crate::support::steps::wrong_codes(&code);
    for wrong in wrongs.by_ref().take(3) {
        visitor.call("/api/verify-code", &[("code", wrong)]).await;
    }
    mailcode.kill();
    mailcode.restart().await;
    let wrong = wrongs.next().expect("another one");
    let answer = visitor.call("/api/verify-code", &[("code", wrong)]).await;
    assert_eq!(answer.body["WrongCode"]["tries_left"], 1);
}
