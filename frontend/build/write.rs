use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// One file of the bundle.
pub struct File {
    constant: &'static str,
    stem: &'static str,
    extension: &'static str,
    content_type: &'static str,
    bytes: Vec<u8>,
}

impl File {
    pub const fn new(
        constant: &'static str,
        stem: &'static str,
        extension: &'static str,
        content_type: &'static str,
        bytes: Vec<u8>,
    ) -> Self {
        Self { constant, stem, extension, content_type, bytes }
    }
}

/// Writes the files and `bundle.rs`, which embeds them. Returns the brotli size of each.
pub fn write(out: &Path, files: &[File], release: bool) -> Vec<(&'static str, usize)> {
    let mut code = String::new();
    let mut sizes = Vec::new();
    for file in files {
        let hash: String = Sha256::digest(&file.bytes).iter().take(8).fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        });
        let name = format!("{}-{hash}.{}", file.stem, file.extension);
        let brotli = brotli(&file.bytes, release);
        sizes.push((file.constant, brotli.len()));
        for (suffix, bytes) in [("", &file.bytes), (".br", &brotli), (".gz", &gzip(&file.bytes, release))] {
            let path = out.join(format!("{}.{}{suffix}", file.stem, file.extension));
            fs::write(&path, bytes).unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
        }
        let plain = format!("{}.{}", file.stem, file.extension);
        let _ = writeln!(
            code,
            "const {constant}: Asset = Asset {{ path: \"/assets/{name}\", content_type: \"{content_type}\", \
             plain: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{plain}\")), \
             brotli: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{plain}.br\")), \
             gzip: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{plain}.gz\")) }};",
            constant = file.constant,
            content_type = file.content_type,
        );
    }
    fs::write(out.join("bundle.rs"), code).expect("OUT_DIR can be written to");
    sizes
}

/// Compresses with brotli: at the best quality in a release build, fast in a debug build.
fn brotli(bytes: &[u8], release: bool) -> Vec<u8> {
    let params = BrotliEncoderParams { quality: if release { 11 } else { 2 }, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params).expect("writing to memory cannot fail");
    compressed
}

/// Compresses with gzip, for the few clients without brotli.
fn gzip(bytes: &[u8], release: bool) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), if release { Compression::best() } else { Compression::fast() });
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("writing to memory cannot fail")
}
