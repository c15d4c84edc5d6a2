//! One text, from the limits to its tree.
//!
//! In: a text and the rule that it is to follow. Out: its tree, or the one thing that is wrong with it.

use std::ops::Range as Bytes;

use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};
use pest::iterators::{Pair, Pairs};

use super::build::Reader;
use super::explain::unreadable;
use super::wrong::slashed_date;
use super::{At, Expr, Node, limits};
use crate::diagnostic::Diagnostic;
use crate::syntax::parse::{Grammar, Rule};
use crate::text::{SourceId, Span};

/// What is read, for the messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Condition,
    Each,
    Place,
    Value,
    Labels,
    Hole,
}

/// Where a text stands in its file.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    pub source: SourceId,
    pub base: u32,
    /// Where each of its bytes stands behind `base`, and its end, if that is not where it stands in the text.
    pub places: Option<&'a [u32]>,
}

impl Ground<'_> {
    pub fn at(&self, bytes: Bytes<usize>) -> At {
        let place = |at: usize| self.base + self.places.map_or(at as u32, |places| places.get(at).or(places.last()).copied().unwrap_or(0));
        At { start: place(bytes.start), end: place(bytes.end) }
    }

    pub fn span(&self, bytes: Bytes<usize>) -> Span {
        let at = self.at(bytes);
        Span::new(self.source, at.start, at.end)
    }
}

/// Reads all of a text. What cannot be read is one damaged node, with one diagnostic.
pub fn read<T>(
    what: What,
    rule: Rule,
    text: &str,
    source: SourceId,
    base: u32,
    build: impl FnOnce(&Reader, Pairs<Rule>) -> T,
    damaged: impl FnOnce(Expr) -> T,
) -> (T, Vec<Diagnostic>) {
    let ground = Ground { source, base, places: None };
    match read_on(ground, what, rule, text, build) {
        Ok(tree) => (tree, Vec::new()),
        Err(found) => (damaged(Expr { at: ground.at(said(text)), node: Node::Damaged }), vec![*found]),
    }
}

/// The same, of a text whose bytes stand elsewhere.
pub fn read_on<T>(
    ground: Ground,
    what: What,
    rule: Rule,
    text: &str,
    build: impl FnOnce(&Reader, Pairs<Rule>) -> T,
) -> Result<T, Box<Diagnostic>> {
    if let Some(wrong) = limits::passed(text).or_else(|| slashed_date(text)) {
        return Err(Box::new(wrong.diagnostic(ground)));
    }
    let mut pairs = Grammar::parse(rule, text).map_err(|error| {
        let at = match error.location {
            InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
        };
        let due = match &error.variant {
            ErrorVariant::ParsingError { positives, .. } => positives.as_slice(),
            ErrorVariant::CustomError { .. } => &[],
        };
        Box::new(unreadable(what, text, at, due).diagnostic(ground))
    })?;
    let reader = Reader::new(text, ground);
    let tree = build(&reader, pairs.next().map_or(pairs, Pair::into_inner));
    match reader.wrong() {
        None => Ok(tree),
        Some(wrong) => Err(Box::new(wrong.diagnostic(ground))),
    }
}

/// The text without the blanks around it.
fn said(text: &str) -> Bytes<usize> {
    let start = text.len() - text.trim_start().len();
    start..start.max(text.trim_end().len())
}
