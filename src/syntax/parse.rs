//! The only place that knows pest.
//!
//! In: the text of a file. Out: its tree and what is wrong with its shape. One parse a top-level item keeps memory
//! small, uses both cores, and leaves a mistake where it was made.

use pest::{Parser, Token};
use pest_derive::Parser;
use rayon::prelude::*;

use super::{Block, DEEPEST, File, Node, NodeId, Part, PartKind, Tree, cut, damage};
use crate::diagnostic::{Diagnostic, codes};
use crate::say;
use crate::text::{SourceId, Span};

#[derive(Parser)]
#[grammar = "../grammar/strategy.pest"]
struct Grammar;

/// Reads a file's text. Never fails.
pub fn parse(source: SourceId, text: &str) -> (File, Vec<Diagnostic>) {
    let chunks = cut::cut(text);
    let read = |chunk: &cut::Chunk| parse_chunk(source, text, chunk);
    let done: Vec<(Tree, Vec<Diagnostic>)> =
        if text.len() < 1 << 16 { chunks.iter().map(read).collect() } else { chunks.par_iter().with_min_len(8).map(read).collect() };
    let mut trees = Vec::with_capacity(done.len());
    let mut diagnostics = Vec::new();
    for (tree, found) in done {
        trees.push(tree);
        diagnostics.extend(found);
    }
    (File { source, trees }, diagnostics)
}

/// The bare pest parse of a whole text, for the benchmark: how many pairs it found.
pub fn bare_parse(text: &str) -> usize {
    Grammar::parse(Rule::file, text).map_or(0, |pairs| pairs.len())
}

fn parse_chunk(source: SourceId, text: &str, chunk: &cut::Chunk) -> (Tree, Vec<Diagnostic>) {
    let base = chunk.range.start as u32;
    if let Some(at) = chunk.too_deep {
        let span = Span::new(source, at as u32, at as u32 + 1);
        let diagnostic = Diagnostic::new(
            &codes::TOO_DEEP,
            span,
            say!("Trop de blocs les uns dans les autres : plus de {DEEPEST} niveaux."; "Too many blocks within one another: more than {DEEPEST} levels."),
            say!("Gardez au plus : axe, objectif, action, et leurs blocs."; "Keep at most: axis, goal, action, and their blocks."),
        );
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
        build.open_node(base);
        build.damage(base, false);
        build.close_node(base + text_of_chunk.trim_end().len() as u32);
    }
    let found = damage::report(source, text, &build);
    (build.tree, found)
}

/// Makes the flat tree from the parser's tokens.
pub(super) struct Build<'a> {
    pub tree: Tree,
    text: &'a str,
    /// Nodes not yet over, outermost first; the flag says whether their block is open.
    stack: Vec<(NodeId, bool)>,
    /// The first byte of the token being read.
    token: u32,
    /// The statement that ended last: a comma at its end makes the next line go on with it.
    last: Option<NodeId>,
    pending_docs: u32,
    /// Where each damaged node went wrong, and whether a text was not closed there.
    pub damages: Vec<Damage>,
    pub strays: Vec<u32>,
    pub loose_docs: Vec<(u32, u32)>,
}

