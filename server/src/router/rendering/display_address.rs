use domain::EmailAddress;
use idna::AsciiDenyList;
use idna::uts46::{Hyphens, Uts46};
use unicode_security::RestrictionLevel;
use unicode_security::confusable_detection::skeleton;
use unicode_security::restriction_level::RestrictionLevelDetection;

/// An address as a page shows it: as typed, but with the labels of an international domain in their own script where they cannot be
/// mistaken for others, else in ASCII (`xn--…`), whichever was typed.
pub(in crate::router) fn display_address(address: &EmailAddress) -> String {
    let domain = address.domain();
    if domain.is_ascii() && !domain.to_ascii_lowercase().contains("xn--") {
        return address.as_str().to_owned();
    }
    match Uts46::new().to_user_interface(domain.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast, is_clear) {
        (domain, Ok(())) => format!("{}@{domain}", address.local()),
        (_, Err(_)) => address.as_str().to_owned(),
    }
}

/// Whether a label cannot be mistaken for another (UTS #39): all its characters are allowed in identifiers (§3.1), they are of one script
/// or of scripts that are written together (§5.2, highly restrictive), and it is not confusable with an ASCII label (§4). A label of
/// Cyrillic letters that look Latin is accepted below a top-level domain of that script.
fn is_clear(label: &[char], top: &[char], _: bool) -> bool {
    let label: String = label.iter().collect();
    let is_spelled_like_ascii = skeleton(&label).all(|character| character.is_ascii());
    label.check_restriction_level(RestrictionLevel::HighlyRestrictive) && !(is_spelled_like_ascii && top.iter().all(char::is_ascii))
}

#[cfg(test)]
mod tests {
    use super::display_address;
    use domain::EmailAddress;

    fn of(typed: &str) -> String {
        display_address(&EmailAddress::parse(typed).unwrap_or_else(|error| panic!("{typed}: {error}")))
    }

    #[test]
    fn an_ascii_address_is_shown_as_typed() {
        for typed in ["Ada.Lovelace+mail@Example.ORG", "ada@a-b.example", "jörg@example.org"] {
            assert_eq!(of(typed), typed);
        }
    }

    #[test]
    fn an_international_domain_is_shown_in_its_script_however_it_was_typed() {
        for (typed, expected) in [
            ("ada@xn--mnchen-3ya.de", "ada@münchen.de"),
            ("ada@MÜNCHEN.de", "ada@münchen.de"),
            ("ada@XN--MNCHEN-3YA.DE", "ada@münchen.de"),
            ("ada@mail.xn--r8jz45g.jp", "ada@mail.例え.jp"),
            ("ada@xn--p1b6ci4b4b3a.xn--11b5bs3a9aj6g", "ada@उदाहरण.परीक्षा"),
            ("ада@почта.рф", "ада@почта.рф"),
            ("ada@xn--mgbh0fb.xn--kgbechtv", "ada@مثال.إختبار"),
            ("ada@straße.de", "ada@straße.de"),
        ] {
            assert_eq!(of(typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_domain_that_resembles_another_is_shown_in_ascii() {
        for (typed, expected) in [
            // Cyrillic letters alone, which spell an English word.
            ("ada@аррӏе.com", "ada@xn--80ak6aa92e.com"),
            ("ada@xn--80ak6aa92e.com", "ada@xn--80ak6aa92e.com"),
            // A Cyrillic letter among Latin ones.
            ("ada@gmаil.com", "ada@xn--gmil-63d.com"),
            ("ada@münсhen.de", "ada@xn--mnhen-kva479c.de"),
            // Letters of a script that is no longer in use.
            ("ada@𐌰𐌱.com", "ada@xn--ec8cc.com"),
            // A Latin letter without its dot.
            ("ada@gmaıl.com", "ada@xn--gmal-nza.com"),
            // A Greek letter for a Latin one.
            ("ada@gοοgle.com", "ada@xn--ggle-0nda.com"),
        ] {
            assert_eq!(of(typed), expected, "{typed}");
        }
    }
}
