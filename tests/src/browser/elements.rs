use super::Browser;
use test_support::{PATIENCE, look_for, until};
use thirtyfour::{By, WebElement};

/// Reads the page shown, and types and clicks in it. Methods that take a CSS selector wait for a visible element that matches, except
/// [`Browser::shows`].
impl Browser {
    /// Waits for a visible element that matches the CSS selector.
    ///
    /// # Panics
    /// When no such element appears; the message contains the page.
    pub async fn find(&self, css: &str) -> WebElement {
        match look_for(PATIENCE, async || self.visible(css).await).await {
            Some(element) => element,
            None => panic!("no {css} at {}:\n{}", self.path().await, self.driver.source().await.unwrap_or_default()),
        }
    }

    /// Whether a visible element matches now.
    pub async fn shows(&self, css: &str) -> bool {
        self.visible(css).await.is_some()
    }

    /// Waits until no visible element matches any more.
    pub async fn wait_until_gone(&self, css: &str) {
        until(format!("{css} to disappear"), async || (!self.shows(css).await).then_some(())).await;
    }

    /// Waits for an element and returns its visible text.
    pub async fn text(&self, css: &str) -> String {
        until(format!("the text of {css}"), async || self.visible(css).await?.text().await.ok()).await
    }

    /// Waits until the visible text of an element is not empty.
    pub async fn some_text(&self, css: &str) -> String {
        until(format!("some text in {css}"), async || self.visible(css).await?.text().await.ok().filter(|text| !text.trim().is_empty()))
            .await
    }

    /// The value of a field.
    pub async fn value(&self, css: &str) -> String {
        until(format!("the value of {css}"), async || self.visible(css).await?.value().await.ok()).await.unwrap_or_default()
    }

    /// The value of an attribute, if the element has it.
    pub async fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.find(css).await.attr(name).await.expect("an element that stays")
    }

    /// Replaces the content of a field by typing.
    pub async fn type_into(&self, css: &str, text: &str) {
        let field = self.find(css).await;
        field.clear().await.expect("a field");
        field.send_keys(text).await.expect("a field");
    }

    /// Presses keys in an element without clearing it. A modifier key (Web Driver §17.4.2) stays pressed to the end of the text.
    pub async fn press(&self, css: &str, keys: &str) {
        self.find(css).await.send_keys(keys).await.expect("an element that takes keys");
    }

    /// Presses keys in the focused element, if there is one.
    pub async fn keys(&self, keys: &str) {
        self.driver.action_chain().send_keys(keys).perform().await.expect("keys");
    }

    /// Clicks an element as soon as it can be clicked.
    pub async fn click(&self, css: &str) {
        until(format!("{css} to take a click"), async || self.visible(css).await?.click().await.ok()).await;
    }

    /// Double-clicks an element.
    pub async fn double_click(&self, css: &str) {
        let element = self.find(css).await;
        self.driver.action_chain().double_click_element(&element).perform().await.expect("a double click");
    }

    async fn visible(&self, css: &str) -> Option<WebElement> {
        for element in self.driver.find_all(By::Css(css)).await.ok()? {
            if element.is_displayed().await.ok()? {
                return Some(element);
            }
        }
        None
    }
}
