//! In `server`, the rules of sign-up know only their ports; `app` contains only what both sides run; and no module takes files of another.

use crate::cargo::{files, our_packages, root};
use crate::imports::Crate;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn sign_up_uses_no_other_module_and_no_io_library() {
    let files = files(&root().join("server/src/sign_up"));
    assert!(files.len() > 3, "the files are found");
    // Tests of the rules may use the real implementations.
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
            "rusqlite::",
            "sqlx_core::",
            "sqlx_postgres::",
            "lettre::",
            "axum::",
            "tower_sessions::",
        ] {
            assert!(!code.contains(stranger), "{} must not name {stranger}", file.display());
        }
    }
}

/// A file is a module of one place. Code for several places is in a crate that they use.
#[test]
fn no_module_is_taken_from_another_folder() {
    let mut paths = 0;
    for package in our_packages() {
        let files = files(Path::new(package["manifest_path"].as_str().unwrap()).parent().unwrap());
        for file in files.into_iter().filter(|file| file.extension().is_some_and(|extension| extension == "rs")) {
            let code = fs::read_to_string(&file).unwrap();
            for path in code.lines().filter_map(|line| line.trim().strip_prefix("#[path = \"")) {
                paths += 1;
                assert!(!path.starts_with('/') && !path.contains("../"), "{} takes {path}", file.display());
            }
        }
    }
    assert!(paths > 20, "the paths are found: {paths}");
}

/// Each module of the router may import only those after it. `pages` and `actions` receive requests, `middleware` surrounds them,
/// `rendering` makes what all of them show, and the rest serves them.
const ROUTER: [&str; 12] = [
    "site_router",
    "pages",
    "actions",
    "middleware",
    "rendering",
    "assets",
    "site",
    "health",
    "concurrency",
    "request",
    "respond",
    "paths",
];

#[test]
fn the_modules_of_the_router_depend_on_each_other_in_one_direction() {
    let server = Crate::read("server/src");
    let modules: BTreeSet<_> =
        server.modules.iter().filter(|module| module.len() == 2 && module[0] == "router").map(|module| &*module[1]).collect();
    assert_eq!(modules, BTreeSet::from(ROUTER), "every module has its place in the order");
    let order = |name: &str| ROUTER.iter().position(|module| *module == name);
    let imports = server.sibling_imports();
    let imports: Vec<_> = imports.iter().filter(|((parent, ..), _)| *parent == ["router"]).collect();
    assert!(imports.len() > 20, "the imports are found");
    for ((_, one, other), example) in imports {
        assert!(order(one) < order(other), "{one} must not import {other}: {example}");
    }
}

/// Forms belong to Leptos: components render them on both sides, signals change them, and calls of server functions send them.
#[test]
fn app_puts_no_html_into_a_page_and_reads_no_other_page() {
    let files = files(&root().join("app/src"));
    assert!(files.len() > 20, "the files are found");
    for file in files {
        let code = fs::read_to_string(&file).unwrap();
        for stranger in [
            "inner_html",
            "innerHTML",
            "outer_html",
            "insert_adjacent_html",
            "XmlHttpRequest",
            "DomParser",
            "document_fragment",
            "form.action()",
        ] {
            assert!(!code.contains(stranger), "{} must not name {stranger}", file.display());
        }
    }
}

/// Code for the server only would be dead weight in a crate that both sides run: only these modules of `app` are not compiled for both.
#[test]
fn app_is_compiled_for_both_sides() {
    let code = fs::read_to_string(root().join("app/src/lib.rs")).unwrap();
    let lines: Vec<_> = code.lines().map(str::trim).collect();
    let mut one_sided = Vec::new();
    for pair in lines.windows(2) {
        if pair[0].starts_with("#[cfg(feature") && pair[1].contains("mod ") {
            one_sided.push(pair[1].trim_start_matches("pub ").trim_start_matches("mod ").trim_end_matches(';'));
        }
    }
    assert_eq!(one_sided, ["browser", "port", "shell"]);
}
