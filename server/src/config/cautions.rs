use super::Config;
use std::time::Duration;

/// ASVS 5.0 V6.5.5: codes sent by mail live ten minutes at most.
const LONGEST_ADVISED_LIFETIME: Duration = Duration::from_secs(10 * 60);

impl Config {
    /// What is allowed, but weaker than it should be outside a trial; a sentence each, for the log.
    #[must_use]
    pub fn cautions(&self) -> Vec<&'static str> {
        let is_in_clear = self.public_origin.as_ref().is_some_and(|origin| !origin.is_https() && !origin.is_loopback());
        let is_misaligned = self.dkim.as_ref().is_some_and(|dkim| !dkim.is_aligned_with(self.mail_from.email.domain()));
        let caution = |applies: bool, sentence| applies.then_some(sentence);
        [
            caution(
                is_in_clear,
                "MAILCODE_PUBLIC_URL is plain http: codes and cookies can be read on the way; put TLS in front and write https.",
            ),
            caution(
                is_misaligned,
                "MAILCODE_DKIM_DOMAIN is another domain than that of MAILCODE_MAIL_FROM: DMARC does not count such a signature.",
            ),
            caution(
                self.limits.code_lifetime > LONGEST_ADVISED_LIFETIME,
                "MAILCODE_CODE_LIFETIME is over 10m: the longer a code lives, the more can be guessed at it.",
            ),
            caution(
                self.limits.failures_per_address.0.is_empty(),
                "MAILCODE_FAILURES_PER_ADDRESS is 0: wrong codes for an address are not limited over its sign-ups.",
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::config::{Config, Settings};
    use clap::Parser;

    const KEY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/mail/dkim/test_keys/ed25519.pem");

    fn cautions(flags: &[&str]) -> Vec<&'static str> {
        let settings = Settings::try_parse_from([&["mailcode"], flags].concat()).expect("known settings");
        Config::try_from(settings).expect("settings that agree").cautions()
    }

    #[test]
    fn nothing_is_said_of_the_defaults_and_of_a_trial() {
        for flags in [&[][..], &["--public-url", "https://sign-up.example.org"], &["--public-url", "http://localhost:3000"]] {
            assert!(cautions(flags).is_empty(), "{flags:?}");
        }
    }

    #[test]
    fn what_is_weak_is_named() {
        for (flags, setting) in [
            (&["--public-url", "http://sign-up.example.org"][..], "MAILCODE_PUBLIC_URL"),
            (&["--code-lifetime", "11m"], "MAILCODE_CODE_LIFETIME"),
            (&["--failures-per-address", "0"], "MAILCODE_FAILURES_PER_ADDRESS"),
            (
                &["--mail-from", "a@example.org", "--dkim-domain", "example.com", "--dkim-selector", "a", "--dkim-key-file", KEY],
                "MAILCODE_DKIM_DOMAIN",
            ),
        ] {
            let said = cautions(flags);
            assert!(said.len() == 1 && said[0].starts_with(setting), "{flags:?}: {said:?}");
        }
    }
}
