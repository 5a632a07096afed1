use crate::Browser;
use std::path::{Path, PathBuf};

/// What axe-core finds on the page that is shown: nothing, or a line for each barrier with its rule and its place. All of its rules
/// for WCAG 2.2 A and AA, and its own advice.
///
/// # Panics
/// When `tests/install` has not fetched axe-core.
pub async fn barriers(browser: &Browser) -> Vec<String> {
    let path = target().join("tools/axe-core/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}; run tests/install", path.display()));
    browser.run(&axe).await;
    let found = browser
        .run(
            "return axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], \
             rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }) \
             .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html} – ${node.failureSummary}`)))",
        )
        .await;
    found.as_array().expect("a list").iter().map(|line| line.as_str().expect("a text").to_owned()).collect()
}

/// Where cargo builds, and `tests/install` puts its tools.
fn target() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this package is a member of a workspace");
    root.join(std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from))
}
