use super::tag;
use crate::doctor::{DnsLookupError, DnsResolver, DoctorProblem, Finding, Stage};
use crate::mail::{Dkim, PublicKey};

/// Checks that the keys that sign the mails are published (RFC 6376 §3.6.1), and no others in their place.
pub(super) async fn check(dkim: Option<&Dkim>, resolver: &dyn DnsResolver) -> Finding {
    let Some(dkim) = dkim else {
        return Finding::skipped(Stage::Dkim, "Mailcode does not sign the mails; the relay may do so with its own key");
    };
    let mut seen = Vec::new();
    for (selector, key) in dkim.public_keys() {
        let name = format!("{selector}._domainkey.{}", dkim.domain());
        let Ok(texts) = resolver.txt_records(&name).await else {
            return Finding::skipped(Stage::Dkim, &DnsLookupError.to_string());
        };
        match check_records(&texts, &key) {
            Ok(()) => seen.push(name),
            Err(fault) => return fault.finding(&name, &key),
        }
    }
    Finding::ok(Stage::Dkim, &format!("the key is published at {}", seen.join(" and at ")))
}

/// What is wrong with the published records.
#[derive(Clone, Copy)]
enum KeyRecordFault {
    Missing,
    Revoked,
    OtherKeyType,
    OtherKey,
}

/// Whether one of these records publishes the key; otherwise the fault of the first that publishes any key.
fn check_records(texts: &[String], key: &PublicKey) -> Result<(), KeyRecordFault> {
    let mut checked = texts.iter().filter_map(|text| Some(check_record(text, tag(text, "p")?, key)));
    let first = checked.next().unwrap_or(Err(KeyRecordFault::Missing));
    checked.fold(first, |kept, next| if next.is_ok() { next } else { kept })
}

fn check_record(text: &str, p: &str, key: &PublicKey) -> Result<(), KeyRecordFault> {
    // Without `k=`, the key is RSA.
    let key_type = tag(text, "k").unwrap_or("rsa");
    if p.is_empty() {
        Err(KeyRecordFault::Revoked)
    } else if !key_type.eq_ignore_ascii_case(key.key_type()) {
        Err(KeyRecordFault::OtherKeyType)
    } else if !key.matches(p) {
        Err(KeyRecordFault::OtherKey)
    } else {
        Ok(())
    }
}

impl KeyRecordFault {
    fn finding(self, name: &str, key: &PublicKey) -> Finding {
        let record = key.txt_record();
        let (problem, said, fix) = match self {
            Self::Missing => (
                DoctorProblem::DkimMissing,
                format!("{name} has no TXT record with a key"),
                format!("Publish this TXT record there. Until then, the signature of every mail is invalid.\n{record}"),
            ),
            Self::Revoked => (
                DoctorProblem::DkimRevoked,
                format!("the key at {name} is empty, which revokes it"),
                "Create a new key with another selector, publish it, and set MAILCODE_DKIM_SELECTOR and MAILCODE_DKIM_KEY_FILE to them."
                    .to_owned(),
            ),
            Self::OtherKeyType | Self::OtherKey => (
                DoctorProblem::DkimMismatch,
                match self {
                    Self::OtherKeyType => format!("the record at {name} is not for a key of the type k={}", key.key_type()),
                    _ => format!("the key at {name} is not the key in MAILCODE_DKIM_KEY_FILE, or is damaged"),
                },
                format!(
                    "The signature of every mail is invalid. The published key is truncated, contains extra characters or is an older key; \
                     replace it by this TXT record:\n{record}"
                ),
            ),
        };
        Finding::failed(Stage::Dkim, problem, &said, fix)
    }
}

/// An RSA key, and the key of RFC 8463, appendix A.2, both of `example.org`.
#[cfg(test)]
pub(super) fn test_dkim() -> Dkim {
    use crate::mail::SigningKey;
    let keys =
        [("rsa", include_str!("../../mail/dkim/test_keys/rsa_2048.pem")), ("ed", include_str!("../../mail/dkim/test_keys/ed25519.pem"))];
    let key = |(selector, pem): (&str, &str)| (selector.parse().expect("a selector"), SigningKey::from_pem(pem.as_bytes()).expect("a key"));
    Dkim::new("example.org".parse().expect("a domain"), keys.map(key).into())
}

#[cfg(test)]
mod tests {
    use super::{check, test_dkim};
    use crate::doctor::dns_resolver::FakeDnsResolver;
    use crate::doctor::{CheckOutcome, DoctorProblem, Finding};

    const ED: &str = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    async fn checked(records: &[(&str, &str)]) -> Finding {
        let records: Vec<_> = records.iter().map(|(name, text)| (format!("{name}.example.org"), *text)).collect();
        let records: Vec<_> = records.iter().map(|(name, text)| (name.as_str(), *text)).collect();
        check(Some(&test_dkim()), &FakeDnsResolver::with(&records)).await
    }

    #[tokio::test]
    async fn the_record_of_every_key_is_looked_up_and_compared() {
        let rsa = test_dkim().public_keys().next().expect("a key").1.txt_record();
        let rsa = ("rsa._domainkey", rsa.as_str());
        let [right, bare, typeless, pasted, doubled] = [
            format!("v=DKIM1; k=ed25519; p={ED}"),
            format!("k=ed25519;p={}\n {}", &ED[..10], &ED[10..]),
            format!("v=DKIM1; p={ED}"),
            format!("v=DKIM1; k=ed25519; p={ED}root@host:~#"),
            format!("v=DKIM1; k=ed25519; p=p={ED}"),
        ];
        for (ed, expected) in [
            (("ed._domainkey", right.as_str()), None),
            (("ed._domainkey", &bare), None),
            (("ed._domainkey", &typeless), Some(DoctorProblem::DkimMismatch)),
            (("ed._domainkey", &pasted), Some(DoctorProblem::DkimMismatch)),
            (("ed._domainkey", &doubled), Some(DoctorProblem::DkimMismatch)),
            (("ed._domainkey", "v=DKIM1; k=ed25519; p=11qY"), Some(DoctorProblem::DkimMismatch)),
            (("ed._domainkey", rsa.1), Some(DoctorProblem::DkimMismatch)),
            (("ed._domainkey", "v=DKIM1; p="), Some(DoctorProblem::DkimRevoked)),
            (("ed._domainkey", "v=spf1 -all"), Some(DoctorProblem::DkimMissing)),
            (("elsewhere", &right), Some(DoctorProblem::DkimMissing)),
        ] {
            let finding = checked(&[rsa, ed]).await;
            assert_eq!(finding.problem(), expected, "{ed:?}");
            let record = format!("\n{right}");
            match finding.outcome {
                // The record is on a line of its own, so that it can be copied.
                CheckOutcome::Failed { problem: DoctorProblem::DkimMissing | DoctorProblem::DkimMismatch, fix } => {
                    assert!(fix.ends_with(&record), "{fix}");
                }
                CheckOutcome::Failed { .. } => {}
                CheckOutcome::Ok | CheckOutcome::Skipped => assert!(expected.is_none()),
            }
        }
        assert_eq!(checked(&[rsa, ("ed._domainkey", "v=DKIM1; p=old"), ("ed._domainkey", &right)]).await.problem(), None);
        assert_eq!(check(None, &FakeDnsResolver::with(&[])).await.outcome, CheckOutcome::Skipped);
    }
}
