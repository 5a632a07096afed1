use crate::driver::Driver;
use serde_json::{Value, json};
use std::path::Path;
use tempfile::TempDir;
use test_support::{PATIENCE, look_for, until};
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::common::capabilities::desiredcapabilities::{CapabilitiesHelper, PageLoadStrategy};
use thirtyfour::{By, ChromeCapabilities, LoggingPrefsLogLevel, WebDriver, WebElement};

/// The browser that a test drives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Debian's chromium.
    Chromium,
    /// Debian's firefox-esr.
    Firefox,
}

/// Which scripts of a page run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scripting {
    /// All scripts.
    On,
    /// No scripts, as if they were switched off in the settings.
    Off,
    /// JavaScript runs, but the wasm file never arrives, as behind a strict proxy. Chromium only.
    WasmBlocked,
}

/// A headless browser with an empty profile. Methods that use `DevTools`, as their documentation says, work in Chromium only.
pub struct Browser {
    pub(crate) engine: Engine,
    // Dropped in this order, after `drop`: the driver ends, then the profile is removed.
    pub(crate) driver: WebDriver,
    pub(crate) process: Driver,
    pub(crate) profile: TempDir,
}

impl Drop for Browser {
    fn drop(&mut self) {
        // `WebDriver`'s own `drop` quits by waiting for the runtime that it blocks, until it times out.
        if self.driver.clone().leak().is_ok() {
            self.process.quit(self.driver.session_id());
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
    /// Starts the given browser.
    pub async fn start_in(engine: Engine, scripting: Scripting) -> Self {
        match engine {
            Engine::Chromium => Self::start(scripting).await,
            Engine::Firefox => Self::start_firefox(scripting).await,
        }
    }

    /// Starts Chromium.
    ///
    /// # Panics
    /// When chromium or chromedriver is missing or does not start.
    pub async fn start(scripting: Scripting) -> Self {
        Self::start_with(scripting, json!({})).await
    }

    /// Starts a Chromium whose settings block every cookie.
    pub async fn start_without_cookies(scripting: Scripting) -> Self {
        Self::start_with(scripting, json!({ "profile.managed_default_content_settings.cookies": 2 })).await
    }

    async fn start_with(scripting: Scripting, mut preferences: Value) -> Self {
        let process = Driver::chromium().await;
        let profile = tempfile::tempdir().expect("a temporary directory");
        let mut capabilities = ChromeCapabilities::new();
        for argument in ARGUMENTS {
            capabilities.add_arg(argument).expect("an argument");
        }
        capabilities.add_arg(&format!("--user-data-dir={}", profile.path().display())).expect("an argument");
        capabilities.set_browser_log_level(LoggingPrefsLogLevel::All).expect("a log level");
        // No test relies on the load event, and a wasm file that is held back would delay it.
        capabilities.set_page_load_strategy(PageLoadStrategy::None).expect("a strategy");
        if scripting == Scripting::Off {
            preferences["profile.managed_default_content_settings.javascript"] = 2.into();
        }
        capabilities.add_experimental_option("prefs", preferences).expect("preferences");
        let driver = WebDriver::new(process.url(), capabilities).await.expect("chromium starts");
        let browser = Self { engine: Engine::Chromium, driver, process, profile };
        browser.be_in_front().await;
        if scripting == Scripting::WasmBlocked {
            browser.block("*.wasm").await;
        }
        browser
    }

    /// Makes the page believe that its window has the focus, which only one window of a machine has.
    pub(crate) async fn be_in_front(&self) {
        if self.engine == Engine::Firefox {
            // A driven Firefox believes so anyway.
            return;
        }
        self.devtools("Emulation.setFocusEmulationEnabled", json!({ "enabled": true })).await;
    }

    /// Deletes the cookies of the page's site.
    pub async fn forget_cookies(&self) {
        self.driver.delete_all_cookies().await.expect("a page with or without cookies");
    }

    /// Blocks requests whose URL matches this pattern. Uses `DevTools`.
    pub async fn block(&self, pattern: &str) {
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.setBlockedURLs", json!({ "urls": [pattern] })).await;
    }

    /// The directory that the browser writes its files to.
    #[must_use]
    pub fn profile(&self) -> &Path {
        self.profile.path()
    }

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
    pub async fn click_through(&self, css: &str) {
        let before = self.find("html").await;
        self.click(css).await;
        self.wait_until_replaced(before).await;
    }

    /// Presses keys in an element that load another page, and waits until the previous document is gone.
    pub async fn press_through(&self, css: &str, keys: &str) {
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
        until(format!("the page {path}"), async || (self.path().await == path).then_some(())).await;
    }

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
        until(format!("{css} to go"), async || (!self.shows(css).await).then_some(())).await;
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

    /// Runs a script in the page, and returns its result. Works only where scripts run.
    pub async fn run(&self, script: &str) -> Value {
        self.driver.execute(script, Vec::new()).await.expect("a script").json().clone()
    }

    /// Saves a screenshot, for a person to look at.
    pub async fn picture(&self, file: &Path) {
        self.driver.screenshot(file).await.expect("a picture");
    }

    pub(crate) async fn devtools(&self, command: &str, parameters: Value) {
        assert_eq!(self.engine, Engine::Chromium, "{command} is a command of DevTools");
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
