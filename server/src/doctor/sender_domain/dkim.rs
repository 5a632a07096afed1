use super::DkimKeys;
use super::tags::tag;
use crate::doctor::{Finding, Names, NoAnswer, Problem, Stage};

/// Whether the keys that mails are signed with are published (RFC 6376 §3.6.1).
pub(super) async fn examine(keys: Option<&DkimKeys>, names: &dyn Names) -> Finding {
    let Some(DkimKeys { domain, selectors }) = keys else {
        return Finding::skipped(Stage::Dkim, "Mailcode does not sign; the relay may do so, with a key of its own");
    };
    let mut seen = Vec::new();
    for selector in selectors {
        let name = format!("{selector}._domainkey.{domain}");
        let Ok(texts) = names.texts(&name).await else {
            return Finding::skipped(Stage::Dkim, &NoAnswer.to_string());
        };
        match texts.iter().find_map(|text| tag(text, "p")) {
            None => {
                return Finding::failed(
                    Stage::Dkim,
                    Problem::DkimMissing,
                    &format!("{name} has no TXT record with a key"),
                    "Publish the public key there, as the README shows. Until then the signature of every mail counts as broken.",
                );
            }
            Some("") => {
                return Finding::failed(
                    Stage::Dkim,
                    Problem::DkimRevoked,
                    &format!("the key at {name} is empty, which revokes it"),
                    "Make a new key under another selector, publish it, and set MAILCODE_DKIM_SELECTOR and MAILCODE_DKIM_KEY_FILE to it.",
                );
            }
            Some(_) => seen.push(name),
        }
    }
    Finding::ok(Stage::Dkim, &format!("there is a key at {}", seen.join(" and at ")))
}

#[cfg(test)]
mod tests {
    use super::examine;
    use crate::doctor::sender_domain::DkimKeys;
    use crate::doctor::sender_domain::test_names::TestNames;
    use crate::doctor::{Outcome, Problem};

    #[tokio::test]
    async fn every_key_is_looked_for() {
        let keys = DkimKeys { domain: "example.org".to_owned(), selectors: vec!["rsa".to_owned(), "ed".to_owned()] };
        let rsa = ("rsa._domainkey.example.org", "v=DKIM1; k=rsa; p=MIIB");
        for (ed, expected) in [
            (("ed._domainkey.example.org", "v=DKIM1; k=ed25519; p=11qY"), None),
            (("ed._domainkey.example.org", "p=11qY"), None),
            (("ed._domainkey.example.org", "v=DKIM1; p="), Some(Problem::DkimRevoked)),
            (("ed._domainkey.example.org", "v=spf1 -all"), Some(Problem::DkimMissing)),
            (("elsewhere.example.org", "v=DKIM1; p=11qY"), Some(Problem::DkimMissing)),
        ] {
            assert_eq!(examine(Some(&keys), &TestNames::with(&[rsa, ed])).await.problem(), expected, "{ed:?}");
        }
        assert_eq!(examine(None, &TestNames::with(&[rsa])).await.outcome, Outcome::Skipped);
    }
}
