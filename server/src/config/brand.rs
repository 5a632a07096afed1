use super::{ConfigError, Settings};
use crate::brand::{Brand, Logo};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The brand from the settings.
pub(super) fn check(settings: &Settings) -> Result<Brand, ConfigError> {
    let accent = settings.accent.as_deref().map(str::parse).transpose();
    let accent = accent.map_err(|error| ConfigError::new("MAILCODE_ACCENT", format!("{error}.")))?;
    Ok(Brand::new(accent, settings.logo_file.as_deref().map(read).transpose()?))
}

fn read(file: &Path) -> Result<Logo, ConfigError> {
    let refused = |problem| ConfigError::new("MAILCODE_LOGO_FILE", format!("names {}, which {problem}.", file.display()));
    let bytes = bytes(file).map_err(|error| refused(format!("cannot be read: {error}")))?;
    Logo::new(bytes).map_err(|error| refused(error.to_string()))
}

/// Reads a file; of one that is too large, only as much as shows that.
fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(16 * Logo::MAX as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}
