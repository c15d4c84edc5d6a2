//! Cuts a file into its top-level items before any parsing. Cannot fail.
//!
//! In: the text. Out: a range for each item. Braces decide; where they do not balance, a word in the first column does.
//! Texts and comments are skipped, so that a word or a brace in them counts for nothing.

use std::ops::Range;

use super::conflict::conflict;
use super::lex::is_space;
use super::lines::{line_end, line_of};
use super::{alike, quote};

/// How many blocks may stand in one another. Plans need four; the parser recurses once a level.
pub const DEEPEST: usize = 32;

/// No more bytes in one item: ten thousand goals in an axis fit. It bounds what the parser holds at once.
pub const LARGEST_ITEM: usize = 4 << 20;

/// No more items in one file; what follows the last one is taken for a single item, and refused if it is too large.
const MOST_ITEMS: usize = 50_000;

pub struct Chunk {
    pub range: Range<usize>,
    /// Where in it a block stands too deep to be parsed.
    pub too_deep: Option<usize>,
    pub unbalanced: bool,
}

/// A place and what stands there, in one word: a text made of braces must not cost many times its size.
#[derive(Clone, Copy)]
struct Event(u32);

enum Kind {
    Open,
    Close,
    /// The first word of a line, not in the first column.
    Start,
    /// The first word of a line, in the first column.
    Margin,
}

impl Event {
    fn new(offset: usize, kind: Kind) -> Event {
        Event((offset as u32) << 2 | kind as u32)
    }

    fn get(self) -> (usize, Kind) {
        let kind = match self.0 & 3 {
            0 => Kind::Open,
            1 => Kind::Close,
            2 => Kind::Start,
            _ => Kind::Margin,
        };
        ((self.0 >> 2) as usize, kind)
    }
}

const UNMATCHED: u32 = u32::MAX;

pub fn cut(text: &str) -> Vec<Chunk> {
    let events = scan(text);

    // Which brace closes which.
    let mut closes = vec![UNMATCHED; events.len()];
    let mut stack = Vec::new();
    let mut balanced = true;
    for (at, event) in events.iter().enumerate() {
        match event.get() {
            (_, Kind::Open) => stack.push(at as u32),
            (offset, Kind::Close) => match stack.pop() {
                Some(open) => closes[open as usize] = offset as u32,
                None => balanced = false,
            },
            _ => {}
        }
    }
    balanced &= stack.is_empty();

    let mut chunks: Vec<Chunk> = Vec::new();
    let mut begin = 0;
    let (mut covered, mut unmatched, mut stray) = (0, false, false);
    let (mut depth, mut too_deep) = (0usize, None);
    for (at, event) in events.iter().enumerate() {
        let (offset, kind) = event.get();
        match kind {
            Kind::Open => {
                depth += 1;
                if depth > DEEPEST {
                    too_deep.get_or_insert(offset - begin);
                }
                match closes[at] {
                    UNMATCHED => unmatched = true,
                    close => covered = covered.max(close as usize),
                }
            }
            Kind::Close if depth == 0 => stray = true,
            Kind::Close => depth -= 1,
            Kind::Start | Kind::Margin => {
                let margin = matches!(kind, Kind::Margin);
                let free = (unmatched || covered <= offset) && (margin || (balanced && depth == 0));
                let end = line_of(text, offset as u32);
                // What is not cut keeps its depth.
                if free && end > begin && chunks.len() < MOST_ITEMS {
                    chunks.push(Chunk { range: begin..end, too_deep, unbalanced: unmatched || stray });
                    begin = end;
                    (depth, too_deep, unmatched, stray) = (0, None, false, false);
                }
            }
        }
    }
    if text.len() > begin {
        chunks.push(Chunk { range: begin..text.len(), too_deep, unbalanced: unmatched || stray });
    }
    chunks
}

