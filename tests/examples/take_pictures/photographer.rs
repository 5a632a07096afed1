use e2e::{Browser, HostileRelay, Mailcode};
use std::path::PathBuf;

/// The name of each window, and its size in CSS pixels.
const WINDOWS: [(&str, u32, u32); 2] = [("phone", 390, 780), ("desktop", 1024, 720)];

/// The browser, and the directory for its pictures.
pub(crate) struct Photographer {
    pub(crate) browser: Browser,
    pub(crate) directory: PathBuf,
    /// Takes only pictures whose names contain this.
    pub(crate) wanted: String,
}

impl Photographer {
    /// Whether to take this picture.
    pub(crate) fn wants(&self, state: &str) -> bool {
        state.contains(&self.wanted)
    }

    /// Takes pictures of the whole page in each window, light and dark.
    pub(crate) async fn take(&self, state: &str) {
        if !self.wants(state) {
            return;
        }
        for (window, width, height) in WINDOWS {
            for scheme in ["light", "dark"] {
                self.browser.prefer("prefers-color-scheme", scheme).await;
                self.browser.resize(width, height).await;
                // Resize again, because some margins grow with the window.
                while let Some(page) = self.scrolled().await {
                    self.browser.resize(width, page).await;
                }
                self.browser.screenshot(&self.directory.join(format!("{state}-{window}-{scheme}.png"))).await;
            }
        }
    }

    /// The height of the page, if it is higher than the window.
    async fn scrolled(&self) -> Option<u32> {
        let heights = self.browser.run("return [document.documentElement.scrollHeight, innerHeight]").await;
        let [page, window] = [0, 1].map(|place| u32::try_from(heights[place].as_u64().unwrap()).unwrap());
        (page > window).then_some(page)
    }

    /// Opens a page with an island, and waits until it is hydrated.
    pub(crate) async fn open(&self, mailcode: &Mailcode, path: &str) {
        self.browser.open(&mailcode.url(path)).await;
        self.browser.find("leptos-island[data-hydrated]").await;
        self.browser.find("#email:focus").await;
    }

    /// Asks for a code, and waits for the next step.
    pub(crate) async fn ask(&self, mailcode: &Mailcode, address: &str) {
        self.open(mailcode, "/").await;
        self.browser.type_into("#email", address).await;
        self.browser.click("#address-form button.primary").await;
        self.browser.find("[data-step=code]").await;
    }

    pub(crate) async fn choose_language(&self, language: &str) {
        self.browser.click("#language summary").await;
        self.browser.click_and_load(&format!("#language [value={language}]")).await;
        self.browser.find(&format!("html[lang={language}] leptos-island[data-hydrated]")).await;
    }
}

/// A wrong code.
pub(crate) fn wrong_code(code: &str) -> &'static str {
    if code == "123456" { "654321" } else { "123456" }
}

/// Starts Mailcode with this relay.
pub(crate) async fn with_relay(relay: &HostileRelay, more: &[(&str, &str)]) -> Mailcode {
    let directory = tempfile::tempdir().unwrap();
    let roots = directory.path().join("roots.pem");
    std::fs::write(&roots, relay.authority().pem()).unwrap();
    let (port, roots) = (relay.port().to_string(), roots.to_string_lossy().into_owned());
    let settings = [
        ("SMTP_HOST", "localhost"),
        ("SMTP_PORT", &*port),
        ("SMTP_CA_FILE", &roots),
        ("SMTP_USERNAME", "mailcode"),
        ("SMTP_PASSWORD", "a-secret-password"),
        ("MAIL_FROM", "Mailcode <mailcode@example.org>"),
    ];
    Mailcode::start_in(directory, &[&settings, more].concat()).await
}
