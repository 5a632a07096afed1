//! In `server`, the rules of sign-up know only their ports; `app` contains only what both sides run; and no room takes files of another.

use crate::cargo::{files, our_packages, root};
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
            "sqlx::",
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

/// `pages` and `actions` receive requests; `rendering` makes what both show, and `error_page` makes errors. Neither of them knows `pages`
/// or `actions`.
#[test]
fn the_modules_of_the_router_depend_on_each_other_in_one_direction() {
    for (room, strangers) in [
        ("rendering", &["router::actions", "router::pages"][..]),
        ("actions", &["router::pages"]),
        ("error_page.rs", &["router::actions", "super::actions", "super::pages"]),
        ("client.rs", &["router::actions", "super::actions", "super::pages", "super::error_page"]),
    ] {
        let path = root().join("server/src/router").join(room);
        let files = if path.is_dir() { files(&path) } else { vec![path] };
        assert!(!files.is_empty(), "{room} is found");
        for file in files {
            let code = fs::read_to_string(&file).unwrap();
            for stranger in strangers {
                assert!(!code.contains(stranger), "{} must not name {stranger}", file.display());
            }
        }
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
