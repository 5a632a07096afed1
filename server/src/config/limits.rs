use super::{ConfigError, Settings, domains};
use crate::sign_up::Limits;
use std::time::Duration;

/// The limits of the sign-up from the settings; some numbers must be within bounds.
pub(super) fn check(settings: &Settings) -> Result<Limits, ConfigError> {
    // The session that holds the code lives for an hour; NIST SP 800-63A-4 §3.8 would allow 24 hours for a mailed code.
    let longest = Duration::from_secs(60 * 60);
    if settings.code_lifetime.is_zero() || settings.code_lifetime > longest {
        return Err(ConfigError::new("MAILCODE_CODE_LIFETIME", "must be 1s to 1h."));
    }
    if settings.proof_of_work_wait < Duration::from_secs(1) || settings.proof_of_work_wait > longest / 2 {
        return Err(ConfigError::new("MAILCODE_PROOF_OF_WORK_WAIT", "must be 1s to 30m."));
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
        domains: domains::check(settings)?,
    })
}
