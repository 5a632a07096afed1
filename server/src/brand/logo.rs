use std::str;

/// The signature at the start of a PNG (PNG, third edition, §5.2).
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The namespace without which no browser shows an SVG as an image (SVG 2 §5.1.1).
const SVG_NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// The service's logo, shown in place of its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    pub(super) format: LogoFormat,
    pub(super) bytes: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LogoFormat {
    Svg,
    Png,
}

impl LogoFormat {
    pub(super) const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    pub(super) const fn content_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
        }
    }
}

/// Why a file cannot be the logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    /// It is larger than a page should load.
    #[error("has {0} bytes, more than the maximum of {max}", max = Logo::MAX)]
    Size(usize),
    /// It is neither SVG nor PNG.
    #[error("is neither a PNG nor an SVG (UTF-8, with xmlns=\"http://www.w3.org/2000/svg\")")]
    Format,
}

impl Logo {
    /// The largest size in bytes: about ten times what a logo needs, and little compared to a photo.
    pub const MAX: usize = 64 * 1024;

    /// Detects the image format by the content of the file; its name does not count.
    ///
    /// # Errors
    /// See [`LogoError`].
    pub fn new(bytes: Vec<u8>) -> Result<Self, LogoError> {
        if bytes.len() > Self::MAX {
            return Err(LogoError::Size(bytes.len()));
        }
        let is_svg = |text: &str| text.contains("<svg") && text.contains(SVG_NAMESPACE);
        let format = if bytes.starts_with(PNG) {
            LogoFormat::Png
        } else if str::from_utf8(&bytes).is_ok_and(is_svg) {
            LogoFormat::Svg
        } else {
            return Err(LogoError::Format);
        };
        Ok(Self { format, bytes })
    }
}

#[cfg(test)]
mod tests {
    use super::{Logo, LogoError, LogoFormat, PNG};

    #[test]
    fn the_format_of_a_logo_is_recognized_by_its_content() {
        let svg = br#"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>"#;
        assert_eq!(Logo::new(svg.to_vec()).map(|logo| logo.format), Ok(LogoFormat::Svg));
        assert_eq!(Logo::new(PNG.to_vec()).map(|logo| logo.format), Ok(LogoFormat::Png));
        for other in [&b""[..], b"<svg/>", b"GIF89a", b"<html>", b"\xff<svg xmlns=\"http://www.w3.org/2000/svg\"/>"] {
            assert_eq!(Logo::new(other.to_vec()), Err(LogoError::Format), "{other:?}");
        }
    }

    #[test]
    fn a_logo_above_the_maximum_size_is_refused() {
        let mut bytes = PNG.to_vec();
        bytes.resize(Logo::MAX, 0);
        assert!(Logo::new(bytes.clone()).is_ok());
        bytes.push(0);
        assert_eq!(Logo::new(bytes), Err(LogoError::Size(Logo::MAX + 1)));
    }
}
