use super::DomainRules;
use std::fmt;
use std::str::FromStr;
use std::time::Duration;

/// At most `count` uses within any `window`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cap {
    /// The number of uses; at least 1.
    pub count: u32,
    /// The length of the window; at least a second.
    pub window: Duration,
}

/// Several caps at once, written `5/1h,10/24h`; `0` means none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caps(pub Vec<Cap>);

/// The text of a limit is malformed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LimitError {
    /// The text is not a duration, or one of more than 366 days.
    #[error("not a duration; write a whole number and a unit, such as 60s, 10m, 24h or 30d, at most 366d")]
    Duration,
    /// The text is not a list of caps.
    #[error("not a cap; write a count and a window, such as 5/1h, several with commas, or 0 for none")]
    Cap,
}

/// The limits of a sign-up; the defaults are those of `server/docs/configuration.md`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How long a code works after its issue. NIST SP 800-63A-4 §3.8 allows at most 24 hours for a mailed code.
    pub code_lifetime: Duration,
    /// Wrong codes that one sign-up allows.
    pub tries: u32,
    /// Wrong codes for one address. NIST SP 800-63B-4 §3.2.2 asks for at most 100 in a row.
    pub failures_per_address: Caps,
    /// The pause between two mails to one address; zero means none.
    pub resend_after: Duration,
    /// Mails to one address.
    pub mails_per_address: Caps,
    /// Mails to all addresses of one domain, since one mailbox may have any number of addresses.
    pub mails_per_domain: Caps,
    /// Mails to all addresses of one domain of a large mail provider.
    pub mails_per_large_domain: Caps,
    /// Mails requested by one client.
    pub mails_per_client: Caps,
    /// Mails of the installation.
    pub mails_total: Caps,
    /// Mails of the installation above which the first mail of a sign-up needs a proof of work; empty: never.
    pub proof_of_work_above: Caps,
    /// The largest number that a proof of work may have to find; on average a browser tries half of them.
    pub proof_of_work_cost: u32,
    /// How long a visitor without a proof of work waits; at least a second.
    pub proof_of_work_wait: Duration,
    /// Whether addresses that a known provider delivers to one mailbox are counted as one.
    pub aliases_are_one: bool,
    /// The domains whose addresses may sign up.
    pub domains: DomainRules,
}

impl Limits {
    /// The most live codes of one sign-up: a further request keeps the two before.
    pub const LIVE_CODES: usize = 3;

    /// The longest time for which a use counts against any of these limits.
    #[must_use]
    pub fn longest_window(&self) -> Duration {
        let caps = [
            &self.failures_per_address,
            &self.mails_per_address,
            &self.mails_per_domain,
            &self.mails_per_large_domain,
            &self.mails_per_client,
            &self.mails_total,
            &self.proof_of_work_above,
        ];
        let windows = caps.into_iter().flat_map(|caps| &caps.0).map(|cap| cap.window);
        windows.fold(self.resend_after, Duration::max).max(self.proof_of_work_wait)
    }
}

impl Default for Limits {
    fn default() -> Self {
        const HOUR: Duration = Duration::from_secs(60 * 60);
        const DAY: Duration = Duration::from_secs(24 * 60 * 60);
        Self {
            code_lifetime: Duration::from_secs(10 * 60),
            tries: 5,
            failures_per_address: Caps(vec![Cap { count: 50, window: DAY }]),
            resend_after: Duration::from_secs(60),
            mails_per_address: Caps(vec![Cap { count: 5, window: HOUR }, Cap { count: 10, window: DAY }]),
            mails_per_domain: Caps(vec![Cap { count: 100, window: HOUR }]),
            mails_per_large_domain: Caps(vec![Cap { count: 500, window: HOUR }]),
            mails_per_client: Caps(vec![Cap { count: 30, window: HOUR }]),
            mails_total: Caps(vec![Cap { count: 1000, window: HOUR }]),
            proof_of_work_above: Caps(vec![Cap { count: 500, window: HOUR }]),
            proof_of_work_cost: 3_000_000,
            proof_of_work_wait: Duration::from_secs(20),
            aliases_are_one: false,
            domains: DomainRules::default(),
        }
    }
}

/// Reads `60s`, `10m`, `24h` or `30d`; a bare `0` is zero.
///
/// # Errors
/// [`LimitError::Duration`] for anything else, and for more than 366 days.
pub fn parse_duration(text: &str) -> Result<Duration, LimitError> {
    let text = text.trim();
    if text == "0" {
        return Ok(Duration::ZERO);
    }
    let unit = text.chars().next_back().ok_or(LimitError::Duration)?;
    let seconds = match unit {
        's' => 1,
        'm' => 60,
        'h' => 60 * 60,
        'd' => 24 * 60 * 60,
        _ => return Err(LimitError::Duration),
    };
    let number = &text[..text.len() - unit.len_utf8()];
    if !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(LimitError::Duration);
    }
    let number: u64 = number.parse().map_err(|_| LimitError::Duration)?;
    let duration = Duration::from_secs(number.checked_mul(seconds).ok_or(LimitError::Duration)?);
    if duration > Duration::from_secs(366 * 24 * 60 * 60) { Err(LimitError::Duration) } else { Ok(duration) }
}

impl FromStr for Caps {
    type Err = LimitError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.trim() == "0" {
            return Ok(Self(Vec::new()));
        }
        text.split(',').map(parse_cap).collect::<Result<_, _>>().map(Self)
    }
}

fn parse_cap(text: &str) -> Result<Cap, LimitError> {
    let (count, window) = text.trim().split_once('/').ok_or(LimitError::Cap)?;
    let count = count.trim();
    // `parse` would accept a sign.
    if !count.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(LimitError::Cap);
    }
    let count: u32 = count.parse().map_err(|_| LimitError::Cap)?;
    let window = parse_duration(window).map_err(|_| LimitError::Cap)?;
    if count == 0 || window.is_zero() { Err(LimitError::Cap) } else { Ok(Cap { count, window }) }
}

impl fmt::Display for Caps {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return formatter.write_str("0");
        }
        for (index, cap) in self.0.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            write!(formatter, "{comma}{}/{}", cap.count, format_duration(cap.window))?;
        }
        Ok(())
    }
}

/// Writes a duration of whole seconds as [`parse_duration`] reads it: in hours, minutes or seconds.
#[must_use]
pub fn format_duration(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0 => "0".to_owned(),
        _ if seconds.is_multiple_of(60 * 60) => format!("{}h", seconds / (60 * 60)),
        _ if seconds.is_multiple_of(60) => format!("{}m", seconds / 60),
        _ => format!("{seconds}s"),
    }
}

#[cfg(test)]
#[path = "limits_tests.rs"]
mod tests;
