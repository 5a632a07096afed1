use crate::databases::{APPEND_AUDIT, File, Postgres, transfer};
use server::store::{Database, DatabaseProblem, OpenProblem, PostgresProblem, Transfer, TransferError, TransferProblem};
use sqlx_core::executor::Executor;

#[tokio::test]
async fn a_target_with_rows_is_refused_and_unchanged() {
    let (file, postgres) = (File::filled().await, Postgres::filled().await);
    let (in_file, in_postgres) = (file.contents(), postgres.contents().await);
    for (from, to) in [(file.location(), postgres.location()), (postgres.location(), file.location())] {
        let error = transfer(&from, &to).await.expect_err("it has rows");
        let said = error.to_string();
        assert!(matches!(error, TransferError::NotEmpty(_)), "{error:?}");
        assert!(said.contains("(accounts: 2, sign-ups: 2, tried codes: 3, ") && said.ends_with("audit events: 2)"), "{said}");
    }
    assert_eq!((file.contents(), postgres.contents().await), (in_file, in_postgres));
}

#[tokio::test]
async fn a_single_row_in_any_table_is_enough_for_a_refusal() {
    let (from, target) = (File::filled().await, File::migrated().await);
    target.execute("INSERT INTO bucket_use (limited_by, key, used_at) VALUES ('muted', 'one', 5)");
    let error = transfer(&from.location(), &target.location()).await.expect_err("it has a row");
    assert_eq!(error.to_string(), "it is not empty (uses of limits: 1)");
    let target = Postgres::migrated().await;
    target.execute(APPEND_AUDIT).await;
    let error = transfer(&from.location(), &target.location()).await.expect_err("it has an event without an id");
    assert_eq!(error.to_string(), "it is not empty (audit events: 1)");
}

#[tokio::test]
async fn a_source_that_a_server_uses_is_refused() {
    let (file, postgres, target) = (File::filled().await, Postgres::filled().await, File::missing());
    for location in [file.location(), postgres.location()] {
        let server = Database::open(&location).await.expect("a server");
        // The server does not write at the moment.
        server.try_write().await.expect("written");
        let error = transfer(&location, &target.location()).await.expect_err("it is in use");
        assert!(matches!(error, TransferError::Source(TransferProblem::InUse)), "{error:?}");
        assert!(error.fix().starts_with("stop the server"), "{}", error.fix());
        drop(server);
        assert!(!target.exists(), "the target is not touched");
    }
}

#[tokio::test]
async fn a_locked_source_is_refused() {
    let (file, postgres, target) = (File::filled().await, Postgres::filled().await, File::missing());
    let locked = file.connection();
    locked.execute_batch("BEGIN IMMEDIATE").expect("the lock");
    let mut writer = postgres.connection().await;
    writer.execute("BEGIN; UPDATE account SET created_at = 1").await.expect("a writer");
    for location in [file.location(), postgres.location()] {
        let error = transfer(&location, &target.location()).await.expect_err("it is locked");
        assert!(matches!(error, TransferError::Source(TransferProblem::InUse)), "{error:?}");
    }
}

#[tokio::test]
async fn nobody_writes_to_the_source_during_the_move() {
    let (file, postgres, target) = (File::filled().await, Postgres::filled().await, File::missing());
    let _of_file = Transfer::begin(&file.location(), &target.location()).await.expect("begun");
    file.connection().execute_batch("DELETE FROM account").expect_err("it is locked");
    let other = File::missing();
    let _of_postgres = Transfer::begin(&postgres.location(), &other.location()).await.expect("begun");
    let mut writer = postgres.connection().await;
    writer.execute("SET lock_timeout = 100").await.expect("set");
    for statement in ["DELETE FROM account", "UPDATE audit_position SET last = 9", "INSERT INTO not_me VALUES ('\\x00', '', 0)"] {
        let error = writer.execute(statement).await.expect_err("it is locked");
        assert!(error.to_string().contains("lock timeout"), "{error}");
    }
}

/// The version of this test is the current one, so that it takes away a migration, or adds one.
#[tokio::test]
async fn a_source_of_another_version_is_refused() {
    let (file, postgres, target) = (File::filled().await, Postgres::filled().await, File::missing());
    let refusals = async || {
        [
            transfer(&file.location(), &target.location()).await.expect_err("another version"),
            transfer(&postgres.location(), &target.location()).await.expect_err("another version"),
        ]
    };
    let later = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         SELECT 999, description, success, checksum, 0 FROM _sqlx_migrations WHERE version = 1";
    file.execute(later);
    postgres.execute(later).await;
    let [of_file, of_postgres] = refusals().await;
    assert!(matches!(of_file, TransferError::Source(TransferProblem::Use(DatabaseProblem::Sqlite(OpenProblem::Newer)))), "{of_file:?}");
    let is_later = matches!(of_postgres, TransferError::Source(TransferProblem::Use(DatabaseProblem::Postgres(PostgresProblem::Newer))));
    assert!(is_later, "{of_postgres:?}");
    assert_eq!(of_file.to_string(), "it was written by a later version of Mailcode");

    let earlier = "DELETE FROM _sqlx_migrations WHERE version > 3";
    file.execute(earlier);
    postgres.execute(earlier).await;
    for refused in refusals().await {
        assert!(matches!(refused, TransferError::Source(TransferProblem::Earlier)), "{refused:?}");
        assert!(refused.fix().starts_with("start this version on it once"), "{}", refused.fix());
    }
    assert!(!target.exists(), "the target is not touched");
}

#[tokio::test]
async fn a_missing_source_is_not_created() {
    let (missing, target) = (File::missing(), File::missing());
    let error = transfer(&missing.location(), &target.location()).await.expect_err("it is missing");
    assert_eq!(error.to_string(), "it does not exist");
    assert!(!missing.exists() && !target.exists());
    let error = transfer(&Postgres::empty().await.location(), &target.location()).await.expect_err("it is empty");
    assert!(matches!(error, TransferError::Source(TransferProblem::NoTables)), "{error:?}");
    assert!(!target.exists());
}
