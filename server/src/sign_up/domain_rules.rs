use super::CanonicalAddress;
use domain::EmailAddress;
use std::collections::HashSet;
use std::str::FromStr;

/// A list of domains: single ones (`example.org`), and all subdomains of one (`*.example.org`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DomainList {
    exact: HashSet<String>,
    /// Parent domains, without the `*.`.
    below: HashSet<String>,
}

/// A line of a list is not a domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} is not a domain; write one domain per line, such as example.org, or *.example.org for all its subdomains")]
pub struct DomainListError {
    /// The number of the line, counted from 1.
    pub line: usize,
}

/// The domains whose addresses may sign up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DomainRules {
    /// Only these domains may sign up; `None` allows all.
    pub allowed: Option<DomainList>,
    /// These domains may not sign up, even if they are allowed.
    pub blocked: DomainList,
}

impl DomainRules {
    /// Whether an address may sign up.
    #[must_use]
    pub fn allow(&self, address: &CanonicalAddress) -> bool {
        let domain = address.domain();
        self.allowed.as_ref().is_none_or(|allowed| allowed.contains(domain)) && !self.blocked.contains(domain)
    }
}

impl DomainList {
    fn contains(&self, domain: &str) -> bool {
        let parents = domain.match_indices('.').map(|(dot, _)| &domain[dot + 1..]);
        self.exact.contains(domain) || parents.into_iter().any(|parent| self.below.contains(parent))
    }
}

impl FromStr for DomainList {
    type Err = DomainListError;

    /// Parses one domain per line, in ASCII or Unicode and in any case; `#` begins a comment.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut list = Self::default();
        for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let entry = line.split('#').next().unwrap_or_default().trim();
            if entry.is_empty() {
                continue;
            }
            let (domain, domains) = match entry.strip_prefix("*.") {
                Some(parent) => (parent, &mut list.below),
                None => (entry, &mut list.exact),
            };
            domains.insert(canonical(domain).ok_or(DomainListError { line: index + 1 })?);
        }
        Ok(list)
    }
}

/// The domain in its canonical form. A list may hold a bare top-level domain, which an address cannot have.
fn canonical(domain: &str) -> Option<String> {
    let is_top_level = !domain.contains('.');
    let domain = if is_top_level { format!("any.{domain}") } else { domain.to_owned() };
    let address = CanonicalAddress::new(EmailAddress::parse(&format!("any@{domain}")).ok()?).ok()?;
    let domain = address.domain();
    if is_top_level { domain.strip_prefix("any.").map(ToOwned::to_owned) } else { Some(domain.to_owned()) }
}

#[cfg(test)]
#[path = "domain_rules_tests.rs"]
mod tests;
