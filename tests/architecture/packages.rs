//! The dependencies between packages, according to cargo.

use crate::cargo::our_packages;

#[test]
fn domain_depends_on_no_other_package() {
    let dependencies = dependencies("domain");
    assert!(dependencies.contains(&"serde".to_owned()), "the list is read right: {dependencies:?}");
    for stranger in ["app", "frontend", "server", "leptos", "web-sys", "tokio"] {
        assert!(!dependencies.contains(&stranger.to_owned()), "domain must not depend on {stranger}");
    }
}

#[test]
fn app_depends_on_domain_only_and_on_no_server_library() {
    let dependencies = dependencies("app");
    assert!(dependencies.contains(&"leptos".to_owned()), "the list is read right: {dependencies:?}");
    for stranger in
        ["server", "frontend", "lettre", "rusqlite", "tokio", "tower-sessions", "axum", "leptos_axum", "reqwest", "fluent-bundle", "time"]
    {
        assert!(!dependencies.contains(&stranger.to_owned()), "app must not depend on {stranger}");
    }
}

#[test]
fn frontend_depends_on_app_and_not_on_server() {
    let dependencies = dependencies("frontend");
    assert!(dependencies.contains(&"app".to_owned()));
    assert!(!dependencies.contains(&"server".to_owned()));
}

#[test]
fn solver_depends_on_no_other_package() {
    let dependencies = dependencies("solver");
    assert!(dependencies.contains(&"sha2".to_owned()));
    for stranger in ["app", "frontend", "server", "leptos"] {
        assert!(!dependencies.contains(&stranger.to_owned()), "solver must not depend on {stranger}");
    }
}

/// Tests of every package may use these, so they may use none of the packages that they help to test.
#[test]
fn the_crates_for_tests_depend_on_no_package_of_the_product() {
    assert!(dependencies("test_support").contains(&"solver".to_owned()));
    assert_eq!(dependencies("email_addresses"), Vec::<String>::new());
    assert!(dependencies("smtp_relay").contains(&"tokio".to_owned()));
    for package in ["smtp_relay", "test_support"] {
        for stranger in ["app", "domain", "e2e", "frontend", "server"] {
            assert!(!dependencies(package).contains(&stranger.to_owned()), "{package} must not depend on {stranger}");
        }
    }
}

/// The product is built without them.
#[test]
fn no_package_of_the_product_depends_on_the_crates_for_tests() {
    for package in ["app", "domain", "frontend", "server", "solver"] {
        for stranger in ["e2e", "email_addresses", "smtp_relay", "test_support"] {
            assert!(!dependencies(package).contains(&stranger.to_owned()), "{package} must not depend on {stranger}");
        }
    }
}

/// The names of the package's direct dependencies, without those for tests and builds, on any target and with any feature.
fn dependencies(package: &str) -> Vec<String> {
    let package = our_packages().into_iter().find(|found| found["name"] == package).unwrap();
    let normal = package["dependencies"].as_array().unwrap().iter().filter(|dependency| dependency["kind"].is_null());
    normal.map(|dependency| dependency["name"].as_str().unwrap().to_owned()).collect()
}
