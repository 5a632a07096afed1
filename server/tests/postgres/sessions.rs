use crate::world::{MINUTE, NOW, SESSION, World, audit, session};
use server::sessions::{SessionHandle, SessionStorage};
use server::sign_up::ports::{AccountId, Records, SessionConflict, SessionHash, SessionRow, SessionWrite};

fn create(row: SessionRow) -> SessionWrite {
    SessionWrite::Create { id: SESSION, row, now: NOW }
}

fn update(row: SessionRow) -> SessionWrite {
    SessionWrite::Update { id: SESSION, row }
}

async fn write(world: &World, session: Vec<SessionWrite>) -> Result<(), SessionConflict> {
    SessionStorage::write(&world.store, &Records { session, audit: Vec::new() }).await.expect("the database works")
}

/// The version and the data of the session.
async fn stored(world: &World) -> Option<(i64, String)> {
    let stored = world.store.read(SESSION, NOW).await.expect("read");
    stored.map(|stored| (stored.version, String::from_utf8(stored.data).expect("text")))
}

#[tokio::test]
async fn a_session_is_updated_from_the_version_before_only() {
    let world = World::new().await;
    assert_eq!(write(&world, vec![update(session(1, "1", None))]).await, Err(SessionConflict), "there is none");
    write(&world, vec![create(session(1, "1", None)), update(session(2, "2", None))]).await.expect("no conflict");
    for version in [1, 2, 4] {
        assert_eq!(write(&world, vec![update(session(version, "0", None))]).await, Err(SessionConflict), "{version}");
    }
    write(&world, vec![update(session(3, "3", Some(1)))]).await.expect("no conflict");
    assert_eq!(stored(&world).await, Some((3, session(3, "3", None).data)));
    assert_eq!(world.number("SELECT count(*) FROM session WHERE account = '\\x01010101010101010101010101010101'").await, 1);
}

#[tokio::test]
async fn a_session_is_deleted_once() {
    let world = World::new().await;
    write(&world, vec![create(session(1, "1", None))]).await.expect("no conflict");
    write(&world, vec![SessionWrite::Delete { id: SESSION }]).await.expect("no conflict");
    assert_eq!(write(&world, vec![SessionWrite::Delete { id: SESSION }]).await, Err(SessionConflict));
    assert_eq!(write(&world, vec![update(session(2, "2", None))]).await, Err(SessionConflict), "it does not come back");
}

#[tokio::test]
async fn of_two_first_sessions_of_a_browser_the_one_with_a_visitor_stays() {
    let flash = |version| SessionRow { data: "[{\"flashes\":true},0]".to_owned(), ..session(version, "1", None) };
    let visitor = |version| session(version, "true", None);
    for (first, second, is_replaced) in [(visitor(1), visitor(1), false), (visitor(1), flash(1), false), (flash(1), visitor(1), true)] {
        let world = World::new().await;
        write(&world, vec![create(first.clone())]).await.expect("no conflict");
        assert_eq!(write(&world, vec![create(second.clone())]).await.is_ok(), is_replaced, "{} {}", first.data, second.data);
        assert_eq!(stored(&world).await, Some((1, if is_replaced { second.data } else { first.data })));
    }
}

#[tokio::test]
async fn an_expired_session_is_gone_and_makes_way() {
    let world = World::new().await;
    write(&world, vec![create(session(1, "1", None))]).await.expect("no conflict");
    assert!(world.store.read(SESSION, NOW + MINUTE).await.expect("read").is_none());
    let later = SessionWrite::Create { id: SESSION, row: session(1, "2", None), now: NOW + MINUTE };
    write(&world, vec![later]).await.expect("no conflict");
    assert_eq!(stored(&world).await, Some((1, session(1, "2", None).data)));
}

#[tokio::test]
async fn expired_sessions_are_deleted_in_batches() {
    let world = World::new().await;
    world
        .execute(
            "INSERT INTO session (id_hash, data, expires_at, version, handle)
         SELECT sha256(value::text::bytea), '', 1800000000000 + (value > 2300)::int, 1, substr(sha256(value::text::bytea), 1, 16)
         FROM generate_series(1, 2500) AS value",
        )
        .await
        .expect("valid SQL");
    let before = world.contents().await;
    world.store.delete_expired(NOW).await.expect("deleted");
    assert_eq!(world.number("SELECT count(*) FROM session").await, 200);
    assert_ne!(world.contents().await, before);
}

#[tokio::test]
async fn an_account_ends_its_other_sessions_from_one_of_its_own() {
    let world = World::new().await;
    let id = |number| SessionHash([number; 32]);
    let create = |number, account| SessionWrite::Create { id: id(number), row: session(1, "true", account), now: NOW };
    write(&world, vec![create(1, Some(1)), create(2, Some(1)), create(3, Some(1)), create(4, Some(2))]).await.expect("no conflict");
    let account = AccountId([1; 16]);
    let sessions = world.store.signed_in(account, NOW).await.expect("read");
    assert_eq!(sessions.len(), 3);
    let second = sessions.iter().find(|session| session.id == id(2)).expect("listed");
    assert_eq!((second.expires_at, &*second.data), (NOW + MINUTE, session(1, "true", None).data.as_bytes()));
    assert!(world.store.signed_in(account, NOW + MINUTE).await.expect("read").is_empty(), "they have expired");

    let before = world.contents().await;
    let rows = [audit("ended")];
    let unknown = Some(SessionHandle([0; 16]));
    assert_eq!(world.store.end_others(account, id(1), unknown, &rows).await.expect("decided"), 0);
    assert_eq!(world.store.end_others(account, id(4), None, &rows).await.expect("decided"), 0, "not from another's session");
    assert_eq!(world.contents().await, before, "no row without an end");
    assert_eq!(world.store.end_others(account, id(1), Some(second.handle), &rows).await.expect("decided"), 1);
    assert_eq!(world.store.end_others(account, id(2), None, &rows).await.expect("decided"), 0, "it has ended itself");
    assert_eq!(world.store.end_others(account, id(1), None, &rows).await.expect("decided"), 1);
    assert_eq!(world.number("SELECT count(*) FROM audit_event").await, 2);
}

#[tokio::test]
async fn an_operator_ends_the_sessions_of_one_account_or_of_all() {
    let world = World::new().await;
    let create = |number: u8, account| SessionWrite::Create { id: SessionHash([number; 32]), row: session(1, "true", account), now: NOW };
    write(&world, vec![create(1, Some(1)), create(2, Some(1)), create(3, Some(2)), create(4, None)]).await.expect("no conflict");
    let records = Records::of_audit(vec![audit("ended")]);
    assert_eq!(world.store.end_sessions(Some(AccountId([1; 16])), &records).await.expect("ended"), 2);
    assert_eq!(world.store.end_sessions(None, &records).await.expect("ended"), 1);
    assert_eq!(world.store.end_sessions(None, &records).await.expect("ended"), 0);
    assert_eq!(world.number("SELECT count(*) FROM session").await, 1, "nobody is signed in there");
    assert_eq!(world.number("SELECT count(*) FROM audit_event").await, 3);
}
