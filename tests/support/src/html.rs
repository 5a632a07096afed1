use scraper::{ElementRef, Html as Document, Selector};
use std::fmt::{self, Debug, Display, Formatter};

/// A page of the site, read as browsers read HTML.
#[derive(Clone)]
pub struct Html {
    source: String,
    /// All elements, in the order of their start tags.
    elements: Vec<Element>,
}

/// An element of a page.
#[derive(Clone, Debug)]
pub struct Element {
    /// The name in lower case.
    pub name: String,
    /// The attributes with their names in lower case.
    pub attributes: Vec<(String, String)>,
    /// The text in the element and in the elements inside it, with white space unchanged.
    pub text: String,
}

impl Html {
    /// Parses a page.
    #[must_use]
    pub fn new(source: impl Into<String>) -> Self {
        let source = source.into();
        let elements = Document::parse_document(&source).select(&selector("*")).map(Element::from).collect();
        Self { source, elements }
    }

    /// The HTML as it was sent.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// All elements that match this CSS selector, in the order of their start tags.
    pub fn all(&self, css: &str) -> impl Iterator<Item = &Element> + use<'_> {
        let (document, selector) = (Document::parse_document(&self.source), selector(css));
        let matches: Vec<bool> = document.select(&self::selector("*")).map(|element| selector.matches(&element)).collect();
        self.elements.iter().zip(matches).filter(|(_, matches)| *matches).map(|(element, _)| element)
    }

    /// The only element of this name with this value of an attribute.
    ///
    /// # Panics
    /// When there is none, or more than one; the message contains the page.
    #[must_use]
    pub fn tag(&self, name: &str, attribute: &str, value: &str) -> &Element {
        let mut found = self.all(name).filter(|element| element.attribute(attribute) == Some(value));
        let (first, second) = (found.next(), found.next());
        assert!(second.is_none(), "more than one <{name} {attribute}={value:?}> in {self}");
        first.unwrap_or_else(|| panic!("no <{name} {attribute}={value:?}> in {self}"))
    }

    /// Whether anything on the page matches the CSS selector.
    #[must_use]
    pub fn has(&self, css: &str) -> bool {
        self.all(css).next().is_some()
    }

    /// The text of the first element that matches, with runs of white space collapsed.
    ///
    /// # Panics
    /// When no element matches; the message contains the page.
    #[must_use]
    pub fn text(&self, css: &str) -> String {
        let element = self.all(css).next().unwrap_or_else(|| panic!("no {css} in {self}"));
        element.text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The texts of all elements that match, with white space unchanged.
    pub fn texts(&self, css: &str) -> impl Iterator<Item = String> + use<'_> {
        self.all(css).map(|element| element.text.clone())
    }

    /// The values of this attribute in all matching elements that have it.
    #[must_use]
    pub fn attributes(&self, css: &str, attribute: &str) -> Vec<String> {
        self.all(css).filter_map(|element| element.attribute(attribute)).map(str::to_owned).collect()
    }
}

impl Display for Html {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.source)
    }
}

/// Shows the source, in which a mistake is found more easily than in a list of elements.
impl Debug for Html {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(self, formatter)
    }
}

impl Element {
    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl From<ElementRef<'_>> for Element {
    fn from(element: ElementRef<'_>) -> Self {
        let attributes = element.value().attrs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Self { name: element.value().name().to_owned(), attributes, text: element.text().collect() }
    }
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css} is no selector: {error}"))
}
