use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// Compresses with brotli: at the best quality in a release build, fast in a debug build.
pub fn brotli(bytes: &[u8], release: bool) -> Vec<u8> {
    let params = BrotliEncoderParams { quality: if release { 11 } else { 2 }, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params).expect("writing to memory cannot fail");
    compressed
}

/// Compresses with gzip, for the few clients without brotli.
pub fn gzip(bytes: &[u8], release: bool) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), if release { Compression::best() } else { Compression::fast() });
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("writing to memory cannot fail")
}
