use std::fmt;
use std::str::FromStr;

/// An sRGB colour, written `#2450c8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// The text is not `#` and six hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be # and six hexadecimal digits, such as #2450c8")]
pub struct NoColour;

impl FromStr for Colour {
    type Err = NoColour;

    fn from_str(text: &str) -> Result<Self, NoColour> {
        let mut channels = [0; 3];
        hex::decode_to_slice(text.strip_prefix('#').ok_or(NoColour)?, &mut channels).map_err(|_| NoColour)?;
        Ok(Self(channels))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{}", hex::encode(self.0))
    }
}

impl Colour {
    pub(super) const BLACK: Self = Self::new(0, 0, 0);
    pub(super) const WHITE: Self = Self::new(255, 255, 255);

    pub(super) const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self([red, green, blue])
    }

    /// Mixes this colour with the given hundredths of the other, as CSS does `in srgb` (CSS Color 5 §3).
    pub(super) fn mixed(self, hundredths: u16, other: Self) -> Self {
        let mut channels = self.0;
        for (channel, other) in channels.iter_mut().zip(other.0) {
            let sum = u16::from(*channel) * (100 - hundredths) + u16::from(other) * hundredths;
            *channel = u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX);
        }
        Self(channels)
    }

    /// The contrast ratio of the two colours: 1 to 21 (WCAG 2.2).
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The relative luminance: 0 for black to 1 for white (WCAG 2.2).
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    #[test]
    fn six_digits_are_a_colour_and_nothing_else_is() {
        assert_eq!("#2450C8".parse::<Colour>().map(|colour| colour.to_string()).as_deref(), Ok("#2450c8"));
        for text in ["", "#", "2450c8", "#24508", "#2450c8f", "#2450cg", "#fff", "blue", "#2450c8ff", "#é50c8", "# 450c8"] {
            assert!(text.parse::<Colour>().is_err(), "{text}");
        }
    }

    /// Compares with known numbers: the ends of the scale, and the lightest grey that is readable on white.
    #[test]
    fn contrast_is_that_of_wcag() {
        let grey = Colour::new(0x76, 0x76, 0x76);
        for (one, other, ratio) in [
            (Colour::BLACK, Colour::WHITE, 21.0),
            (grey, grey, 1.0),
            (grey, Colour::WHITE, 4.54),
            (Colour::new(255, 0, 0), Colour::WHITE, 4.0),
        ] {
            assert!((one.contrast(other) - ratio).abs() < 0.005, "{one} {other}: {}", one.contrast(other));
            assert!((one.contrast(other) - other.contrast(one)).abs() < f64::EPSILON);
        }
    }

    #[test]
    fn a_mixture_lies_between() {
        assert_eq!(Colour::BLACK.mixed(0, Colour::WHITE), Colour::BLACK);
        assert_eq!(Colour::BLACK.mixed(100, Colour::WHITE), Colour::WHITE);
        assert_eq!(Colour::BLACK.mixed(50, Colour::WHITE), Colour::new(128, 128, 128));
    }
}
