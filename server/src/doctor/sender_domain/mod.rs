//! What the sender's domain says of its mail: look-ups whose outcome is advice.

mod dkim;
mod dmarc;
mod spf;
mod tags;
#[cfg(test)]
mod test_names;

use super::{Finding, Names, Section, Stage, Subject};

/// By which keys mails are signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DkimKeys {
    /// The domain that signs.
    pub domain: String,
    /// The selectors of its keys (RFC 6376 §3.1).
    pub selectors: Vec<String>,
}

/// Looks up SPF, DKIM and DMARC of the sender's domain, which is ASCII. `relay_host` is for an example of what may be missing.
pub async fn examine_sender_domain(domain: &str, keys: Option<&DkimKeys>, relay_host: &str, names: &dyn Names) -> Section {
    let subject = Subject::SenderDomain(domain.to_owned());
    let findings = if is_public(domain) {
        let (spf, dkim, dmarc) =
            tokio::join!(spf::examine(domain, relay_host, names), dkim::examine(keys, names), dmarc::examine(domain, names));
        vec![spf, dkim, dmarc]
    } else {
        let skipped = |stage| Finding::skipped(stage, &format!("{domain} is no public domain"));
        vec![skipped(Stage::Spf), skipped(Stage::Dkim), skipped(Stage::Dmarc)]
    };
    Section { subject, findings }
}

/// Whether others can look it up: neither a single label nor under a name that is set apart (RFC 6761, RFC 6762, RFC 7686,
/// RFC 9476, and `internal`, which ICANN has reserved).
fn is_public(domain: &str) -> bool {
    const SET_APART: [&str; 8] = ["alt", "example", "internal", "invalid", "local", "localhost", "onion", "test"];
    let domain = domain.trim_end_matches('.').to_ascii_lowercase();
    domain.rsplit_once('.').is_some_and(|(_, top)| !SET_APART.contains(&top) && !top.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::test_names::TestNames;
    use super::{DkimKeys, examine_sender_domain, is_public};
    use crate::doctor::Outcome;

    #[test]
    fn names_that_are_set_apart_are_not_looked_up() {
        for (domain, expected) in [
            ("example.org", true),
            ("mail.example.co.uk", true),
            ("localhost", false),
            ("mail.test", false),
            ("sub.mail.TEST.", false),
            ("host.local", false),
            ("127.0.0.1", false),
        ] {
            assert_eq!(is_public(domain), expected, "{domain}");
        }
    }

    #[tokio::test]
    async fn no_answer_is_no_fault() {
        let keys = DkimKeys { domain: "example.org".to_owned(), selectors: vec!["a".to_owned()] };
        for domain in ["example.org", "localhost"] {
            let section = examine_sender_domain(domain, Some(&keys), "relay.example", &TestNames::silent()).await;
            assert!(
                section.findings.len() == 3 && section.findings.iter().all(|finding| finding.outcome == Outcome::Skipped),
                "{section:?}"
            );
        }
    }
}
