use crate::world::{World, new_database, parsed};
use server::store::{PostgresOpenError, PostgresProblem, PostgresStore, SchemaState};
use tokio::task::JoinSet;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn instances_that_start_at_once_run_each_migration_once() {
    for _ in 0..3 {
        let url = new_database(None).await;
        let mut instances = JoinSet::new();
        for _ in 0..4 {
            let url = url.clone();
            instances.spawn(async move { PostgresStore::open(&parsed(&url)).await.map(drop) });
        }
        for opened in instances.join_all().await {
            opened.expect("migrated");
        }
        let store = PostgresStore::open_without_migrating(&parsed(&url)).await.expect("the same database");
        assert_eq!(store.schema_state().await.expect("a schema state"), SchemaState::Current);
    }
}

#[tokio::test]
async fn the_schema_state_is_reported_and_nothing_is_changed() {
    let url = new_database(None).await;
    let empty = PostgresStore::open_without_migrating(&parsed(&url)).await.expect("an empty database");
    for _ in 0..2 {
        assert!(matches!(empty.schema_state().await, Ok(SchemaState::Missing)));
        empty.try_create().await.expect("it may");
    }
    let error = empty.try_write().await.expect_err("no table");
    assert_eq!(PostgresProblem::behind(&error), PostgresProblem::Schema);

    let world = World::new().await;
    for (change, state) in [
        ("SELECT 1", SchemaState::Current),
        (
            "INSERT INTO _sqlx_migrations SELECT 999, description, installed_on, success, checksum, 0 FROM _sqlx_migrations LIMIT 1",
            SchemaState::Newer,
        ),
        (
            "DELETE FROM _sqlx_migrations WHERE version IN (999, (SELECT max(version) FROM _sqlx_migrations WHERE version < 999))",
            SchemaState::Older(1),
        ),
        ("UPDATE _sqlx_migrations SET success = FALSE WHERE version = 1", SchemaState::FailedMigration),
        ("UPDATE _sqlx_migrations SET success = TRUE, checksum = '\\x00' WHERE version = 1", SchemaState::FailedMigration),
    ] {
        world.execute(change).await.expect(change);
        assert_eq!(world.store.schema_state().await.expect("a schema state"), state, "{change}");
    }
}

/// Since version 15, only the owner of a database may create tables in it.
#[tokio::test]
async fn a_user_who_may_create_no_table_is_told() {
    let url = new_database(None).await;
    let world = World::new().await;
    let name = world.text("SELECT current_database()::text").await;
    world.execute(&format!("CREATE ROLE guest_{name} LOGIN")).await.expect("created");
    let url = parsed(&url.replace("mailcode@", &format!("guest_{name}@")));
    let store = PostgresStore::open_without_migrating(&url).await.expect("it may connect");
    let error = store.try_create().await.expect_err("it may not");
    assert_eq!(PostgresProblem::behind(&error), PostgresProblem::Permission);
    let error = PostgresStore::open(&url).await.expect_err("no tables");
    assert!(matches!(error, PostgresOpenError::Migrate(PostgresProblem::Permission)), "{error:?}");
}

#[tokio::test]
async fn a_database_of_a_later_version_is_not_opened() {
    let world = World::new().await;
    world.execute("UPDATE _sqlx_migrations SET version = version + 1000 WHERE version = 1").await.expect("updated");
    let error = PostgresStore::open(&parsed(&world.url)).await.expect_err("a later version");
    assert!(matches!(error, PostgresOpenError::Migrate(PostgresProblem::Newer)), "{error:?}");
}

#[tokio::test]
async fn what_is_wrong_is_said_without_the_password() {
    let url = new_database(None).await;
    let missing = url.replace("/test", "/none");
    let unreachable = "postgres://mailcode:secret@localhost/mailcode?host=/nonexistent";
    for (url, expected) in [(&*missing, PostgresProblem::Missing), (unreachable, PostgresProblem::Unreachable)] {
        let error = PostgresStore::open(&parsed(url)).await.expect_err("unusable");
        assert!(matches!(&error, PostgresOpenError::Open(problem) if *problem == expected), "{error:?}");
        assert!(!format!("{error} {error:?} {}", error.fix()).contains("secret"));
    }
}

/// A role or a database may have defaults on which no step can rely.
#[tokio::test]
async fn steps_do_not_depend_on_the_defaults_of_the_database() {
    let world = World::new().await;
    let name = world.text("SELECT current_database()::text").await;
    for (setting, value, expected) in [
        ("synchronous_commit", "off", "on"),
        ("synchronous_commit", "local", "on"),
        ("synchronous_commit", "remote_apply", "remote_apply"),
        ("default_transaction_isolation", "serializable", "read committed"),
    ] {
        world.execute(&format!("ALTER DATABASE {name} SET {setting} = '{value}'")).await.expect("changed");
        let store = world.other_store().await;
        assert_eq!(store.setting(setting).await.expect("a setting"), expected, "{setting}");
        assert_eq!(store.setting("application_name").await.expect("a setting"), "mailcode");
    }
}
