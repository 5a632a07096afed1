use super::text::read_text;
use super::{ConfigError, Settings};
use crate::sign_up::{DomainList, DomainRules, Limits};
use std::path::Path;
use std::time::Duration;

/// The limits of the sign-up from the settings, whose ranges are checked here where no parser does so.
pub(super) fn check(settings: &Settings) -> Result<Limits, ConfigError> {
    // The session that holds the code lives for an hour; NIST SP 800-63A-4 §3.8 would allow 24 hours for a mailed code.
    let longest = Duration::from_secs(60 * 60);
    if settings.code_lifetime.is_zero() || settings.code_lifetime > longest {
        return Err(ConfigError::new("MAILCODE_CODE_LIFETIME", "must be between 1s and 1h."));
    }
    if settings.proof_of_work_wait < Duration::from_secs(1) || settings.proof_of_work_wait > longest / 2 {
        return Err(ConfigError::new("MAILCODE_PROOF_OF_WORK_WAIT", "must be between 1s and 30m."));
    }
    Ok(Limits {
        code_lifetime: settings.code_lifetime,
        tries: settings.tries,
        failures_per_address: settings.failures_per_address.clone(),
        resend_after: settings.resend_after,
        mails_per_address: settings.mails_per_address.clone(),
        mails_per_domain: settings.mails_per_domain.clone(),
        mails_per_large_domain: settings.mails_per_large_domain.clone(),
        mails_per_client: settings.mails_per_client.clone(),
        mails_total: settings.mails_total.clone(),
        proof_of_work_above: settings.proof_of_work_above.clone(),
        proof_of_work_cost: settings.proof_of_work_cost,
        proof_of_work_wait: settings.proof_of_work_wait,
        aliases_are_one: settings.aliases_are_one,
        domains: domain_rules(settings)?,
    })
}

/// The allowed and blocked domains from the settings.
fn domain_rules(settings: &Settings) -> Result<DomainRules, ConfigError> {
    let allowed = settings.allowed_domains_file.as_deref().map(|file| read_domains("MAILCODE_ALLOWED_DOMAINS_FILE", file)).transpose()?;
    let blocked = settings.blocked_domains_file.as_deref().map(|file| read_domains("MAILCODE_BLOCKED_DOMAINS_FILE", file)).transpose()?;
    Ok(DomainRules { allowed, blocked: blocked.unwrap_or_default() })
}

fn read_domains(setting: &'static str, file: &Path) -> Result<DomainList, ConfigError> {
    let names = file.display();
    let text = read_text(file).map_err(|error| ConfigError::of_file(setting, file, &error))?;
    text.parse().map_err(|error| ConfigError::new(setting, format!("names {names}, in which {error}.")))
}

#[cfg(test)]
mod tests {
    use super::read_domains;
    use std::fs;

    #[test]
    fn a_domain_list_may_have_a_byte_order_mark_and_utf16_is_refused_by_name() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("domains.txt");
        fs::write(&file, b"example.org\n").expect("written");
        let plain = read_domains("MAILCODE_ALLOWED_DOMAINS_FILE", &file).expect("a list");
        fs::write(&file, b"\xef\xbb\xbfexample.org\r\n").expect("written");
        assert_eq!(read_domains("MAILCODE_ALLOWED_DOMAINS_FILE", &file).expect("a list"), plain);
        fs::write(&file, b"\xff\xfee\0x\0").expect("written");
        let problem = read_domains("MAILCODE_ALLOWED_DOMAINS_FILE", &file).expect_err("two octets to a character").problem;
        assert!(problem.contains("domains.txt") && problem.contains("UTF-16"), "{problem}");
    }
}
