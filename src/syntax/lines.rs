//! Lines of a text and the blanks that they begin with.

/// The byte where the line of a place starts.
pub fn line_of(text: &str, at: u32) -> usize {
    memchr::memrchr(b'\n', &text.as_bytes()[..at as usize]).map_or(0, |found| found + 1)
}

/// Where the line of a place ends, its line break not included.
pub fn line_end(bytes: &[u8], from: usize) -> usize {
    memchr::memchr(b'\n', &bytes[from..]).map_or(bytes.len(), |found| from + found)
}

/// The blanks before a line's first word.
pub fn indent(text: &str, at: u32) -> usize {
    let line = &text.as_bytes()[line_of(text, at)..];
    line.iter().take_while(|b| matches!(b, b' ' | b'\t')).count()
}

/// Does nothing but blanks stand before it on its line?
pub fn begins_line(text: &str, at: u32) -> bool {
    text[line_of(text, at)..at as usize].trim().is_empty()
}
