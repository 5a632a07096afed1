//! Inside `server`, the rules of sign-up know only their ports.

use crate::cargo::{files, root};
use std::fs;

#[test]
fn sign_up_names_no_other_room_and_no_library_of_the_world() {
    let files = files(&root().join("server/src/sign_up"));
    assert!(files.len() > 3, "the files are found");
    // A test may try the rules with the real thing.
    for file in files.into_iter().filter(|file| !file.to_string_lossy().ends_with("_tests.rs")) {
        let code = fs::read_to_string(&file).unwrap();
        for stranger in [
            "crate::audit",
            "crate::commands",
            "crate::config",
            "crate::dev_mailbox",
            "crate::listener",
            "crate::mail",
            "crate::router",
            "crate::sessions",
            "crate::shutdown",
            "crate::store",
            "crate::system",
            "crate::telemetry",
            "hyper::",
            "sqlx::",
            "lettre::",
            "axum::",
            "tower_sessions::",
        ] {
            assert!(!code.contains(stranger), "{} must not name {stranger}", file.display());
        }
    }
}
