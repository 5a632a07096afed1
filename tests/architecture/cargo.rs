//! Information about the workspace from cargo and the repository's files.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The root directory of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The output of `cargo metadata` with these arguments, without network access.
pub(crate) fn metadata(arguments: &[&str]) -> Value {
    let output = cargo().args(["metadata", "--format-version", "1", "--offline"]).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The packages of the workspace.
pub(crate) fn our_packages() -> Vec<Value> {
    let packages = metadata(&["--no-deps"])["packages"].as_array().unwrap().clone();
    assert!(packages.len() >= 4, "the packages are found");
    packages
}

/// The target triple of this machine, such as `x86_64-unknown-linux-gnu`.
pub(crate) fn host() -> String {
    let output = cargo().arg("-vV").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

/// Parses a TOML file, whose path is relative to the workspace's root.
pub(crate) fn toml(path: impl AsRef<Path>) -> toml::Table {
    fs::read_to_string(root().join(path)).unwrap().parse().unwrap()
}

/// All files in a directory and its subdirectories.
pub(crate) fn files(directory: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}
