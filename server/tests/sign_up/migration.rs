//! Databases of earlier versions.

use crate::world::World;
use domain::Refusal;
use rusqlite::{Connection, params};
use server::sign_up::ports::{Ports, Store};
use server::sign_up::{MacKey, SignUp};
use server::store::SqliteStore;
use server::system::SystemRandomness;
use std::sync::Arc;

/// The migrations of the last version whose mails had no token, each with the SHA-384 that was recorded of it.
const BEFORE_TOKENS: [(i64, &str, &str, &str); 5] = [
    (
        1,
        "sign up",
        include_str!("../../migrations/sqlite/0001_sign_up.sql"),
        "313acb5b796fcb293ab8d31df79f3b221700da2fc2080bb53205de2a301a61758ec62cbb6150fd37620220b5117ea2ac",
    ),
    (
        2,
        "session",
        include_str!("../../migrations/sqlite/0002_session.sql"),
        "092927ee42c5bff8770036128d58893eb2a2e9f28816f65a6f850dd21ccaae6244375b32f7733576b75aef99c5363816",
    ),
    (
        3,
        "audit",
        include_str!("../../migrations/sqlite/0003_audit.sql"),
        "8eda23d06cab3a0d1fba724b100b36283ab65dea0efbc4d4676a2e0f02e9a39353cb1791e8cfe9b897fd0fae0e3e94a2",
    ),
    (
        4,
        "session version",
        include_str!("../../migrations/sqlite/0004_session_version.sql"),
        "b58e9c6bb331bf835a4f0626e2bae34a90503da6822388d4d8cb6e5c63f9d525f9ff029f5f70a1ac0a4f103c0e1974c5",
    ),
    (
        5,
        "session account",
        include_str!("../../migrations/sqlite/0005_session_account.sql"),
        "286057d3f09e66b2795711a1dcfd075ac513b6fba2cc0ed58f96c0ddf4c5ee4d410107b311996b892b148baab2891209",
    ),
];

/// A sign-up that began before the upgrade keeps its code and its tries, and can send a further mail, whose token can void it.
#[tokio::test]
async fn sign_ups_of_the_version_before_tokens_stay_good() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    let code = world.mail.last_code();
    world.verify(&mut visitor, &world.mail.wrong_code()).await.expect_err("a wrong code");

    // Writes the same sign-up as the old version did.
    let old = old(&world);
    let (id, tries, ends_at): (Vec<u8>, i64, i64) = Connection::open(world.database.directory().join("test.db"))
        .expect("the world's database")
        .query_row("SELECT id, tries, ends_at FROM sign_up", [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .expect("the sign-up");
    old.execute("INSERT INTO sign_up (id, tries, ends_at) VALUES (?, ?, ?)", params![id, tries, ends_at]).expect("written");
    drop(old);

    let url = format!("sqlite://{}", world.database.directory().join("old.db").display());
    let world = over(world, SqliteStore::open(&url).await.expect("it is migrated"));
    assert_eq!(world.verify(&mut visitor.clone(), &world.mail.wrong_code()).await, Err(Refusal::WrongCode { tries_left: 3 }));
    let mut resent = visitor.clone();
    world.resend(&mut resent).await.expect("a mail");
    world.not_me(&world.mail.last_token()).await.expect("a token");
    assert_eq!(world.verify(&mut resent, &code).await, Err(Refusal::Voided));
}

/// The same world with another store.
fn over(world: World, store: SqliteStore) -> World {
    let store: Arc<dyn Store> = Arc::new(store);
    let ports = Ports { randomness: Arc::new(SystemRandomness), store: store.clone(), ..world.ports() };
    let rules = Arc::new(SignUp::new(ports, MacKey::new([7; 32]), world.rules.limits().clone(), world.tasks.clone()));
    World { rules, store, ..world }
}

/// A database of the last version without tokens.
fn old(world: &World) -> Connection {
    let old = Connection::open(world.database.directory().join("old.db")).expect("a database");
    old.execute_batch("PRAGMA secure_delete = OFF").expect("set");
    // As sqlx creates it.
    old.execute_batch(
        "CREATE TABLE _sqlx_migrations (
            version BIGINT PRIMARY KEY,
            description TEXT NOT NULL,
            installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
            success BOOLEAN NOT NULL,
            checksum BLOB NOT NULL,
            execution_time BIGINT NOT NULL
        )",
    )
    .expect("created");
    for (version, description, sql, checksum) in BEFORE_TOKENS {
        old.execute_batch(sql).expect("migrated");
        let insert = "INSERT INTO _sqlx_migrations VALUES (?, ?, '2026-11-30 12:00:00', TRUE, ?, 123456)";
        old.execute(insert, params![version, description, hex::decode(checksum).expect("hexadecimal")]).expect("written");
    }
    old
}

/// Earlier versions did not overwrite what they deleted.
#[tokio::test]
async fn what_versions_before_have_deleted_is_overwritten() {
    let world = World::new().await;
    let old = old(&world);
    for number in 0..300_i64 {
        let insert = "INSERT INTO account (id, identity, email, created_at) VALUES (?1, ?2, ?2, 0)";
        let address = format!("quincunx-{number}@example.org");
        old.execute(insert, params![number.to_be_bytes().repeat(2), address]).expect("written");
    }
    old.execute_batch("DELETE FROM account").expect("deleted");
    drop(old);
    let path = world.database.directory().join("old.db");
    let holds = || std::fs::read(&path).expect("a file").windows(8).any(|window| window == b"quincunx");
    assert!(holds());
    let store = SqliteStore::open(&format!("sqlite://{}", path.display())).await.expect("it is migrated");
    drop(store);
    assert!(!holds());
}
