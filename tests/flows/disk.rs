//! A full disk, and a database that is replaced while the server runs.

use crate::support::steps::ADDRESS;
use e2e::{DevMailbox, Mailcode, Visitor, until};
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// Mounts 16 MB for the database, its journal and the key: the journal alone grows to four.
const SMALL: &str = r#"mkdir data && mount -t tmpfs -o size=16m tmpfs data && exec "$0" "$@""#;

/// Makes the database read-only, while other files can be created in its directory.
const READ_ONLY: &str = r#"mount --bind data/mailcode.db data/mailcode.db && mount -o remount,bind,ro data/mailcode.db && exec "$0" "$@""#;

/// The path of a file in the data directory as it is mounted for the server only.
fn seen_by(mailcode: &Mailcode, file: &str) -> PathBuf {
    let directory = mailcode.directory().to_str().unwrap();
    PathBuf::from(format!("/proc/{}/root{directory}/data/{file}", mailcode.id()))
}

/// Uses up the free space. Closing a database connection frees some.
fn fill(filler: &Path) {
    let mut file = File::options().create(true).append(true).open(filler).unwrap();
    while file.write_all(&[0; 512]).is_ok() {}
}

#[tokio::test]
async fn on_a_full_disk_requests_are_refused_until_there_is_space() {
    let mailcode = Mailcode::start_with_mounts_by(SMALL, &[("RESEND_AFTER", "0")]).await;
    let person = Visitor::new(&mailcode);
    person.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let filler = seen_by(&mailcode, "filler");

    let mut number = 0;
    let (email, answer) = until("a program's request to be refused on the full disk", async || {
        fill(&filler);
        number += 1;
        let email = format!("somebody-{number}@example.org");
        let answer = Visitor::new(&mailcode).call("/api/request-code", &[("email", &email)]).await;
        (answer.status != 200).then_some((email, answer))
    })
    .await;
    assert_eq!((answer.status, answer.retry_after, answer.body), (503, Some(10), "Internal".into()));
    assert_eq!(DevMailbox::new(&mailcode).count(&email).await, 0, "no mail leaves for a code that is not stored");
    let form = until("a form to be refused on the full disk", async || {
        fill(&filler);
        number += 1;
        let email = format!("somebody-{number}@example.org");
        let visitor = Visitor::new(&mailcode);
        visitor.open("/").await;
        let form = visitor.form("/api/request-code", &[("email", &email)]).header("Sec-Fetch-Site", "same-origin").send().await.unwrap();
        (form.status() != 303).then_some(form)
    })
    .await;
    assert_eq!((form.status().as_u16(), form.headers().get("retry-after").map(|after| after.to_str().unwrap())), (503, Some("10")));
    assert!(form.text().await.unwrap().contains("busy right now"));
    assert_eq!(person.open("/").await.path, "/code", "pages that write nothing still work");
    let (status, reason) = until("/readyz to be 503", async || {
        fill(&filler);
        let answer = mailcode.readiness().await;
        (answer.0 == 503).then_some(answer)
    })
    .await;
    assert!(status == 503 && reason.contains("database: cannot be written to: the disk is full"), "{reason}");

    fs::remove_file(filler).unwrap();
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    assert_eq!(person.submit("/api/verify-code", &[("code", &code)]).await.path, "/account");
    // Every connection of the pool must work.
    for number in 0..12 {
        let email = format!("later-{number}@example.org");
        assert_eq!(Visitor::new(&mailcode).call("/api/request-code", &[("email", &email)]).await.status, 200, "{}", mailcode.output());
        assert_eq!(DevMailbox::new(&mailcode).count(&email).await, 1);
    }
    until("/readyz to be 200", async || (mailcode.readiness().await.0 == 200).then_some(())).await;
}

#[tokio::test]
async fn a_replaced_database_ends_the_server() {
    let mut mailcode = Mailcode::start().await;
    let database = mailcode.directory().join("data/mailcode.db");
    let copy = mailcode.directory().join("copy.db");
    fs::copy(&database, &copy).unwrap();
    fs::rename(&copy, &database).unwrap();
    let exit = mailcode.wait_for_end().await;
    assert_eq!(exit.status.code(), Some(1), "{}", exit.output);
    let last = exit.output.trim().lines().last().unwrap();
    assert!(last.contains("mailcode.db") && last.contains("replaced or removed"), "{}", exit.output);
    assert!(exit.output.contains("ERROR"), "{}", exit.output);
}

#[tokio::test]
async fn a_read_only_database_is_refused_at_the_start() {
    let mut mailcode = Mailcode::start().await;
    mailcode.kill();
    let exit = mailcode.run_with_mounts_by(READ_ONLY).await;
    assert!(exit.output.contains("mailcode.db: it is read-only; make the file and its file system writable"), "{}", exit.output);
    assert_eq!(exit.status.code(), Some(1), "{}", exit.output);
}

/// Another process that believes it has the last connection to the database deletes the journal that the server still writes to.
#[tokio::test]
async fn a_command_does_not_delete_the_journal_of_a_running_server() {
    let mailcode = Mailcode::start().await;
    let journal = || fs::metadata(mailcode.directory().join("data/mailcode.db-wal")).unwrap().ino();
    let before = journal();
    for _ in 0..5 {
        let exit = mailcode.run(&["sign-out", "--all"]).await;
        assert!(exit.status.success(), "{}", exit.output);
        assert_eq!(journal(), before);
    }
}
