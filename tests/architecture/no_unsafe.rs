//! The workspace's own code has no unsafe code.

use crate::cargo::{files, our_packages, toml};
use std::fs;
use std::path::Path;

/// Split, so that the search does not find this file.
const LINT: &str = concat!("unsafe", "_code");

#[test]
fn every_package_takes_the_workspaces_lints() {
    assert_eq!(toml("Cargo.toml")["workspace"]["lints"]["rust"][LINT].as_str(), Some("forbid"));
    for package in our_packages() {
        let lints = &toml(package["manifest_path"].as_str().unwrap())["lints"];
        assert_eq!(lints["workspace"].as_bool(), Some(true), "{} has lints of its own", package["name"]);
    }
}

#[test]
fn no_file_overrides_the_lint() {
    for package in our_packages() {
        let directory = Path::new(package["manifest_path"].as_str().unwrap()).parent().unwrap().to_owned();
        let code: Vec<_> =
            files(&directory).into_iter().filter(|file| file.extension().is_some_and(|extension| extension == "rs")).collect();
        assert!(!code.is_empty(), "{} has files", package["name"]);
        for file in code {
            assert!(!fs::read_to_string(&file).unwrap().contains(LINT), "{} names the lint", file.display());
        }
    }
}
