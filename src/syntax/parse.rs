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

/// Where the strict rule stops on one line: a byte offset in it.
pub(super) fn strict_stop(line: &str) -> Option<usize> {
    match Grammar::parse(Rule::strict, line) {
        Ok(_) => None,
        Err(error) => Some(match error.location {
            pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => at,
        }),
    }
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
    match Grammar::parse(Rule::file, text_of_chunk) {
        Ok(pairs) => {
            let mut build = Build::new(text_of_chunk.len(), chunk.unbalanced);
            for token in pairs.tokens() {
                match token {
                    Token::Start { rule, pos } => build.start(rule, base + pos.pos() as u32),
                    Token::End { rule, pos } => build.end(rule, base + pos.pos() as u32),
                }
            }
            build.salvage(text);
            let found = damage::report(source, text, &build);
            (build.tree, found)
        }
        // The grammar accepts every text; should it ever not, the item is one unreadable place and not a crash.
        Err(_) => {
            let mut build = Build::new(0, true);
            build.open_node(true, base);
            build.end(Rule::damaged, base + text_of_chunk.trim_end().len() as u32);
            let found = damage::report(source, text, &build);
            (build.tree, found)
        }
    }
}

/// Makes the flat tree from the parser's tokens.
pub(super) struct Build {
    pub tree: Tree,
    /// Nodes whose block is open, outermost first; the flag says whether we are past their own words.
    stack: Vec<(NodeId, bool)>,
    /// The first byte of the part being read.
    part: u32,
    pending_docs: u32,
    pub strays: Vec<u32>,
    pub loose_docs: Vec<(u32, u32)>,
}

impl Build {
    fn new(bytes: usize, unbalanced: bool) -> Self {
        let mut tree = Tree { unbalanced, ..Tree::default() };
        tree.nodes.reserve(bytes / 24);
        tree.parts.reserve(bytes / 9);
        Build { tree, stack: Vec::with_capacity(8), part: 0, pending_docs: 0, strays: Vec::new(), loose_docs: Vec::new() }
    }

    fn start(&mut self, rule: Rule, at: u32) {
        match rule {
            Rule::statement => self.open_node(false, at),
            Rule::damaged => self.open_node(true, at),
            Rule::block => self.open_block(at),
            _ => self.part = at,
        }
    }

    fn end(&mut self, rule: Rule, at: u32) {
        let kind = match rule {
            Rule::word => PartKind::Word,
            Rule::literal => PartKind::Literal,
            Rule::text => PartKind::Text,
            Rule::comma => PartKind::Comma,
            Rule::range => PartKind::Range,
            Rule::colon => PartKind::Colon,
            Rule::plus => PartKind::Plus,
            Rule::minus => PartKind::Minus,
            Rule::statement | Rule::damaged => return self.close_node(at),
            Rule::block => return self.close_block(),
            Rule::close => {
                self.drop_loose_docs();
                if let Some((node, _)) = self.stack.last()
                    && let Block::Open(open) = self.tree.nodes[*node].block
                {
                    self.tree.nodes[*node].block = Block::Closed(open, self.part);
                }
                return;
            }
            Rule::stray => {
                self.drop_loose_docs();
                return self.strays.push(self.part);
            }
            Rule::doc => return self.tree.docs.push((self.part, at)),
            Rule::EOI => return self.finish(),
            _ => return,
        };
        self.tree.parts.push(Part { kind, start: self.part, end: at });
    }

    fn open_node(&mut self, damaged: bool, at: u32) {
        let id = self.tree.nodes.len();
        let parts = self.tree.parts.len() as u32;
        let docs = self.tree.docs.len() as u32;
        self.tree.nodes.push(Node {
            damaged,
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

    /// Its own words are over: parts are complete and the last of them ends it.
    fn end_words(&mut self, id: NodeId, at: u32) {
        let parts = self.tree.parts.len() as u32;
        let node = &mut self.tree.nodes[id];
        node.parts.1 = parts;
        node.end = if parts > node.parts.0 { self.tree.parts[parts as usize - 1].end } else { at };
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
                let siblings = match parent {
                    Some((id, _)) => self.tree.children(id).last(),
                    None => self.tree.roots().last(),
                };
                match siblings {
                    Some(id) if self.tree.nodes[id].block == Block::None => {
                        self.tree.nodes[id].block = Block::Open(at);
                        self.stack.push((id, true));
                    }
                    _ => {
                        self.open_node(true, at);
                        self.open_block(at);
                    }
                }
            }
        }
    }

    fn close_block(&mut self) {
        self.drop_loose_docs();
        let Some((id, _)) = self.stack.last().copied() else { return };
        // A block attached to an earlier statement has no statement token to close it.
        let next = self.tree.nodes.len() as u32;
        self.tree.nodes[id].next = next;
        self.stack.pop();
    }

    fn close_node(&mut self, at: u32) {
        // A node with a block was closed with it.
        if let Some((id, false)) = self.stack.last().copied() {
            self.end_words(id, at);
            self.tree.nodes[id].next = self.tree.nodes.len() as u32;
            self.stack.pop();
        }
    }

    /// Gives each damaged line the parts that stand before the mistake: a keyword and a name are often among them.
    fn salvage(&mut self, text: &str) {
        for id in 0..self.tree.nodes.len() {
            if !self.tree.nodes[id].damaged {
                continue;
            }
            let start = self.tree.nodes[id].start as usize;
            let line = &text[start..start + text[start..].find('\n').unwrap_or(text.len() - start)];
            let first = self.tree.parts.len() as u32;
            let kept = &line[..strict_stop(line).unwrap_or(line.len())];
            for token in Grammar::parse(Rule::statement, kept).into_iter().flat_map(|pairs| pairs.tokens().collect::<Vec<_>>()) {
                match token {
                    Token::Start { rule: Rule::block | Rule::statement, .. } => {}
                    Token::End { rule: Rule::block | Rule::statement | Rule::close, .. } => {}
                    Token::Start { rule, pos } => self.start(rule, (start + pos.pos()) as u32),
                    Token::End { rule, pos } => self.end(rule, (start + pos.pos()) as u32),
                }
            }
            self.tree.nodes[id].parts = (first, self.tree.parts.len() as u32);
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
