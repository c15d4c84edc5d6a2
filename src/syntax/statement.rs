//! The statements of a policy: its lines, each with what stands behind it and its block. Knows no keyword.
//!
//! In: a text and a stretch of it. Out: statements in order. A statement ends with its line; it goes on after a comma, inside brackets,
//! and where the next line begins with `and`, `or`, `et`, `ou`, `fr`, `en`. Never fails.

use std::ops::Range;

use super::lex::is_space;
use super::lines::line_end;
use super::quote;

/// One statement, by its places in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its words, from the first to the last, notes and line breaks included.
    pub words: Range<usize>,
    /// What stands between its braces, if it has any.
    pub block: Option<Range<usize>>,
    /// Its opening brace has a closing one.
    pub closed: bool,
}

/// Where a statement's words are the next line's too.
const GOES_ON: &[&str] = &["and", "or", "et", "ou", "fr", "en"];

/// The statements of a stretch of text; the braces around it are no part of it.
pub fn sentences(text: &str, within: Range<usize>) -> Vec<Sentence> {
    let bytes = text.as_bytes();
    let mut found: Vec<Sentence> = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let skipped = blanks(text, at..within.end);
        if skipped > at {
            at = skipped;
            continue;
        }
        match bytes[at] {
            b'/' if bytes[at..within.end].starts_with(b"//") => at = (line_end(bytes, at) + 1).min(within.end),
            b'{' => {
                let (block, next, closed) = braces(text, at, within.end);
                match found.last_mut().filter(|last| last.block.is_none()) {
                    Some(last) => (last.block, last.closed) = (Some(block), closed),
                    None => found.push(Sentence { words: at..at, block: Some(block), closed }),
                }
                at = next;
            }
            // A brace too many is nobody's.
            b'}' => at += 1,
            _ => {
                let end = words_end(text, at, within.end);
                let trimmed = at + text[at..end].trim_end().trim_end_matches(is_space).len();
                found.push(Sentence { words: at..trimmed, block: None, closed: true });
                at = end.max(at + 1);
            }
        }
    }
    found
}

/// Where the words of a statement end: at its block, or with its last line.
fn words_end(text: &str, mut at: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut depth, mut comma, mut words) = (0usize, false, at);
    while at < end {
        match bytes[at] {
            b'\n' => {
                let next = next_words(text, at..end);
                let goes_on = GOES_ON.iter().any(|word| starts_with_word(&text[next..end], word));
                if depth == 0 && !comma && !goes_on {
                    return words;
                }
                at = next.max(at + 1);
            }
            b'/' if bytes[at..end].starts_with(b"//") => at = line_end(bytes, at).min(end),
            b'{' | b'}' => return words,
            b'(' | b'[' => {
                (depth, comma) = (depth + 1, false);
                at += 1;
                words = at;
            }
            b')' | b']' => {
                (depth, comma) = (depth.saturating_sub(1), false);
                at += 1;
                words = at;
            }
            _ if quote::opens(bytes, at) => {
                let line = line_end(bytes, at).min(end);
                at = quote::closed(bytes, at, line).unwrap_or(line);
                (comma, words) = (false, at);
            }
            b => {
                let length = text[at..].chars().next().map_or(1, char::len_utf8);
                if !b.is_ascii_whitespace() {
                    comma = b == b',';
                    words = at + length;
                }
                at += length;
            }
        }
    }
    words.min(end)
}

/// Where the next words stand, past blanks and notes.
fn next_words(text: &str, within: Range<usize>) -> usize {
    let bytes = text.as_bytes();
    let mut at = within.start;
    loop {
        at = blanks(text, at..within.end);
        if !bytes[at..within.end].starts_with(b"//") {
            return at;
        }
        at = (line_end(bytes, at) + 1).min(within.end);
    }
}

fn blanks(text: &str, within: Range<usize>) -> usize {
    let rest = &text[within.clone()];
    within.start + rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || is_space(c)).len()
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_')))
}

/// What stands in the block that a brace opens, and where the text goes on behind it.
pub fn block_end(text: &str, open: usize) -> (Range<usize>, usize) {
    let (inner, next, _) = braces(text, open, text.len());
    (inner, next)
}

/// What stands between a brace and the one that closes it, where the text goes on, and whether it is closed.
fn braces(text: &str, open: usize, end: usize) -> (Range<usize>, usize, bool) {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (open + 1, 1usize);
    while at < end {
        match bytes[at] {
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return (open + 1..at, at + 1, true);
                }
            }
            b'/' if bytes[at..end].starts_with(b"//") => {
                at = line_end(bytes, at).min(end);
                continue;
            }
            _ if quote::opens(bytes, at) => {
                let line = line_end(bytes, at).min(end);
                at = quote::closed(bytes, at, line).unwrap_or(line);
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    (open + 1..end, end, false)
}

/// The words of a statement without its notes: each byte of them a blank, so that every place stays.
pub fn without_notes(text: &str, words: Range<usize>) -> String {
    let bytes = text.as_bytes();
    let mut out: Vec<u8> = Vec::with_capacity(words.len());
    let mut at = words.start;
    while at < words.end {
        if bytes[at..words.end].starts_with(b"//") {
            let line = line_end(bytes, at).min(words.end);
            out.resize(out.len() + line - at, b' ');
            at = line;
        } else if quote::opens(bytes, at) {
            let line = line_end(bytes, at).min(words.end);
            let close = quote::closed(bytes, at, line).unwrap_or(line);
            out.extend_from_slice(&bytes[at..close]);
            at = close;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(out).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(String, Option<&str>)> {
        let clean = |words: Range<usize>| without_notes(text, words).split_whitespace().collect::<Vec<_>>().join(" ");
        sentences(text, 0..text.len()).into_iter().map(|one| (clean(one.words), one.block.map(|block| text[block].trim()))).collect()
    }

    #[test]
    fn a_statement_goes_on_where_its_author_goes_on() {
        let text = "titre fr \"A { b\" // note\n  en \"B\"\nexige existe x\n  // pourquoi\n  ou existe y\nexige (a\n et b)\nsur a,\n b\nlorsque c\n";
        let found: Vec<String> = lines(text).into_iter().map(|(words, _)| words).collect();
        assert_eq!(found, ["titre fr \"A { b\" en \"B\"", "exige existe x ou existe y", "exige (a et b)", "sur a, b", "lorsque c"]);
    }

    #[test]
    fn blocks_are_kept_whole() {
        let text = "signale sur a {\n  objectif a \"}\" { // }\n  }\n}\nexige l'une {\n a\n}\naide \"x\"\nouvert {";
        assert_eq!(
            lines(text),
            [
                ("signale sur a".to_owned(), Some("objectif a \"}\" { // }\n  }")),
                ("exige l'une".to_owned(), Some("a")),
                ("aide \"x\"".to_owned(), None),
                ("ouvert".to_owned(), Some("")),
            ]
        );
        assert!(!sentences("a {", 0..3)[0].closed);
    }

    #[test]
    fn every_cut_of_a_text_ends() {
        let text = "règle a { // é\n titre fr \"« é }\" en \"x\"\n exige (a et b\n) ou c }\n « } »";
        for end in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            for one in sentences(text, 0..end) {
                let _ = without_notes(text, one.words);
            }
        }
    }
}
