//! Parsers of values whose own errors would be those of Rust's standard library. Their errors say what to write, with the allowed range
//! and an example.

use crate::sign_up::CanonicalAddress;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use std::fmt::Display;
use std::net::SocketAddr;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// Parses the address and the port of a listener.
pub(super) fn address_and_port(text: &str) -> Result<SocketAddr, String> {
    let expected = "write an IP address and a port from 0 to 65535, such as 127.0.0.1:3000 or [::1]:3000; a host name is not accepted";
    text.parse().map_err(|_| expected.to_owned())
}

/// Parses the port of a relay.
pub(super) fn port(text: &str) -> Result<u16, String> {
    match text.parse() {
        Ok(port) if port > 0 => Ok(port),
        _ => Err("write a port from 1 to 65535, such as 587".to_owned()),
    }
}

/// Parses a whole number within this range; the error shows this example.
pub(crate) fn count<T>(range: RangeInclusive<T>, example: T) -> impl Fn(&str) -> Result<T, String> + Clone + Send + Sync + 'static
where
    T: FromStr + PartialOrd + Display + Clone + Send + Sync + 'static,
{
    move |text| {
        let number = text.parse().ok().filter(|number| range.contains(number));
        number.ok_or_else(|| format!("write a whole number from {} to {}, such as {example}", range.start(), range.end()))
    }
}

/// Parses the e-mail address of an account, in any spelling.
pub(crate) fn address(text: &str) -> Result<CanonicalAddress, String> {
    CanonicalAddress::parse(text).map_err(|error| format!("it is not an e-mail address ({error}); write one such as ada@example.org"))
}

/// Parses `true` and `false`; `--help` shows what each means.
pub(super) fn true_or_false(when_true: &'static str, when_false: &'static str) -> impl TypedValueParser<Value = bool> {
    PossibleValuesParser::new([PossibleValue::new("true").help(when_true), PossibleValue::new("false").help(when_false)])
        .map(|value| value == "true")
}

#[cfg(test)]
mod tests {
    use crate::config::{Settings, clap_error};
    use clap::{CommandFactory, Parser};

    /// The error for this value of a flag, if there is one.
    fn refusal(flag: &str, value: &str) -> Option<String> {
        Settings::try_parse_from(["mailcode".to_owned(), format!("--{flag}={value}")]).err().map(|error| clap_error(&error))
    }

    /// Each parser rejects some of these values; its error says what to write instead.
    #[test]
    fn every_setting_says_what_to_write() {
        let command = Settings::command();
        let flags: Vec<_> = command.get_arguments().filter_map(|argument| argument.get_env().and(argument.get_long())).collect();
        let mut refused = 0;
        for flag in &flags {
            for value in ["nonsense", "-1", "1.5", "99999999999999999999", "0", "127.0.0.1", "localhost:3000", "127.0.0.1:70000"] {
                let Some(sentence) = refusal(flag, value) else { continue };
                refused += 1;
                assert!(sentence.contains("write ") && sentence.starts_with("MAILCODE_"), "--{flag}={value}: {sentence}");
                let is_example = sentence.contains("such as") || sentence.contains("one of");
                assert!(is_example && !sentence.contains("..") && !sentence.contains("digit found"), "--{flag}={value}: {sentence}");
            }
        }
        assert!(flags.len() > 50 && refused > 100, "{} flags, {refused} refused values", flags.len());
    }

    #[test]
    fn the_range_is_named_and_its_ends_are_allowed() {
        for (flag, first, last, outside) in [
            ("smtp-port", "1", "65535", ["0", "65536"]),
            ("smtp-fallback-port", "1", "65535", ["0", "65536"]),
            ("smtp-connections", "1", "100", ["0", "101"]),
            ("smtp-queue", "1", "10000", ["0", "10001"]),
            ("max-connections", "16", "65536", ["15", "65537"]),
            ("tries", "1", "100", ["0", "101"]),
            ("proof-of-work-cost", "1000", "100000000", ["999", "100000001"]),
        ] {
            for inside in [first, last] {
                assert_eq!(refusal(flag, inside), None, "--{flag}={inside}");
            }
            for value in outside {
                let sentence = refusal(flag, value).unwrap_or_default();
                assert!(sentence.contains(&format!("from {first} to {last}, such as ")), "--{flag}={value}: {sentence}");
            }
        }
        assert_eq!(refusal("listen", "[::1]:0"), None);
        assert!(refusal("listen", "localhost:3000").is_some_and(|sentence| sentence.contains("127.0.0.1:3000")));
    }

    #[test]
    fn help_explains_each_word_that_a_setting_accepts() {
        for argument in Settings::command().get_arguments().filter(|argument| argument.get_env().is_some()) {
            for value in argument.get_possible_values() {
                assert!(value.get_help().is_some(), "{} of --{}", value.get_name(), argument.get_long().unwrap_or_default());
            }
        }
    }
}
