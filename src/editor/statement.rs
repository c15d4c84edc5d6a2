//! Which blocks an offset stands in, and which statement is before it: read off the text, so that a line that nobody has
//! finished counts too.
//!
//! In: a source and an offset. Out: the top-level item there, read again; one item is read faster than a pointer rests on a word.

use crate::analysis::Analysis;
use crate::language::{Concept, Found, Place, Row, find, inside};
use crate::syntax::{Block, NodeId, Part, PartKind, Tree, cut, parse_chunk};
use crate::text::SourceId;

/// A top-level item of a file.
pub struct Item<'a> {
    /// Of the whole file.
    pub text: &'a str,
    pub tree: Tree,
}

#[derive(Clone, Copy)]
pub struct Statement {
    pub node: NodeId,
    /// Its keyword, and how many words that takes.
    pub keyword: Option<(Row, usize)>,
    /// The block that it opens: its own or, where it is misspelt, that of what was probably meant.
    pub opens: Place,
}

impl<'a> Item<'a> {
    /// The item at any offset, inside the text or not; nothing for a source that the plan has not.
    pub fn at(analysis: &'a Analysis, source: SourceId, offset: u32) -> Option<Item<'a>> {
        let (_, found) = analysis.sources.iter().find(|(id, _)| *id == source)?;
        let text = found.text.as_str();
        let chunk = cut(text).into_iter().take_while(|chunk| chunk.range.start <= offset as usize).last();
        let tree = chunk.map_or_else(Tree::default, |chunk| parse_chunk(source, text, &chunk).0);
        Some(Item { text, tree })
    }

    /// The statements whose blocks hold the offset, outermost first; and the last one before it in the innermost block.
    pub fn way(&self, offset: u32) -> (Vec<Statement>, Option<Statement>) {
        let mut around = Vec::new();
        let mut place = None;
        let mut last = self.last(self.tree.roots(), offset);
        while let Some(node) = last {
            let statement = self.statement(node, place);
            if !self.holds(node, offset) {
                return (around, Some(statement));
            }
            place = statement.opens.or(place);
            around.push(statement);
            last = self.last(self.tree.children(node), offset);
        }
        (around, None)
    }

    /// In: a statement and where it stands.
    pub fn statement(&self, node: NodeId, place: Place) -> Statement {
        let parts = self.tree.parts(node);
        let word = |part: &Part| (part.kind == PartKind::Word).then(|| self.written(part));
        let Some(first) = parts.first().and_then(word) else {
            // A line that begins with its title: a funder's.
            let titled = parts.first().is_some_and(|part| part.kind == PartKind::Text);
            let opens = inside(place).find(|row| titled && row.en.is_empty()).and_then(|row| opened(Row::Concept(row)));
            return Statement { node, keyword: None, opens };
        };
        let (keyword, meant) = match find(first, parts.get(1).and_then(word), place) {
            Found::Here(row, words) => (Some((row, words)), Some(row)),
            Found::Elsewhere(row, near) => (Some((row, 1)), Some(near.map_or(row, |(near, _)| near))),
            Found::Unknown(near) => (None, near.map(|(near, _)| near)),
        };
        Statement { node, keyword, opens: meant.and_then(opened) }
    }

    pub fn written(&self, part: &Part) -> &'a str {
        &self.text[part.start as usize..part.end as usize]
    }

    fn last(&self, nodes: impl Iterator<Item = NodeId>, offset: u32) -> Option<NodeId> {
        nodes.take_while(|node| self.tree.node(*node).start <= offset).last()
    }

    /// Does the statement's block hold the offset? Where braces do not balance, what it holds may stand behind them.
    fn holds(&self, node: NodeId, offset: u32) -> bool {
        let row = self.tree.node(node);
        let braces = match row.block {
            Block::None => false,
            Block::Open(open) => open < offset,
            Block::Closed(open, close) => open < offset && offset <= close,
        };
        let within = |child: NodeId| offset <= self.tree.node(child).end || self.holds(child, offset);
        offset > row.end && (braces || (self.tree.unbalanced && self.last(self.tree.children(node), offset).is_some_and(within)))
    }
}

fn opened(row: Row) -> Option<Concept> {
    match row {
        Row::Concept(row) => row.block.then_some(row.concept),
        Row::Field(..) => None,
    }
}