pub(super) struct Damage {
    pub at: u32,
    pub open_text: bool,
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
        match rule {
            Rule::statement => self.open_node(at),
            Rule::block => self.open_block(at),
            _ => self.token = at,
        }
    }

    fn end(&mut self, rule: Rule, at: u32) {
        match rule {
            Rule::clause => {
                let start = self.token;
                if !self.is_damaged() {
                    let stop = super::lex::lex(&self.text[start as usize..at as usize], start, &mut self.tree.parts);
                    if let Some(stop) = stop {
                        self.damage(start + stop as u32, false);
                    }
                }
            }
            Rule::text if !self.is_damaged() => self.tree.parts.push(Part { kind: PartKind::Text, start: self.token, end: at }),
            Rule::open_text => self.damage(self.token, true),
            Rule::statement => self.close_node(at),
            Rule::block => self.close_block(),
            Rule::close => {
                self.drop_loose_docs();
                if let Some((node, _)) = self.stack.last()
                    && let Block::Open(open) = self.tree.nodes[*node].block
                {
                    self.tree.nodes[*node].block = Block::Closed(open, self.token);
                }
            }
            Rule::stray => {
                self.drop_loose_docs();
                self.strays.push(self.token);
            }
            Rule::doc => self.tree.docs.push((self.token, at)),
            Rule::EOI => self.finish(),
            _ => {}
        }
    }

    fn is_damaged(&self) -> bool {
        self.stack.last().is_some_and(|(id, _)| self.tree.nodes[*id].damaged)
    }

    /// Nothing can be read from here to the end of the statement's own words.
    fn damage(&mut self, at: u32, open_text: bool) {
        if let Some((id, _)) = self.stack.last()
            && !std::mem::replace(&mut self.tree.nodes[*id].damaged, true)
        {
            self.damages.push(Damage { at, open_text });
        }
    }

    fn open_node(&mut self, at: u32) {
        let parts = self.tree.parts.len() as u32;
        let docs = self.tree.docs.len() as u32;
        if docs == self.pending_docs
            && let Some(id) = self.last.take()
            && self.continues(id)
        {
            self.stack.push((id, false));
            return;
        }
        let id = self.tree.nodes.len();
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
        self.stack.push((id, false));
    }

    /// Does a list of this statement go on in the next one? Its last part is a comma, and nothing came in between.
    fn continues(&self, id: NodeId) -> bool {
        let node = &self.tree.nodes[id];
        node.parts.1 as usize == self.tree.parts.len()
            && node.block == Block::None
            && !node.damaged
            && self.tree.parts.last().is_some_and(|part| part.kind == PartKind::Comma)
    }

    /// Its own words are over: parts are complete and the last of them ends it.
    fn end_words(&mut self, id: NodeId, at: u32) {
        let parts = self.tree.parts.len() as u32;
        let node = &mut self.tree.nodes[id];
        node.parts.1 = parts;
        node.end = match (node.damaged, parts > node.parts.0) {
            (false, true) => self.tree.parts[parts as usize - 1].end,
            _ => node.start + self.text[node.start as usize..at as usize].trim_end().len() as u32,
        };
    }

    fn open_block(&mut self, at: u32) {
        match self.stack.last().copied() {
            Some((id, false)) => {
                self.end_words(id, at);
                self.tree.nodes[id].block = Block::Open(at);
                self.stack.last_mut().expect("just read").1 = true;
            }
            // A brace on a line of its own: the block of the statement before it, if that has none.
            parent => {
                let before = match parent {
                    Some((id, _)) => (id + 1 < self.tree.nodes.len()).then_some(self.last).flatten().filter(|last| *last > id),
                    None => self.last,
                };
                match before {
                    Some(id) if self.tree.nodes[id].block == Block::None => {
                        self.tree.nodes[id].block = Block::Open(at);
                        self.stack.push((id, true));
                    }
                    _ => {
                        self.open_node(at);
                        self.damage(at, false);
                        self.open_block(at);
                    }
                }
            }
        }
        self.last = None;
    }

    fn close_block(&mut self) {
        self.drop_loose_docs();
        let Some((id, _)) = self.stack.pop() else { return };
        self.tree.nodes[id].next = self.tree.nodes.len() as u32;
        self.last = Some(id);
    }

    fn close_node(&mut self, at: u32) {
        // A node with a block was closed with it.
        if let Some((id, false)) = self.stack.last().copied() {
            self.end_words(id, at);
            self.tree.nodes[id].next = self.tree.nodes.len() as u32;
            self.stack.pop();
            self.last = Some(id);
        }
    }

    /// Doc comments before nothing.
    fn drop_loose_docs(&mut self) {
        let docs = self.tree.docs.len() as u32;
        if docs > self.pending_docs {
            self.loose_docs.push((self.tree.docs[self.pending_docs as usize].0, self.tree.docs[docs as usize - 1].1));
            self.pending_docs = docs;
        }
    }

    fn finish(&mut self) {
        self.drop_loose_docs();
        // After a brace too many, what follows belongs where the author thought to be: in the item.
        if !self.strays.is_empty() && self.tree.nodes.first().is_some_and(|first| first.block != Block::None) {
            self.tree.nodes[0].next = self.tree.nodes.len() as u32;
        }
    }
}
