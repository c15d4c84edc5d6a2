//! The only place that knows pest.
//!
//! In: the text of a file. Out: its tree and what is wrong with its shape. One parse a top-level item keeps memory
//! small, uses both cores, and leaves a mistake where it was made.

use pest::{Parser, Token};
use pest_derive::Parser;
use rayon::prelude::*;

use super::lex::{is_space, lex};
use super::mend::mend;
use super::{Block, File, Node, NodeId, PartKind, Tree, cut, damage};
use crate::diagnostic::Diagnostic;
use crate::text::SourceId;

#[derive(Parser)]
#[grammar = "../grammar/strategy.pest"]
struct Grammar;

/// No more messages about the shape of one item.
const MOST: usize = 10_000;

/// Reads a file's text. Never fails.
pub fn parse(source: SourceId, text: &str) -> (File, Vec<Diagnostic>) {
    let (trees, diagnostics) = parse_each(source, text, |tree| tree);
    (File { source, trees }, diagnostics)
}

/// The same, but each item is handed on as soon as it is read, by the thread that read it, and need not be kept.
pub fn parse_each<T: Send>(source: SourceId, text: &str, each: impl Fn(Tree) -> T + Sync) -> (Vec<T>, Vec<Diagnostic>) {
    let chunks = cut::cut(text);
    let read = |chunk: &cut::Chunk| {
        let (tree, found) = parse_chunk(source, text, chunk);
        (each(tree), found)
    };
    let done: Vec<(T, Vec<Diagnostic>)> =
        if text.len() < 1 << 16 { chunks.iter().map(read).collect() } else { chunks.par_iter().with_min_len(8).map(read).collect() };
    let mut all = Vec::with_capacity(done.len());
    let mut diagnostics = Vec::new();
    for (one, found) in done {
        all.push(one);
        diagnostics.extend(found);
    }
    (all, diagnostics)
}

/// The bare pest parse of a whole text, for the benchmark: how many pairs it found.
pub fn bare_parse(text: &str) -> usize {
    Grammar::parse(Rule::file, text).map_or(0, |pairs| pairs.len())
}

/// Reads one top-level item of a text. Never fails.
pub fn parse_chunk(source: SourceId, text: &str, chunk: &cut::Chunk) -> (Tree, Vec<Diagnostic>) {
    let base = chunk.range.start as u32;
    if let Some(diagnostic) = damage::refused(source, chunk) {
        return (Tree::default(), vec![diagnostic]);
    }
    let text_of_chunk = &text[chunk.range.clone()];
    let mut build = Build::new(text, chunk);
    // The grammar accepts every text; should it ever not, the item is one unreadable place and not a crash.
    if let Ok(pairs) = Grammar::parse(Rule::file, text_of_chunk) {
        for token in pairs.tokens() {
            match token {
                Token::Start { rule, pos } => build.start(rule, base + pos.pos() as u32),
                Token::End { rule, pos } => build.end(rule, base + pos.pos() as u32),
            }
        }
    } else {
        let id = build.open_node(base, 0);
        build.damage(id, base);
    }
    let found = damage::report(source, text, &build);
    if build.tree.unbalanced && !build.tree.nodes.is_empty() {
        mend(&mut build.tree, text);
    }
    (build.tree, found)
}

/// Makes the flat tree from the parser's tokens.
pub(super) struct Build<'a> {
    pub tree: Tree,
    text: &'a str,
    /// Nodes whose block is open, outermost first.
    stack: Vec<NodeId>,
    /// The first byte of the token being read.
    token: u32,
    /// The statement that ended last: a comma at its end makes the next line go on with it.
    last: Option<NodeId>,
    pending_docs: u32,
    /// Where each damaged node went wrong.
    pub damages: Vec<u32>,
    pub strays: Vec<u32>,
    pub loose_docs: Vec<(u32, u32)>,
}

impl<'a> Build<'a> {
    fn new(text: &'a str, chunk: &cut::Chunk) -> Self {
        let bytes = chunk.range.len();
        let mut tree = Tree { unbalanced: chunk.unbalanced, ..Tree::default() };
        tree.nodes.reserve(bytes / 24);
        tree.parts.reserve(bytes / 9);
        Build {
            tree,
            text,
            stack: Vec::with_capacity(8),
            token: 0,
            last: None,
            pending_docs: 0,
            damages: Vec::new(),
            strays: Vec::new(),
            loose_docs: Vec::new(),
        }
    }

