use crate::chromedriver::Chromedriver;
use crate::until::{PATIENCE, look_for, until};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::common::capabilities::desiredcapabilities::{CapabilitiesHelper, PageLoadStrategy};
use thirtyfour::{By, ChromeCapabilities, LoggingPrefsLogLevel, WebDriver, WebElement};

/// How much of a page's script runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scripting {
    /// All of it.
    On,
    /// None of it, as with scripts switched off in the settings.
    Off,
    /// JavaScript, but the wasm file never arrives, as behind a strict proxy.
    WasmBlocked,
}

/// A headless chromium with an empty profile.
pub struct Browser {
    // Dropped in this order, after `drop`: the driver ends, then the profile goes.
    pub(crate) driver: WebDriver,
    chromedriver: Chromedriver,
    _profile: TempDir,
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver's own way to quit in `drop` waits for the runtime that it blocks, until it times out.
        if self.driver.clone().leak().is_ok() {
            self.chromedriver.quit(self.driver.session_id());
        }
    }
}

/// No GPU, no sandbox (the tests may run as root in a container), and nothing that calls home.
const ARGUMENTS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1000,1000",
];

impl Browser {
    /// Starts one.
    ///
    /// # Panics
    /// When chromium or chromedriver is missing or does not start.
    pub async fn start(scripting: Scripting) -> Self {
        let chromedriver = Chromedriver::start().await;
        let profile = tempfile::tempdir().expect("a temporary directory");
        let mut capabilities = ChromeCapabilities::new();
        for argument in ARGUMENTS {
            capabilities.add_arg(argument).expect("an argument");
        }
        capabilities.add_arg(&format!("--user-data-dir={}", profile.path().display())).expect("an argument");
        capabilities.set_browser_log_level(LoggingPrefsLogLevel::All).expect("a log level");
        // Nothing here relies on the load event, and a wasm file that is held back would hold that back too.
        capabilities.set_page_load_strategy(PageLoadStrategy::None).expect("a strategy");
        if scripting == Scripting::Off {
            let preferences = json!({ "profile.managed_default_content_settings.javascript": 2 });
            capabilities.add_experimental_option("prefs", preferences).expect("preferences");
        }
        let driver = WebDriver::new(chromedriver.url(), capabilities).await.expect("chromium starts");
        let browser = Self { driver, chromedriver, _profile: profile };
        browser.be_in_front().await;
        if scripting == Scripting::WasmBlocked {
            browser.block("*.wasm").await;
        }
        browser
    }

    /// The page is to believe that its window is in front, as only one of a machine is.
    pub(crate) async fn be_in_front(&self) {
        self.devtools("Emulation.setFocusEmulationEnabled", json!({ "enabled": true })).await;
    }

    /// Lets no request through whose URL fits this pattern.
    pub async fn block(&self, pattern: &str) {
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.setBlockedURLs", json!({ "urls": [pattern] })).await;
    }

    /// Opens a URL. Wait for a mark on the page before anything else.
    pub async fn open(&self, url: &str) {
        self.driver.goto(url).await.expect("a page");
    }

    /// Loads the page again, and waits until the one before is gone.
    pub async fn reload(&self) {
        let before = self.find("html").await;
        self.driver.refresh().await.expect("a page");
        self.wait_until_replaced(before).await;
    }

    /// Clicks on what loads another page, and waits until the one before is gone.
    pub async fn click_through(&self, css: &str) {
        let before = self.find("html").await;
        self.click(css).await;
        self.wait_until_replaced(before).await;
    }

    async fn wait_until_replaced(&self, before: WebElement) {
        until("the page to be replaced", async || before.tag_name().await.is_err().then_some(())).await;
    }

    /// The path of the page shown.
    pub async fn path(&self) -> String {
        self.driver.current_url().await.expect("a URL").path().to_owned()
    }

