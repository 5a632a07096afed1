use super::is_public;
use crate::doctor::{DnsLookupError, DnsResolver, DoctorProblem, Finding, Stage};
use std::net::IpAddr;

/// Checks that the domain has one SPF record that lists who may send for it and excludes all others (RFC 7208).
pub(super) async fn check(domain: &str, relay_host: &str, resolver: &dyn DnsResolver) -> Finding {
    let Ok(texts) = resolver.txt_records(domain).await else {
        return Finding::skipped(Stage::Spf, &DnsLookupError.to_string());
    };
    let records: Vec<_> = texts.iter().filter(|text| is_spf(text)).map(String::as_str).collect();
    match records[..] {
        [] => Finding::failed(
            Stage::Spf,
            DoctorProblem::SpfMissing,
            &format!("{domain} has no TXT record that begins with v=spf1"),
            format!(
                "Without it, many servers treat mail from {domain} as forged. Publish a TXT record at {domain} that lists the public \
                 address of your relay, such as:\nv=spf1 {} -all",
                mechanism_of(relay_host)
            ),
        ),
        [record] => check_record(record),
        _ => Finding::failed(
            Stage::Spf,
            DoctorProblem::SpfSeveral,
            &records.join(" and "),
            format!("A domain may have only one SPF record. Merge the TXT records of {domain} that begin with v=spf1 into one."),
        ),
    }
}

/// Whether a record is SPF: `v=spf1`, followed by a space or nothing (RFC 7208 §4.5).
fn is_spf(text: &str) -> bool {
    text.get(..6).is_some_and(|version| version.eq_ignore_ascii_case("v=spf1")) && matches!(text.as_bytes().get(6), None | Some(b' '))
}

/// Checks how a record treats all other senders: by the first `all` (RFC 7208 §5.1), or by the record that `redirect` names (§6.1).
fn check_record(record: &str) -> Finding {
    let terms: Vec<_> = record.split_ascii_whitespace().skip(1).map(str::to_ascii_lowercase).collect();
    let end = terms.iter().find(|term| term.trim_start_matches(['+', '-', '~', '?']) == "all");
    match end.map(String::as_str) {
        Some("-all" | "~all") => Finding::ok(Stage::Spf, record),
        Some("all" | "+all") => Finding::failed(
            Stage::Spf,
            DoctorProblem::SpfLetsAll,
            record,
            "It permits everybody to send in your name. End it with -all, or with ~all until you are sure that it lists all your relays.",
        ),
        None if terms.iter().any(|term| term.starts_with("redirect=")) => Finding::ok(Stage::Spf, record),
        _ => Finding::failed(
            Stage::Spf,
            DoctorProblem::SpfWithoutEnd,
            record,
            "It does not say how to treat mail from other servers. End it with -all, or with ~all until you are sure that it lists all \
             your relays.",
        ),
    }
}

/// The mechanism that the relay's provider documents; for others, the relay itself (RFC 7208 §5.3), or an address for documentation (RFC
/// 5737) if its own is not known.
fn mechanism_of(relay_host: &str) -> String {
    const KNOWN: [(&str, &str); 8] = [
        (".gmail.com", "_spf.google.com"),
        (".google.com", "_spf.google.com"),
        (".office365.com", "spf.protection.outlook.com"),
        (".amazonaws.com", "amazonses.com"),
        (".sendgrid.net", "sendgrid.net"),
        (".mailgun.org", "mailgun.org"),
        (".postmarkapp.com", "spf.mtasv.net"),
        (".brevo.com", "spf.brevo.com"),
    ];
    let host = relay_host.to_ascii_lowercase();
    let known = KNOWN.iter().find(|(suffix, _)| host.ends_with(suffix));
    match (known, host.parse::<IpAddr>()) {
        (Some((_, include)), _) => format!("include:{include}"),
        (None, Ok(IpAddr::V4(address))) if !address.is_loopback() => format!("ip4:{address}"),
        (None, Ok(IpAddr::V6(address))) if !address.is_loopback() => format!("ip6:{address}"),
        _ if is_public(&host) => format!("a:{host}"),
        _ => "ip4:192.0.2.1".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::doctor::dns_resolver::FakeDnsResolver;
    use crate::doctor::{CheckOutcome, DoctorProblem};

    #[tokio::test]
    async fn only_a_single_record_that_excludes_others_is_correct() {
        for (records, expected) in [
            (&["v=spf1 include:_spf.example.net -all"][..], None),
            (&["V=SPF1 mx ~ALL", "google-site-verification=x"], None),
            (&["v=spf1 redirect=_spf.example.net"], None),
            (&[], Some(DoctorProblem::SpfMissing)),
            (&["v=spf10 -all", "spf2.0/pra -all"], Some(DoctorProblem::SpfMissing)),
            (&["v=spf1 -all", "v=spf1 mx -all"], Some(DoctorProblem::SpfSeveral)),
            (&["v=spf1 +all"], Some(DoctorProblem::SpfLetsAll)),
            (&["v=spf1 mx all"], Some(DoctorProblem::SpfLetsAll)),
            (&["v=spf1 all -all"], Some(DoctorProblem::SpfLetsAll)),
            (&["v=spf1"], Some(DoctorProblem::SpfWithoutEnd)),
            (&["v=spf1 mx ?all"], Some(DoctorProblem::SpfWithoutEnd)),
            (&["v=spf1 include:all.example"], Some(DoctorProblem::SpfWithoutEnd)),
        ] {
            let records: Vec<_> = records.iter().map(|record| ("example.org", *record)).collect();
            let finding = check("example.org", "relay.example", &FakeDnsResolver::with(&records)).await;
            assert_eq!(finding.problem(), expected, "{records:?}");
        }
    }

    #[tokio::test]
    async fn a_missing_record_is_written_out_in_the_fix() {
        for (host, record) in [
            ("smtp.gmail.com", "v=spf1 include:_spf.google.com -all"),
            ("mail.example.net", "v=spf1 a:mail.example.net -all"),
            ("203.0.113.7", "v=spf1 ip4:203.0.113.7 -all"),
            ("2001:db8::7", "v=spf1 ip6:2001:db8::7 -all"),
            ("localhost", "v=spf1 ip4:192.0.2.1 -all"),
            ("127.0.0.1", "v=spf1 ip4:192.0.2.1 -all"),
        ] {
            let finding = check("example.org", host, &FakeDnsResolver::with(&[])).await;
            assert!(matches!(&finding.outcome, CheckOutcome::Failed { fix, .. } if fix.ends_with(record)), "{finding:?}");
        }
    }
}
