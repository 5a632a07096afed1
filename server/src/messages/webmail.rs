/// The web page where a mailbox is read.
pub(super) struct Webmail {
    /// The provider's name.
    pub(super) name: &'static str,
    /// URL at which to look for the mail.
    pub(super) link: String,
}

/// The webmail of this domain, for the few providers that have most mailboxes; `None` for all others. It is known by the domain alone,
/// without a look-up. Each URL is one that the provider's own pages use: a search of all folders, spam included, or the spam folder where
/// there is no search to link to.
pub(super) fn webmail(domain: &str, sender: &str) -> Option<Webmail> {
    let sender = escaped(sender);
    let (name, link) = match domain.to_ascii_lowercase().as_str() {
        "gmail.com" | "googlemail.com" => {
            ("Gmail", format!("https://mail.google.com/mail/u/0/#search/in%3Aanywhere+from%3A{sender}+newer_than%3A1d"))
        }
        "outlook.com" | "hotmail.com" | "live.com" | "msn.com" => ("Outlook", "https://outlook.live.com/mail/0/junkemail".to_owned()),
        "yahoo.com" | "ymail.com" | "rocketmail.com" => {
            ("Yahoo Mail", format!("https://mail.yahoo.com/d/search/keyword=from%253A{sender}"))
        }
        "proton.me" | "protonmail.com" | "pm.me" => ("Proton Mail", format!("https://mail.proton.me/u/0/all-mail#from={sender}")),
        _ => return None,
    };
    Some(Webmail { name, link })
}

/// Percent-encodes everything but letters, digits and `-._~` (RFC 3986 §2.1).
fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |escaped, byte| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => escaped + char::from(byte).encode_utf8(&mut [0; 4]),
        _ => escaped + &format!("%{byte:02X}"),
    })
}

#[cfg(test)]
mod tests {
    use super::webmail;

    fn link(domain: &str, sender: &str) -> Option<String> {
        webmail(domain, sender).map(|webmail| webmail.link)
    }

    #[test]
    fn large_providers_are_recognized_in_every_spelling() {
        let expected = "https://mail.google.com/mail/u/0/#search/in%3Aanywhere+from%3Ano-reply%40example.org+newer_than%3A1d";
        assert_eq!(link("GMail.com", "no-reply@example.org").as_deref(), Some(expected));
        for domain in ["example.org", "gmail.com.example.org", "notgmail.com", ""] {
            assert_eq!(link(domain, "no-reply@example.org"), None, "{domain}");
        }
    }

    #[test]
    fn a_sender_address_is_escaped_in_the_link() {
        let link = link("yahoo.com", "a&b#c/\"<ü>@example.org").expect("a link");
        assert!(link.ends_with("from%253Aa%26b%23c%2F%22%3C%C3%BC%3E%40example.org"), "{link}");
    }
}
