/// Domains of mail providers with many millions of mailboxes, whose users are strangers to each other.
const LARGE: [&str; 168] = [
    "126.com",
    "139.com",
    "163.com",
    "189.cn",
    "abv.bg",
    "alice.it",
    "aol.com",
    "arcor.de",
    "att.net",
    "au.com",
    "azet.sk",
    "bbox.fr",
    "bellsouth.net",
    "bigpond.com",
    "bk.ru",
    "bluewin.ch",
    "bol.com.br",
    "bredband.net",
    "btinternet.com",
    "centrum.cz",
    "centrum.sk",
    "charter.net",
    "citromail.hu",
    "comcast.net",
    "cox.net",
    "daum.net",
    "docomo.ne.jp",
    "earthlink.net",
    "email.cz",
    "ezweb.ne.jp",
    "fastmail.com",
    "fastmail.fm",
    "foxmail.com",
    "free.fr",
    "freemail.hu",
    "freenet.de",
    "globo.com",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hanmail.net",
    "hey.com",
    "hotmail.be",
    "hotmail.co.uk",
    "hotmail.com",
    "hotmail.de",
    "hotmail.es",
    "hotmail.fr",
    "hotmail.it",
    "hotmail.nl",
    "hushmail.com",
    "i.softbank.jp",
    "i.ua",
    "icloud.com",
    "ig.com.br",
    "inbox.lv",
    "inbox.ru",
    "interia.pl",
    "internet.ru",
    "kakao.com",
    "kpnmail.nl",
    "laposte.net",
    "libero.it",
    "list.ru",
    "live.co.uk",
    "live.com",
    "live.de",
    "live.fr",
    "live.it",
    "live.nl",
    "mac.com",
    "mail.com",
    "mail.ee",
    "mail.ru",
    "mailbox.org",
    "me.com",
    "meta.ua",
    "msn.com",
    "nate.com",
    "naver.com",
    "neuf.fr",
    "o2.pl",
    "onet.pl",
    "online.de",
    "online.no",
    "op.pl",
    "optusnet.com.au",
    "orange.fr",
    "outlook.com",
    "outlook.com.br",
    "outlook.de",
    "outlook.es",
    "outlook.fr",
    "outlook.it",
    "outlook.jp",
    "planet.nl",
    "pm.me",
    "poczta.onet.pl",
    "posteo.de",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "rambler.ru",
    "rediffmail.com",
    "rocketmail.com",
    "rogers.com",
    "sapo.pt",
    "sbcglobal.net",
    "seznam.cz",
    "sfr.fr",
    "shaw.ca",
    "sina.cn",
    "sina.com",
    "sky.com",
    "skynet.be",
    "softbank.ne.jp",
    "sohu.com",
    "sympatico.ca",
    "t-online.de",
    "talktalk.net",
    "telenet.be",
    "telia.com",
    "terra.com.br",
    "tin.it",
    "tiscali.it",
    "tut.by",
    "tuta.com",
    "tutanota.com",
    "ukr.net",
    "uol.com.br",
    "verizon.net",
    "virgilio.it",
    "virginmedia.com",
    "volny.cz",
    "walla.co.il",
    "walla.com",
    "wanadoo.fr",
    "web.de",
    "wp.pl",
    "xtra.co.nz",
    "ya.ru",
    "yahoo.ca",
    "yahoo.co.in",
    "yahoo.co.jp",
    "yahoo.co.uk",
    "yahoo.com",
    "yahoo.com.ar",
    "yahoo.com.au",
    "yahoo.com.br",
    "yahoo.com.mx",
    "yahoo.de",
    "yahoo.es",
    "yahoo.fr",
    "yahoo.in",
    "yahoo.it",
    "yandex.by",
    "yandex.com",
    "yandex.kz",
    "yandex.ru",
    "yandex.ua",
    "yeah.net",
    "ymail.com",
    "ziggo.nl",
    "zoho.com",
];

/// Whether this domain (in ASCII, lower case) has so many mailboxes that the budget of an ordinary domain would block users who are
/// strangers to each other.
pub(super) fn is_large(domain: &str) -> bool {
    LARGE.binary_search(&domain).is_ok()
}

/// How a provider interprets the local part of an address.
struct Provider {
    domains: &'static [&'static str],
    /// Characters of the local part that it ignores.
    passed_over: &'static [char],
    /// Whether a local part is the same mailbox at all of these domains.
    is_one: bool,
}

/// Providers that deliver `name+tag@` to `name@`, according to their help pages.
const PROVIDERS: [Provider; 5] = [
    Provider { domains: &["gmail.com", "googlemail.com"], passed_over: &['.'], is_one: true },
    Provider { domains: &["outlook.com", "hotmail.com", "live.com", "msn.com"], passed_over: &[], is_one: false },
    Provider { domains: &["icloud.com", "me.com", "mac.com"], passed_over: &[], is_one: false },
    Provider { domains: &["proton.me", "protonmail.com", "pm.me"], passed_over: &['.', '-', '_'], is_one: true },
    Provider { domains: &["fastmail.com", "fastmail.fm"], passed_over: &[], is_one: false },
];

/// The mailbox to which a known provider delivers mail for this identity; for any other provider, the identity itself.
///
/// This is for counting only: an account must not depend on the alias rules of another company.
pub(super) fn without_aliases(identity: &str) -> String {
    let Some((local, domain)) = identity.rsplit_once('@') else { return identity.to_owned() };
    let Some(provider) = PROVIDERS.iter().find(|provider| provider.domains.contains(&domain)) else { return identity.to_owned() };
    let name = local.split('+').next().unwrap_or(local);
    let name: String = name.chars().filter(|character| !provider.passed_over.contains(character)).collect();
    // A local part that consists of a tag alone is no alias.
    let name = if name.is_empty() { local } else { &name };
    let domain = if provider.is_one { provider.domains[0] } else { domain };
    format!("{name}@{domain}")
}

#[cfg(test)]
mod tests {
    use super::{LARGE, is_large, without_aliases};

    #[test]
    fn the_list_of_large_providers_is_sorted_and_searchable() {
        assert!(LARGE.is_sorted());
        assert!(LARGE.into_iter().all(is_large));
        assert!(!is_large("example.org") && !is_large("mail.gmail.com"));
    }

    #[test]
    fn aliases_of_known_providers_are_one_mailbox() {
        for (identity, mailbox) in [
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
            assert_eq!(without_aliases(identity), mailbox, "{identity}");
        }
    }
}
