use std::path::{Path, PathBuf};

/// The path of a tool that `tests/install` puts below cargo's target directory because it is no installed package.
///
/// # Panics
/// When the tool is missing; the message says what to do.
pub(crate) fn tool(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this package is a member of a workspace");
    let target = root.join(std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from));
    let path = target.join("tools").join(name);
    assert!(path.exists(), "{} is missing; run tests/install", path.display());
    path
}
