//! What is particular to SQLite's files.

use crate::site::Site;
use crate::world::{hash, row, world};
use server::sign_up::ports::{Clock, SessionWrite, StoreError};
use tower_sessions::session::Id;

/// Writes to a file that has been moved away would be lost.
#[tokio::test]
async fn nothing_is_written_to_a_file_that_was_moved_away() {
    let world = world().await;
    let (id, path) = (hash(1), |name| world.database.directory().join(name));
    std::fs::rename(path("test.db"), path("elsewhere.db")).expect("moved");
    let writes = [
        SessionWrite::Create { id, row: row(1, "key", "value"), now: world.clock.now() },
        SessionWrite::Update { id, row: row(2, "key", "value") },
        SessionWrite::Delete { id },
    ];
    for write in writes {
        let written = world.write(write.clone()).await;
        assert!(matches!(written, Err(StoreError::Unavailable(_))), "{write:?}: {written:?}");
    }
    std::fs::rename(path("elsewhere.db"), path("test.db")).expect("moved back");
    assert_eq!(world.create(id, row(1, "key", "value")).await.expect("made"), Ok(()));
}

#[tokio::test]
async fn the_database_does_not_hold_the_id() {
    let world = world().await;
    let text = Site::new(&world).session().await;
    let id = text.parse::<Id>().expect("an id").0.to_be_bytes();
    for file in std::fs::read_dir(world.database.directory()).expect("a directory") {
        let bytes = std::fs::read(file.expect("a file").path()).expect("read");
        assert!(!bytes.windows(id.len()).any(|window| window == id));
        assert!(!bytes.windows(text.len()).any(|window| window == text.as_bytes()));
    }
}
