use super::{Accent, AccentError, COMFORTABLE, Colour, DARK, LIGHT, READABLE, TINT};
use frontend::BUNDLE;
use proptest::prelude::*;

#[test]
fn a_dark_colour_stays_in_light_and_is_lightened_in_dark() {
    for (text, dark) in [("#0a7d4f", true), ("#b3161f", true), ("#000000", true), ("#2450c8", true), ("#6b21a8", true)] {
        let accent: Accent = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(accent.light.to_string(), text);
        assert_eq!(DARK.contrast(accent.dark) >= COMFORTABLE, dark, "{text}: {}", accent.dark);
        assert_eq!(
            accent.style(),
            format!(":root{{--accent:{text}}}@media(prefers-color-scheme:dark){{:root{{--accent:{}}}}}\n", accent.dark)
        );
    }
}

#[test]
fn an_unreadable_colour_is_refused_with_its_contrast_and_a_readable_alternative() {
    for (text, ratio) in [("#ffcc00", "1.3"), ("#ffffff", "1.00"), ("#8fb0ff", "1.9")] {
        let error = text.parse::<Accent>().expect_err(text);
        let AccentError::Contrast(_, _, Some(instead)) = error else { panic!("{text}: {error:?}") };
        assert!(instead.to_string().parse::<Accent>().is_ok(), "{text}: {instead}");
        let message = error.to_string();
        assert!(
            message.contains(&format!("is {text}, which has a contrast of only {ratio}")) && message.contains(&instead.to_string()),
            "{message}"
        );
    }
    assert!("red".parse::<Accent>().is_err());
}

/// The colours that are checked are those of the stylesheet.
#[test]
fn the_neutral_colours_are_those_of_the_stylesheet() {
    let style = std::str::from_utf8(BUNDLE.stylesheet.plain).expect("text");
    // The values in light, then in dark.
    let declared = |name: &str| -> Vec<&str> {
        let name = format!("--{name}: ");
        style.split(['{', ';', '}']).filter_map(|declaration| declaration.strip_prefix(&*name)).collect()
    };
    for (name, light, dark) in
        [("ground", LIGHT.ground, DARK.ground), ("surface", LIGHT.surface, DARK.surface), ("on-accent", LIGHT.on_accent, DARK.on_accent)]
    {
        assert_eq!(declared(name), [light.to_string(), dark.to_string()], "{name}");
    }
    assert!(style.contains(&format!("--tint: color-mix(in srgb, var(--surface), var(--accent) {TINT}%)")), "{TINT} %");
    let accent = declared("accent");
    let readable = |scheme: &super::Scheme, colour: &str| scheme.contrast(colour.parse().expect("a colour"));
    assert!(readable(&LIGHT, accent[0]) >= READABLE && readable(&DARK, accent[1]) >= READABLE, "{accent:?}");
}

proptest! {
    #[test]
    fn every_accepted_colour_is_readable_in_light_and_dark(red: u8, green: u8, blue: u8) {
        let colour = Colour::new(red, green, blue);
        match colour.to_string().parse::<Accent>() {
            Ok(accent) => {
                prop_assert_eq!(accent.light, colour);
                prop_assert!(LIGHT.contrast(colour) >= READABLE && DARK.contrast(accent.dark) >= COMFORTABLE);
            }
            Err(AccentError::Contrast(_, ratio, instead)) => {
                prop_assert!(ratio < READABLE);
                prop_assert!(instead.is_some_and(|instead| instead.to_string().parse::<Accent>().is_ok()));
            }
            Err(error) => prop_assert!(false, "{error}"),
        }
    }

    #[test]
    fn any_text_is_accepted_as_typed_or_refused(text in "\\PC{0,12}") {
        if let Ok(accent) = text.parse::<Accent>() {
            prop_assert_eq!(accent.light.to_string(), text.trim().to_ascii_lowercase());
        }
    }
}
