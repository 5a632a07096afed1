//! Where the programs are that the tests run.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The path of the `mailcode` binary: `E2E_BINARY`, which `tests/run` sets to the binary that was built with the tests. Without it, the
/// first call in a test process runs `cargo build` in the profile of the tests; cargo does nothing if the binary is fresh.
///
/// # Panics
/// When it does not compile.
pub fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| std::env::var_os("E2E_BINARY").map_or_else(build, PathBuf::from))
}

fn build() -> PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(root()).args(["build", "--package", "server", "--bin", "mailcode", "--message-format", "json-render-diagnostics"]);
    if !cfg!(debug_assertions) {
        command.arg("--release");
    }
    let built = command.stderr(std::process::Stdio::inherit()).output().expect("cargo starts");
    assert!(built.status.success(), "the mailcode binary does not compile");
    String::from_utf8_lossy(&built.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message["target"]["name"] == "mailcode")
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .expect("cargo tells where it put the binary")
}

/// The path of a tool that `tests/install` puts below cargo's target directory because it is no installed package.
///
/// # Panics
/// When the tool is missing; the message says what to do.
pub(crate) fn tool(name: &str) -> PathBuf {
    let target = root().join(std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from));
    let path = target.join("tools").join(name);
    assert!(path.exists(), "{} is missing; run tests/install", path.display());
    path
}

/// The root of the repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this package is a member of a workspace")
}
