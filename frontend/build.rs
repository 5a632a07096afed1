//! Builds the bundle: compiles this crate and the solver to wasm with the same cargo and lock file, runs wasm-bindgen on them, hashes and
//! compresses the files, and generates Rust constants for them.

#[path = "build/compile.rs"]
mod compile;
#[path = "build/minify.rs"]
mod minify;
#[path = "build/write.rs"]
mod write;

use std::path::{Path, PathBuf};
use std::{env, fs};

/// If set, the bundle is empty: for `cargo check`, clippy and editors, which need no finished bundle.
const SKIP: &str = "MAILCODE_SKIP_BUNDLE";

/// If set, a bundle over its budget fails the build.
const STRICT: &str = "BUNDLE_BUDGET_IS_STRICT";

/// Largest size of wasm and script together in a release build, in bytes of brotli.
const BUDGET: usize = 75 * 1024;

const SCRIPT: &str = "text/javascript; charset=utf-8";
const WASM: &str = "application/wasm";

fn main() {
    // The wasm is built from this same package. Its build script must do nothing then.
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        return;
    }
    let root = Path::new(&variable("CARGO_MANIFEST_DIR")).join("..");
    for path in ["app", "frontend", "style", "Cargo.toml", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={}", root.join(path).display());
    }
    println!("cargo::rerun-if-env-changed={SKIP}");
    println!("cargo::rerun-if-env-changed={STRICT}");

    let release = variable("PROFILE") == "release";
    let style = root.join("style");
    let script = |name: &str| read(&root.join("frontend/src").join(name));
    let mut files = vec![
        write::File::new(
            "STYLESHEET",
            "main",
            "css",
            "text/css; charset=utf-8",
            minify::style(&String::from_utf8_lossy(&read(&style.join("main.css")))),
        ),
        write::File::new("ICON", "icon", "svg", "image/svg+xml", read(&style.join("icon.svg"))),
        write::File::new("START", "start", "js", SCRIPT, script("start.js")),
        write::File::new("PROVE", "prove", "js", SCRIPT, script("prove.js")),
        write::File::new("WORKER", "worker", "js", SCRIPT, script("worker.js")),
        write::File::new("MAILBOX", "mailbox", "js", SCRIPT, script("mailbox.js")),
    ];
    let refusal = minify::style(&String::from_utf8_lossy(&read(&style.join("refusal.css"))));
    fs::write(Path::new(&variable("OUT_DIR")).join("refusal.css"), refusal).expect("OUT_DIR can be written to");
    let skipped = env::var_os(SKIP).is_some();
    let compile = |package| if skipped { compile::Compiled::default() } else { compile::compile(&root, package, release) };
    let (islands, solver) = (compile("frontend"), compile("solver"));
    files.push(write::File::new("SCRIPT", "app", "js", SCRIPT, islands.script));
    files.push(write::File::new("WASM", "app", "wasm", WASM, islands.wasm));
    files.push(write::File::new("SOLVER", "solver", "js", SCRIPT, solver.script));
    files.push(write::File::new("SOLVER_WASM", "solver", "wasm", WASM, solver.wasm));

    let out = PathBuf::from(variable("OUT_DIR"));
    let sizes = write::write(&out, &files, release);
    if release && !skipped {
        report(&sizes);
    }
}

/// Prints the size of a first load, and warns or fails if it is over the budget.
fn report(sizes: &[(&'static str, usize)]) {
    let size = |name: &str| sizes.iter().find(|(other, _)| *other == name).map_or(0, |(_, size)| *size);
    let script = size("SCRIPT") + size("START");
    let total = size("WASM") + script;
    println!(
        "cargo::warning=bundle, brotli: wasm {:.1} KB + script {:.1} KB = {:.1} KB of {} KB; stylesheet {:.1} KB",
        kilobytes(size("WASM")),
        kilobytes(script),
        kilobytes(total),
        BUDGET / 1024,
        kilobytes(size("STYLESHEET")),
    );
    if total > BUDGET {
        // Only a warning by default: another compiler may produce larger code, which should not stop people from running the server.
        assert!(env::var_os(STRICT).is_none(), "the bundle has {total} bytes, more than its budget of {BUDGET}");
        println!("cargo::warning=the bundle has {total} bytes, more than its budget of {BUDGET}");
    }
}

fn kilobytes(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1024.0
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()))
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("cargo sets {name}"))
}
