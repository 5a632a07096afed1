//! Whatever ends a move before its commit, the target has no row.

use crate::databases::{File, Postgres, transfer};
use server::store::{Transfer, TransferError, TransferProblem};
use std::process::{Command, Stdio};
use std::time::Duration;

/// Holds up the last table, so that those before it are copied.
const SLOW_AUDIT: &str = "CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(600); RETURN NEW; END $$;
    CREATE TRIGGER wait BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION wait()";

#[tokio::test]
async fn a_row_that_postgres_refuses_leaves_nothing() {
    let (file, postgres) = (File::filled().await, Postgres::migrated().await);
    // PostgreSQL has no session without a handle.
    file.execute("UPDATE session SET handle = NULL WHERE data = 'no JSON'");
    let error = transfer(&file.location(), &postgres.location()).await.expect_err("a broken row");
    assert!(matches!(error, TransferError::Target(TransferProblem::Row(..))), "{error:?}");
    assert!(error.to_string().starts_with("a row of the table session is refused: PostgreSQL reports: null value"), "{error}");
    assert_eq!(postgres.rows().await, 0);
    assert_eq!(postgres.number("SELECT last FROM audit_position").await, 0);
    assert_eq!(postgres.number("SELECT last_value FROM bucket_use_id_seq").await, 1, "no id is used up");
}

#[tokio::test]
async fn a_row_that_sqlite_refuses_leaves_nothing() {
    let (postgres, target) = (Postgres::filled().await, File::migrated().await);
    postgres
        .execute(
            "ALTER TABLE session DROP CONSTRAINT session_handle_key; UPDATE session SET handle = '\\x00112233445566778899aabbccddeeff'",
        )
        .await;
    let before = target.contents();
    let error = transfer(&postgres.location(), &target.location()).await.expect_err("a broken row");
    assert!(matches!(error, TransferError::Target(TransferProblem::Row(..))), "{error:?}");
    assert!(error.to_string().contains("UNIQUE constraint failed: session.handle"), "{error}");
    assert_eq!(target.contents(), before);
}

#[tokio::test]
async fn a_row_that_cannot_be_read_leaves_nothing() {
    let (file, target) = (File::filled().await, File::migrated().await);
    // SQLite does not check that a text is UTF-8.
    file.execute("UPDATE session SET data = CAST(x'ff' AS TEXT) WHERE data = 'no JSON'");
    let before = target.contents();
    let error = transfer(&file.location(), &target.location()).await.expect_err("a broken row");
    assert!(matches!(error, TransferError::Source(TransferProblem::Row(..))), "{error:?}");
    assert_eq!(target.contents(), before);
}

#[tokio::test]
async fn a_lost_row_is_noticed() {
    let (file, postgres) = (File::filled().await, Postgres::migrated().await);
    let lose = "CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
         CREATE TRIGGER lose BEFORE INSERT ON delivery FOR EACH ROW WHEN (NEW.relay IS NULL) EXECUTE FUNCTION lose()";
    postgres.execute(lose).await;
    let error = transfer(&file.location(), &postgres.location()).await.expect_err("a row is missing");
    assert_eq!(error.to_string(), "it would have 1 of 2 states of mails");
    assert_eq!(postgres.rows().await, 0);
}

#[tokio::test]
async fn a_connection_that_breaks_leaves_nothing() {
    let (file, postgres) = (File::filled().await, Postgres::migrated().await);
    let end = "CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
         CREATE TRIGGER leave BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION leave()";
    postgres.execute(end).await;
    let error = transfer(&file.location(), &postgres.location()).await.expect_err("no connection");
    assert!(matches!(error, TransferError::Target(TransferProblem::Use(_))), "{error:?}");
    assert_eq!(postgres.rows().await, 0);
}

/// Whether PostgreSQL has committed before the connection broke, the command cannot know.
#[tokio::test]
async fn a_connection_that_breaks_during_the_commit_is_reported_as_that() {
    let (file, postgres) = (File::filled().await, Postgres::migrated().await);
    let end = "CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
         CREATE CONSTRAINT TRIGGER leave AFTER INSERT ON account DEFERRABLE INITIALLY DEFERRED
         FOR EACH ROW EXECUTE FUNCTION leave()";
    postgres.execute(end).await;
    let error = transfer(&file.location(), &postgres.location()).await.expect_err("no connection");
    assert!(matches!(error, TransferError::Unknown(_)), "{error:?}");
    assert!(error.fix().starts_with("try again; if it is then not empty"), "{}", error.fix());
    assert_eq!(postgres.rows().await, 0);
}

#[tokio::test]
async fn a_killed_command_leaves_nothing() {
    let (file, postgres) = (File::filled().await, Postgres::migrated().await);
    postgres.execute(SLOW_AUDIT).await;
    let mut command = Command::new(env!("CARGO_BIN_EXE_mailcode"));
    command.args(["migrate-database", "--from", &file.url(), "--to", postgres.url()]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
    let waits = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
    while postgres.number(waits).await == 0 {
        assert!(child.try_wait().expect("its state").is_none(), "it has ended");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    child.kill().expect("killed");
    child.wait().expect("it ends");
    // PostgreSQL notices this with the next octet that it sends or reads, and it sleeps.
    postgres
        .number(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()",
        )
        .await;
    assert_eq!(postgres.rows().await, 0);
    postgres.execute("DROP TRIGGER wait ON audit_event").await;
    transfer(&file.location(), &postgres.location()).await.expect("it can be tried again");
}

#[tokio::test]
async fn a_panic_leaves_nothing() {
    let (postgres, target) = (Postgres::filled().await, File::migrated().await);
    let before = target.contents();
    let transfer = Transfer::begin(&postgres.location(), &target.location()).await.expect("begun");
    let mut batches = 0;
    let count = move |_| {
        batches += 1;
        assert!(batches < 3, "the panic of this test");
    };
    let ended = tokio::spawn(transfer.run(count)).await;
    assert!(ended.expect_err("a panic").is_panic());
    assert_eq!(target.contents(), before);
}
