use crate::databases::{APPEND_AUDIT, File, Postgres, transfer};
use server::store::{Database, SchemaState};

#[tokio::test]
async fn everything_comes_back_from_postgres_as_it_was() {
    let (file, one, other, back) = (File::filled().await, Postgres::empty().await, Postgres::empty().await, File::missing());
    // More rows than fit into two batches, and ids that were assigned and deleted at the end.
    file.execute(
        "WITH RECURSIVE n(n) AS (SELECT 3 UNION ALL SELECT n + 1 FROM n WHERE n < 3000)
         INSERT INTO bucket_use (id, limited_by, key, used_at) SELECT n, 'mails_total', 'all', n FROM n;
         DELETE FROM bucket_use WHERE id > 2500;
         WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 2000)
         INSERT INTO refused_code SELECT (SELECT min(id) FROM sign_up), randomblob(32) FROM n;
         INSERT INTO audit_event SELECT 7, at, 0, kind, event, address, address_hash, network, left_out, is_rationed FROM audit_event
            WHERE id = 1;
         DELETE FROM audit_event WHERE id = 7;",
    );
    let before = file.contents();
    let counts = transfer(&file.location(), &one.location()).await.expect("moved");
    assert_eq!(file.contents(), before, "the source is not changed");
    assert_eq!(counts.iter().map(|count| count.rows.cast_signed()).sum::<i64>(), file.rows());
    transfer(&one.location(), &other.location()).await.expect("moved");
    assert_eq!(other.contents().await, one.contents().await);
    transfer(&other.location(), &back.location()).await.expect("moved back");
    assert_eq!(back.contents(), before);
    assert!(before.contains("'bucket_use' 3000") && before.contains("'audit_event' 7"), "the last ids are compared: {before}");
}

/// The files of a server that was killed: the newest rows are in the log.
#[tokio::test]
async fn rows_in_a_write_ahead_log_are_moved_and_stay_there() {
    let (file, killed, target) = (File::filled().await, File::missing(), File::missing());
    let server = file.connection();
    server.execute_batch("UPDATE account SET created_at = 7").expect("written to the log");
    for name in ["mailcode.db", "mailcode.db-wal"] {
        std::fs::copy(file.path(name), killed.path(name)).expect("copied");
    }
    let contents = || ["mailcode.db", "mailcode.db-wal"].map(|name| std::fs::read(killed.path(name)).expect("a file"));
    let before = contents();
    assert!(!before[1].is_empty(), "there is a log");
    transfer(&killed.location(), &target.location()).await.expect("moved");
    assert!(contents() == before, "no octet of the source is changed");
    drop(server);
    assert_eq!(target.contents(), file.contents());
}

/// Rows of the version before `sign_up.mailbox`, which PostgreSQL never had.
#[tokio::test]
async fn a_sign_up_without_a_mailbox_is_moved() {
    let (file, postgres) = (File::filled().await, Postgres::empty().await);
    file.execute("UPDATE sign_up SET mailbox = NULL");
    transfer(&file.location(), &postgres.location()).await.expect("moved");
    assert_eq!(postgres.number("SELECT count(*) FROM sign_up WHERE mailbox = ''").await, 2);
}

#[tokio::test]
async fn the_audit_trail_cannot_be_changed_after_the_move_either() {
    let (file, postgres, back) = (File::filled().await, Postgres::empty().await, File::missing());
    file.execute("INSERT INTO audit_event SELECT 3, 0, 9000000000000000, kind, event, NULL, NULL, NULL, 0, 0 FROM audit_event LIMIT 1");
    transfer(&file.location(), &postgres.location()).await.expect("moved");
    transfer(&postgres.location(), &back.location()).await.expect("moved back");
    let mut connection = postgres.connection().await;
    for statement in ["UPDATE audit_event SET at = 0", "DELETE FROM audit_event WHERE id = 3", "TRUNCATE audit_event"] {
        sqlx_core::executor::Executor::execute(&mut connection, statement).await.expect_err(statement);
    }
    for statement in ["UPDATE audit_event SET at = 0", "DELETE FROM audit_event WHERE id = 3"] {
        back.connection().execute_batch(statement).expect_err(statement);
    }
    for location in [postgres.location(), back.location()] {
        let database = Database::open_without_migrating(&location).await.expect("a database");
        assert_eq!(database.schema_state().await.expect("a state"), SchemaState::Current);
    }
}

/// PostgreSQL gives the newest events their ids only when they are read.
#[tokio::test]
async fn audit_events_without_an_id_are_moved() {
    let (postgres, file) = (Postgres::filled().await, File::missing());
    postgres.execute(APPEND_AUDIT).await;
    // As an operator may do, so that nobody writes any more.
    let freeze = "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); END $$";
    postgres.execute(freeze).await;
    let counts = transfer(&postgres.location(), &file.location()).await.expect("moved");
    assert_eq!(counts.last().expect("of the audit trail").rows, 3);
    assert!(file.contents().contains("'audit_event' 3"), "{}", file.contents());
}

/// Rows are read a thousand at a time.
#[tokio::test]
async fn many_rows_are_moved() {
    let (file, postgres, back) = (File::migrated().await, Postgres::empty().await, File::missing());
    file.execute(
        "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 2500)
         INSERT INTO account (id, identity, email, created_at) SELECT randomblob(16), n || '@example.org', n || '@example.org', n FROM n;
         INSERT INTO session (id_hash, data, expires_at, version, account, handle)
         SELECT randomblob(32), '[{\"visit\":{\"account\":\"' || hex(id) || '\"}},1800000000]', 1, 1, id, randomblob(16) FROM account;
         INSERT INTO audit_event (at, keep_until, kind, event, left_out, is_rationed)
         SELECT created_at, 1, 'signed_up', '{\"kind\":\"signed_up\"}', 0, 0 FROM account",
    );
    for (from, to) in [(file.location(), postgres.location()), (postgres.location(), back.location())] {
        transfer(&from, &to).await.expect("moved");
    }
    assert_eq!(back.rows(), 7_500);
}
