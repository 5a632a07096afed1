use super::text::read_secret;
use super::{ConfigError, Settings};
use crate::mail::{Dkim, DnsName, SigningKey};
use std::path::{Path, PathBuf};

const DOMAIN: &str = "MAILCODE_DKIM_DOMAIN";
const SELECTOR: &str = "MAILCODE_DKIM_SELECTOR";
const KEY_FILE: &str = "MAILCODE_DKIM_KEY_FILE";

/// The domain and keys that sign the mails, if the settings name a key; `sender` is the default domain.
pub(super) fn check(settings: &Settings, sender: &str) -> Result<Option<Dkim>, ConfigError> {
    let selectors: Vec<&str> = settings.dkim_selector.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    let files: Vec<PathBuf> =
        settings.dkim_key_file.iter().map(|file| without_blanks(file)).filter(|file| *file != Path::new("")).collect();
    match (selectors.len(), files.len()) {
        (0, 0) if settings.dkim_domain.is_some() => {
            return Err(ConfigError::new(DOMAIN, format!("is set, but {SELECTOR} is not; set {SELECTOR} and {KEY_FILE}, or unset this.")));
        }
        (0, 0) => return Ok(None),
        (_, 0) => return Err(ConfigError::new(KEY_FILE, format!("is not set, but {SELECTOR} is; set both or neither."))),
        (0, _) => return Err(ConfigError::new(SELECTOR, format!("is not set, but {KEY_FILE} is; set both or neither."))),
        (names, keys) if names != keys => {
            return Err(ConfigError::new(
                SELECTOR,
                format!("lists {names} selectors, but {KEY_FILE} lists {keys} files; list one selector for each file."),
            ));
        }
        _ => {}
    }
    let selectors: Vec<DnsName> = selectors.into_iter().map(selector).collect::<Result<_, _>>()?;
    if let Some(twice) = selectors.iter().enumerate().find_map(|(index, name)| selectors[..index].contains(name).then_some(name)) {
        return Err(ConfigError::new(SELECTOR, format!("lists {twice} twice; each key needs its own selector.")));
    }
    let keys = files.iter().map(|file| key(file)).collect::<Result<Vec<_>, _>>()?;
    Ok(Some(Dkim::new(domain(settings.dkim_domain.as_deref(), sender)?, selectors.into_iter().zip(keys).collect())))
}

fn domain(set: Option<&str>, sender: &str) -> Result<DnsName, ConfigError> {
    let problem = match set {
        Some(_) => "must be a domain, such as example.org.".to_owned(),
        None => {
            format!("is not set, and the sender's domain {sender:?} cannot be used for DKIM; set it to the domain that publishes the key.")
        }
    };
    set.unwrap_or(sender).parse().map_err(|_| ConfigError::new(DOMAIN, problem))
}

/// Removes the blanks after the commas of a list, which are not part of a file name.
fn without_blanks(file: &Path) -> PathBuf {
    file.to_str().map_or_else(|| file.to_owned(), |text| PathBuf::from(text.trim()))
}

fn selector(text: &str) -> Result<DnsName, ConfigError> {
    let problem = || format!("lists {text:?}, which is not a selector; use letters, digits and hyphens, such as mailcode-2026.");
    text.parse().map_err(|_| ConfigError::new(SELECTOR, problem()))
}

fn key(file: &Path) -> Result<SigningKey, ConfigError> {
    let text = read_secret(file).map_err(|error| ConfigError::of_file(KEY_FILE, file, &error))?;
    SigningKey::from_pem(text.as_bytes())
        .map_err(|error| ConfigError::new(KEY_FILE, format!("names {}, which cannot be used: {error}.", file.display())))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::config::Settings;
    use clap::Parser;
    use std::fs;

    /// The error of these settings; empty if they are valid.
    fn refusal(flags: &[&str]) -> String {
        let settings = Settings::try_parse_from([&["mailcode"], flags].concat()).expect("known settings");
        check(&settings, "example.org").err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn selectors_and_keys_are_accepted_in_pairs_only() {
        let directory = tempfile::tempdir().expect("a directory");
        let write = |name: &str, text: &str| {
            let file = directory.path().join(name).to_string_lossy().into_owned();
            fs::write(&file, text).expect("written");
            file
        };
        let key = write("key.pem", include_str!("../mail/dkim/test_keys/ed25519.pem"));
        let no_key = write("none.pem", "no key");
        let two_keys = format!("{key}, {key}");
        let empty = write("empty.pem", "\n");
        let marked = write("marked.pem", concat!("\u{feff}", include_str!("../mail/dkim/test_keys/ed25519.pem")));
        for (flags, refused) in [
            (&[][..], ""),
            (&["--dkim-selector", "a", "--dkim-key-file", &key], ""),
            (&["--dkim-selector", "a", "--dkim-key-file", &key, "--dkim-domain", "bücher.example"], ""),
            (&["--dkim-selector", "a,b", "--dkim-key-file", &two_keys], ""),
            (&["--dkim-selector", " a , b,", "--dkim-key-file", &two_keys], ""),
            (&["--dkim-selector", "a", "--dkim-key-file", &marked], ""),
            (&["--dkim-selector", "a", "--dkim-key-file", &empty], &format!("MAILCODE_DKIM_KEY_FILE names {empty}, which is empty.")),
            (&["--dkim-selector", "a"], "MAILCODE_DKIM_KEY_FILE is not set"),
            (&["--dkim-key-file", &key], "MAILCODE_DKIM_SELECTOR is not set"),
            (&["--dkim-domain", "example.org"], "MAILCODE_DKIM_DOMAIN is set, but"),
            (
                &["--dkim-selector", "a,b", "--dkim-key-file", &key],
                "MAILCODE_DKIM_SELECTOR lists 2 selectors, but MAILCODE_DKIM_KEY_FILE lists 1",
            ),
            (&["--dkim-selector", "a,A", "--dkim-key-file", &two_keys], "MAILCODE_DKIM_SELECTOR lists a twice"),
            (&["--dkim-selector", "a b", "--dkim-key-file", &key], "MAILCODE_DKIM_SELECTOR lists \"a b\""),
            (
                &["--dkim-selector", "a", "--dkim-key-file", "/no/such/file"],
                "MAILCODE_DKIM_KEY_FILE names /no/such/file, which does not exist; ",
            ),
            (&["--dkim-selector", "a", "--dkim-key-file", &no_key], "MAILCODE_DKIM_KEY_FILE names"),
            (&["--dkim-selector", "a", "--dkim-key-file", &key, "--dkim-domain", "a b"], "MAILCODE_DKIM_DOMAIN must be a domain"),
        ] {
            let refusal = refusal(flags);
            assert!(refusal.starts_with(refused) && refusal.is_empty() == refused.is_empty(), "{flags:?}: {refusal:?}");
        }
    }
}