/// Braces and first words of lines, in order.
fn scan(text: &str) -> Vec<Event> {
    let bytes = text.as_bytes();
    let mut events = Vec::with_capacity(bytes.len() / 48);
    let (mut documented, mut listing) = (false, false); // a doc comment waits for its item; a comma for the rest of its list
    let mut torn = false; // a text was not closed: its end may stand on the next line
    let mut merge = None; // where the version to be read ends, and where the conflict does
    let mut at = 0;
    while at < bytes.len() {
        let line_start = at;
        at += bytes[at..].iter().take_while(|b| matches!(b, b'\t' | b'\x0B'..=b' ')).count();
        if bytes.get(at).is_some_and(|b| !b.is_ascii()) {
            // The no-break blanks of a word processor.
            at += text[at..].len() - text[at..].trim_start_matches(|c| is_space(c) || c == '\x0C').len();
        }
        match merge {
            Some((first_end, end)) if line_start >= first_end => {
                (at, merge) = (end, None);
                continue;
            }
            None if bytes.get(at) == Some(&b'<') && at == line_start => {
                if let Some(conflict) = conflict(bytes, at) {
                    events.push(Event::new(at, Kind::Start));
                    merge = Some((conflict.first.end, conflict.end));
                    at = conflict.first.start;
                    continue;
                }
            }
            _ => {}
        }
        let first = || Event::new(at, if at == line_start { Kind::Margin } else { Kind::Start });
        match bytes.get(at) {
            None => break,
            Some(b'\n') => {
                at += 1;
                continue;
            }
            Some(b'/') if bytes[at..].starts_with(b"//") => {
                let doc = bytes[at..].starts_with(b"///") && !bytes[at..].starts_with(b"////");
                if doc && !documented && merge.is_none() {
                    events.push(first());
                    documented = true;
                }
                at = line_end(bytes, at) + 1;
                continue;
            }
            Some(b'{' | b'}') => {}
            Some(_) if listing || merge.is_some() || (torn && at > line_start) => {}
            // A text begins no item: its keyword stands above.
            Some(_) if at > line_start && quote::opens(bytes, at) => {}
            Some(b) if NOTED[*b as usize] && alike::closes_block(bytes, at).is_some() => {
                events.push(Event::new(at, Kind::Close));
                at += 1;
            }
            Some(_) => {
                if !documented {
                    events.push(first());
                }
                documented = false;
            }
        }
        let words;
        (words, at, torn) = braces(text, at, &mut events);
        listing = match bytes[words - 1] {
            b',' => true,
            b' ' | b'\t' | b'\r' | b'\x0C' | 0x80.. => {
                text[line_start..words].trim_end_matches(|c| is_space(c) || c == '\x0C').ends_with(',')
            }
            _ => false,
        };
    }
    events
}

/// The braces of a line's words; where the words end, where the next line starts, and whether a text was open there.
fn braces(text: &str, mut at: usize, events: &mut Vec<Event>) -> (usize, usize, bool) {
    let mut torn = false;
    let bytes = text.as_bytes();
    while let Some(found) = bytes[at..].iter().position(|b| NOTED[*b as usize]) {
        at += found;
        match bytes[at] {
            b'\n' => return (at, at + 1, torn),
            b'{' => {
                events.push(Event::new(at, Kind::Open));
                at += 1;
            }
            b'}' => {
                events.push(Event::new(at, Kind::Close));
                at += 1;
            }
            b'/' if bytes[at..].starts_with(b"//") => return (at, line_end(bytes, at) + 1, torn),
            _ if quote::opens(bytes, at) => {
                let end = line_end(bytes, at);
                at = quote::closed(bytes, at, end).unwrap_or_else(|| {
                    let open_end = quote::open_end(bytes, at, end);
                    torn = open_end == end;
                    open_end
                });
            }
            _ if alike::opens_block(bytes, at).is_some() => {
                events.push(Event::new(at, Kind::Open));
                at += 1;
            }
            _ => at += 1,
        }
    }
    (bytes.len(), bytes.len(), torn)
}

/// The bytes that a cut looks at.
const NOTED: [bool; 256] = {
    let mut noted = [false; 256];
    let some = [b'\n', b'{', b'}', b'/', b'"', b'(', b')', b'[', b']', 0xC2, 0xE2, 0xEF];
    let mut at = 0;
    while at < some.len() {
        noted[some[at] as usize] = true;
        at += 1;
    }
    noted
};

#[cfg(test)]
mod tests {
    use super::*;

    fn items(text: &str) -> Vec<&str> {
        cut(text).into_iter().map(|chunk| text[chunk.range].trim()).filter(|item| !item.is_empty()).collect()
    }

    #[test]
    fn braces_decide_where_they_balance() {
        assert_eq!(items("use a\naxis b {\ngoal c {\n}\n}\naxis d {\n}\n"), ["use a", "axis b {\ngoal c {\n}\n}", "axis d {\n}"]);
        assert_eq!(items("  use a\n  axis b {\n  }\n"), ["use a", "axis b {\n  }"]);
    }

    #[test]
    fn the_margin_decides_where_they_do_not() {
        assert_eq!(items("axis a {\n  goal b {\n}\naxis c {\n}\n"), ["axis a {\n  goal b {\n}", "axis c {\n}"]);
        assert_eq!(items("axis a {\n}\n}\naxis c {\n}\n"), ["axis a {\n}\n}", "axis c {\n}"]);
    }

    #[test]
    fn texts_and_comments_count_for_nothing() {
        assert_eq!(items("axis a \"{ \\\" {\" { // {\n}\nuse « { »\n"), ["axis a \"{ \\\" {\" { // {\n}", "use « { »"]);
        assert_eq!(items("use a \"not closed\nuse b\n"), ["use a \"not closed", "use b"]);
        assert_eq!(items("axis a \"not closed { // note\n}\nuse b\n"), ["axis a \"not closed { // note\n}", "use b"]);
    }

    #[test]
    fn a_doc_comment_goes_with_its_item_and_a_list_with_its_statement() {
        assert_eq!(items("/// one\n/// two\naxis a {\n}\n/// b\nuse b\n"), ["/// one\n/// two\naxis a {\n}", "/// b\nuse b"]);
        assert_eq!(items("x a,\nb\nuse c"), ["x a,\nb", "use c"]);
    }
}
