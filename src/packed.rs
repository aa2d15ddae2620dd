//! Texts that the build packed: most of what Setara brings along is read rarely, and a third as large like this.

use std::io::Read;

use flate2::bufread::DeflateDecoder;

/// The text of a file that the build packed (`packed!`).
pub fn unpacked(packed: &[u8]) -> String {
    // Texts are some three times as long as they are packed.
    let mut text = String::with_capacity(4 * packed.len());
    DeflateDecoder::new(packed).read_to_string(&mut text).expect("the build packed it");
    text
}

/// A file as the build packed it, by where it would lie unpacked.
macro_rules! packed {
    ($($path:expr),+) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/packed/" $(, $path)+))
    };
}

pub(crate) use packed;
