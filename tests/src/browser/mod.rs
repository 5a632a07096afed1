mod axe;
mod chromium;
mod console;
mod driver;
mod elements;
mod environment;
mod firefox;
mod navigation;

pub use axe::axe_violations;
use driver::Driver;
pub use environment::Network;
use serde_json::Value;
use std::path::Path;
use tempfile::TempDir;
use thirtyfour::WebDriver;

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

impl Browser {
    /// Starts the given browser.
    pub async fn start_in(engine: Engine, scripting: Scripting) -> Self {
        match engine {
            Engine::Chromium => Self::start(scripting).await,
            Engine::Firefox => Self::start_firefox(scripting).await,
        }
    }

    /// The directory that the browser writes its files to.
    #[must_use]
    pub fn profile(&self) -> &Path {
        self.profile.path()
    }

    /// Runs a script in the page, and returns its result. Works only where scripts run.
    pub async fn run(&self, script: &str) -> Value {
        self.driver.execute(script, Vec::new()).await.expect("a script").json().clone()
    }

    /// Saves a screenshot, for a person to look at.
    pub async fn screenshot(&self, file: &Path) {
        self.driver.screenshot(file).await.expect("a picture");
    }
}
