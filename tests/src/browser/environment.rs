use super::{Browser, Engine};
use serde_json::json;
use thirtyfour::WindowHandle;

/// The quality of the network between browser and server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// Loopback without throttling.
    Fast,
    /// A slow mobile network: 400 ms latency, 50 kB/s (slow 3G in `DevTools`).
    Slow,
    /// No connection.
    None,
}

/// The visitor's environment: preferences, network, cookies, windows. The network, the processor, the cache and scripts that run before
/// pages are set by `DevTools`, in Chromium only.
impl Browser {
    /// Sets a preference of the visitor, such as `prefers-color-scheme: dark`, which is the only one that Firefox supports here.
    pub async fn prefer(&self, feature: &str, value: &str) {
        if self.engine == Engine::Firefox {
            return self.prefer_in_firefox(feature, value).await;
        }
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": [{ "name": feature, "value": value }] })).await;
    }

    /// Sets the size of the viewport, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        if self.engine == Engine::Firefox {
            return self.resize_in_firefox(width, height).await;
        }
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Emulates this network from now on, in the window shown.
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

    /// Slows the processor down by this factor, in the window shown.
    pub async fn slow_down(&self, times: u32) {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await;
    }

    /// Runs this script in each page before the page's own scripts.
    pub async fn run_before_pages(&self, script: &str) {
        self.devtools("Page.enable", json!({})).await;
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Disables the browser's cache.
    pub async fn disable_cache(&self) {
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    }

    /// Deletes the cookies of the page's site.
    pub async fn delete_cookies(&self) {
        self.driver.delete_all_cookies().await.expect("a page with or without cookies");
    }

    /// Blocks requests whose URL matches this pattern. Uses `DevTools`.
    pub async fn block(&self, pattern: &str) {
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.setBlockedURLs", json!({ "urls": [pattern] })).await;
    }

    /// Makes the page believe that its window has the focus, which only one window of a machine has.
    pub(crate) async fn emulate_focus(&self) {
        if self.engine == Engine::Firefox {
            // A driven Firefox believes so anyway.
            return;
        }
        self.devtools("Emulation.setFocusEmulationEnabled", json!({ "enabled": true })).await;
    }

    /// The handle of the window shown.
    pub async fn window(&self) -> WindowHandle {
        self.driver.window().await.expect("a window")
    }

    /// Opens another window of the same browser session, and shows it.
    pub async fn open_window(&self) -> WindowHandle {
        let window = self.driver.new_tab().await.expect("a window");
        self.show_window(&window).await;
        window
    }

    /// Switches to this window.
    pub async fn show_window(&self, window: &WindowHandle) {
        self.driver.switch_to_window(window.clone()).await.expect("a window");
        self.emulate_focus().await;
    }
}
