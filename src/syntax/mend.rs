//! Reads an item whose shape is wrong as its author meant it.
//!
//! In: the text of an item that cannot be read as it stands. Out: a copy of the same length in which each mistake is put
//! right, so that every place stays what it was, and one message a mistake. The rows are mended one by one; where the
//! braces then do not balance, the indentation says what belongs to what.

use super::build::Build;
use super::cut::Chunk;
use super::mend_braces::balance;
use super::mend_line::mend_lines;
use super::{Tree, damage, lines};
use crate::diagnostic::Diagnostic;
use crate::text::SourceId;

/// No more messages about the shape of one item.
pub const MOST: usize = 10_000;

/// A line of the copy, or what stands behind a `;` of it.
#[derive(Clone, Copy)]
pub struct Row {
    pub start: usize,
    pub end: usize,
    /// The blanks before its first word.
    pub column: usize,
}

pub struct Mend<'a> {
    pub source: SourceId,
    /// The file, for the messages, and where the item begins in it.
    pub text: &'a str,
    pub base: usize,
    /// The item, mended, and a line break behind it.
    pub copy: Vec<u8>,
    pub rows: Vec<Row>,
    /// Quotes that stand in the copy and not in the text.
    pub added: Vec<usize>,
    /// Where a mended line may still say something else than its author meant: nothing more is said of it.
    pub doubtful: Vec<usize>,
    /// Before which rows a block ends that nothing closes, and where it does.
    pub closes: Vec<(usize, usize)>,
    /// Blocks whose opening brace stood there twice.
    pub doubled: Vec<usize>,
    /// A bracket was read as an opening brace: the one that closes it is not told again.
    pub replaced: bool,
    /// How many rows were cut or put together.
    pub moves: usize,
    pub found: Vec<Diagnostic>,
}

impl<'a> Mend<'a> {
    pub fn new(source: SourceId, text: &'a str, chunk: &Chunk) -> Mend<'a> {
        let mut copy = text.as_bytes()[chunk.range.clone()].to_vec();
        copy.push(b'\n');
        let mut mend = Mend {
            source,
            text,
            base: chunk.range.start,
            copy,
            rows: Vec::new(),
            added: Vec::new(),
            doubtful: Vec::new(),
            closes: Vec::new(),
            doubled: Vec::new(),
            replaced: false,
            moves: 0,
            found: Vec::new(),
        };
        mend.conflicts();
        mend.rows();
        mend_lines(&mut mend);
        balance(&mut mend);
        mend
    }

    pub fn say(&mut self, diagnostic: Diagnostic) {
        if self.found.len() < MOST {
            self.found.push(diagnostic);
        }
    }

    pub fn blank(&mut self, from: usize, to: usize) {
        for b in &mut self.copy[from..to] {
            if *b != b'\n' {
                *b = b' ';
            }
        }
    }

    /// What two versions of a plan left behind: the first is read.
    fn conflicts(&mut self) {
        let mut at = 0;
        while at < self.copy.len() {
            match conflict(&self.copy, at) {
                Some(conflict) => {
                    self.say(damage::conflict(self.source, self.text, self.base, &conflict));
                    self.blank(conflict.open, conflict.first.start);
                    self.blank(conflict.first.end, conflict.end);
                    at = conflict.end;
                }
                None => at = lines::line_end(&self.copy, at) + 1,
            }
        }
    }

    /// The tree of the copy, with its places as in the text.
    pub fn tree(self) -> (Tree, Vec<Diagnostic>) {
        let Ok(copy) = String::from_utf8(self.copy) else { return (Tree::default(), self.found) };
        let mut build = Build::new(&copy, self.base);
        let mut closes = self.closes.iter().peekable();
        for (number, row) in self.rows.iter().enumerate() {
            while let Some((_, at)) = closes.next_if(|(before, _)| *before <= number) {
                build.close(*at);
            }
            build.line(row.start, row.end);
        }
        build.finish();
        let (mut tree, mut found) = (build.tree, self.found);
        found.extend(damage::report(self.source, self.text, &build.damages, &build.loose_docs));
        found.sort_by_key(|found| found.span().start);
        tree.put_back(self.text, self.base, &self.added, &self.doubtful);
        (tree, found)
    }

    fn rows(&mut self) {
        let mut start = 0;
        while start < self.copy.len() {
            let end = lines::line_end(&self.copy, start) + 1;
            let column = self.copy[start..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
            self.rows.push(Row { start, end: end.min(self.copy.len()), column });
            start = end;
        }
    }
}

/// An unresolved merge: the marks of git at the start of lines.
pub struct Conflict {
    pub open: usize,
    pub first: std::ops::Range<usize>,
    pub second: std::ops::Range<usize>,
    /// After the line of the last mark.
    pub end: usize,
}

/// The conflict whose first mark stands at this start of a line, if it has all of them.
pub fn conflict(bytes: &[u8], open: usize) -> Option<Conflict> {
    if !bytes[open..].starts_with(b"<<<<<<<") {
        return None;
    }
    let next = |from: usize| (lines::line_end(bytes, from) + 1).min(bytes.len());
    let first = next(open);
    let (mut first_end, mut second) = (None, None);
    let mut at = first;
    while at < bytes.len() {
        let line = &bytes[at..];
        if line.starts_with(b"<<<<<<<") {
            return None;
        } else if line.starts_with(b"|||||||") && first_end.is_none() {
            first_end = Some(at);
        } else if line.starts_with(b"=======") && second.is_none() {
            first_end.get_or_insert(at);
            second = Some(next(at));
        } else if line.starts_with(b">>>>>>>") {
            return Some(Conflict { open, first: first..first_end?, second: second?..at, end: next(at) });
        }
        at = next(at);
    }
    None
}
