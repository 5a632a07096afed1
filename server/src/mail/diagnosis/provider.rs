use crate::mail::{EnhancedCode, Reply};

/// A large provider whose error replies are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Provider {
    Gmail,
    Microsoft,
    AmazonSes,
    SendGrid,
    Other,
}

impl Provider {
    /// Recognizes the provider by the relay's host or, where that is another name for it, by typical parts of its replies.
    pub(super) fn of(host: &str, reply: &Reply) -> Self {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let is_under = |domain: &str| host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
        let is_one_of = |domains: &[&str]| domains.iter().any(|domain| is_under(domain));
        if is_one_of(&["gmail.com", "googlemail.com", "google.com"]) || reply.mentions("gsmtp") {
            Self::Gmail
        } else if is_one_of(&["office365.com", "outlook.com", "office.com", "hotmail.com", "live.com"])
            || reply.mentions("prod.outlook.com")
            || reply.enhanced == Some(EnhancedCode { subject: 7, detail: 139 })
        {
            Self::Microsoft
        } else if is_under("amazonaws.com") {
            Self::AmazonSes
        } else if is_under("sendgrid.net") {
            Self::SendGrid
        } else {
            Self::Other
        }
    }
}
