/// How a provider interprets the local part of an address.
struct Provider {
    domains: &'static [&'static str],
    /// Characters of the local part that it ignores.
    ignored: &'static [char],
    /// Whether one local part is the same mailbox at all of these domains.
    domains_are_aliases: bool,
}

/// Providers that deliver `name+tag@` to `name@`, according to their help pages.
const PROVIDERS: [Provider; 5] = [
    Provider { domains: &["gmail.com", "googlemail.com"], ignored: &['.'], domains_are_aliases: true },
    Provider { domains: &["outlook.com", "hotmail.com", "live.com", "msn.com"], ignored: &[], domains_are_aliases: false },
    Provider { domains: &["icloud.com", "me.com", "mac.com"], ignored: &[], domains_are_aliases: false },
    Provider { domains: &["proton.me", "protonmail.com", "pm.me"], ignored: &['.', '-', '_'], domains_are_aliases: true },
    Provider { domains: &["fastmail.com", "fastmail.fm"], ignored: &[], domains_are_aliases: false },
];

/// The mailbox to which a known provider delivers mail for this normalized address; for any other provider, the address itself.
///
/// This is for counting only: an account must not depend on the alias rules of another company.
pub(super) fn without_aliases(address: &str) -> String {
    let Some((local, domain)) = address.rsplit_once('@') else { return address.to_owned() };
    let Some(provider) = PROVIDERS.iter().find(|provider| provider.domains.contains(&domain)) else { return address.to_owned() };
    let name = local.split('+').next().unwrap_or(local);
    let name: String = name.chars().filter(|character| !provider.ignored.contains(character)).collect();
    // A local part that consists of a tag alone is no alias.
    let name = if name.is_empty() { local } else { &name };
    let domain = if provider.domains_are_aliases { provider.domains[0] } else { domain };
    format!("{name}@{domain}")
}

#[cfg(test)]
mod tests {
    use super::without_aliases;

    #[test]
    fn aliases_of_known_providers_are_one_mailbox() {
        for (address, mailbox) in [
            ("first.last+tag@gmail.com", "firstlast@gmail.com"),
            ("firstlast@googlemail.com", "firstlast@gmail.com"),
            ("first.last+a+b@outlook.com", "first.last@outlook.com"),
            ("me+tag@icloud.com", "me@icloud.com"),
            ("me+tag@mac.com", "me@mac.com"),
            ("f_i-r.st@pm.me", "first@proton.me"),
            ("me+tag@fastmail.fm", "me@fastmail.fm"),
            ("+tag@gmail.com", "+tag@gmail.com"),
            ("first.last+tag@example.org", "first.last+tag@example.org"),
            ("first.last@gmail.com.example.org", "first.last@gmail.com.example.org"),
            ("me+tag@mail.gmail.com", "me+tag@mail.gmail.com"),
        ] {
            assert_eq!(without_aliases(address), mailbox, "{address}");
        }
    }
}
