use super::{Catalogue, Value, parse_messages};
use crate::i18n::{Key, Language, OverrideError};
use std::collections::BTreeSet;

fn catalogue() -> Catalogue {
    Catalogue::new(&[]).expect("our own words")
}

#[test]
fn every_language_has_every_message_with_the_same_variables() {
    let reference = parse_messages(Language::English.source()).expect("English");
    let keys: BTreeSet<_> = Key::ALL.iter().map(|key| key.id()).collect();
    assert_eq!(reference.keys().map(String::as_str).collect::<BTreeSet<_>>(), keys, "each message has its key");
    for language in Language::ALL {
        let own = parse_messages(language.source()).unwrap_or_else(|error| panic!("{language:?}: {error}"));
        for (message, variables) in &reference {
            let own = own.get(message).unwrap_or_else(|| panic!("{language:?} lacks `{message}`"));
            assert_eq!(own, variables, "{language:?}, `{message}`");
        }
        assert_eq!(own.len(), reference.len(), "{language:?} has a message without a key");
    }
}

#[test]
fn every_message_can_be_formatted_with_any_number() {
    let catalogue = catalogue();
    let reference = parse_messages(Language::English.source()).expect("English");
    for language in Language::ALL {
        let translations = &catalogue.translations(language).0;
        for (message, variables) in &reference {
            for number in (0..=120).chain([1000, 86_400]) {
                let mut arguments = fluent_bundle::FluentArgs::new();
                for variable in variables {
                    match variable.as_str() {
                        "count" | "tries" | "month" | "day" => arguments.set(variable.as_str(), number),
                        _ => arguments.set(variable.as_str(), "…"),
                    }
                }
                let pattern = translations.messages.get_message(message).and_then(|message| message.value()).expect("a text");
                let mut errors = Vec::new();
                let text = translations.messages.format_pattern(pattern, Some(&arguments), &mut errors);
                assert!(
                    errors.is_empty() && !text.trim().is_empty() && !text.contains('{'),
                    "{language:?}, `{message}`: {text} {errors:?}"
                );
            }
        }
    }
}

/// The plural rules are those of CLDR 47.
#[test]
fn plurals_are_right() {
    let catalogue = catalogue();
    for (language, count, text) in [
        (Language::English, 1, "1 minute"),
        (Language::English, 2, "2 minutes"),
        (Language::French, 0, "0 minute"),
        (Language::Polish, 2, "2 minuty"),
        (Language::Polish, 5, "5 minut"),
        (Language::Polish, 22, "22 minuty"),
        (Language::Ukrainian, 21, "21 хвилину"),
        (Language::Ukrainian, 3, "3 хвилини"),
        (Language::Ukrainian, 11, "11 хвилин"),
        (Language::Japanese, 1, "1 分"),
    ] {
        assert_eq!(catalogue.translations(language).text_with(Key::Minutes, &[("count", Value::Number(count))]), text, "{language:?}");
    }
    let arabic = [1, 2, 3, 11, 100]
        .map(|count| catalogue.translations(Language::Arabic).text_with(Key::Minutes, &[("count", Value::Number(count))]));
    assert_eq!(arabic.iter().map(|text| text.replace(|character: char| character.is_ascii_digit(), "")).collect::<BTreeSet<_>>().len(), 5);
}

#[test]
fn a_code_keeps_its_digits_in_every_language() {
    for language in Language::ALL {
        let values = [("code", Value::Text("012345")), ("service", Value::Text("Acme"))];
        let subject = catalogue().translations(language).text_with(Key::MailSubject, &values);
        assert!(subject.contains("012345") && subject.contains("Acme"), "{subject}");
    }
}

#[test]
fn an_operators_texts_replace_the_built_in_ones() {
    let own = [(Language::German, "address-heading = Hereinspaziert\n".to_owned())];
    let catalogue = Catalogue::new(&own).expect("a good file");
    assert_eq!(catalogue.translations(Language::German).text(Key::AddressHeading), "Hereinspaziert");
    assert_ne!(catalogue.translations(Language::German).text(Key::AddressLabel), Key::AddressLabel.id());
    assert_eq!(catalogue.translations(Language::English).text(Key::AddressHeading), "Sign up or sign in");
}

#[test]
fn a_wrong_file_is_refused_with_its_reason() {
    for (text, error) in [
        ("address-heding = Hello", OverrideError::Message { message: "address-heding".to_owned() }),
        ("seconds = { $cuont }", OverrideError::Variable { message: "seconds".to_owned(), variable: "cuont".to_owned() }),
        ("seconds = A\nseconds = B", OverrideError::Twice { message: "seconds".to_owned() }),
        ("# A remark\n\naddress-heading = { ", OverrideError::Syntax { line: 3 }),
    ] {
        assert_eq!(Catalogue::new(&[(Language::English, text.to_owned())]).err(), Some(error), "{text}");
    }
}