    fn start(&mut self, rule: Rule, at: u32) {
        self.token = at;
        if rule == Rule::block {
            self.open_block(at);
        }
    }

    fn end(&mut self, rule: Rule, at: u32) {
        match rule {
            Rule::line => self.line(self.token, at),
            Rule::block => self.close_block(),
            Rule::close => {
                self.drop_loose_docs();
                if let Some(node) = self.stack.last()
                    && let Block::Open(open) = self.tree.nodes[*node].block
                {
                    self.tree.nodes[*node].block = Block::Closed(open, self.token);
                }
            }
            Rule::stray => {
                self.drop_loose_docs();
                if self.strays.len() < MOST {
                    self.strays.push(self.token);
                }
            }
            Rule::note => {
                let note = self.text[self.token as usize..at as usize].trim_ascii_end();
                if is_doc(note) {
                    self.tree.docs.push((self.token, self.token + note.len() as u32));
                }
            }
            Rule::EOI => self.drop_loose_docs(),
            _ => {}
        }
    }

    /// A statement's own words; or more of them, where the line before ends with a comma.
    fn line(&mut self, start: u32, end: u32) {
        let text = self.text[start as usize..end as usize].trim_ascii_end();
        let docs = self.tree.docs.len() as u32;
        let id = match self.last.take().filter(|last| docs == self.pending_docs && self.continues(*last)) {
            Some(id) => id,
            // A blank that only looks like a word: a no-break space on a line of its own.
            None if text.trim_start_matches(is_space).is_empty() => return,
            None => self.open_node(start, docs),
        };
        let stop = lex(text, start, &mut self.tree.parts);
        let parts = self.tree.parts.len() as u32;
        let node = &mut self.tree.nodes[id];
        node.parts.1 = parts;
        node.end = match (stop, parts > node.parts.0) {
            (None, true) => self.tree.parts[parts as usize - 1].end,
            _ => start + text.trim_end_matches(is_space).len() as u32,
        };
        if let Some(at) = stop {
            self.damage(id, start + at as u32);
        }
        self.last = Some(id);
    }

    /// Nothing can be read from here to the end of the statement's own words.
    fn damage(&mut self, id: NodeId, at: u32) {
        self.tree.nodes[id].damaged = true;
        if self.damages.len() < MOST {
            self.damages.push(at);
        }
    }

    fn open_node(&mut self, at: u32, docs: u32) -> NodeId {
        let id = self.tree.nodes.len();
        let parts = self.tree.parts.len() as u32;
        self.tree.nodes.push(Node {
            damaged: false,
            start: at,
            end: at,
            parts: (parts, parts),
            docs: (self.pending_docs, docs),
            next: id as u32 + 1,
            block: Block::None,
        });
        self.pending_docs = docs;
        id
    }

    /// Does a list of this statement go on in the next one? Its last part is a comma, and nothing came in between.
    fn continues(&self, id: NodeId) -> bool {
        let node = &self.tree.nodes[id];
        node.parts.1 as usize == self.tree.parts.len()
            && node.block == Block::None
            && !node.damaged
            && self.tree.parts.last().is_some_and(|part| part.kind == PartKind::Comma)
    }

    /// The block of the statement just read, on its line or on the next one.
    fn open_block(&mut self, at: u32) {
        let id = match self.last.take().filter(|last| self.tree.nodes[*last].block == Block::None) {
            Some(id) => id,
            None => {
                let id = self.open_node(at, self.tree.docs.len() as u32);
                self.tree.nodes[id].end = at + 1;
                self.damage(id, at);
                id
            }
        };
        self.tree.nodes[id].block = Block::Open(at);
        self.stack.push(id);
    }

    fn close_block(&mut self) {
        self.drop_loose_docs();
        if let Some(id) = self.stack.pop() {
            self.tree.nodes[id].next = self.tree.nodes.len() as u32;
            self.last = Some(id);
        }
    }

    /// Doc comments before nothing.
    fn drop_loose_docs(&mut self) {
        let docs = self.tree.docs.len() as u32;
        if docs > self.pending_docs {
            self.loose_docs.truncate(MOST);
            self.loose_docs.push((self.tree.docs[self.pending_docs as usize].0, self.tree.docs[docs as usize - 1].1));
            self.pending_docs = docs;
        }
    }
}

/// `/// documentation`, not a `//// rule`.
fn is_doc(note: &str) -> bool {
    note.starts_with("///") && !note.starts_with("////")
}
