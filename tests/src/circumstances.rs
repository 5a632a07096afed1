use crate::Browser;
use serde_json::json;
use thirtyfour::WindowHandle;

/// How well the server is reached from a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// As this machine reaches itself.
    Fast,
    /// As a telephone far from its mast: 400 ms to the answer, 50 kB/s (what `DevTools` call slow 3G).
    Slow,
    /// Not at all.
    None,
}

/// What a visitor finds themselves in: their network, their windows.
impl Browser {
    /// From now on, in the window that is shown.
    pub async fn network(&self, network: Network) {
        let (latency, rate) = match network {
            Network::Fast => (0, -1),
            Network::Slow => (400, 50_000),
            Network::None => (0, 0),
        };
        let conditions = json!({
            "offline": network == Network::None, "latency": latency, "downloadThroughput": rate, "uploadThroughput": rate
        });
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.emulateNetworkConditions", conditions).await;
    }

    /// A processor so many times slower, in the window that is shown.
    pub async fn slow_down(&self, times: u32) {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await;
    }

    /// Runs this script in each page before anything of the page itself.
    pub async fn run_before_pages(&self, script: &str) {
        self.devtools("Page.enable", json!({})).await;
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Takes nothing from the browser's cache.
    pub async fn forget_files(&self) {
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    }

    /// The window that is shown.
    pub async fn window(&self) -> WindowHandle {
        self.driver.window().await.expect("a window")
    }

    /// Opens another one and shows it. They have one session.
    pub async fn open_window(&self) -> WindowHandle {
        let window = self.driver.new_tab().await.expect("a window");
        self.show_window(&window).await;
        window
    }

    /// Shows this one.
    pub async fn show_window(&self, window: &WindowHandle) {
        self.driver.switch_to_window(window.clone()).await.expect("a window");
        self.be_in_front().await;
    }

    /// Back to the page before.
    pub async fn back(&self) {
        self.driver.back().await.expect("a page before");
    }

    /// Clicks twice on an element, as fast as people do.
    pub async fn double_click(&self, css: &str) {
        let element = self.find(css).await;
        self.driver.action_chain().double_click_element(&element).perform().await.expect("a double click");
    }
}
