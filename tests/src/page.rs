use scraper::{Html, Selector};
use std::collections::HashMap;

/// A page that was fetched without a browser.
pub struct Page {
    /// The HTTP status.
    pub status: u16,
    /// The path and query of the page, after redirects.
    pub path: String,
    /// The headers of the response, with names in lower case. If a name occurs more than once, the last value is kept.
    pub headers: HashMap<String, String>,
    /// The HTML source.
    pub html: String,
}

impl Page {
    /// Whether anything on the page matches the CSS selector.
    #[must_use]
    pub fn has(&self, css: &str) -> bool {
        self.texts(css).next().is_some()
    }

    /// The text of the first element that matches, with runs of white space collapsed.
    ///
    /// # Panics
    /// When no element matches; the message contains the page.
    #[must_use]
    pub fn text(&self, css: &str) -> String {
        let text = self.texts(css).next();
        let text = text.unwrap_or_else(|| panic!("no {css} at {} ({}):\n{}", self.path, self.status, self.html));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The texts of all elements that match, with white space unchanged.
    pub fn texts(&self, css: &str) -> impl Iterator<Item = String> {
        let texts: Vec<_> = Html::parse_document(&self.html).select(&selector(css)).map(|element| element.text().collect()).collect();
        texts.into_iter()
    }

    /// The values of this attribute in all matching elements that have it.
    #[must_use]
    pub fn attributes(&self, css: &str, attribute: &str) -> Vec<String> {
        let html = Html::parse_document(&self.html);
        html.select(&selector(css)).filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
    }
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css} is no selector: {error}"))
}
