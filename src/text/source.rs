use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::{LineIndex, Position, Span};

/// Which file of the plan; 0 is the root file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u16);

/// One text of the plan. `name` is what people are shown: a path relative to the working directory, or
/// `std/roles.dsl` for a file of the library.
#[derive(Debug, Clone)]
pub struct Source {
    pub name: String,
    pub text: String,
    pub lines: LineIndex,
    /// A file of the library: it may be read, never edited.
    pub library: bool,
}

impl Source {
    pub fn new(name: impl Into<String>, text: String, library: bool) -> Self {
        let lines = LineIndex::new(&text);
        Source { name: name.into(), text, lines, library }
    }

    /// Words that are to be written in it, their lines ended as its own are.
    pub fn broken(&self, words: &str) -> String {
        let words = words.replace("\r\n", "\n");
        if self.text.contains("\r\n") { words.replace('\n', "\r\n") } else { words }
    }
}

/// All the texts of a plan, in the order in which they were read.
#[derive(Debug, Clone, Default)]
pub struct Sources(Vec<Arc<Source>>);

impl Sources {
    pub const MOST: usize = u16::MAX as usize;

    pub fn add(&mut self, source: impl Into<Arc<Source>>) -> SourceId {
        self.0.push(source.into());
        SourceId(self.0.len() as u16 - 1)
    }

    pub fn get(&self, id: SourceId) -> &Source {
        &self.0[id.0 as usize]
    }

    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.0.iter().enumerate().map(|(at, source)| (SourceId(at as u16), source.as_ref()))
    }

    /// Is it the very same text in both?
    pub fn same(&self, id: SourceId, other: &Sources) -> bool {
        let at = usize::from(id.0);
        matches!((self.0.get(at), other.0.get(at)), (Some(a), Some(b)) if Arc::ptr_eq(a, b))
    }

    /// What tells this plan's own texts from others, be they written with `\n` or `\r\n`: twelve digits of their SHA-256, `3f9a-12cd-88e0`.
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for source in self.0.iter().filter(|source| !source.library) {
            let text = source.text.replace("\r\n", "\n");
            hash.update((text.len() as u64).to_le_bytes());
            hash.update(text);
        }
        let digits: Vec<String> = hash.finalize()[..6].chunks(2).map(|two| format!("{:02x}{:02x}", two[0], two[1])).collect();
        digits.join("-")
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn slice(&self, span: Span) -> &str {
        &self.get(span.source).text[span.range()]
    }

    pub fn start(&self, span: Span) -> Position {
        let source = self.get(span.source);
        source.lines.position(&source.text, span.start)
    }

    pub fn end(&self, span: Span) -> Position {
        let source = self.get(span.source);
        source.lines.position(&source.text, span.end)
    }
}
