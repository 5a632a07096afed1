use super::database_fault::DatabaseFault;
use crate::sign_up::ports::StoreError;
use std::fs::Metadata;
use std::path::{Path, PathBuf};

/// The file that the connections have open. They keep it open whatever happens to its name: if a backup is restored over it while the
/// server runs, or the file is moved away, the server writes to a file that is not read any more.
#[derive(Clone, Debug)]
pub(super) struct OpenedFile {
    path: PathBuf,
    /// `None` if the database has no file or the system reports no file ids.
    id: Option<FileId>,
}

/// Identifies a file whatever its name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct FileId {
    device: u64,
    inode: u64,
}

impl OpenedFile {
    /// Records the file that is at this path now.
    pub(super) fn at(path: &Path) -> Self {
        Self { path: path.to_owned(), id: FileId::at(path) }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Checks that the file is still at its path.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when another file, or none, is at the path.
    pub(super) fn check_in_place(&self) -> Result<(), StoreError> {
        if self.id.is_none() || self.id == FileId::at(&self.path) {
            Ok(())
        } else {
            Err(StoreError::Unavailable(Box::new(DatabaseFault::Replaced)))
        }
    }
}

impl FileId {
    fn at(path: &Path) -> Option<Self> {
        std::fs::metadata(path).ok().as_ref().and_then(Self::of)
    }

    #[cfg(unix)]
    #[allow(clippy::unnecessary_wraps, reason = "not every system reports file ids")]
    fn of(metadata: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        Some(Self { device: metadata.dev(), inode: metadata.ino() })
    }

    #[cfg(not(unix))]
    const fn of(_metadata: &Metadata) -> Option<Self> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::OpenedFile;
    use std::fs;

    #[test]
    fn a_replaced_or_removed_file_is_detected() {
        let directory = tempfile::tempdir().expect("a directory");
        let [path, copy] = ["mailcode.db", "copy.db"].map(|name| directory.path().join(name));
        fs::write(&path, "one").expect("written");
        let file = OpenedFile::at(&path);
        fs::write(&path, "the same with another content").expect("written");
        assert!(file.check_in_place().is_ok());
        fs::copy(&path, &copy).expect("copied");
        fs::rename(&copy, &path).expect("moved");
        assert!(file.check_in_place().is_err(), "another file is at the path");
        fs::remove_file(&path).expect("removed");
        assert!(file.check_in_place().is_err(), "no file is at the path");
        assert!(OpenedFile::at(&path).check_in_place().is_ok(), "there was no file to replace");
    }
}
