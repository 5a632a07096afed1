use std::collections::HashMap;
use std::ops::Deref;
use test_support::Html;

/// A page that was fetched without a browser.
pub struct Page {
    /// The HTTP status.
    pub status: u16,
    /// The path and query of the page, after redirects.
    pub path: String,
    /// The headers of the response, with names in lower case. If a name occurs more than once, the last value is kept.
    pub headers: HashMap<String, String>,
    /// The document.
    pub html: Html,
}

impl Deref for Page {
    type Target = Html;

    fn deref(&self) -> &Html {
        &self.html
    }
}
