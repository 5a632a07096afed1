use super::colour::{Colour, NoColour};
use std::fmt;
use std::str::FromStr;

/// The contrast that text needs (WCAG 2.2, 1.4.3). Borders and focus need 3 (1.4.11), so this suffices for them.
const READABLE: f64 = 4.5;
/// The minimum contrast of the accent in the dark theme. It makes links as easy to read there as in the light theme.
const COMFORTABLE: f64 = 7.0;
/// The share of the accent, in percent, in the background of messages, as `--tint` in `style/main.css` does.
const TINT: u16 = 8;

/// The neutral colours of one scheme, as in `style/main.css`.
#[derive(Debug)]
struct Scheme {
    ground: Colour,
    surface: Colour,
    /// The colour of text on the accent.
    on_accent: Colour,
}

const LIGHT: Scheme =
    Scheme { ground: Colour::new(0xf3, 0xf5, 0xfa), surface: Colour::new(0xff, 0xff, 0xff), on_accent: Colour::new(0xff, 0xff, 0xff) };
const DARK: Scheme =
    Scheme { ground: Colour::new(0x10, 0x13, 0x1b), surface: Colour::new(0x19, 0x1d, 0x28), on_accent: Colour::new(0x0c, 0x14, 0x30) };

impl Scheme {
    /// The lowest contrast of this accent, used as the colour of text on each surface, or as the background of text.
    fn contrast(&self, accent: Colour) -> f64 {
        [self.ground, self.surface, self.surface.mixed(TINT, accent), self.on_accent]
            .into_iter()
            .map(|behind| accent.contrast(behind))
            .fold(f64::INFINITY, f64::min)
    }

    /// Mixes this colour with as little of the other as gives this contrast; `None` if no mixture does.
    fn readable(&self, accent: Colour, other: Colour, contrast: f64) -> Option<Colour> {
        (0..=100).map(|hundredths| accent.mixed(hundredths, other)).find(|mixed| self.contrast(*mixed) >= contrast)
    }
}

/// The colour of the brand, for buttons, links and focus, in the light and in the dark theme. Both are readable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    light: Colour,
    dark: Colour,
}

/// Why a text cannot be the accent.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum AccentError {
    /// It is not a colour.
    #[error(transparent)]
    NotAColour(#[from] NoColour),
    /// It is too light to be readable.
    #[error(
        "is {0}, which has a contrast of only {ratio:.2} : 1 to its background, where readable text needs 4.5 : 1 (WCAG 2.2, \
         1.4.3); the most similar colour that has it is {instead}",
        ratio = f64::floor(.1 * 100.0) / 100.0,
        instead = Instead(*.2)
    )]
    Contrast(Colour, f64, Option<Colour>),
}

/// The colour to use instead of another.
struct Instead(Option<Colour>);

impl fmt::Display for Instead {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(colour) => colour.fmt(formatter),
            None => formatter.write_str("black"),
        }
    }
}

impl FromStr for Accent {
    type Err = AccentError;

    /// The light theme uses the colour as it is; the dark theme uses it mixed with white.
    fn from_str(text: &str) -> Result<Self, AccentError> {
        let light: Colour = text.trim().parse()?;
        let contrast = LIGHT.contrast(light);
        let dark = DARK.readable(light, Colour::WHITE, COMFORTABLE);
        match dark {
            Some(dark) if contrast >= READABLE => Ok(Self { light, dark }),
            _ => Err(AccentError::Contrast(light, contrast, LIGHT.readable(light, Colour::BLACK, READABLE))),
        }
    }
}

impl Accent {
    /// The CSS rule that sets the accent, to follow `style/main.css`.
    pub(super) fn style(self) -> String {
        format!(":root{{--accent:{}}}@media(prefers-color-scheme:dark){{:root{{--accent:{}}}}}\n", self.light, self.dark)
    }
}

#[cfg(test)]
#[path = "accent_tests.rs"]
mod tests;
