//! What decides whether a session with the same id is replaced: its data, which may be anything.

use crate::world::{MINUTE, NOW, SESSION, World, session};
use server::sessions::SessionStorage;
use server::sign_up::ports::{Records, SessionRow, SessionWrite};

#[tokio::test]
async fn only_a_session_with_visitor_state_is_not_replaced() {
    for (data, is_replaced) in [
        (r#"[{"visit":{}},0]"#, false),
        (r#"[{"visit":"\u0000"},0]"#, false),
        (r#"[{"visit":"\\u0000"},0]"#, false),
        (r#"[{"visit":null},0]"#, true),
        (r#"[{"flashes":[]},0]"#, true),
        (r#"{"visit":{}}"#, true),
        (r#"[{"visit":{}},0"#, true),
        ("", true),
    ] {
        let world = World::new().await;
        let create = |data: &str| SessionWrite::Create {
            id: SESSION,
            row: SessionRow { data: data.to_owned(), ..session(1, "true", None) },
            now: NOW,
        };
        let records = |data| Records { session: vec![create(data)], audit: Vec::new() };
        SessionStorage::write(&world.store, &records(data)).await.expect("written").expect("no conflict");
        let stored = world.store.read(SESSION, NOW).await.expect("read").expect("a session");
        assert_eq!(stored.data, data.as_bytes(), "as it was written");
        let second = SessionStorage::write(&world.store, &records("second")).await.expect("decided");
        assert_eq!(second.is_ok(), is_replaced, "{data}");
        assert!(world.store.read(SESSION, NOW + MINUTE).await.expect("read").is_none());
    }
}
