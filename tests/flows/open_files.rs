//! A process whose limit of open files is too low for all connections.

use e2e::{Mailcode, RawConnection, status, until};

/// Allows 34 open files. An idle server has some 18 open; it accepts 16 connections at least, and more to refuse them, which is over 34 in
/// all.
const FEW: &str = r#"ulimit -n 34 && exec "$0" "$@""#;

#[tokio::test]
async fn the_server_survives_running_out_of_file_descriptors() {
    let mailcode = Mailcode::start_by(FEW, &[]).await;
    until("the warning that the limit on open files is too low", async || {
        mailcode.output().contains("the limit on open files is too low").then_some(())
    })
    .await;
    let mut held = Vec::new();
    // Connections that are not accepted wait in the system's queue.
    for number in 0..60 {
        held.push(RawConnection::open_from(mailcode.address(), &format!("127.0.0.{}", number % 20 + 1)).await);
    }
    until("the log line \"cannot accept connections\"", async || mailcode.output().contains("cannot accept connections").then_some(()))
        .await;
    drop(held);
    until("a connection to be served again", async || RawConnection::open(mailcode.address()).await.is_served().await.then_some(())).await;
    assert_eq!(status(&RawConnection::open(mailcode.address()).await.get("/").await), 200);
    let count = mailcode.output().matches("cannot accept connections").count();
    assert_eq!(count, 1, "{}", mailcode.output());
}

#[tokio::test]
async fn the_soft_limit_is_raised_to_what_the_settings_need() {
    let mailcode = Mailcode::start_by(r#"ulimit -Sn 256 && exec "$0" "$@""#, &[("MAX_CONNECTIONS", "3000")]).await;
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", mailcode.id())).unwrap();
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files")).unwrap();
    let numbers: Vec<u64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let [soft, hard] = numbers[..] else { panic!("{line}") };
    assert!(soft >= 3000.min(hard), "{line}");
}
