//! Databases of earlier versions.

use crate::world::World;
use domain::Refusal;
use server::store::SqliteStore;
use sqlx::SqlitePool;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::SqliteConnectOptions;
use std::borrow::Cow;

/// The migrations of the last version whose mails had no token.
const BEFORE_TOKENS: [(i64, &str, &str); 5] = [
    (1, "sign up", include_str!("../../migrations/sqlite/0001_sign_up.sql")),
    (2, "session", include_str!("../../migrations/sqlite/0002_session.sql")),
    (3, "audit", include_str!("../../migrations/sqlite/0003_audit.sql")),
    (4, "session version", include_str!("../../migrations/sqlite/0004_session_version.sql")),
    (5, "session account", include_str!("../../migrations/sqlite/0005_session_account.sql")),
];

/// A sign-up that began before the upgrade keeps its code and its tries, and can send a further mail, whose token can void it.
#[tokio::test]
async fn sign_ups_of_the_version_before_tokens_stay_good() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    let code = world.mail.last_code();
    world.verify(&mut visitor, &world.mail.wrong_code()).await.expect_err("a wrong code");

    // Writes the same sign-up as the old version did.
    let old = old(&world).await;
    let (id, tries, ends_at): (Vec<u8>, i64, i64) =
        sqlx::query_as("SELECT id, tries, ends_at FROM sign_up").fetch_one(world.store.pool()).await.expect("the sign-up");
    let insert = sqlx::query("INSERT INTO sign_up (id, tries, ends_at) VALUES (?, ?, ?)").bind(id).bind(tries).bind(ends_at);
    insert.execute(&old).await.expect("written");
    old.close().await;

    let url = format!("sqlite://{}", world.directory.path().join("old.db").display());
    let world = world.over(SqliteStore::open(&url).await.expect("it is migrated"));
    assert_eq!(world.verify(&mut visitor.clone(), &world.mail.wrong_code()).await, Err(Refusal::WrongCode { tries_left: 3 }));
    let mut resent = visitor.clone();
    world.resend(&mut resent).await.expect("a mail");
    world.not_me(&world.mail.last_token()).await.expect("a token");
    assert_eq!(world.verify(&mut resent, &code).await, Err(Refusal::Voided));
}

/// A database of the last version without tokens.
async fn old(world: &World) -> SqlitePool {
    let options = SqliteConnectOptions::new().filename(world.directory.path().join("old.db")).create_if_missing(true);
    let old = SqlitePool::connect_with(options.pragma("secure_delete", "OFF")).await.expect("a database");
    let steps = BEFORE_TOKENS
        .into_iter()
        .map(|(version, name, sql)| Migration::new(version, name.into(), MigrationType::Simple, sql.into(), false));
    Migrator { migrations: Cow::Owned(steps.collect()), ..Migrator::DEFAULT }.run(&old).await.expect("migrated");
    old
}

/// Earlier versions did not overwrite what they deleted.
#[tokio::test]
async fn what_versions_before_have_deleted_is_overwritten() {
    let world = World::new().await;
    let old = old(&world).await;
    for number in 0..300_i64 {
        let insert = sqlx::query("INSERT INTO account (id, identity, email, created_at) VALUES (?, ?, ?, 0)");
        let address = format!("quincunx-{number}@example.org");
        insert.bind(number.to_be_bytes().repeat(2)).bind(&address).bind(&address).execute(&old).await.expect("written");
    }
    sqlx::query("DELETE FROM account").execute(&old).await.expect("deleted");
    old.close().await;
    let path = world.directory.path().join("old.db");
    let holds = || std::fs::read(&path).expect("a file").windows(8).any(|window| window == b"quincunx");
    assert!(holds());
    let store = SqliteStore::open(&format!("sqlite://{}", path.display())).await.expect("it is migrated");
    store.pool().close().await;
    assert!(!holds());
}
