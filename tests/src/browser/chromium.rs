use super::driver::Driver;
use super::{Browser, Engine, Scripting};
use serde_json::{Value, json};
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::common::capabilities::desiredcapabilities::{CapabilitiesHelper, PageLoadStrategy};
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel, WebDriver};

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

/// Starts Chromium and sends it commands of `DevTools`.
impl Browser {
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
        browser.emulate_focus().await;
        if scripting == Scripting::WasmBlocked {
            browser.block("*.wasm").await;
        }
        browser
    }

    pub(crate) async fn devtools(&self, command: &str, parameters: Value) {
        assert_eq!(self.engine, Engine::Chromium, "{command} is a command of DevTools");
        self.driver.cdp().send_raw(command, parameters).await.expect("a DevTools command");
    }
}
