//! Inside `server`, the rules of sign-up know only their ports.

use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn sign_up_names_no_other_room_and_no_library_of_the_world() {
    let sign_up = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/src/sign_up");
    let files = files(&sign_up);
    assert!(files.len() > 3, "the files are found");
    for file in files {
        let code = fs::read_to_string(&file).unwrap();
        for stranger in [
            "crate::audit",
            "crate::mail",
            "crate::store",
            "crate::router",
            "crate::system",
            "sqlx::",
            "lettre::",
            "axum::",
            "tower_sessions::",
        ] {
            assert!(!code.contains(stranger), "{} must not name {stranger}", file.display());
        }
    }
}

/// All files in a directory and below.
fn files(directory: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
