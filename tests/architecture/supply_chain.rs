//! Dependencies: where they come from, and which cryptography they use. `.ci/run` has cargo-deny check more.

use crate::cargo::{host, metadata, our_packages, root, toml};
use std::process::Command;

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

#[test]
fn the_lock_file_is_committed_and_fits_the_manifests() {
    // The checkout may belong to another user than the one who runs the tests.
    let git = ["-c", "safe.directory=*", "ls-files", "--error-unmatch", "Cargo.lock"];
    let output = Command::new("git").current_dir(root()).args(git).output().unwrap();
    assert!(output.status.success(), "Cargo.lock is not committed: {}", String::from_utf8_lossy(&output.stderr));
    metadata(&["--locked", "--no-deps"]);
    metadata(&["--locked", "--filter-platform", &host()]);
}

#[test]
fn everything_that_is_not_ours_comes_from_crates_io() {
    let ours: Vec<_> = our_packages().iter().map(|package| package["name"].as_str().unwrap().to_owned()).collect();
    for (name, source) in locked() {
        match source {
            Some(source) => assert_eq!(source, CRATES_IO, "{name}"),
            None => assert!(ours.contains(&name), "{name} is on this machine only"),
        }
    }
}

#[test]
fn no_tls_but_rustls_and_no_cryptography_but_ring_is_locked() {
    let locked: Vec<_> = locked().into_iter().map(|(name, _)| name).collect();
    let banned = banned();
    for known in ["openssl", "openssl-sys", "native-tls", "aws-lc-rs", "aws-lc-sys"] {
        assert!(banned.contains(&known.to_owned()), "deny.toml bans {known}");
    }
    for banned in banned {
        assert!(!locked.contains(&banned), "deny.toml bans {banned}");
    }
    for needed in ["rustls", "ring"] {
        assert_eq!(locked.iter().filter(|name| *name == needed).count(), 1, "{needed} is there once");
    }
}

#[test]
fn rustls_has_one_provider_of_its_cryptography() {
    let metadata = metadata(&["--locked", "--filter-platform", &host()]);
    let packages = metadata["packages"].as_array().unwrap();
    let rustls = &packages.iter().find(|package| package["name"] == "rustls").unwrap()["id"];
    let nodes = metadata["resolve"]["nodes"].as_array().unwrap();
    let features = &nodes.iter().find(|node| node["id"] == *rustls).unwrap()["features"];
    let features: Vec<_> = features.as_array().unwrap().iter().map(|feature| feature.as_str().unwrap()).collect();
    let providers: Vec<_> = features.iter().filter(|feature| ["ring", "aws_lc_rs", "aws-lc-rs", "fips"].contains(feature)).collect();
    assert_eq!(providers, [&"ring"], "rustls is built with {features:?}");
}

/// The name and the source of every package in the lock file, for all targets and features.
fn locked() -> Vec<(String, Option<String>)> {
    let lock = toml("Cargo.lock");
    let packages = lock["package"].as_array().unwrap();
    assert!(packages.len() > 100, "the lock file is read");
    let text = |value: &toml::Value| value.as_str().unwrap().to_owned();
    packages.iter().map(|package| (text(&package["name"]), package.get("source").map(text))).collect()
}

/// The crates for which `deny.toml` names a replacement.
fn banned() -> Vec<String> {
    let deny = toml("deny.toml")["bans"]["deny"].as_array().unwrap().clone();
    let instead = deny.iter().filter(|entry| entry.get("use-instead").is_some());
    instead.map(|entry| entry["crate"].as_str().unwrap().to_owned()).collect()
}
