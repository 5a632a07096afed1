//! A minimal parser for the site's HTML: tags with quoted attributes, and the text between them.

use app::view::SignUpView;

/// A page as a list of tags.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) tags: Vec<Tag>,
}

/// A start or end tag, whose name then begins with a slash, and the text up to the next tag.
#[derive(Debug)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) text: String,
}

impl Page {
    pub(crate) fn read(html: &str) -> Self {
        let mut tags = Vec::new();
        let mut rest = html;
        while let Some(start) = rest.find('<') {
            let (tag, after) = split_tag(&rest[start + 1..]);
            let text = after.split('<').next().unwrap_or_default();
            // Comments are no tags, but the text after them belongs to the previous tag.
            if tag.starts_with('!') && !tag.eq_ignore_ascii_case("!doctype html") {
                if let Some(Tag { text: before, .. }) = tags.last_mut() {
                    before.push_str(&unescape(text));
                }
            } else {
                let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
                let name = if tag.starts_with('!') { tag } else { name.strip_suffix('/').unwrap_or(name) };
                tags.push(Tag { name: name.to_ascii_lowercase(), attributes: read_attributes(attributes), text: unescape(text) });
            }
            rest = after;
        }
        Self { tags }
    }

    /// All tags of this name.
    pub(crate) fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a Tag> + use<'a> {
        let name = name.to_owned();
        self.tags.iter().filter(move |tag| tag.name == name)
    }

    /// The only tag of this name with this attribute value.
    pub(crate) fn tag(&self, name: &str, attribute: &str, value: &str) -> &Tag {
        let found: Vec<_> = self.all(name).filter(|tag| tag.attribute(attribute) == Some(value)).collect();
        assert_eq!(found.len(), 1, "<{name} {attribute}={value:?}> in {self:#?}");
        found[0]
    }

    /// The initial view of the page's island.
    pub(crate) fn view(&self) -> SignUpView {
        let view = self.all("main").next().and_then(|main| main.attribute("data-view")).expect("an island with a view");
        serde_json::from_str(view).expect("a view in JSON")
    }

    /// Whether an element has this id.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.tags.iter().any(|tag| tag.attribute("id") == Some(id))
    }

    /// The text of the element with this id, including its descendants.
    pub(crate) fn text(&self, id: &str) -> String {
        let start = self.tags.iter().position(|tag| tag.attribute("id") == Some(id)).unwrap_or_else(|| panic!("#{id} in {self:#?}"));
        self.text_from(start)
    }

    /// The text of the first element of this name.
    pub(crate) fn text_of(&self, name: &str) -> String {
        let start = self.tags.iter().position(|tag| tag.name == name).unwrap_or_else(|| panic!("<{name}> in {self:#?}"));
        self.text_from(start)
    }

    fn text_from(&self, start: usize) -> String {
        let end = format!("/{}", self.tags[start].name);
        self.tags[start..].iter().take_while(|tag| tag.name != end).map(|tag| tag.text.as_str()).collect::<String>().trim().to_owned()
    }
}

impl Tag {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Splits the text after the `<` of a tag into the tag's content and what follows. A `>` in quotes does not end the tag.
fn split_tag(text: &str) -> (&str, &str) {
    let mut quote = None;
    for (place, character) in text.char_indices() {
        match (quote, character) {
            (None, '>') => return (&text[..place], &text[place + 1..]),
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            _ => (),
        }
    }
    panic!("a tag does not end: {text}");
}

fn read_attributes(text: &str) -> Vec<(String, String)> {
    let mut attributes = Vec::new();
    let mut rest = text.trim_matches(|character: char| character.is_whitespace() || character == '/');
    while !rest.is_empty() {
        let end = rest.find(|character: char| character == '=' || character.is_whitespace()).unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        rest = &rest[end..];
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let quote = after.chars().next().filter(|first| matches!(first, '"' | '\'')).expect("values are quoted");
            (value, rest) = after[1..].split_once(quote).expect("quotes are closed");
        }
        attributes.push((name, unescape(value)));
        rest = rest.trim_start();
    }
    attributes
}

fn unescape(text: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\"")]
        .iter()
        .fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}
