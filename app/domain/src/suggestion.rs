/// Domains of the largest mailbox providers, whose names are mistyped most often.
const COMMON: [&str; 20] = [
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "yahoo.com",
    "ymail.com",
    "icloud.com",
    "me.com",
    "aol.com",
    "proton.me",
    "protonmail.com",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "web.de",
    "mail.ru",
    "yandex.ru",
    "qq.com",
    "163.com",
];

/// Domains that exist, though they are one slip away from a common one.
const NEIGHBOURS: [&str; 2] = ["mail.com", "email.com"];

/// The domain of a large provider that this one is probably a slip for: one character added, missing or replaced, two transposed, or a
/// mistyped ending. A name of fewer than five characters before the dot is one slip away from too many existing names, so only its ending
/// is compared.
#[must_use]
pub fn suggest_domain(domain: &str) -> Option<&'static str> {
    let domain = domain.to_ascii_lowercase();
    if COMMON.contains(&&*domain) || NEIGHBOURS.contains(&&*domain) {
        return None;
    }
    COMMON.into_iter().find(|common| is_slip(&domain, common))
}

fn is_slip(typed: &str, meant: &str) -> bool {
    let Some((name, ending)) = meant.split_once('.') else { return false };
    let (typed_name, typed_ending) = typed.split_once('.').unwrap_or((typed, ""));
    if typed_name == name {
        // `.con`, `.cm`, `.comm` and a missing ending. `.co.uk` and `.fr` are not slips.
        return ending == "com"
            && matches!(typed_ending, "" | "c" | "co" | "con" | "cm" | "om" | "comm" | "cim" | "vom" | "xom" | "cpm" | "ocm");
    }
    typed_ending == ending && name.len() >= 5 && is_one_slip(typed_name.as_bytes(), name.as_bytes())
}

/// Whether one slip of the keys turns one into the other.
fn is_one_slip(one: &[u8], other: &[u8]) -> bool {
    let same_start = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[same_start..], &other[same_start..]);
    match (one, other) {
        ([_, one @ ..], [_, other @ ..]) if one == other => true,
        ([first, second, one @ ..], [third, fourth, other @ ..]) if one == other && first == fourth && second == third => true,
        ([_, one @ ..], other) if one == other => true,
        (one, [_, other @ ..]) => one == other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::suggest_domain;

    #[test]
    fn misspelled_domains_of_large_providers_get_a_suggestion() {
        for (typed, meant) in [
            ("gmial.com", "gmail.com"),
            ("gmai.com", "gmail.com"),
            ("gmaill.com", "gmail.com"),
            ("gnail.com", "gmail.com"),
            ("GMAIL.CON", "gmail.com"),
            ("gmail", "gmail.com"),
            ("hotmial.com", "hotmail.com"),
            ("outlok.com", "outlook.com"),
            ("yahooo.com", "yahoo.com"),
            ("icloud.co", "icloud.com"),
            ("iclod.com", "icloud.com"),
        ] {
            assert_eq!(suggest_domain(typed), Some(meant), "{typed}");
        }
    }

    #[test]
    fn domains_that_may_be_intended_get_no_suggestion() {
        for typed in [
            "gmail.com",
            "gmx.com",
            "gmx.de",
            "gmx.at",
            "web.de",
            "yahoo.co.uk",
            "yahoo.fr",
            "hotmail.fr",
            "live.nl",
            "example.org",
            "email.com",
            "mail.com",
            "ymail.com",
            "fmail.org",
            "",
            "gmail.com.example.org",
            "me.com",
            "ne.com",
            "aon.com",
            "outlook.de",
        ] {
            assert_eq!(suggest_domain(typed), None, "{typed}");
        }
    }
}
