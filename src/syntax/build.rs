//! Makes the flat tree.
//!
//! In: the lines of one item, in order. Out: its statements, each in the block that its braces put it in, and the
//! places where the shape of the text is wrong. Nesting is a stack, not a recursion.

use super::lex::{Words, is_space, lex};
use super::{Block, DEEPEST, Node, NodeId, PartKind, Tree};

/// No more messages about the shape of one item.
const MOST: usize = 10_000;

pub struct Build<'a> {
    pub tree: Tree,
    /// The item's own text, and where it begins in its file.
    text: &'a str,
    base: u32,
    /// Nodes whose block is open, outermost first, each with the column of its line.
    stack: Vec<(NodeId, u32)>,
    /// The column of the last line that began with words.
    column: u32,
    /// The statement that ended last: a comma at its end makes the next line go on with it.
    last: Option<NodeId>,
    pending_docs: u32,
    /// Where each damaged node went wrong.
    pub damages: Vec<u32>,
    pub strays: Vec<u32>,
    pub loose_docs: Vec<(u32, u32)>,
    /// A block was open at the end.
    open: bool,
    /// Words stand behind a closing brace.
    behind_brace: bool,
    /// Each line stands deeper than that of its block, and each closing brace that begins a line as deep.
    aligned: bool,
}

impl<'a> Build<'a> {
    /// `text` is the item's own, `base` where it begins in its file.
    pub fn new(text: &'a str, base: usize) -> Self {
        let bytes = text.len();
        let mut tree = Tree::default();
        tree.nodes.reserve(bytes / 24);
        tree.parts.reserve(bytes / 9);
        Build {
            tree,
            text,
            base: base as u32,
            stack: Vec::with_capacity(8),
            column: 0,
            last: None,
            pending_docs: 0,
            damages: Vec::new(),
            strays: Vec::new(),
            loose_docs: Vec::new(),
            open: false,
            behind_brace: false,
            aligned: true,
        }
    }

    /// One line of the text, its line break included or not.
    pub fn line(&mut self, mut at: usize, end: usize) {
        let bytes = self.text.as_bytes();
        let (start, mut first, mut closed) = (at, true, false);
        while at < end {
            match bytes[at] {
                b'\t'..=b' ' => at += 1,
                b'{' => {
                    self.open(at);
                    at += 1;
                    first = false;
                }
                b'}' => {
                    if first && self.stack.last().is_some_and(|(_, column)| *column != (at - start) as u32) {
                        self.aligned = false;
                    }
                    self.close(at);
                    at += 1;
                    (first, closed) = (false, true);
                }
                b'/' if bytes.get(at + 1) == Some(&b'/') => {
                    self.note(at, end);
                    return;
                }
                _ => {
                    if first {
                        (first, self.column) = (false, (at - start) as u32);
                        self.aligned &= self.stack.last().is_none_or(|(_, column)| *column < self.column);
                    }
                    at = self.statement(at, end);
                    self.behind_brace |= closed && bytes.get(at) != Some(&b'{');
                }
            }
        }
    }

    /// A statement's own words, or more of them where the line before ends with a comma; where they end.
    pub fn statement(&mut self, start: usize, line_end: usize) -> usize {
        let line_end = line_end - self.text[start..line_end].ends_with('\n') as usize;
        let docs = self.tree.docs.len() as u32;
        let id = match self.last.take().filter(|last| docs == self.pending_docs && self.continues(*last)) {
            Some(id) => id,
            None => {
                // A blank that only looks like a word: a no-break space on a line of its own.
                let blanks = self.blanks(start, line_end);
                if blanks == line_end || matches!(self.text.as_bytes()[blanks], b'{' | b'}') || self.text[blanks..].starts_with("//") {
                    return blanks;
                }
                self.open_node(start, docs)
            }
        };
        let Words { end, wrong } = lex(self.text, start, line_end, self.base, &mut self.tree.parts);
        let parts = self.tree.parts.len() as u32;
        let node = &mut self.tree.nodes[id];
        node.parts.1 = parts;
        node.end = match (wrong, parts > node.parts.0) {
            (None, true) => self.tree.parts[parts as usize - 1].end,
            _ => self.base + (start + self.text[start..end].trim_ascii_end().trim_end_matches(is_space).len()) as u32,
        };
        if let Some(at) = wrong {
            self.damage(id, self.base + at as u32);
        }
        self.last = Some(id);
        end
    }

    /// The end of the blanks here: the white space of any text, or nothing that could be read.
    fn blanks(&self, start: usize, line_end: usize) -> usize {
        if self.text.as_bytes()[start].is_ascii() {
            return start; // the frequent case: a word
        }
        let rest = &self.text[start..line_end];
        let blanks = rest.len() - rest.trim_start_matches(|c: char| is_space(c) || c == '\x0C').len();
        start + blanks
    }

    /// The block of the statement just read, on its line or on the next one.
    pub fn open(&mut self, at: usize) {
        if self.stack.len() >= DEEPEST {
            return; // the cut refuses such an item; whatever it lets pass, no tree is deeper
        }
        let at = self.base + at as u32;
        let id = match self.last.take().filter(|last| self.tree.nodes[*last].block == Block::None) {
            Some(id) => id,
            None => {
                let id = self.open_node_at(at, self.tree.docs.len() as u32);
                self.tree.nodes[id].end = at + 1;
                self.damage(id, at);
                id
            }
        };
        self.tree.nodes[id].block = Block::Open(at);
        self.stack.push((id, self.column));
    }

    /// Closes the innermost block, or none: a brace too many.
    pub fn close(&mut self, at: usize) {
        let at = self.base + at as u32;
        self.drop_loose_docs();
        match self.stack.pop() {
            Some((id, _)) => {
                if let Block::Open(open) = self.tree.nodes[id].block {
                    self.tree.nodes[id].block = Block::Closed(open, at);
                }
                self.end_block(id);
            }
            None if self.strays.len() < MOST => self.strays.push(at),
            None => {}
        }
    }

    /// `/// documentation` of the next statement, or a note that is passed over.
    pub fn note(&mut self, at: usize, end: usize) {
        let note = self.text[at..end].trim_ascii_end();
        if note.starts_with("///") && !note.starts_with("////") {
            let at = self.base + at as u32;
            self.tree.docs.push((at, at + note.len() as u32));
        }
    }

    /// The end of the item: the blocks still open are never closed.
    pub fn finish(&mut self) {
        self.open = !self.stack.is_empty();
        while let Some((id, _)) = self.stack.pop() {
            self.drop_loose_docs();
            self.end_block(id);
        }
        self.drop_loose_docs();
    }

    fn end_block(&mut self, id: NodeId) {
        self.tree.nodes[id].next = self.tree.nodes.len() as u32;
        self.last = Some(id);
    }

    /// Can the text be read as it stands?
    pub fn sound(&self) -> bool {
        self.damages.is_empty() && self.closed()
    }

    /// Does each brace have its own, with nothing behind it?
    pub fn closed(&self) -> bool {
        self.strays.is_empty() && !self.open && !self.behind_brace
    }

    /// Does the indentation say the same as the braces?
    pub fn aligned(&self) -> bool {
        self.aligned
    }

    /// Nothing can be read from here to the end of the statement's own words.
    fn damage(&mut self, id: NodeId, at: u32) {
        self.tree.nodes[id].damaged = true;
        if self.damages.len() < MOST {
            self.damages.push(at);
        }
    }

    fn open_node(&mut self, at: usize, docs: u32) -> NodeId {
        self.open_node_at(self.base + at as u32, docs)
    }

    fn open_node_at(&mut self, at: u32, docs: u32) -> NodeId {
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
