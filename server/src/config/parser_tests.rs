//! Property tests of the parsers of settings, with random texts. The parsers of limits are tested beside them.

use super::{Origin, SecretKeySource, TrustedProxies};
use crate::store::{DatabaseFile, DatabaseLocation};
use proptest::prelude::*;
use secrecy::SecretString;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::path::Path;

fn secret_key(text: &str) -> bool {
    let database = DatabaseLocation::parse("sqlite://data/mailcode.db").expect("a file");
    let source = SecretKeySource::check(Some(SecretString::from(text)), None, &database);
    source.is_ok_and(|source| matches!(source, SecretKeySource::Configured(_)))
}

proptest! {
    #[test]
    fn an_origin_has_neither_path_nor_user_and_is_read_as_written(
        text in prop_oneof![
            any::<String>(),
            "(https?|HTTP|ftp|file)(:|:/|://|:///|:\\\\)[a-zA-Z0-9.@:\\[\\]é%/?#\\\\ -]{0,24}",
            "https?://([a-z]{0,2}(:[a-z]{0,2})?@)?[a-zA-Z0-9é-]{1,6}(:[0-9]{0,5})?(/[a-z.]{0,2})?(\\?[a-z]{0,2})?(#[a-z]{0,2})?",
        ],
    ) {
        if let Ok(origin) = Origin::parse(&text) {
            let written = origin.to_string();
            let host = written.strip_prefix("https://").or_else(|| written.strip_prefix("http://"));
            prop_assert!(host.is_some_and(|host| !host.is_empty() && !host.contains(['/', '?', '#', '@', '\\', ' '])), "{}", written);
            prop_assert!(written.is_ascii() && !written.contains(|character: char| character.is_control()), "{}", written);
            prop_assert_eq!(origin.is_https(), written.starts_with("https://"));
            prop_assert_eq!(Origin::parse(&written), Ok(origin));
        }
    }

    /// An address that differs from the network's at this bit, counted from the left, is in the network only if the prefix ends before the
    /// bit.
    #[test]
    fn an_ipv4_network_contains_the_addresses_with_its_prefix_only(address in any::<u32>(), bits in 0..=32_u32, differs in 0..32_u32) {
        let proxies = TrustedProxies::parse(&format!(" 192.0.2.1 ,{}/{bits}", Ipv4Addr::from(address))).expect("networks");
        let other = address ^ (1 << (31 - differs));
        prop_assert!(proxies.contain(Ipv4Addr::from(address).into()));
        prop_assert!(proxies.contain(Ipv4Addr::from(address).to_ipv6_mapped().into()));
        let is_other_named = Ipv4Addr::from(other) == Ipv4Addr::new(192, 0, 2, 1);
        prop_assert_eq!(proxies.contain(Ipv4Addr::from(other).into()), differs >= bits || is_other_named);
    }

    #[test]
    fn an_ipv6_network_contains_the_addresses_with_its_prefix_only(address in any::<[u8; 15]>(), bits in 8..=128_u32, differs in 8..128_u32) {
        let address = address.iter().fold(0x20_u128, |number, byte| number << 8 | u128::from(*byte));
        let proxies = TrustedProxies::parse(&format!("{}/{bits}", Ipv6Addr::from(address))).expect("a network");
        prop_assert!(proxies.contain(Ipv6Addr::from(address).into()));
        prop_assert_eq!(proxies.contain(Ipv6Addr::from(address ^ (1 << (127 - differs))).into()), differs >= bits);
    }

    /// The error names a part that is not a network.
    #[test]
    fn a_text_that_is_no_network_is_quoted_in_the_error(text in "[0-9a-fx:./ -]{1,20}") {
        if let Err(error) = TrustedProxies::parse(&format!("10.0.0.0/8,{text}")) {
            prop_assert_eq!(error.setting, "MAILCODE_TRUSTED_PROXIES");
            prop_assert!(error.problem.contains(&format!("{:?}", text.trim())), "{}", error);
        }
    }

    #[test]
    fn a_database_url_leads_to_the_file_that_it_names(text in prop_oneof![any::<String>(), "sqlite:/{0,3}[a-z./?%:é -]{0,16}"]) {
        if let Some(file) = DatabaseFile::parse(&text) {
            prop_assert_eq!(file.url(), text.clone());
            let path = text.strip_prefix("sqlite://").expect("its scheme");
            prop_assert!(!path.is_empty() && !path.contains(['?', '%']));
            prop_assert!(Path::new(path).starts_with(file.directory()) || file.directory() == Path::new("."));
        }
    }

    #[test]
    fn a_secret_key_is_64_hexadecimal_digits(digits in "[0-9a-f]{64}", cut in 1..64_usize, other in "[g-zG-Z!-/]") {
        for key in [digits.clone(), digits.to_uppercase(), format!(" {digits}\n")] {
            prop_assert!(secret_key(&key), "{}", key);
        }
        let shorter = &digits[..cut];
        for none in [shorter.to_owned(), format!("{digits}{shorter}"), format!("{}{other}{}", &digits[..cut - 1], &digits[cut..])] {
            prop_assert!(!secret_key(&none), "{}", none);
        }
    }

    #[test]
    fn no_other_text_is_a_secret_key(text in any::<String>()) {
        let digits = text.trim();
        prop_assert_eq!(secret_key(&text), digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    }
}
