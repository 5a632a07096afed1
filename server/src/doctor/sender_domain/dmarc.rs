use super::tag;
use crate::doctor::{DnsLookupError, DnsResolver, DoctorProblem, Finding, Stage};

/// Checks that the domain, or one above it, has one DMARC record (RFC 7489 §6.6.3). The domains above are looked up one by one, as the
/// RFC's successor does, instead of using a list of public suffixes.
pub(super) async fn check(domain: &str, resolver: &dyn DnsResolver) -> Finding {
    let mut asked = domain.trim_end_matches('.');
    loop {
        let name = format!("_dmarc.{asked}");
        let Ok(texts) = resolver.txt_records(&name).await else {
            return Finding::skipped(Stage::Dmarc, &DnsLookupError.to_string());
        };
        let records: Vec<_> = texts.iter().filter(|text| tag(text, "v") == Some("DMARC1")).map(String::as_str).collect();
        match records[..] {
            [] => {}
            [record] => return Finding::ok(Stage::Dmarc, &format!("{name}: {}", in_words(record, asked == domain))),
            _ => {
                return Finding::failed(
                    Stage::Dmarc,
                    DoctorProblem::DmarcSeveral,
                    &records.join(" and "),
                    format!("If there are several, none counts. Keep one TXT record at {name}."),
                );
            }
        }
        // A domain of a single label belongs to no sender.
        match asked.split_once('.') {
            Some((_, above)) if above.contains('.') => asked = above,
            _ => break,
        }
    }
    Finding::failed(
        Stage::Dmarc,
        DoctorProblem::DmarcMissing,
        &format!("neither {domain} nor a domain above it has a record"),
        format!(
            "Large mailbox providers require one. Publish a TXT record at _dmarc.{domain}, at first one that only \
             monitors:\nv=DMARC1; p=none"
        ),
    )
}

/// The record with the effect of its policy: `sp` applies to subdomains, `p` to all for which there is no `sp` (RFC 7489 §6.3).
fn in_words(record: &str, is_own: bool) -> String {
    let of_below = if is_own { None } else { tag(record, "sp") };
    let does = match of_below.or_else(|| tag(record, "p")).map(str::to_ascii_lowercase).as_deref() {
        Some("reject") => "forged mail is rejected",
        Some("quarantine") => "forged mail is quarantined",
        _ => "forged mail is delivered",
    };
    format!("{record} ({does})")
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::doctor::DoctorProblem;
    use crate::doctor::dns_resolver::FakeDnsResolver;

    #[tokio::test]
    async fn the_record_of_the_domain_or_of_one_above_counts() {
        let own = ("_dmarc.mail.example.org", "v=DMARC1; p=none");
        let above = ("_dmarc.example.org", "v=DMARC1; p=reject; sp=quarantine");
        for (records, expected, words) in [
            (&[own, above][..], None, "_dmarc.mail.example.org: v=DMARC1; p=none (forged mail is delivered)"),
            (&[above], None, "_dmarc.example.org: v=DMARC1; p=reject; sp=quarantine (forged mail is quarantined)"),
            (&[("_dmarc.example.org", "v=DMARC1;p=reject")], None, "_dmarc.example.org: v=DMARC1;p=reject (forged mail is rejected)"),
            (&[own, own], Some(DoctorProblem::DmarcSeveral), "v=DMARC1; p=none and v=DMARC1; p=none"),
            (&[("_dmarc.org", "v=DMARC1; p=none")], Some(DoctorProblem::DmarcMissing), "neither mail.example.org nor"),
            (&[("_dmarc.mail.example.org", "v=spf1 -all")], Some(DoctorProblem::DmarcMissing), "neither"),
        ] {
            let finding = check("mail.example.org", &FakeDnsResolver::with(records)).await;
            assert_eq!(finding.problem(), expected, "{records:?}");
            assert!(finding.said.as_str().starts_with(words), "{finding:?}");
        }
    }
}
