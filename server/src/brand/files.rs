use super::{Accent, Logo};
use frontend::BUNDLE;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// The operator's own files for the pages, built at start from the settings.
#[derive(Clone, Debug, Default)]
pub struct Brand {
    /// The bundle's stylesheet with the accent, if one is set.
    stylesheet: Option<BrandFile>,
    logo: Option<BrandFile>,
}

/// A file of the operator. Its path contains a hash of its content, so browsers may cache it forever.
#[derive(Clone, Debug)]
pub struct BrandFile {
    /// Absolute path on the server.
    pub path: Arc<str>,
    /// Value of the `Content-Type` header field.
    pub content_type: &'static str,
    /// Content of the file.
    pub bytes: Arc<[u8]>,
    /// Whether the file comes from outside the project, so that browsers must not run scripts in it.
    pub is_untrusted: bool,
}

impl BrandFile {
    fn new(stem: &str, extension: &str, content_type: &'static str, bytes: Vec<u8>) -> Self {
        let hash = hex::encode(&Sha256::digest(&bytes)[..8]);
        Self { path: format!("/assets/{stem}-{hash}.{extension}").into(), content_type, bytes: bytes.into(), is_untrusted: false }
    }
}

impl Brand {
    /// Builds the files from these settings.
    #[must_use]
    pub fn new(accent: Option<Accent>, logo: Option<Logo>) -> Self {
        let stylesheet = accent.map(|accent| {
            // One file, so that a page waits for one only.
            let style = [BUNDLE.stylesheet.plain, accent.style().as_bytes()].concat();
            BrandFile::new("brand", "css", BUNDLE.stylesheet.content_type, style)
        });
        let logo = logo.map(|Logo { format, bytes }| {
            let file = BrandFile::new("logo", format.extension(), format.content_type(), bytes);
            BrandFile { is_untrusted: true, ..file }
        });
        Self { stylesheet, logo }
    }

    /// The path of the stylesheet.
    #[must_use]
    pub fn stylesheet(&self) -> Arc<str> {
        self.stylesheet.as_ref().map_or_else(|| BUNDLE.stylesheet.path.into(), |file| Arc::clone(&file.path))
    }

    /// The path of the logo, if there is one.
    #[must_use]
    pub fn logo(&self) -> Option<Arc<str>> {
        self.logo.as_ref().map(|file| Arc::clone(&file.path))
    }

    /// The file at this path.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&BrandFile> {
        [&self.stylesheet, &self.logo].into_iter().flatten().find(|file| &*file.path == path)
    }
}
