use crate::i18n::{Key, Translations, Value};
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use serde::{Deserialize, Serialize};

/// A browser that has signed in, described so that its owner can distinguish it from their others. Both fields are from closed sets:
/// nothing that a client sends is stored or shown.
///
/// The serialized form is in the database: variants may be added, but none renamed. It is for display and decides nothing, since a client
/// can send any header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Browser {
    agent: Agent,
    system: System,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
enum Agent {
    #[default]
    Unknown,
    Program,
    Chrome,
    DuckDuckGo,
    Edge,
    Firefox,
    Lynx,
    Opera,
    Safari,
    Samsung,
    Vivaldi,
    W3m,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
enum System {
    #[default]
    Unknown,
    Android,
    ChromeOs,
    Ipad,
    Iphone,
    Linux,
    Mac,
    Windows,
}

/// The product tokens of browsers in `User-Agent` (RFC 9110 §10.1.5). The first one that matches counts, since most browsers also send the
/// tokens of those that they derive from or imitate.
const AGENTS: [(&str, Agent); 17] = [
    ("Edg/", Agent::Edge),
    ("EdgA/", Agent::Edge),
    ("EdgiOS/", Agent::Edge),
    ("OPR/", Agent::Opera),
    ("OPT/", Agent::Opera),
    ("SamsungBrowser/", Agent::Samsung),
    ("Vivaldi/", Agent::Vivaldi),
    ("DuckDuckGo/", Agent::DuckDuckGo),
    ("Ddg/", Agent::DuckDuckGo),
    ("FxiOS/", Agent::Firefox),
    ("Firefox/", Agent::Firefox),
    ("CriOS/", Agent::Chrome),
    ("Chrome/", Agent::Chrome),
    ("Chromium/", Agent::Chrome),
    ("Safari/", Agent::Safari),
    ("Lynx/", Agent::Lynx),
    ("w3m/", Agent::W3m),
];

/// The names of systems in the comments between them. The first one that matches counts: iPhones also send `like Mac OS X`, Android devices
/// `Linux`.
const SYSTEMS: [(&str, System); 7] = [
    ("iPhone", System::Iphone),
    ("iPad", System::Ipad),
    ("Android", System::Android),
    ("CrOS", System::ChromeOs),
    ("Windows", System::Windows),
    ("Macintosh", System::Mac),
    ("Linux", System::Linux),
];

impl Browser {
    /// The browser according to the request's `User-Agent`.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        headers.get(USER_AGENT).map(|value| Self::read(&String::from_utf8_lossy(value.as_bytes()))).unwrap_or_default()
    }

    fn read(user_agent: &str) -> Self {
        let agent = AGENTS.iter().find(|(token, _)| user_agent.contains(token)).map(|(_, agent)| *agent);
        let system = SYSTEMS.iter().find(|(token, _)| user_agent.contains(token)).map(|(_, system)| *system);
        // Every graphical browser begins with `Mozilla/`.
        let is_program = !user_agent.is_empty() && !user_agent.starts_with("Mozilla/");
        let other = if is_program { Agent::Program } else { Agent::Unknown };
        Self { agent: agent.unwrap_or(other), system: system.unwrap_or_default() }
    }
}

impl Browser {
    /// The name for the owner, such as `Firefox on Linux`, `Firefox`, `A browser on Linux` or `A browser`.
    #[must_use]
    pub fn shown(self, translations: &Translations) -> String {
        let system = self.system();
        let (alone, with_system) = match self.agent {
            Agent::Unknown => (Key::BrowserUnknown, Key::BrowserUnknownOn),
            Agent::Program => (Key::BrowserProgram, Key::BrowserProgramOn),
            _ => (Key::BrowserAgent, Key::BrowserOn),
        };
        let key = if system.is_some() { with_system } else { alone };
        translations.text_with(key, &[("agent", Value::Text(self.agent())), ("system", Value::Text(system.unwrap_or_default()))])
    }

    const fn agent(self) -> &'static str {
        match self.agent {
            Agent::Unknown | Agent::Program => "",
            Agent::Chrome => "Chrome",
            Agent::DuckDuckGo => "DuckDuckGo",
            Agent::Edge => "Edge",
            Agent::Firefox => "Firefox",
            Agent::Lynx => "Lynx",
            Agent::Opera => "Opera",
            Agent::Safari => "Safari",
            Agent::Samsung => "Samsung Internet",
            Agent::Vivaldi => "Vivaldi",
            Agent::W3m => "w3m",
        }
    }

    const fn system(self) -> Option<&'static str> {
        Some(match self.system {
            System::Unknown => return None,
            System::Android => "Android",
            System::ChromeOs => "ChromeOS",
            System::Ipad => "iPad",
            System::Iphone => "iPhone",
            System::Linux => "Linux",
            System::Mac => "Mac",
            System::Windows => "Windows",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Browser;
    use crate::i18n::{Catalogue, Language};
    use axum::http::{HeaderMap, HeaderValue};
    use proptest::prelude::*;

    #[test]
    fn browsers_are_distinguished() {
        let catalogue = Catalogue::default();
        let english = catalogue.translations(Language::English);
        for (user_agent, text) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox on Linux"),
            ("Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0", "Firefox on Android"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/145.0 Mobile/15E148 Safari/605.1.15",
                "Firefox on iPhone",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
                "Chrome on Windows",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 OPR/126.0.0.0",
                "Opera on Mac",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
                "Safari on Mac",
            ),
            (
                "Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
                "Safari on iPad",
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
                "Samsung Internet on Android",
            ),
            (
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
                "Chrome on ChromeOS",
            ),
            ("Lynx/2.9.2 libwww-FM/2.14 SSL-MM/1.4.1 OpenSSL/3.0.0", "Lynx"),
            ("curl/8.14.1", "A program"),
            ("Mozilla/5.0 (X11; Linux x86_64) NewThing/1.0", "A browser on Linux"),
            ("Mozilla/5.0", "A browser"),
            ("", "A browser"),
        ] {
            assert_eq!(Browser::read(user_agent).shown(english), text, "{user_agent}");
        }
    }

    #[test]
    fn a_request_without_a_user_agent_is_a_browser() {
        assert_eq!(Browser::of(&HeaderMap::new()).shown(Catalogue::default().translations(Language::English)), "A browser");
    }

    #[test]
    fn foreign_bytes_hide_no_browser() {
        let value = HeaderValue::from_bytes(b"Mozilla/5.0 (J\xf6rg; Linux) Firefox/145.0").expect("a header");
        let browser = Browser::of(&HeaderMap::from_iter([(super::USER_AGENT, value)]));
        assert_eq!(browser.shown(Catalogue::default().translations(Language::English)), "Firefox on Linux");
    }

    proptest! {
        /// Whatever a client sends, only values of the closed sets are stored and shown.
        #[test]
        fn nothing_of_the_header_is_kept(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let Ok(value) = HeaderValue::from_bytes(&bytes) else { return Ok(()) };
            let browser = Browser::of(&HeaderMap::from_iter([(super::USER_AGENT, value)]));
            let kept = serde_json::to_string(&browser).expect("JSON");
            prop_assert!(kept.len() < 50 && browser.shown(Catalogue::default().translations(Language::English)).len() < 40, "{kept}");
            prop_assert_eq!(serde_json::from_str::<Browser>(&kept).expect("JSON"), browser);
        }
    }
}
