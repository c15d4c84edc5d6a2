//! The road that every text takes.
//!
//! In: the text of a file. Out: its tree and what is wrong with its shape. One parse a top-level item keeps memory
//! small, uses both cores, and leaves a mistake where it was made.

use pest::{Parser, Token};
use pest_derive::Parser;
use rayon::prelude::*;

use super::build::Build;
use super::cut::{Chunk, cut};
use super::lex::is_space;
use super::mend::{mended, realigned};
use super::{File, Part, Tree, damage};
use crate::diagnostic::Diagnostic;
use crate::text::SourceId;

#[derive(Parser)]
#[grammar = "../grammar/strategy.pest"]
pub(super) struct Grammar;

/// Reads a file's text. Never fails.
pub fn parse(source: SourceId, text: &str) -> (File, Vec<Diagnostic>) {
    let (trees, diagnostics) = parse_each(source, text, |tree| tree);
    (File { source, trees }, diagnostics)
}

/// The same, but each item is handed on as soon as it is read, by the thread that read it, and need not be kept.
pub fn parse_each<T: Send>(source: SourceId, text: &str, each: impl Fn(Tree) -> T + Sync) -> (Vec<T>, Vec<Diagnostic>) {
    let chunks = cut(text);
    let read = |chunk: &Chunk| {
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

/// Reads one top-level item of a text. Never fails, and looks at nothing outside it.
pub fn parse_chunk(source: SourceId, text: &str, chunk: &Chunk) -> (Tree, Vec<Diagnostic>) {
    if let Some(diagnostic) = damage::refused(source, chunk) {
        return (Tree::default(), vec![diagnostic]);
    }
    let build = by_hand(text, chunk);
    if build.sound() {
        if !build.aligned()
            && let Some((mut tree, found)) = realigned(source, text, chunk)
        {
            tree.unbalanced = true;
            return (tree, found);
        }
        let found = damage::report(source, text, &[], &build.loose_docs);
        return (build.tree, found);
    }
    let (mut tree, found) = mended(source, text, chunk);
    tree.unbalanced = chunk.unbalanced;
    (tree, found)
}

/// An item as it stands, and as its author meant it, where both have the same statements in the same blocks; nothing elsewhere.
pub fn parse_shape(text: &str, chunk: &Chunk) -> Option<(Tree, Option<Tree>)> {
    if damage::refused(SourceId(0), chunk).is_some() {
        return None;
    }
    let build = by_hand(text, chunk);
    if build.sound() {
        return Some((build.tree, None));
    }
    let (meant, _) = mended(SourceId(0), text, chunk);
    // A text that its author broke in two lines is more than the lines say.
    let torn = |part: &Part| text.get(part.start as usize..part.end as usize).is_none_or(|words| words.contains('\n'));
    // Where the indentation counts, a no-break blank is none.
    let odd = |line: &str| line.trim_start_matches([' ', '\t', '\r']).starts_with(is_space);
    let same = build.closed() && build.tree.has_shape_of(&meant) && !meant.parts.iter().any(torn) && !text.split('\n').any(odd);
    same.then_some((build.tree, Some(meant)))
}

/// What an item says as it stands.
pub(super) fn by_hand<'a>(text: &'a str, chunk: &Chunk) -> Build<'a> {
    let item = &text[chunk.range.clone()];
    let mut build = Build::new(item, chunk.range.start);
    each_line(item, |start, end| build.line(start, end));
    build.finish();
    build
}

fn each_line(text: &str, mut each: impl FnMut(usize, usize)) {
    let mut start = 0;
    // The grammar accepts every text; should it ever not, all of it is one line, and what is wrong there is said.
    if let Ok(pairs) = Grammar::parse(Rule::lines, text) {
        for token in pairs.tokens() {
            if let Token::End { rule: Rule::row, pos } = token {
                each(start, pos.pos());
                start = pos.pos();
            }
        }
    }
    each(start, text.len());
}
