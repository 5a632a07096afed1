use super::driver::Driver;
use super::{Browser, Engine, Scripting};
use reqwest::Method;
use serde_json::{Value, json};
use test_support::until;
use thirtyfour::common::capabilities::desiredcapabilities::{CapabilitiesHelper, PageLoadStrategy};
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{FirefoxCapabilities, RequestData, SessionId};

/// The methods that need another way in Firefox. Settings are changed by scripts in Firefox's own interface.
impl Browser {
    /// Starts a Firefox.
    ///
    /// # Panics
    /// When Firefox or geckodriver is missing or does not start, and for [`Scripting::WasmBlocked`].
    pub async fn start_firefox(scripting: Scripting) -> Self {
        let profile = tempfile::tempdir().expect("a temporary directory");
        let process = Driver::firefox(profile.path()).await;
        let mut preferences = FirefoxPreferences::new();
        // Print the console calls of pages to stdout, but not those of Firefox's own scripts.
        preferences.set("devtools.console.stdout.content", true).expect("a preference");
        preferences.set("devtools.console.stdout.chrome", false).expect("a preference");
        match scripting {
            Scripting::On => {}
            Scripting::Off => preferences.set("javascript.enabled", false).expect("a preference"),
            Scripting::WasmBlocked => panic!("requests are blocked in chromium alone"),
        }
        let mut capabilities = FirefoxCapabilities::new();
        capabilities.set_headless().expect("an argument");
        capabilities.set_preferences(preferences).expect("preferences");
        capabilities.set_page_load_strategy(PageLoadStrategy::None).expect("a strategy");
        let driver = thirtyfour::WebDriver::new(process.url(), capabilities).await.expect("Firefox starts");
        Self { engine: Engine::Firefox, driver, process, profile }
    }

    /// Sets a preference of the visitor; supports `prefers-color-scheme` only.
    pub(crate) async fn prefer_in_firefox(&self, feature: &str, value: &str) {
        assert_eq!(feature, "prefers-color-scheme");
        let scheme = u8::from(value == "light");
        self.run_in_interface(&format!("Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', {scheme})")).await;
        let matches = format!("return matchMedia('({feature}: {value})').matches");
        until(format!("the preference {feature}: {value}"), async || (self.run(&matches).await == true).then_some(())).await;
    }

    /// Sets the size of the page. A window cannot be as narrow as a telephone, but the page in it can.
    pub(crate) async fn resize_in_firefox(&self, width: u32, height: u32) {
        let script = format!(
            "const page = gBrowser.selectedBrowser; for (const [side, size] of [['width', {width}], ['height', {height}]]) \
             for (const end of ['min', 'max']) page.style.setProperty(`${{end}}-${{side}}`, `${{size}}px`)"
        );
        self.run_in_interface(&script).await;
        let size = json!([width, height]);
        until(format!("a page of {width} by {height}"), async || {
            (self.run("return [innerWidth, innerHeight]").await == size).then_some(())
        })
        .await;
    }

    /// Runs a script in Firefox's interface around the page.
    pub(crate) async fn run_in_interface(&self, script: &str) -> Value {
        self.run_scripts_in("chrome").await;
        let result = self.run(script).await;
        self.run_scripts_in("content").await;
        result
    }

    async fn run_scripts_in(&self, context: &'static str) {
        self.driver.handle().cmd(SetContext(context)).await.expect("another context for scripts");
    }
}

/// geckodriver's command that selects where scripts run: in the page or in Firefox's interface.
#[derive(Debug)]
struct SetContext(&'static str);

impl FormatRequestData for SetContext {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("/session/{session}/moz/context")).add_body(json!({ "context": self.0 }))
    }
}
