use super::{Browser, Engine};
use test_support::until;

/// The text that the harness logs by `console.log` to mark a position in the output of Firefox.
const MARK: &str = "the console up to here was read";

/// A script that returns the entries of pages in Firefox's list of errors (script errors, blocked content, advice), and empties the list.
const ERRORS: &str = "
    const entries = Services.console.getMessageArray().filter(entry => entry instanceof Ci.nsIScriptError);
    Services.console.reset();
    return entries.filter(({ sourceName, errorMessage }) => /https?:\\/\\//.test(sourceName + errorMessage))
        .map(({ flags, errorMessage, sourceName }) => [flags & 1 ? 'WARNING' : flags & 8 ? 'INFO' : 'SEVERE', `${sourceName} ${errorMessage}`])";

/// Reads the console. chromedriver keeps a log of it; for Firefox, its output and its list of errors are read.
impl Browser {
    /// Errors that the page or the browser wrote to the console since the last call.
    pub async fn console_errors(&self) -> Vec<String> {
        self.console().await.into_iter().filter(|(level, _)| level == "SEVERE").map(|(_, message)| message).collect()
    }

    /// All that the page or the browser wrote to the console since the last call: `SEVERE` for an error, `WARNING` for a warning. Works in
    /// Firefox only where scripts run.
    pub async fn console(&self) -> Vec<(String, String)> {
        if self.engine == Engine::Firefox {
            return self.console_of_firefox().await;
        }
        let entries = self.driver.get_log("browser").await.expect("a log");
        entries.into_iter().map(|entry| (entry.level, entry.message)).collect()
    }

    /// The errors and warnings that the page wrote to the console since the last call, then the errors of scripts and of blocked content.
    async fn console_of_firefox(&self) -> Vec<(String, String)> {
        let read = self.process.output().len();
        self.run(&format!("console.log('{MARK}')")).await;
        let output = until("the mark in the output of Firefox", async || {
            let output = self.process.output();
            output[read..].contains(MARK).then_some(output)
        })
        .await;
        let before_mark = output.rsplit(MARK).nth(1).unwrap_or_default();
        let from_page = before_mark.lines().filter_map(|line| {
            let (function, message) = line.strip_prefix("console.")?.split_once(": ")?;
            let level = match function {
                "error" => "SEVERE",
                "warn" => "WARNING",
                _ => return None,
            };
            // Firefox puts texts of the page in quotes. Its own scripts put their name before their message.
            let is_named = message.split_once(": ").is_some_and(|(name, _)| name.chars().all(char::is_alphanumeric));
            (!is_named).then(|| (level.to_owned(), message.to_owned()))
        });
        let errors: Vec<(String, String)> = serde_json::from_value(self.run_in_interface(ERRORS).await).expect("a list of errors");
        from_page.chain(errors).collect()
    }
}
