use super::Config;
use crate::store::DatabaseLocation;
use std::time::Duration;

/// The longest lifetime of a mailed code that ASVS 5.0 V6.5.5 advises: ten minutes.
const LONGEST_ADVISED_LIFETIME: Duration = Duration::from_secs(10 * 60);

impl Config {
    /// Warnings about settings that are allowed, but too weak outside a trial; one sentence each, for the log.
    #[must_use]
    pub fn warnings(&self) -> Vec<&'static str> {
        let is_in_clear = self.public_origin.as_ref().is_some_and(|origin| !origin.is_https() && !origin.is_loopback());
        let is_public = self.public_origin.as_ref().is_some_and(|origin| !origin.is_loopback());
        let is_misaligned = self.dkim.as_ref().is_some_and(|dkim| !dkim.is_aligned_with(self.mail_from.email.domain()));
        let is_protected = match &self.data.database {
            DatabaseLocation::Sqlite(_) => true,
            DatabaseLocation::Postgres(url) => url.is_protected(),
        };
        let warning = |applies: bool, sentence| applies.then_some(sentence);
        [
            warning(
                is_in_clear,
                "MAILCODE_PUBLIC_URL is http: codes and cookies are sent unencrypted; put a proxy with TLS in front and set it to https.",
            ),
            warning(
                is_public && self.relay.is_none(),
                "MAILCODE_SMTP_HOST is not set: /dev/mailbox shows every mail to everybody who can open the site; set it to your relay.",
            ),
            warning(
                !is_protected,
                "MAILCODE_DATABASE_URL does not verify the database's server: who is on the network between can read and change all data; \
                 add sslmode=verify-full to it, and sslrootcert with a file if the certificate is from your own authority.",
            ),
            warning(
                is_misaligned,
                "MAILCODE_DKIM_DOMAIN does not match the domain of MAILCODE_MAIL_FROM: DMARC ignores the signatures; set it to that domain, or \
                 to one above or below it.",
            ),
            warning(
                self.limits.code_lifetime > LONGEST_ADVISED_LIFETIME,
                "MAILCODE_CODE_LIFETIME is longer than 10m: the longer a code is valid, the more guesses can be made at it.",
            ),
            warning(
                self.limits.failures_per_address.0.is_empty(),
                "MAILCODE_FAILURES_PER_ADDRESS is 0: wrong codes for one address are limited per sign-up only; set a cap such as 50/24h.",
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

    const SECRET: &str = "0707070707070707070707070707070707070707070707070707070707070707";

    fn warnings(flags: &[&str]) -> Vec<&'static str> {
        let settings = Settings::try_parse_from([&["mailcode"], flags].concat()).expect("known settings");
        Config::try_from(settings).expect("settings that agree").warnings()
    }

    #[test]
    fn defaults_deployments_and_local_trials_get_no_warning() {
        let deployed = ["--public-url", "https://sign-up.example.org", "--smtp-host", "mail.example.org", "--mail-from", "a@example.org"];
        let local = ["--database-url", "postgres://mailcode@localhost/accounts", "--secret-key", SECRET];
        for flags in [&[][..], &deployed, &["--public-url", "http://localhost:3000"], &local] {
            assert!(warnings(flags).is_empty(), "{flags:?}");
        }
    }

    #[test]
    fn each_weak_setting_is_named_in_a_warning() {
        for (flags, setting) in [
            (
                &["--public-url", "http://sign-up.example.org", "--smtp-host", "mail.example.org", "--mail-from", "a@example.org"][..],
                "MAILCODE_PUBLIC_URL",
            ),
            (&["--public-url", "https://sign-up.example.org"], "MAILCODE_SMTP_HOST"),
            (&["--code-lifetime", "11m"], "MAILCODE_CODE_LIFETIME"),
            (&["--database-url", "postgres://mailcode@db.example.org/accounts", "--secret-key", SECRET], "MAILCODE_DATABASE_URL"),
            (&["--failures-per-address", "0"], "MAILCODE_FAILURES_PER_ADDRESS"),
            (
                &["--mail-from", "a@example.org", "--dkim-domain", "example.com", "--dkim-selector", "a", "--dkim-key-file", KEY],
                "MAILCODE_DKIM_DOMAIN",
            ),
        ] {
            let warnings = warnings(flags);
            assert!(warnings.len() == 1 && warnings[0].starts_with(setting), "{flags:?}: {warnings:?}");
        }
    }
}
