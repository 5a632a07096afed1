//! Creates files and directories that only the user who runs Mailcode can use: accounts, sessions and the secret key are private. On
//! systems without Unix permissions, they get the default ones.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::path::Path;

/// Creates a file that must not exist yet, for its owner only (mode 0600), and opens it for writing.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] if it exists; otherwise when it cannot be created.
pub(crate) fn create_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Creates a directory with its parents, for its owner only (mode 0700). An existing one stays as it is.
///
/// # Errors
/// When it cannot be created.
pub(crate) fn create_directory(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}
