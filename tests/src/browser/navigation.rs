use super::Browser;
use test_support::until;
use thirtyfour::WebElement;

/// Loads pages, and goes back and forward in the history.
impl Browser {
    /// Opens a URL without waiting for the page: callers must first wait for an element of it.
    pub async fn open(&self, url: &str) {
        self.driver.goto(url).await.expect("a page");
    }

    /// Reloads the page, and waits until the previous document is gone.
    pub async fn reload(&self) {
        let before = self.find("html").await;
        self.driver.refresh().await.expect("a page");
        self.wait_until_replaced(before).await;
    }

    /// Clicks an element that loads another page, and waits until the previous document is gone.
    pub async fn click_and_load(&self, css: &str) {
        let before = self.find("html").await;
        self.click(css).await;
        self.wait_until_replaced(before).await;
    }

    /// Presses keys in an element that load another page, and waits until the previous document is gone.
    pub async fn press_and_load(&self, css: &str, keys: &str) {
        let before = self.find("html").await;
        self.press(css, keys).await;
        self.wait_until_replaced(before).await;
    }

    pub(crate) async fn wait_until_replaced(&self, before: WebElement) {
        until("the page to be replaced", async || before.tag_name().await.is_err().then_some(())).await;
    }

    /// The path of the page shown.
    pub async fn path(&self) -> String {
        self.driver.current_url().await.expect("a URL").path().to_owned()
    }

    /// Waits until the page shown has this path.
    pub async fn wait_for_path(&self, path: &str) {
        until(format!("the path {path}"), async || (self.path().await == path).then_some(())).await;
    }

    /// Goes back to the previous page.
    pub async fn back(&self) {
        self.driver.back().await.expect("a page before");
    }

    /// Goes back to a page that was loaded separately, and waits until the current document is gone.
    pub async fn back_and_load(&self) {
        let before = self.find("html").await;
        self.back().await;
        self.wait_until_replaced(before).await;
    }
}
