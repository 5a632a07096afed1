//! A stylesheet for browsers of any age: features that browsers before 2021 do not know are used only where `@supports` asks for them.

use crate::cargo::root;
use std::fs;

/// Features younger than logical properties, `min()`, `clamp()` and custom properties. A browser that does not know one of them drops the
/// declaration or, if it contains a custom property, shows nothing in its place.
const YOUNG: [&str; 8] = ["light-dark(", "color-mix(", "oklch(", ":has(", "cqi", "cqb", "@layer", "@scope"];

/// The stylesheet without the blocks that a browser applies only if it supports a feature.
fn outside_supports(style: &str) -> String {
    let mut rest = style;
    let mut kept = String::new();
    while let Some(start) = rest.find("@supports") {
        kept.push_str(&rest[..start]);
        let mut depth = 0_usize;
        let end = rest[start..].char_indices().find(|(_, character)| {
            match character {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => return false,
            }
            depth == 0
        });
        rest = &rest[start + end.expect("a block ends").0..];
    }
    kept + rest
}

#[test]
fn young_css_features_are_inside_supports() {
    let style = fs::read_to_string(root().join("style/main.css")).unwrap();
    let outside_supports = outside_supports(&style);
    assert!(outside_supports.len() < style.len() && outside_supports.contains(".primary"));
    for young in YOUNG {
        assert!(!outside_supports.contains(young), "{young} is outside @supports");
    }
}
