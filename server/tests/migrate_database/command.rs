//! The command itself: what it prints, and its exit status.

use crate::databases::{File, Postgres};
use std::process::{Command, Output};

/// Runs the command, and returns its exit status, standard output and standard error.
fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mailcode"));
    command.arg("migrate-database").args(arguments).env_remove("MAILCODE_DATABASE_URL");
    let Output { status, stdout, stderr } = command.output().expect("it runs");
    (status.code(), String::from_utf8(stdout).expect("text"), String::from_utf8(stderr).expect("text"))
}

#[tokio::test]
async fn the_command_says_what_it_has_copied_and_what_to_do_next() {
    let (file, postgres, back) = (File::filled().await, Postgres::empty().await, File::missing());
    let url = postgres.url().replace("mailcode@", "mailcode:hunter2@");
    let (status, said, problem) = run(&["--from", &file.url(), "--to", &url]);
    assert_eq!((status, &*problem), (Some(0), ""), "{said}");
    assert!(said.contains("  accounts                   2\n") && said.contains("  tried codes                3\n"), "{said}");
    assert!(said.contains("Set MAILCODE_DATABASE_URL to postgres://") && said.contains("Keep the secret key"), "{said}");
    assert!(!said.contains("hunter2"), "{said}");
    let (status, said, _) = run(&["--from", &url, "--to", &back.url()]);
    assert!(status == Some(0) && said.contains(&format!("Set MAILCODE_DATABASE_URL to {}.", back.url())), "{said}");
    assert_eq!(back.contents(), file.contents());

    let (status, said, problem) = run(&["--from", &file.url(), "--to", &url]);
    assert_eq!((status, &*said), (Some(1), ""));
    assert!(problem.contains("it is not empty (accounts: 2, ") && problem.trim_end().lines().count() == 1, "{problem}");
}

#[tokio::test]
async fn a_new_file_and_its_directory_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let (file, directory) = (File::filled().await, tempfile::tempdir().expect("a directory"));
    let new = directory.path().join("new/mailcode.db");
    let (status, _, problem) = run(&["--from", &file.url(), "--to", &format!("sqlite://{}", new.display())]);
    assert_eq!(status, Some(0), "{problem}");
    let mode = |path: &std::path::Path| std::fs::metadata(path).expect("it exists").permissions().mode() & 0o777;
    assert_eq!((mode(&new), mode(new.parent().expect("a directory"))), (0o600, 0o700));
}

#[tokio::test]
async fn what_is_wrong_is_said_in_one_line_without_a_password() {
    let file = File::filled().await;
    let (from, unreachable) = (file.url(), "postgres://mailcode:hunter2@localhost/accounts?host=/nonexistent");
    for (arguments, expected, said) in [
        (&["--from", &from][..], 2, "--to <URL> is missing"),
        (&["--from", &from, "--to", "mysql://u:hunter2@h/d"], 2, "--to is neither a sqlite:// nor a postgres:// URL"),
        (&["--from", "postgres://u:hunter2@h:port/d", "--to", &from], 2, "--from is no valid URL of a PostgreSQL database"),
        (&["--from", &from, "--to", &from], 2, "--from and --to name the same database"),
        (&["--from", &from, "--to", "postgres://u:hunter2@h/d", "--to", "postgres://u:hunter2@h/d"], 2, "cannot be used multiple times"),
        (&[&from, "postgres://u:hunter2@h/d"], 2, "a URL without a flag before it is not a flag"),
        (&["--from", &from, "--to", unreachable], 1, "check the host and the port in --to"),
        (&["--from", unreachable, "--to", &from], 1, "check the host and the port in --from"),
        (&["--from", "sqlite://nowhere/mailcode.db", "--to", unreachable], 1, "it does not exist; set --from to the database"),
    ] {
        let (status, output, problem) = run(arguments);
        assert_eq!((status, &*output), (Some(expected), ""), "{arguments:?}: {problem}");
        assert!(problem.contains(said) && problem.trim_end().lines().count() == 1, "{arguments:?}: {problem}");
        assert!(!problem.contains("hunter2") && !problem.contains("MAILCODE_DATABASE_URL"), "{arguments:?}: {problem}");
    }
}
