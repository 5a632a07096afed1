//! If the log cannot be written, nothing but the log is lost.

use crate::support::steps::ADDRESS;
use e2e::{DevMailbox, Mailcode, Visitor};

/// The log is a pipe whose reader has gone, as with `| head -3`.
const NO_READER: &str = r#"mkfifo log && { : <log & } && exec "$0" "$@" 2>log"#;
/// The log is a file on a full disk.
const FULL: &str = r#"exec "$0" "$@" 2>/dev/full"#;
/// The log is a pipe that nothing reads, and that is full after 64 KB.
const STUCK: &str = r#"mkfifo log && exec "$0" "$@" 2<>log"#;

async fn signs_up_with_broken_log(log: &'static str, mails_before: usize) {
    let plenty = ["MAILS_PER_CLIENT", "MAILS_PER_DOMAIN"].map(|limit| (limit, "1000/1h"));
    let settings = [&[("LOG", "trace")][..], &plenty].concat();
    let mut mailcode = Mailcode::start_by(log, &settings).await;
    for number in 0..mails_before {
        let email = format!("somebody-{number}@example.org");
        assert_eq!(Visitor::new(&mailcode).call("/api/request-code", &[("email", &email)]).await.status, 200);
    }
    let visitor = Visitor::new(&mailcode);
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    let page = visitor.open_until("/code", "the page to say that the mail was sent", |page| page.text("#status").contains("Sent at")).await;
    assert!(page.text("#status").contains("Sent at"));
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.path, "/account");
    mailcode.terminate();
    let exit = mailcode.wait_for_end().await;
    assert!(exit.status.success(), "{:?}: {}", exit.status, exit.output);
}

#[tokio::test]
async fn a_log_pipe_without_a_reader_stops_no_sign_up() {
    signs_up_with_broken_log(NO_READER, 0).await;
}

#[tokio::test]
async fn a_full_disk_under_the_log_stops_no_sign_up() {
    signs_up_with_broken_log(FULL, 0).await;
}

#[tokio::test]
async fn a_log_pipe_that_is_not_read_stops_no_sign_up() {
    signs_up_with_broken_log(STUCK, 300).await;
}
