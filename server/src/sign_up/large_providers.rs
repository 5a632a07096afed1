/// Domains of mail providers with many millions of mailboxes, whose users are strangers to each other.
const DOMAINS: [&str; 46] = [
    "126.com",
    "163.com",
    "aol.com",
    "att.net",
    "bol.com.br",
    "comcast.net",
    "daum.net",
    "fastmail.com",
    "free.fr",
    "freenet.de",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hanmail.net",
    "hotmail.co.uk",
    "hotmail.com",
    "hotmail.de",
    "hotmail.fr",
    "icloud.com",
    "laposte.net",
    "libero.it",
    "live.com",
    "mac.com",
    "mail.ru",
    "me.com",
    "msn.com",
    "naver.com",
    "orange.fr",
    "outlook.com",
    "pm.me",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "rediffmail.com",
    "t-online.de",
    "ukr.net",
    "uol.com.br",
    "web.de",
    "wp.pl",
    "yahoo.co.jp",
    "yahoo.com",
    "yandex.ru",
    "ymail.com",
];

/// Whether so many people have their mail at this domain (in ASCII, lower case) that a budget of a company's size would
/// hold strangers up.
pub(super) fn is_large(domain: &str) -> bool {
    DOMAINS.binary_search(&domain).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{DOMAINS, is_large};

    #[test]
    fn the_list_can_be_searched() {
        assert!(DOMAINS.is_sorted());
        assert!(DOMAINS.into_iter().all(is_large));
        assert!(!is_large("example.org") && !is_large("mail.gmail.com"));
    }
}