    /// Waits until the page shown has this path.
    pub async fn wait_for_path(&self, path: &str) {
        until(format!("the page {path}"), async || (self.path().await == path).then_some(())).await;
    }

    /// Waits for a visible element that matches the CSS selector.
    ///
    /// # Panics
    /// When none comes; the message has the page.
    pub async fn find(&self, css: &str) -> WebElement {
        match look_for(PATIENCE, async || self.visible(css).await).await {
            Some(element) => element,
            None => panic!("no {css} at {}:\n{}", self.path().await, self.driver.source().await.unwrap_or_default()),
        }
    }

    /// Whether a visible element matches right now.
    pub async fn shows(&self, css: &str) -> bool {
        self.visible(css).await.is_some()
    }

    /// Waits until no visible element matches any more.
    pub async fn wait_until_gone(&self, css: &str) {
        until(format!("{css} to go"), async || (!self.shows(css).await).then_some(())).await;
    }

    /// The visible text of an element, which is waited for.
    pub async fn text(&self, css: &str) -> String {
        until(format!("the text of {css}"), async || self.visible(css).await?.text().await.ok()).await
    }

    /// Waits until the visible text of an element is not empty.
    pub async fn some_text(&self, css: &str) -> String {
        until(format!("some text in {css}"), async || self.visible(css).await?.text().await.ok().filter(|text| !text.trim().is_empty()))
            .await
    }

    /// What stands in a field.
    pub async fn value(&self, css: &str) -> String {
        until(format!("the value of {css}"), async || self.visible(css).await?.value().await.ok()).await.unwrap_or_default()
    }

    /// The value of an attribute, if the element has it.
    pub async fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.find(css).await.attr(name).await.expect("an element that stays")
    }

    /// Types into a field instead of what stood there.
    pub async fn type_into(&self, css: &str, text: &str) {
        let field = self.find(css).await;
        field.clear().await.expect("a field");
        field.send_keys(text).await.expect("a field");
    }

    /// Presses keys in an element, whose content stays. A modifier (Web Driver §17.4.2) holds to the end of the text.
    pub async fn press(&self, css: &str, keys: &str) {
        self.find(css).await.send_keys(keys).await.expect("an element that takes keys");
    }

    /// Presses keys wherever the focus is, if anywhere.
    pub async fn keys(&self, keys: &str) {
        self.driver.action_chain().send_keys(keys).perform().await.expect("keys");
    }

    /// Clicks on an element once it can be clicked.
    pub async fn click(&self, css: &str) {
        until(format!("{css} to take a click"), async || self.visible(css).await?.click().await.ok()).await;
    }

    /// Runs script in the page; only where scripts run.
    pub async fn run(&self, script: &str) -> Value {
        self.driver.execute(script, Vec::new()).await.expect("a script").json().clone()
    }

    /// What the visitor has told the browser to prefer, such as `prefers-color-scheme: dark`.
    pub async fn prefer(&self, feature: &str, value: &str) {
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": [{ "name": feature, "value": value }] })).await;
    }

    /// The size of the window's inside, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Errors that the page or the browser wrote to the console since the last call.
    pub async fn console_errors(&self) -> Vec<String> {
        self.console().await.into_iter().filter(|(level, _)| level == "SEVERE").map(|(_, message)| message).collect()
    }

    /// All that the page or the browser wrote to the console since the last call: `SEVERE` for an error, `WARNING` for a warning.
    pub async fn console(&self) -> Vec<(String, String)> {
        let entries = self.driver.get_log("browser").await.expect("a log");
        entries.into_iter().map(|entry| (entry.level, entry.message)).collect()
    }

    /// Stores a picture of what is seen, for a person to look at.
    pub async fn picture(&self, file: &std::path::Path) {
        self.driver.screenshot(file).await.expect("a picture");
    }

    pub(crate) async fn devtools(&self, command: &str, parameters: Value) {
        self.driver.cdp().send_raw(command, parameters).await.expect("a DevTools command");
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
