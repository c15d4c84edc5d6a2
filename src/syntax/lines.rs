//! Where lines begin and end.

/// The byte where the line of a place starts.
pub fn line_of(text: &str, at: u32) -> usize {
    memchr::memrchr(b'\n', &text.as_bytes()[..at as usize]).map_or(0, |found| found + 1)
}

/// Where the line of a place ends, its line break not included.
pub fn line_end(bytes: &[u8], from: usize) -> usize {
    memchr::memchr(b'\n', &bytes[from..]).map_or(bytes.len(), |found| from + found)
}
