//! Looks up what the sender's domain publishes about its mail; the result is advice.

mod dkim;
mod dmarc;
mod spf;

use super::{DnsResolver, Finding, Scope, Section, Stage};
use crate::mail::Dkim;

/// Checks SPF, DKIM and DMARC of the sender's domain, which is ASCII. `dkim` signs the mails, if set; `relay_host` is used in examples of
/// missing records.
pub async fn check_sender_domain(domain: &str, dkim: Option<&Dkim>, relay_host: &str, resolver: &dyn DnsResolver) -> Section {
    let scope = Scope::SenderDomain(domain.to_owned());
    let findings = if is_public(domain) {
        let (spf, dkim, dmarc) =
            tokio::join!(spf::check(domain, relay_host, resolver), dkim::check(dkim, resolver), dmarc::check(domain, resolver));
        vec![spf, dkim, dmarc]
    } else {
        let skipped = |stage| Finding::skipped(stage, &format!("{domain} is not a public domain"));
        vec![skipped(Stage::Spf), skipped(Stage::Dkim), skipped(Stage::Dmarc)]
    };
    Section { scope, findings }
}

/// Whether others can look up the domain: it is neither a single label nor below a reserved name (RFC 6761, RFC 6762, RFC 7686, RFC 9476,
/// and `internal`, which ICANN has reserved).
fn is_public(domain: &str) -> bool {
    const SET_APART: [&str; 8] = ["alt", "example", "internal", "invalid", "local", "localhost", "onion", "test"];
    let domain = domain.trim_end_matches('.').to_ascii_lowercase();
    domain.rsplit_once('.').is_some_and(|(_, top)| !SET_APART.contains(&top) && !top.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The value of a tag in a list such as `v=DMARC1; p=none` (RFC 6376 §3.2, RFC 7489 §6.3).
fn tag<'a>(record: &'a str, name: &str) -> Option<&'a str> {
    let mut tags = record.split(';').filter_map(|tag| tag.split_once('='));
    tags.find(|(found, _)| found.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

#[cfg(test)]
mod tests {
    use super::dkim::test_dkim;
    use super::{check_sender_domain, is_public, tag};
    use crate::doctor::CheckOutcome;
    use crate::doctor::dns_resolver::FakeDnsResolver;

    #[test]
    fn reserved_domains_are_not_public() {
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
    async fn checks_without_an_answer_are_skipped() {
        let dkim = test_dkim();
        for domain in ["example.org", "localhost"] {
            let section = check_sender_domain(domain, Some(&dkim), "relay.example", &FakeDnsResolver::unreachable()).await;
            assert!(
                section.findings.len() == 3 && section.findings.iter().all(|finding| finding.outcome == CheckOutcome::Skipped),
                "{section:?}"
            );
        }
    }

    #[test]
    fn a_tag_is_found_by_its_name() {
        let record = "v=DMARC1 ; p = none;sp=; rua=mailto:a=b@example.org";
        assert_eq!(
            ["v", "P", "sp", "rua", "x", ""].map(|name| tag(record, name)),
            [Some("DMARC1"), Some("none"), Some(""), Some("mailto:a=b@example.org"), None, None]
        );
    }
}
