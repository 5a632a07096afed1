use super::Browser;
use crate::programs::tool;

/// Runs axe-core on the page shown: all of its rules for WCAG 2.2 A and AA, and its best practices. Returns a line for each violation with
/// the rule and the element.
///
/// # Panics
/// When `tests/install` has not fetched axe-core.
pub async fn axe_violations(browser: &Browser) -> Vec<String> {
    let path = tool("axe-core/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
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
