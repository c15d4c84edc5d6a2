//! Statements in the order of the text, flat: a node's children are the nodes that follow it up to `next`.

use crate::text::{SourceId, Span};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartKind {
    Word,
    Literal,
    Text,
    Comma,
    Range,
    Colon,
    Plus,
    Minus,
}

#[derive(Debug, Clone, Copy)]
pub struct Part {
    pub kind: PartKind,
    pub start: u32,
    pub end: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    None,
    /// Opened at this byte and never closed.
    Open(u32),
    /// Opened and closed at these bytes.
    Closed(u32, u32),
}

pub type NodeId = usize;

#[derive(Debug, Clone)]
pub struct Node {
    /// No statement could be read here: only what its line begins with is known.
    pub damaged: bool,
    /// Its own words, without doc comments and block.
    pub start: u32,
    pub end: u32,
    pub(super) parts: (u32, u32),
    pub(super) docs: (u32, u32),
    pub(super) next: u32,
    pub block: Block,
}

/// One top-level item with all that it holds.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    pub(super) nodes: Vec<Node>,
    pub(super) parts: Vec<Part>,
    pub(super) docs: Vec<(u32, u32)>,
    /// Its braces did not balance: which blocks its statements stand in, the indentation had to say.
    pub unbalanced: bool,
    /// It is read off a mended copy: a sign may be another one in the text.
    pub mended: bool,
}

impl Tree {
    pub fn count(&self) -> usize {
        self.nodes.len()
    }

    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id]
    }

    pub fn parts(&self, id: NodeId) -> &[Part] {
        let (start, end) = self.nodes[id].parts;
        &self.parts[start as usize..end as usize]
    }

    /// The parts of a statement and of the next one as one, where nothing lies between them.
    pub fn parts_of_both(&self, id: NodeId, next: NodeId) -> Option<&[Part]> {
        let ((start, middle), (other, end)) = (self.nodes[id].parts, self.nodes[next].parts);
        (middle == other).then(|| &self.parts[start as usize..end as usize])
    }

    /// The doc comment before a statement, a span a line, slashes included.
    pub fn docs(&self, id: NodeId) -> &[(u32, u32)] {
        let (start, end) = self.nodes[id].docs;
        &self.docs[start as usize..end as usize]
    }

    /// Has it the same statements in the same blocks? Where a damaged one begins does not matter.
    pub(super) fn has_shape_of(&self, other: &Tree) -> bool {
        let alike =
            |(own, other): (&Node, &Node)| (own.block, own.next) == (other.block, other.next) && (own.start == other.start || own.damaged);
        self.nodes.len() == other.nodes.len() && self.nodes.iter().zip(&other.nodes).all(alike)
    }

    pub fn roots(&self) -> Siblings<'_> {
        Siblings { tree: self, at: 0, end: self.nodes.len() }
    }

    pub fn children(&self, id: NodeId) -> Siblings<'_> {
        Siblings { tree: self, at: id + 1, end: self.nodes[id].next as usize }
    }
}

impl Tree {
    /// Makes the tree of a mended text one of the text itself: without the quotes that only the mended one has, and with
    /// the statements marked that hold doubtful places.
    pub(super) fn put_back(&mut self, text: &str, base: usize, quotes: &[usize], doubtful: &[usize]) {
        let mut quotes: Vec<u32> = quotes.iter().map(|at| (base + at) as u32).collect();
        quotes.sort_unstable();
        let added = |at: u32| u32::from(quotes.binary_search(&at).is_ok());
        let own = |start: &mut u32, end: &mut u32| {
            if *end > *start {
                (*start, *end) = (*start + added(*start), *end - added(*end - 1));
                *end = text.floor_char_boundary(*end as usize).max(*start as usize) as u32;
            }
        };
        self.parts.iter_mut().filter(|part| part.kind == PartKind::Text).for_each(|part| own(&mut part.start, &mut part.end));
        self.nodes.iter_mut().for_each(|node| own(&mut node.start, &mut node.end));
        // A sign of the mended text may stand for a part of a longer one.
        let floor = |at: &mut u32| *at = text.floor_char_boundary(*at as usize) as u32;
        for part in &mut self.parts {
            floor(&mut part.start);
            floor(&mut part.end);
        }
        for node in &mut self.nodes {
            floor(&mut node.start);
            floor(&mut node.end);
        }
        for (start, end) in &mut self.docs {
            floor(start);
            floor(end);
        }
        for at in doubtful {
            let at = (base + at) as u32;
            let next = self.nodes.partition_point(|node| node.start <= at);
            if let Some(node) = next.checked_sub(1).and_then(|id| self.nodes.get_mut(id)) {
                node.damaged = true;
            }
        }
    }
}

pub struct Siblings<'t> {
    tree: &'t Tree,
    at: usize,
    end: usize,
}

impl Iterator for Siblings<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        if self.at >= self.end {
            return None;
        }
        let here = self.at;
        self.at = (self.tree.nodes[here].next as usize).max(here + 1);
        Some(here)
    }
}

/// One file of the plan, cut into its top-level items.
#[derive(Debug, Clone)]
pub struct File {
    pub source: SourceId,
    pub trees: Vec<Tree>,
}

impl File {
    pub fn span(&self, start: u32, end: u32) -> Span {
        Span::new(self.source, start, end)
    }
}
