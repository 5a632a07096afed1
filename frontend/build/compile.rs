use super::minify;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// A program for the browser; empty if the bundle is skipped.
#[derive(Default)]
pub struct Compiled {
    pub wasm: Vec<u8>,
    pub script: Vec<u8>,
}

/// Compiles a package of the workspace to wasm and generates its JavaScript.
pub fn compile(root: &Path, package: &str, release: bool) -> Compiled {
    ensure_target();
    let profile = if release { "wasm-release" } else { "wasm-dev" };
    let target_dir = target_dir();
    let mut cargo = Command::new(super::variable("CARGO"));
    cargo
        .current_dir(root)
        .args(["rustc", "--package", package, "--lib", "--crate-type", "cdylib", "--target", TARGET, "--profile", profile])
        .arg("--target-dir")
        .arg(&target_dir);
    if env::var_os("CARGO_NET_OFFLINE").is_some() {
        cargo.arg("--offline");
    }
    // These settings of the outer cargo are for the host, or for the wrapper of clippy, and must not apply to the wasm.
    for name in
        ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER", "CARGO_BUILD_TARGET", "CARGO_TARGET_DIR"]
    {
        cargo.env_remove(name);
    }
    let status = cargo.status().unwrap_or_else(|error| panic!("cannot run cargo: {error}"));
    assert!(status.success(), "the wasm did not compile; see the errors above");

    let wasm = target_dir.join(TARGET).join(profile).join(package).with_extension("wasm");
    let out = PathBuf::from(super::variable("OUT_DIR")).join("bindgen");
    let made = Bindgen::new()
        .input_path(&wasm)
        .web(true)
        .and_then(|bindgen| bindgen.typescript(false).remove_name_section(release).remove_producers_section(true).generate(&out));
    made.unwrap_or_else(|error| panic!("wasm-bindgen failed: {error:?}"));
    let read = |name: &str| fs::read(out.join(name)).unwrap_or_else(|error| panic!("wasm-bindgen wrote no {name}: {error}"));
    Compiled { wasm: read(&format!("{package}_bg.wasm")), script: minify::strip_comments(&read(&format!("{package}.js"))) }
}

/// A target directory of its own, shared by debug and release builds: the outer build holds the lock of the usual one.
fn target_dir() -> PathBuf {
    // OUT_DIR is <target>/<profile>/build/<package>/out.
    let out = PathBuf::from(super::variable("OUT_DIR"));
    out.ancestors().nth(4).unwrap_or(&out).join("wasm")
}

/// Adds the wasm target to the toolchain if it is missing; `rust-toolchain.toml` alone does not.
fn ensure_target() {
    let rustc = env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let libdir = Command::new(&rustc).args(["--print", "target-libdir", "--target", TARGET]).output();
    let installed = libdir.is_ok_and(|output| Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir());
    if installed {
        return;
    }
    let added = Command::new("rustup").args(["target", "add", TARGET]).status();
    assert!(
        added.is_ok_and(|status| status.success()),
        "the Rust target {TARGET} is missing and could not be added. Run: rustup target add {TARGET}"
    );
}
