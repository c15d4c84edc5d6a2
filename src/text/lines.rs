/// A place as people count it: lines and columns from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

/// Where each line of a text starts, so that any number of look-ups costs one pass.
#[derive(Debug, Clone, Default)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    pub fn new(text: &str) -> Self {
        // `\n`, `\r\n` and `\r` end a line, as editors have it.
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes).filter(|at| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        let breaks = ends.map(|at| at as u32 + 1);
        LineIndex { starts: std::iter::once(0).chain(breaks).collect() }
    }

    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The line (from 0) that holds a byte offset.
    pub fn line_of(&self, offset: u32) -> usize {
        self.starts.partition_point(|start| *start <= offset) - 1
    }

    /// The bytes of a line (from 0) without its line break.
    pub fn range(&self, text: &str, line: usize) -> std::ops::Range<usize> {
        let start = self.starts[line] as usize;
        let end = self.starts.get(line + 1).map_or(text.len(), |next| *next as usize);
        let kept = text[start..end].trim_end_matches(['\n', '\r']).len();
        start..start + kept
    }

    pub fn position(&self, text: &str, offset: u32) -> Position {
        let line = self.line_of(offset);
        let start = self.starts[line] as usize;
        let column = text[start..(offset as usize).clamp(start, text.len())].chars().count() as u32 + 1;
        Position { line: line as u32 + 1, column }
    }

    /// Line from 0 and column in UTF-16 units from 0, as editors count.
    pub fn utf16(&self, text: &str, offset: u32) -> (u32, u32) {
        let line = self.line_of(offset);
        let start = self.starts[line] as usize;
        let units = text[start..(offset as usize).clamp(start, text.len())].chars().map(char::len_utf16).sum::<usize>();
        (line as u32, units as u32)
    }

    /// The byte offset of an editor's line and UTF-16 column; past an end it stops at that end.
    pub fn offset_of_utf16(&self, text: &str, line: u32, column: u32) -> u32 {
        let Some(&start) = self.starts.get(line as usize) else { return text.len() as u32 };
        let range = self.range(text, line as usize);
        let mut units = 0;
        for (at, c) in text[range.clone()].char_indices() {
            if units >= column {
                return start + at as u32;
            }
            units += c.len_utf16() as u32;
        }
        range.end as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_agree_on_accents_and_surrogates() {
        let text = "é 😀 x\r\nfin";
        let lines = LineIndex::new(text);
        let x = text.find('x').unwrap() as u32;
        assert_eq!(lines.position(text, x), Position { line: 1, column: 5 });
        assert_eq!(lines.utf16(text, x), (0, 5));
        assert_eq!(lines.offset_of_utf16(text, 0, 5), x);
        assert_eq!(lines.offset_of_utf16(text, 0, 99), 9, "stops before the line break");
        assert_eq!(lines.offset_of_utf16(text, 9, 0), text.len() as u32);
        assert_eq!(&text[lines.range(text, 1)], "fin");
    }

    #[test]
    fn every_kind_of_line_end() {
        let text = "a\rb\r\n\r\rc\n";
        let lines = LineIndex::new(text);
        let shown: Vec<&str> = (0..lines.count()).map(|line| &text[lines.range(text, line)]).collect();
        assert_eq!(shown, ["a", "b", "", "", "c", ""]);
        assert_eq!(lines.offset_of_utf16(text, 4, 1), 8);
    }
}
