//! The copy of an item in which its mistakes are put right, and what was found on the way.

use crate::diagnostic::Diagnostic;
use crate::text::SourceId;

/// No more messages about the shape of one item.
pub const MOST: usize = 10_000;

/// A line of the copy, or several whose text goes on from one to the next.
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
    /// How many rows were put together.
    pub moves: usize,
    pub found: Vec<Diagnostic>,
}

impl<'a> Mend<'a> {
    pub fn new(source: SourceId, text: &'a str, base: usize, end: usize) -> Mend<'a> {
        let mut copy = text.as_bytes()[base..end].to_vec();
        copy.push(b'\n');
        Mend {
            source,
            text,
            base,
            copy,
            rows: Vec::new(),
            added: Vec::new(),
            doubtful: Vec::new(),
            closes: Vec::new(),
            doubled: Vec::new(),
            replaced: false,
            moves: 0,
            found: Vec::new(),
        }
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
}
